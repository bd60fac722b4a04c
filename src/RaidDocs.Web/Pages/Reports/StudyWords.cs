using System.Globalization;
using RaidDocs.Documents.CaseStudies;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Reports;

/// <summary>Turns what the store holds into words of the document.</summary>
internal sealed class StudyWords(Texts texts, ReferenceLists lists)
{
    public Texts T => texts;

    public ReferenceLists Lists => lists;

    public string Of(string list, string? key) => lists.Words(list, key, Texts.IsThai);

    public string All(string list, IEnumerable<string> keys) => string.Join(", ", keys.Select(key => Of(list, key)));

    public string? When(PartialDate? date) => date is null ? null : texts.Dates.Of(date);

    public string? When(PartialDateTime? moment) => moment is null ? null : texts.Dates.Of(moment);

    public string Whose(Told said) => texts.Of(said.Voice);

    /// <summary>The answer, or null when nobody asked: that is a blank, not an answer.</summary>
    public string? Of(Answer answer) => answer == Answer.NotAsked ? null : texts.Of(answer);

    public string? Of(Said? said) => said is null ? null : said.Gap is { } gap ? texts.Of(gap) : said.Text;

    public string Of(Standing standing) => texts.Of(standing);

    public string Number(int low, int? high, bool about)
    {
        var number = high is { } upper && upper != low ? texts["{0} to {1}", low, upper] : low.ToString(CultureInfo.InvariantCulture);
        return about ? texts["about {0}", number] : number;
    }

    public static string Baht(int amount) => string.Create(CultureInfo.InvariantCulture, $"฿{amount:#,0}");

    public string Days(DaysHeld held) =>
        held.HasUnknown ? texts["{0} or more", held.Min] : held.Min == held.Max ? Text(held.Min) : texts["{0} to {1}", held.Min, held.Max];

    /// <summary>What is left of it, as sentences: parts that are empty leave nothing behind, and each after the first begins with a capital.</summary>
    public static string? Join(params IEnumerable<string?> parts)
    {
        var filled = parts.Where(part => !string.IsNullOrWhiteSpace(part)).ToList();
        return filled.Count == 0 ? null : string.Join(". ", filled.Select((part, index) => (index == 0 ? part! : Begun(part!)).TrimEnd('.'))) + ".";
    }

    // An address stays as it is written.
    private static string Begun(string part) =>
        char.IsLower(part[0]) && !part.StartsWith("http", StringComparison.Ordinal) && !part.StartsWith("www.", StringComparison.Ordinal) ? char.ToUpperInvariant(part[0]) + part[1..] : part;

    /// <summary>"Note (likely reliable)".</summary>
    public string? Note(Told said) => (said.Note, said.Reliability) switch
    {
        (var note, Reliability.NotJudged) => note,
        (null, var reliability) => texts.Of(reliability),
        var (note, reliability) => $"{note} ({texts.Of(reliability)})",
    };

    public static IReadOnlyList<string> Marks(string? source) => source is null ? [] : [source];

    public Claim Claim(string value, Told said, string? source) =>
        new(value, Whose(said), source, When(said.ToldOn), Note(said));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
