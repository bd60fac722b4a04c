using System.Text;
using System.Text.Json;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Tests.Data;

namespace RaidDocs.Domain.Tests.Cases;

/// <summary>What the tests of the case format share.</summary>
internal static class CaseFiles
{
    public static string Root { get; } = FindRoot();

    public static byte[] Demo(string name) => File.ReadAllBytes(Path.Combine(Root, "seeds", "demo", $"{name}.json"));

    public static IReadOnlyList<CaseProblem> Problems(TestStore store, string json) =>
        CaseReader.Read(Encoding.UTF8.GetBytes(json), store.Lists).Problems;

    public static async Task<CaseImportResult> ImportAsync(TestStore store, CaseFile file, bool checkOnly = false, bool again = false)
    {
        await using var db = store.Db();
        return await new CaseImport(db, TestStore.Today).RunAsync(file, checkOnly, again, [], TestContext.Current.CancellationToken);
    }

    public static async Task<CaseFile> ExportAsync(TestStore store, string code)
    {
        await using var db = store.Db();
        return (await db.ReadCaseAsync(code, NamesInCase.ForAPerson, TestContext.Current.CancellationToken))!;
    }

    /// <summary>The facts of a case as text, lists of codes in order, so that two cases can be compared.</summary>
    public static string Facts(CaseFile file) => JsonSerializer.Serialize(
        file with
        {
            Chronology = [.. file.Chronology.Select(line => line with { Sources = Sorted(line.Sources), Women = Sorted(line.Women) })],
            Violations = [.. file.Violations.Select(one => one with { Sources = Sorted(one.Sources), Women = Sorted(one.Women) })],
            CourtCases = [.. file.CourtCases.Select(one => one with { Orders = [.. one.Orders.Select(order => order with { Women = Sorted(order.Women) })] })],
            Evidence = [.. file.Evidence.Select(one => one with { Women = Sorted(one.Women) })],
            Women = [.. file.Women.OrderBy(woman => woman.Code, StringComparer.Ordinal)],
            Facilities = [.. file.Facilities.OrderBy(facility => facility.Code, StringComparer.Ordinal)],
        },
        CaseJson.Options);

    private static List<string> Sorted(IEnumerable<string> codes) => [.. codes.Distinct().Order(StringComparer.Ordinal)];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "RaidDocs.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
