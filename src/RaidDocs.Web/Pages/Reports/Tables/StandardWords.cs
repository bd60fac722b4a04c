using System.Globalization;
using System.Text.Json;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Reports.Tables;

/// <summary>
/// Values as tables carry them: English words and codes, whatever language the person who asks reads. A code is written with the number of
/// its list, "MT17:0305", or a spreadsheet would take its nought away.
/// </summary>
internal sealed class StandardWords(ReferenceLists lists)
{
    private const string ActList = "MT4";

    public ReferenceLists Lists => lists;

    /// <summary>What the gate writes in the place of others.</summary>
    public GateWords Gate => new("a woman", "a place", kind => lists.Words(ListName.FacilityKinds, kind));

    public string Of(string list, string? key) => lists.Words(list, key);

    public string? All(string list, IEnumerable<string> keys) => Join(keys.Select(key => Of(list, key)));

    public static string? Join(IEnumerable<string?> parts) => string.Join("; ", parts.Where(part => !string.IsNullOrWhiteSpace(part)).Distinct()) is { Length: > 0 } all ? all : null;

    public static string Of(Enum value) => Texts.NameOf(value);

    public static string? Of(Answer answer) => answer == Answer.NotAsked ? null : Texts.NameOf(answer);

    public static string? Of(Said? said) => said?.Typed;

    /// <summary>"2025-03-12", "2025-03", "2025", "2025-03-12/2025-03-14", after ISO 8601-2.</summary>
    public static string? Date(PartialDate? date) => date is null or { Precision: DatePrecision.Unknown } ? null : date.Edtf;

    /// <summary>How closely it is known, in the three words of the list of HURIDOCS; a range has none there.</summary>
    public static string? Precision(PartialDate? date) => date switch
    {
        null or { Precision: DatePrecision.Unknown } => null,
        { About: true } => "estimate",
        { Precision: DatePrecision.Month } => "unknown day",
        { Precision: DatePrecision.Year } => "unknown month and day",
        { Precision: DatePrecision.Range } => "range of days",
        _ => null,
    };

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>"20 to 24": with a dash a spreadsheet would read a day.</summary>
    public static string Range(int low, int? high, bool about = false) =>
        $"{(about ? "about " : "")}{(high is { } end && end != low ? $"{Number(low)} to {Number(end)}" : Number(low))}";

    /// <summary>The codes of HURIDOCS that an act was mapped to, of one of its lists.</summary>
    public string? ActCodes(string act, string list) => Join(Huridocs(ListName.Acts, act)
        .Select(code => code.Contains(':', StringComparison.Ordinal) ? code : $"{ActList}:{code}")
        .Where(code => code.StartsWith($"{list}:", StringComparison.Ordinal)));

    /// <summary>MT17 for a kind of place.</summary>
    public string? LocationCode(string? kind) => Join(Huridocs(ListName.FacilityKinds, kind).Select(code => $"MT17:{code}"));

    /// <summary>The word of MT24 for who did it.</summary>
    public string? PerpetratorType(string agency) => Join(Huridocs(ListName.Agencies, agency));

    private List<string> Huridocs(string list, string? key)
    {
        if (lists.Find(list, key) is not { } item)
        {
            return [];
        }

        using var data = JsonDocument.Parse(item.Data);
        return !data.RootElement.TryGetProperty("huridocs", out var codes) ? []
            : codes.ValueKind == JsonValueKind.Array ? [.. codes.EnumerateArray().Select(code => code.GetString()!)]
            : codes.ValueKind == JsonValueKind.String ? [codes.GetString()!]
            : [];
    }
}
