using System.Globalization;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Importing;
using RaidDocs.Domain.Reference;

namespace RaidDocs.Domain.Records.Tables;

/// <summary>What stands in the cells: what the table import reads as the same again.</summary>
internal static class TableCells
{
    private static readonly ReferenceLists Shipped = new(ReferenceSeeds.Read());

    private static readonly HashSet<string> Answers = new(StringComparer.OrdinalIgnoreCase) { "YES", "NO", "UNKNOWN", "PARTLY", "Y", "N", "TRUE", "FALSE", "1", "0" };

    /// <summary>What the code says that files of others use, where exactly one says it; else our own key, which is read as well.</summary>
    public static string? Code(string group, string? key) =>
        key is null ? null : ImportTables.Codes[group].Where(code => code.Value == key).Select(code => code.Key).ToList() is [var only] ? only : key;

    /// <summary>The code that stands for these words; else the words, in quotation marks where they would be taken for a code.</summary>
    public static string? Words(string group, string? words)
    {
        if (Text(words) is not { } text)
        {
            return null;
        }

        var codes = ImportTables.Codes[group];
        return codes.FirstOrDefault(code => code.Value == text).Key
            ?? (codes.ContainsKey(text) || RowReader.LooksLikeCode(text) || RowReader.IsQuoted(text) ? $"\"{text}\"" : text);
    }

    public static string? Words(string group, Said? said) => Words(group, said?.Typed);

    public static string? Text(string? text) => text?.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    public static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>"She would rather not say" and "withheld" have no word in these columns, and nothing stands for them.</summary>
    public static string? Answer(Answer answer) => answer switch
    {
        Common.Answer.Yes => "YES",
        Common.Answer.No => "NO",
        Common.Answer.Partly => "PARTLY",
        Common.Answer.NotKnown => "UNKNOWN",
        _ => null,
    };

    /// <summary>An answer as a file wrote it.</summary>
    public static bool IsAnswer(string written) => Answers.Contains(written);

    public static string? ProvinceInThai(string? key) => Shipped.Find(ListName.Provinces, key)?.Th;

    /// <summary>ICCPR-9(1). Null for an article that the house added itself, and for words of which no instrument is known.</summary>
    public static string? Article(string ours)
    {
        var (key, article) = ours.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var at ? (ours[..at], ours[(at + 1)..].Trim()) : (ours, "");
        if (Shipped.Find(ListName.Instruments, key) is null || article.Contains('|', StringComparison.Ordinal))
        {
            return null;
        }

        // A dash before anything but a number could be part of a name.
        return article is [>= '0' and <= '9', ..] && ImportTables.Codes["instrument"].FirstOrDefault(code => code.Value == key).Key is { } code
            ? $"{code}-{article}"
            : $"{key} {article}".Trim();
    }

    /// <summary>ISO 8601-2 (EDTF); the reason where it is not known.</summary>
    public static string? Day(PartialDate? date) => date is { Gap: { } gap } ? Gaps.Phrase(gap) : date?.Edtf;

    /// <summary>The minute with its zone; else the date and what is known of the hour.</summary>
    public static string? Moment(PartialDateTime? moment)
    {
        if (moment is not { Date: { } date })
        {
            return null;
        }

        if (moment is { Time: { } minute, AboutTime: false } && date is { Precision: DatePrecision.Day, About: false })
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Day(date)}T{minute:HH\\:mm}:00+07:00");
        }

        var hour = moment.Time?.ToString("HH\\:mm", CultureInfo.InvariantCulture) ?? PartOf(moment.Part);
        return hour is null ? Day(date) : $"{Day(date)} {(moment.AboutTime ? "about " : "")}{hour}";
    }

    /// <summary>How much of a moment is known, where its whole text says no more.</summary>
    public static string? Precision(PartialDateTime? moment) => moment switch
    {
        { Time: not null, AboutTime: false, Date: { Precision: DatePrecision.Day, About: false } } => "EXACT",
        { Time: null, Part: null, Date.Precision: DatePrecision.Day } => "DAY",
        { Time: null, Part: null, Date.Precision: DatePrecision.Month } => "MONTH",
        { Time: null, Part: null, Date.Precision: DatePrecision.Year } => "YEAR",
        _ => null,
    };

    private static string? PartOf(PartOfDay? part) => part switch
    {
        PartOfDay.EarlyEvening => "early evening",
        PartOfDay.Night => "night",
        PartOfDay.AfterMidnight => "after midnight",
        PartOfDay.Morning => "morning",
        PartOfDay.Daytime => "daytime",
        _ => null,
    };
}
