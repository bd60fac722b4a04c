namespace RaidDocs.Web.Tests.Pages.House;

/// <summary>A small invented raid: three women, two of them still held, with one source.</summary>
internal static class SmallCase
{
    public const string Json = """
        {
          "format": "raiddocs-case/1",
          "invented": true,
          "raid": { "name": "Lotus", "when": "2025-03-12 22:40", "province": "TH-63" },
          "sources": [{ "code": "S1", "kind": "call", "title": "Phone call" }],
          "facilities": [
            { "code": "F1", "name": "North station", "kind": "police-station", "province": "TH-63" },
            { "code": "F2", "name": "Hill shelter", "kind": "government-shelter-closed" }
          ],
          "women": [
            { "code": "W01", "stays": [{ "facility": "F1", "from": "2025-03-12", "voice": "woman" }] },
            { "code": "W02", "stays": [{ "facility": "F1", "from": "2025-03-20", "voice": "woman" }] },
            { "code": "W03", "stays": [{ "facility": "F1", "from": "2025-03-12", "to": "2025-03-15", "ending": "released", "voice": "woman" }] }
          ],
          "courtCases": [{
            "code": "C1", "about": "Against the owner", "voice": "paper", "source": "S1",
            "women": [{ "woman": "W01", "role": "heldAsWitness", "voice": "authority" }],
            "hearings": [
              { "kind": "Early testimony", "on": "2026-11-21 09:00", "voice": "paper" },
              { "kind": "Remand", "on": "2026-11-18", "voice": "paper" },
              { "kind": "Trial", "on": "2026-11-01", "outcome": "Put off", "next": "2026-11-23", "voice": "paper" },
              { "kind": "Far away", "on": "2027-06-01", "voice": "paper" }
            ]
          }],
          "violations": [{ "act": "V02", "description": "No order was shown", "women": ["W01"], "sources": ["S1"], "howSure": "sheSays", "voice": "woman" }]
        }
        """;
}
