using System.Globalization;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Search;

/// <summary>One thing as it is indexed and as it is shown when it was found.</summary>
internal sealed record SearchDocument(SearchKind Kind, Guid Id)
{
    // A query holds no control characters, so no term reaches from one part into the next.
    private const string Between = "\u001F";

    // So that each letter begins three letters, the last one too: by these a word of one or two letters is found.
    private const string End = "\u001F\u001F";

    public Guid? RaidId { get; init; }

    public Guid? WomanId { get; init; }

    public Guid? TestimonyId { get; init; }

    /// <summary>The code of the raid.</summary>
    public string? Raid { get; init; }

    /// <summary>Its own code: R03-W07, T1, S1, C1, F01.</summary>
    public string? Code { get; init; }

    /// <summary>The codes of the women it is about.</summary>
    public IReadOnlyList<string> Women { get; init; } = [];

    public string? Title { get; init; }

    /// <summary>The words, each as it was typed.</summary>
    public IReadOnlyList<string?> Parts { get; init; } = [];

    /// <summary>Words of the lists for what was chosen, in both languages.</summary>
    public IReadOnlyList<string?> Words { get; init; } = [];

    public IReadOnlyList<PartialDate?> Dates { get; init; } = [];

    private IEnumerable<PartialDate> Known => Dates.OfType<PartialDate>().Where(date => date.Precision != DatePrecision.Unknown);

    /// <summary>The first of its dates that is known.</summary>
    public PartialDate? On => Known.FirstOrDefault();

    /// <param name="key">Of the row.</param>
    /// <param name="text">Its <see cref="Text"/>.</param>
    public SearchRow Row(long key, string text)
    {
        var years = Known.ToList();
        return new()
        {
            Row = key,
            Kind = Kind,
            ObjectId = Id,
            RaidId = RaidId,
            WomanId = WomanId,
            TestimonyId = TestimonyId,
            FirstYear = years.Count == 0 ? null : years.Min(date => date.Earliest.Year),
            LastYear = years.Count == 0 ? null : years.Max(date => date.Latest.Year),
            Text = text,
        };
    }

    /// <summary>All that it can be found by, folded.</summary>
    public string Text()
    {
        string?[] all = [Raid, Code, .. Women, Title, .. Parts, .. Words, .. Known.Select(DateText)];
        var typed = string.Join(Between, all.Where(part => !string.IsNullOrWhiteSpace(part)));
        return SearchText.Joined(string.Join(Between, [SearchText.Fold(typed), .. OtherForms.Of(typed).Distinct(StringComparer.Ordinal)])) + End;
    }

    // As machines and as people write it, in both eras; a month is found by its name in both languages.
    private static string DateText(PartialDate date)
    {
        var (first, last) = (date.Earliest, date.Latest);
        var month = date.Precision is DatePrecision.Day or DatePrecision.Month or DatePrecision.Range ? MonthNames.Both(first.Month) : "";
        var day = date.Precision == DatePrecision.Day ? first.Day.ToString(CultureInfo.InvariantCulture) : "";
        var years = string.Join(' ', Enumerable.Range(first.Year, last.Year - first.Year + 1).Select(year => year.ToString(CultureInfo.InvariantCulture)));
        var iso = date.Precision == DatePrecision.Day ? OtherForms.Iso(first) : "";
        return $"{date.Typed} {iso} {day} {month} {years}";
    }
}
