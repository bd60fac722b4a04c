using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace RaidDocs.Family;

/// <summary>
/// The words of the page in one language, from its file in Texts. A file that no native speaker has read says so, and is offered
/// only where the house has switched it on.
/// </summary>
public sealed class Wording
{
    /// <summary>In the order in which they are offered. Capsules hold a place in this list: only add at its end.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["en", "th", "my", "shn", "lo", "km"];

    private static readonly ConcurrentDictionary<string, Wording> All = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _all;
    private readonly string[] _months;
    private readonly string[] _weekdays;

    private Wording(string code, File file)
    {
        Code = code;
        (Name, IsReviewed, ReviewedBy) = (file.Name, file.Reviewed, file.ReviewedBy);
        (_all, _months, _weekdays) = (file.Texts, file.Months, file.Weekdays);
    }

    /// <summary>For the lang mark of a page.</summary>
    public string Code { get; }

    /// <summary>In its own script.</summary>
    public string Name { get; }

    /// <summary>Somebody whose language it is, and who knows the danger, has read every sentence.</summary>
    public bool IsReviewed { get; }

    public string? ReviewedBy { get; }

    public static Wording Of(string code) => All.GetOrAdd(Codes.Contains(code) ? code : Codes[0], known => new Wording(known, Read(known)));

    /// <summary>Every word of the file, for those who check it.</summary>
    public IReadOnlyCollection<string> Everything => [.. _all.Values, .. _months, .. _weekdays];

    public string this[string key] => _all[key];

    /// <summary>The sentence, or "please call us" where this language has no words for it.</summary>
    public string this[Sentence sentence] => _all.GetValueOrDefault(KeyOf(sentence)) ?? _all[KeyOf(Sentence.PleaseCall)];

    public bool Has(Sentence sentence) => _all.ContainsKey(KeyOf(sentence));

    public string this[PlaceKind place] => _all[$"Place{(int)place}"];

    public string Weekday(DayOfWeek day) => _weekdays[(int)day];

    public string Month(int month) => _months[month - 1];

    /// <summary>"17 November 2026"; with both years where Thai readers are likely.</summary>
    public string Date(DateOnly day) => _all["Date"]
        .Replace("{day}", Number(day.Day), StringComparison.Ordinal)
        .Replace("{month}", Month(day.Month), StringComparison.Ordinal)
        .Replace("{number}", Number(day.Month), StringComparison.Ordinal)
        .Replace("{thaiYear}", Number(day.Year + 543), StringComparison.Ordinal)
        .Replace("{year}", Number(day.Year), StringComparison.Ordinal);

    public string With(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, _all[key], values);

    private static string KeyOf(Sentence sentence) => FormattableString.Invariant($"N{(int)sentence}");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static File Read(string code)
    {
        using var stream = typeof(Wording).Assembly.GetManifestResourceStream($"family/{code}.json")!;
        return JsonSerializer.Deserialize<File>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record File(string Name, bool Reviewed, string? ReviewedBy, string[] Months, string[] Weekdays, Dictionary<string, string> Texts);
}
