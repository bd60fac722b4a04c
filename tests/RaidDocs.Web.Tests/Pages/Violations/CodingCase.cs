using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Violations;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Violations;

/// <summary>A small invented raid: W01 allows her words to be used, W02 does not, W03 told nothing.</summary>
internal static class CodingCase
{
    public const string First = "พวกเขา took us. <b>Nobody</b> said what the test was. No, no.";

    private const string Json = """
        {
          "format": "raiddocs-case/1",
          "invented": true,
          "raid": { "name": "Lotus", "when": "2025-03-12 22:40", "province": "TH-63" },
          "sources": [{ "code": "S1", "kind": "call", "title": "Phone call" }],
          "women": [
            { "code": "W01", "consents": [{ "purpose": "keep", "answer": "yes" }] },
            { "code": "W02", "consents": [{ "purpose": "keep", "answer": "no" }] },
            { "code": "W03" }
          ],
          "testimonies": [
            {
              "code": "T1", "woman": "W01", "language": "shn", "voice": "woman", "toldOn": "2025-04-24",
              "passages": [
                { "text": "พวกเขา took us. <b>Nobody</b> said what the test was. No, no.", "translation": "They took us.", "translationLanguage": "eng" },
                { "text": "two" },
                { "text": "three" }
              ]
            },
            { "code": "T2", "woman": "W02", "language": "mya", "voice": "woman", "passages": [{ "text": "secret words" }] }
          ]
        }
        """;

    public static async Task<Told> ImportAsync(this TestApp app)
    {
        var code = await app.ImportAsync(Json);
        return await app.DbAsync(async db =>
        {
            var raid = await db.Raids.SingleAsync(row => row.Code == code);
            var ids = await db.Testimonies.Where(row => row.RaidId == raid.Id).ToDictionaryAsync(row => row.Code, row => row.Id);
            return new Told(code, raid.Id, ids["T1"], ids["T2"]);
        });
    }

    public static Task<List<Violation>> RightsAsync(this TestApp app, Told told) => app.DbAsync(db => db.Violations.AsNoTracking()
        .Include(right => right.Women)
        .Include(right => right.Passages)
        .Where(right => right.RaidId == told.RaidId)
        .OrderBy(right => right.RecordedAt)
        .ToListAsync());

    /// <summary>Codes an act in a passage of T1, as a person does.</summary>
    public static async Task<HttpResponseMessage> CodeAsync(this HttpClient client, Told told, int passage, string act, Func<OpenForm, OpenForm>? fill = null, string more = "")
    {
        var form = await client.OpenFormAsync($"/testimonies/{told.Open}/code/{passage}?act={act}{more}", "Add");
        return await (fill is null ? form : fill(form)).PostAsync();
    }

    internal sealed record Told(string Code, Guid RaidId, Guid Open, Guid Closed)
    {
        public string Address(int passage) => $"/testimonies/{Open}/code/{passage}";
    }
}
