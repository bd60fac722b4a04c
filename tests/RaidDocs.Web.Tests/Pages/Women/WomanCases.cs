using Microsoft.EntityFrameworkCore;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Women;

/// <summary>A small invented raid with three women, brought in anew for each test that changes it.</summary>
internal static class WomanCases
{
    private const string Case = """
        {
          "format": "raiddocs-case/1",
          "invented": true,
          "raid": { "name": "Lotus bar", "when": "12 March 2025, about 22:40" },
          "sources": [ { "code": "S1", "kind": "testimony", "title": "Her words" }, { "code": "S2", "kind": "paper", "title": "Police record" } ],
          "facilities": [
            { "code": "F01", "name": "Station A", "kind": "police-station" },
            { "code": "F02", "name": "Shelter B", "kind": "government-shelter-closed" }
          ],
          "women": [
            {
              "code": "W01", "wordForWork": "bar worker", "wants": "Go home", "languages": ["shn"], "dailyEarnings": 350,
              "names": [ { "text": "Nang Secret", "kind": "called", "voice": "woman" } ],
              "ages": [ { "low": 19, "method": "her-word", "voice": "woman" }, { "low": 16, "method": "bone-xray", "voice": "authority", "herAnswer": "I am 19." } ],
              "labels": [ { "kind": "victim", "words": "trafficked", "by": "local-police", "on": "13 March 2025", "basis": "Her age", "herAnswer": "I chose this job.", "source": "S2", "voice": "authority" } ],
              "stays": [
                { "facility": "F01", "from": "12 March 2025", "to": "13 March 2025", "ending": "moved", "source": "S1", "voice": "woman" },
                { "facility": "F02", "from": "15 March 2025", "source": "S1", "voice": "woman" }
              ],
              "procedures": [ { "kind": "medicalTest", "on": "14 March 2025", "what": "Blood taken", "result": "secret result", "voice": "woman" } ],
              "money": [ { "kind": "fine", "baht": 1000, "statute": "Immigration Act", "voice": "woman" } ],
              "consents": [
                { "purpose": "keep", "answer": "yes", "on": "1 April 2025" },
                { "purpose": "lawyer", "answer": "yes", "officialsPresent": true },
                { "purpose": "court", "answer": "yes", "validTo": "2026-01-31" },
                { "purpose": "partner", "answer": "onlyIf", "conditions": "Not to police" },
                { "purpose": "tellFamily", "answer": "no" }
              ]
            },
            { "code": "W02", "stays": [ { "facility": "F01", "from": "12 March 2025", "to": "14 March 2025", "ending": "released", "voice": "woman" } ] },
            { "code": "W07" }
          ],
          "testimonies": [
            { "code": "T1", "woman": "W01", "language": "shn", "voice": "woman",
              "passages": [ { "text": "ၵဝ်", "translation": "I <b>worked</b>", "translationLanguage": "eng", "translator": "TR1", "identifiesHer": true } ] }
          ],
          "courtCases": [
            { "code": "C1", "about": "Trafficking, against the owner", "voice": "paper",
              "women": [ { "woman": "W01", "role": "heldAsWitness", "agreed": "no", "voice": "woman" } ],
              "hearings": [ { "on": "2 December 2026", "kind": "Early testimony", "voice": "team" } ] }
          ]
        }
        """;

    /// <summary>The code of a new raid with the three women.</summary>
    public static Task<string> NewRaidAsync(this TestApp app) => app.ImportAsync(Case);

    public static Task<Guid> WomanIdAsync(this TestApp app, string raid, int number) => app.DbAsync(db => db.Apprehensions
        .Where(row => row.Number == number && db.Raids.Any(one => one.Id == row.RaidId && one.Code == raid))
        .Select(row => row.WomanId)
        .SingleAsync());
}
