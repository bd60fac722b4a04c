using System.Text.Json;
using System.Text.RegularExpressions;
using RaidDocs.Domain.Cases;

namespace RaidDocs.Web.Pages.Reports;

/// <summary>Takes the codes of women out of what people wrote, for readers who may not tell one woman from another.</summary>
internal static partial class WithoutCodesExtension
{
    public static CaseFile WithoutCodes(this CaseFile file, string woman) => file with
    {
        Raid = Clean(file.Raid, woman),
        Facilities = Clean(file.Facilities, woman),
        Counts = Clean(file.Counts, woman),
        Groups = Clean(file.Groups, woman),
        Chronology = [.. file.Chronology.Select(line => Clean(line with { Women = [] }, woman) with { Women = line.Women })],
        Checklist = Clean(file.Checklist, woman),
        Violations = [.. file.Violations.Select(one => Clean(one with { Women = [] }, woman) with { Women = one.Women })],
        Interventions = Clean(file.Interventions, woman),
        Money = Clean(file.Money, woman),
        CourtCases = [.. file.CourtCases.Select(one => Clean(one with { Women = [] }, woman) with { Women = one.Women })],
        Sources = Clean(file.Sources, woman),
    };

    // Through the text of the format, so that no field is forgotten, also not one that comes later.
    private static T Clean<T>(T part, string woman) => JsonSerializer.Deserialize<T>(
        Code().Replace(JsonSerializer.Serialize(part, CaseJson.Options), woman), CaseJson.Options)!;

    [GeneratedRegex(@"\b(R[0-9]+-)?W[0-9]{2,}\b")]
    private static partial Regex Code();
}
