using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Reports;

/// <summary>An invented raid of three women. W01 and W02 allow all that a form needs but the answers about letters; W03 was asked nothing.</summary>
internal static class FormCase
{
    public const string WorkingGroup = "UN Working Group on Arbitrary Detention";
    public const string Rapporteurs = "UN Special Procedures";

    private const string Yes = $$"""
        "consents": [
          { "purpose": "keep", "answer": "yes" },
          { "purpose": "court", "answer": "yes", "identityForm": "ownName" },
          { "purpose": "partner", "answer": "yes", "forWhom": "{{WorkingGroup}}" },
          { "purpose": "partner", "answer": "yes", "forWhom": "{{Rapporteurs}}" }
        ]
        """;

    public const string Json = $$"""
        {
          "format": "raiddocs-case/1",
          "invented": true,
          "raid": { "name": "Lotus", "when": "2025-03-12 22:40", "venueName": "Lotus bar", "province": "TH-63", "agencies": ["local-police"], "legalBasis": "Section 27" },
          "sources": [{ "code": "S1", "kind": "call", "title": "Phone call" }, { "code": "S2", "kind": "call", "title": "Unused call" }],
          "facilities": [
            { "code": "F1", "name": "North station", "kind": "police-station", "agency": "local-police", "province": "TH-63" },
            { "code": "F2", "name": "Hill shelter", "kind": "government-shelter-closed", "agency": "welfare-ministry" }
          ],
          "women": [
            { "code": "W01", "nationality": "Shan State", "languages": ["shn"], "ages": [{ "low": 22, "voice": "woman" }],
              "stays": [
                { "facility": "F1", "from": "2025-03-12", "to": "2025-03-14", "ending": "moved", "ground": "questioning", "paperSeen": "yes", "voice": "woman", "source": "S1" },
                { "facility": "F2", "from": "2025-03-14", "paperSeen": "no", "mayLeave": "no", "voice": "woman" }
              ], {{Yes}} },
            { "code": "W02", "wordForWork": "weaver of baskets", "stays": [{ "facility": "F1", "from": "2025-03-12", "to": "2025-03-13", "ground": "only hers", "voice": "woman" }], {{Yes}} },
            { "code": "W03" }
          ],
          "chronology": [
            { "when": "2025-03-12 22:40", "what": "Police came in by the kitchen. W02 and W03 ran.", "topic": "theNight", "voice": "woman" },
            { "when": "2025-03-12 23:10", "what": "She asked for an interpreter", "topic": "theNight", "women": ["W01"], "voice": "woman" },
            { "when": "2025-03-12 23:20", "what": "Told by the other one", "topic": "theNight", "women": ["W02"], "voice": "woman" }
          ]
        }
        """;

    public static async Task<(Guid Raid, Guid Woman)> FindAsync(this TestApp app, string raid, int number = 1)
    {
        var row = await app.DbAsync(db => Task.FromResult(db.Apprehensions.Single(one => one.Number == number && db.Raids.Any(of => of.Id == one.RaidId && of.Code == raid))));
        return (row.RaidId, row.WomanId);
    }

    public static async Task AnswerAsync(this TestApp app, string raid, int number, params (LetterQuestion Question, LetterReply Reply)[] answers)
    {
        var (id, woman) = await app.FindAsync(raid, number);
        foreach (var (question, reply) in answers)
        {
            await app.SaveAsync(new LetterAnswer(id, woman, new LetterAnswerFacts { Question = question, Reply = reply, On = PartialDate.OfDay(new DateOnly(2026, 11, 3)) }));
        }
    }

    public static Task AgreeAsync(this TestApp app, string raid, int number) => app.AnswerAsync(
        raid, number, [.. LetterAnswers.Needed.Select(question => (question, LetterReply.Yes))]);

    public static async Task SayAsync(this TestApp app, string raid, int number, ConsentFacts facts)
    {
        var (id, woman) = await app.FindAsync(raid, number);
        await app.SaveAsync(new Consent(id, woman, null, facts));
    }

    public static async Task NameAsync(this TestApp app, string raid, int number, string name)
    {
        var (id, woman) = await app.FindAsync(raid, number);
        await app.SaveAsync(new WomanName(id, woman, new NameFacts { Voice = Voice.Woman, Text = name }, null));
    }
}
