using RaidDocs.Domain.Reference;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Violations;

/// <summary>The acts under headings, so that one can be found without a search.</summary>
internal static class ActGroups
{
    private static readonly (string Heading, string[] Keys)[] Headings =
    [
        (Texts.Text("Taken and held"), ["V01", "V02", "V03", "V07", "V10", "V11", "V24", "V27", "V28"]),
        (Texts.Text("Language, lawyer and statements"), ["V04", "V05", "V06"]),
        (Texts.Text("Body, things and privacy"), ["V08", "V09", "V12", "V13", "V14", "V15", "V17", "V29"]),
        (Texts.Text("Family and contact"), ["V16", "V18", "V38"]),
        (Texts.Text("While she was held"), ["V19", "V20", "V21", "V22", "V25", "V26", "V39"]),
        (Texts.Text("What she was called, and what followed"), ["V30", "V31", "V32", "V33", "V34", "V35"]),
    ];

    private static readonly string Others = Texts.Text("Other");

    /// <summary>Every act once; what no heading names stands under the last.</summary>
    public static IEnumerable<(string Heading, IReadOnlyList<ReferenceItem> Acts)> Of(IReadOnlyList<ReferenceItem> acts) => acts
        .GroupBy(act => Headings.FirstOrDefault(group => group.Keys.Contains(act.Key)).Heading ?? Others)
        .OrderBy(group => group.Key == Others)
        .ThenBy(group => Array.FindIndex(Headings, one => one.Heading == group.Key))
        .Select(group => (group.Key, (IReadOnlyList<ReferenceItem>)[.. group]));
}
