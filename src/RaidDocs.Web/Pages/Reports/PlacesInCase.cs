using System.Text.RegularExpressions;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Reports;

/// <summary>
/// Where something stands in a case, for the person who must find it: "chronology 3, what" as "Chronology 3, What happened".
/// The number counts within the case as it is exported.
/// </summary>
internal static partial class PlacesInCase
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["raid"] = Texts.Text("Raid"),
        ["women"] = Texts.Text("Women"),
        ["names"] = Texts.Text("Names"),
        ["stays"] = Texts.Text("Stays"),
        ["ages"] = Texts.Text("Ages"),
        ["labels"] = Texts.Text("What they were called"),
        ["procedures"] = Texts.Text("Tests, searches, papers signed"),
        ["money"] = Texts.Text("Money"),
        ["testimonies"] = Texts.Text("Testimonies"),
        ["passages"] = Texts.Text("Passages"),
        ["courtCases"] = Texts.Text("Court"),
        ["hearings"] = Texts.Text("Hearings"),
        ["sources"] = Texts.Text("Sources"),
        ["facilities"] = Texts.Text("Places"),
        ["counts"] = Texts.Text("Counts"),
        ["checklist"] = Texts.Text("Checklist"),
        ["chronology"] = Texts.Text("Chronology"),
        ["violations"] = Texts.Text("Rights that were broken"),
        ["interventions"] = Texts.Text("What was done"),
        ["what"] = Texts.Text("What happened"),
        ["note"] = Texts.Text("Note"),
        ["summary"] = Texts.Text("Summary"),
    };

    public static string Of(string place, Texts texts) => string.Join(", ", place.Split(", ").Select(part => Part(part, texts)));

    private static string Part(string part, Texts texts)
    {
        if (NamesOf().Match(part) is { Success: true } named)
        {
            return texts["Names of {0}", named.Groups["code"].Value];
        }

        var (name, number) = Numbered().Match(part) is { Success: true } found ? (found.Groups["name"].Value, found.Groups["number"].Value) : (part, "");
        return Names.TryGetValue(name, out var words) ? $"{texts[words]}{number}" : part;
    }

    [GeneratedRegex(@"\Anames of (?<code>\S+)\z")]
    private static partial Regex NamesOf();

    [GeneratedRegex(@"\A(?<name>\p{L}+)(?<number> [0-9]+)?\z")]
    private static partial Regex Numbered();
}
