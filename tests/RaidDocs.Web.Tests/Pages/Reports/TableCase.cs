using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Web.Pages.Reports.Tables;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Reports;

/// <summary>An invented raid of three women for tables: W01 and W02 may be counted and shown to all that read rows; W03 was asked nothing.</summary>
internal static class TableCase
{
    public const string Un = "IOM";

    private const string Yes = $$"""
        "consents": [
          { "purpose": "keep", "answer": "yes" }, { "purpose": "countInStatistics", "answer": "yes" }, { "purpose": "lawyer", "answer": "yes" },
          { "purpose": "court", "answer": "yes" }, { "purpose": "partner", "answer": "yes", "forWhom": "{{Un}}" }, { "purpose": "quoteInReport", "answer": "yes" }
        ]
        """;

    public const string Json = $$"""
        {
          "format": "raiddocs-case/1",
          "invented": true,
          "raid": { "name": "Lotus", "when": "2025-03-12 22:40", "venueName": "Lotus bar", "venueKind": "karaoke", "province": "TH-63", "agencies": ["local-police"], "summary": "Police came for W01 and W03.", "legalBasis": "=HYPERLINK(\"x\")" },
          "sources": [{ "code": "S1", "kind": "call", "title": "Phone call, \"quoted\"" }],
          "facilities": [
            { "code": "F1", "name": "North station", "kind": "police-station", "agency": "local-police" },
            { "code": "F2", "name": "Hill shelter", "kind": "government-shelter-closed", "agency": "welfare-ministry" }
          ],
          "counts": [{ "of": "womenTaken", "low": 3, "voice": "authority", "source": "S1", "reliability": "likelyReliable" }],
          "groups": [{ "who": "women from the next house", "low": 4, "high": 6, "voice": "team" }],
          "women": [
            { "code": "W01", "nationality": "Shan State", "languages": ["ahk", "shn"], "wordForWork": "hostess",
              "ages": [{ "low": 22, "voice": "woman" }, { "low": 17, "voice": "authority" }],
              "labels": [
                { "kind": "possible-victim", "by": "local-police", "on": "2025-03-12", "voice": "authority", "words": "maybe" },
                { "kind": "victim", "by": "court", "on": "May 2025", "voice": "authority", "herAnswer": "I chose this work" },
                { "kind": "not-a-victim", "voice": "woman", "toldOn": "2025-06-01", "words": "nobody sold me" }
              ],
              "stays": [
                { "facility": "F1", "from": "2025-03-12", "to": "2025-03-14", "ending": "moved", "ground": "questioning", "paperSeen": "yes", "family": "no", "voice": "woman", "source": "S1" },
                { "facility": "F2", "from": "about March 2025", "paperSeen": "no", "lawyer": "yes", "lawyerOn": "2025-04-02", "voice": "woman" }
              ], {{Yes}} },
            { "code": "W02", {{Yes}} },
            { "code": "W03", "wordForWork": "weaver of baskets" }
          ],
          "courtCases": [{ "code": "C1", "about": "against the owner", "voice": "paper", "women": [{ "woman": "W01", "role": "heldAsWitness", "voice": "paper" }],
            "hearings": [{ "on": "2025-09-02 09:30", "kind": "Trial", "followed": "littleNot", "voice": "team" }] }],
          "violations": [
            { "act": "V16", "by": ["local-police"], "women": ["W01", "W02"], "voice": "woman", "on": "2025-03-13", "articles": ["iccpr 17"], "howSure": "sheSays" },
            { "act": "V09", "women": ["W01"], "voice": "woman", "reviewedBy": "researchpartner" }
          ],
          "interventions": [{ "kind": "legalHelp", "what": "A lawyer went", "to": "North station", "on": "2025-03-13", "voice": "team" }]
        }
        """;

    /// <summary>A raid of women of these ages by their own word, all of whom may be counted.</summary>
    public static string OfAges(bool invented, string when, string province, params int[] ages) => $$"""
        { "format": "raiddocs-case/1", "invented": {{(invented ? "true" : "false")}}, "raid": { "name": "Ages", "when": "{{when}}", "province": "{{province}}" },
          "women": [{{string.Join(',', ages.Select((age, index) => $$"""{ "code": "W{{index + 1:00}}", "ages": [{ "low": {{age}}, "voice": "woman" }], {{Yes}} }"""))}}] }
        """;

    /// <summary>Makes a file as the person at the command line does.</summary>
    public static Task<MadeTables> MakeAsync(this TestApp app, TableKind kind, TableFormat format, Audience audience, params string[] raids) => app.DbAsync(async db =>
    {
        using var scope = app.Services.CreateScope();
        var press = scope.ServiceProvider.GetRequiredService<TablePress>();
        var told = await press.DiscloseAsync(db, kind, raids, audience, Un, TestContext.Current.CancellationToken);
        return await press.ExportAsync(db, kind, told!, format, "the office asks", TestContext.Current.CancellationToken);
    });

    /// <summary>The files of a ZIP of CSV files, each as it stands.</summary>
    public static Dictionary<string, byte[]> Files(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            return content.ToArray();
        });
    }

    /// <summary>The rows of one of the CSV files, by the names of their columns. No cell of these cases holds a line break.</summary>
    public static List<Dictionary<string, string>> Rows(byte[] zip, string name)
    {
        var lines = Encoding.UTF8.GetString(Files(zip)[$"{name}.csv"])[1..].Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(Cells).ToList();
        return [.. lines[1..].Select(row => lines[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    /// <summary>What a line of the log says it touched.</summary>
    public static string FieldsOf(string json)
    {
        using var line = System.Text.Json.JsonDocument.Parse(json);
        return string.Join(';', line.RootElement.GetProperty("fields").EnumerateArray().Select(field => field.GetString()));
    }

    private static string[] Cells(string line) => [.. line[1..^1].Split("\",\"").Select(cell => cell.Replace("\"\"", "\"", StringComparison.Ordinal))];
}
