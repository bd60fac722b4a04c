using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Pages.Reports.Forms;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Reports;

/// <summary>What in the record points to a category, and what does not.</summary>
public sealed class CategoryHintTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("government-shelter-closed", """ "paperSeen": "no" """, true)]
    [InlineData("reception-home-children", """ "paperSeen": "no" """, true)]
    [InlineData("government-shelter-closed", """ "paperSeen": "no", "mayLeave": "yes" """, false)]
    [InlineData("government-shelter-closed", """ "paperSeen": "yes" """, false)]
    [InlineData("government-shelter-closed", """ "paperSeen": "notAsked" """, false)]
    [InlineData("government-shelter-closed", """ "paperSeen": "notKnown" """, false)]
    [InlineData("ngo-shelter", """ "paperSeen": "no" """, false)]
    [InlineData("ngo-shelter", """ "paperSeen": "no", "mayLeave": "no" """, true)]
    [InlineData("hospital", """ "paperSeen": "no", "mayLeave": "no" """, false)]
    [InlineData("police-station", """ "paperSeen": "no" """, false)]
    public void A_shelter_that_holds_her_with_no_paper_seen_points_to_1(string kind, string stay, bool points) =>
        Assert.Equal(points ? ["I"] : [], Categories($$"""
            "facilities": [{ "code": "F1", "name": "x", "kind": "{{kind}}" }],
            "women": [{ "code": "W01", "stays": [{ "facility": "F1", "from": "2025-03-12", "to": "2025-04-12", {{stay}}, "voice": "woman" }] }]
            """));

    [Theory]
    [InlineData("yes", "W01", false)]
    [InlineData("no", "W01", true)]
    [InlineData("yes", "W02", true)]
    public void An_order_for_her_that_was_seen_takes_the_hint_away(string seen, string woman, bool points) =>
        Assert.Equal(points ? ["I"] : [], Categories($$"""
            "facilities": [{ "code": "F1", "name": "x", "kind": "government-shelter-closed" }],
            "women": [{ "code": "W01", "stays": [{ "facility": "F1", "from": "2025-03-12", "paperSeen": "no", "voice": "woman" }] }, { "code": "W02" }],
            "courtCases": [{ "code": "C1", "about": "x", "voice": "paper", "orders": [{ "kind": "holding", "what": "7 days", "paperSeen": "{{seen}}", "women": ["{{woman}}"], "voice": "paper" }] }]
            """));

    [Theory]
    [InlineData("""{ "woman": "W01", "role": "heldAsWitness", "voice": "authority" }""", "", true)]
    [InlineData("""{ "woman": "W01", "role": "heldAsWitness", "voice": "authority" }""", """{ "kind": "x", "on": "2025-05-01", "result": "putOff", "voice": "paper" }""", true)]
    [InlineData("""{ "woman": "W01", "role": "heldAsWitness", "voice": "authority" }""", """{ "kind": "x", "on": "2025-05-01", "result": "held", "voice": "paper" }""", false)]
    [InlineData("""{ "woman": "W01", "role": "heldAsWitness", "voice": "authority" }""", """{ "kind": "x", "outcome": "She was heard", "voice": "paper" }""", false)]
    [InlineData("""{ "woman": "W01", "role": "heldAsWitness", "voice": "authority", "takenBack": "not so" }""", "", false)]
    [InlineData("""{ "woman": "W01", "role": "witness", "voice": "authority" }""", "", false)]
    [InlineData("""{ "woman": "W02", "role": "heldAsWitness", "voice": "authority" }""", "", false)]
    public void Held_as_a_witness_and_never_heard_points_to_1_and_3(string part, string hearing, bool points) =>
        Assert.Equal(points ? ["I, III"] : [], Categories($$"""
            "facilities": [{ "code": "F1", "name": "x", "kind": "police-station" }],
            "women": [{ "code": "W01", "stays": [{ "facility": "F1", "from": "2025-03-12", "voice": "woman" }] }, { "code": "W02" }],
            "courtCases": [{ "code": "C1", "about": "x", "voice": "paper", "women": [{{part}}], "hearings": [{{hearing}}] }]
            """));

    [Theory]
    [InlineData("immigration-detention", """ "from": "2025-03-12" """, true)]
    [InlineData("immigration-office", """ "from": "2025-03-12" """, true)]
    [InlineData("immigration-detention", """ "from": "2025-03-12", "to": "2025-03-20" """, false)]
    [InlineData("immigration-detention", """ "from": "2025-03-12", "to": "not known" """, false)]
    [InlineData("police-station", """ "from": "2025-03-12" """, false)]
    public void Immigration_holding_without_an_end_points_to_4(string kind, string days, bool points) =>
        Assert.Equal(points ? ["IV"] : [], Categories($$"""
            "facilities": [{ "code": "F1", "name": "x", "kind": "{{kind}}" }],
            "women": [{ "code": "W01", "stays": [{ "facility": "F1", {{days}}, "voice": "woman" }] }]
            """));

    [Theory]
    [InlineData("""{ "of": "staffArrested", "low": 0, "voice": "authority" }""", true, 1)]
    [InlineData("""{ "of": "othersTaken", "low": 0, "voice": "woman" }""", true, 1)]
    [InlineData("""{ "of": "staffArrested", "low": 0, "voice": "authority" }, { "of": "staffArrested", "low": 2, "voice": "press" }""", true, 2)]
    [InlineData("""{ "of": "staffArrested", "low": 0, "high": 2, "voice": "authority" }""", false, 0)]
    [InlineData("""{ "of": "staffArrested", "low": 4, "voice": "authority" }""", false, 0)]
    [InlineData("""{ "of": "staffArrested", "low": 0, "voice": "authority", "takenBack": "not so" }""", false, 0)]
    [InlineData("""{ "of": "gotAway", "low": 0, "voice": "authority" }""", false, 0)]
    [InlineData("", false, 0)]
    public void Only_a_recorded_nobody_else_points_to_5_and_every_voice_on_it_is_shown(string counts, bool points, int voices)
    {
        var hints = Hints($$"""
            "facilities": [{ "code": "F1", "name": "x", "kind": "police-station" }],
            "counts": [{{counts}}],
            "women": [{ "code": "W01", "stays": [{ "facility": "F1", "from": "2025-03-12", "to": "2025-03-13", "voice": "woman" }] }]
            """);

        Assert.Equal(points ? ["V"] : [], hints.Select(hint => hint.Categories));
        Assert.Equal(voices, hints.Sum(hint => hint.Counts.Count));
    }

    [Fact]
    public void A_woman_of_whom_no_stay_is_recorded_has_no_hint() =>
        Assert.Empty(Categories("""
            "counts": [{ "of": "staffArrested", "low": 0, "voice": "authority" }],
            "women": [{ "code": "W01" }],
            "courtCases": [{ "code": "C1", "about": "x", "voice": "paper", "women": [{ "woman": "W01", "role": "heldAsWitness", "voice": "authority" }] }]
            """));

    private IEnumerable<string> Categories(string parts) => Hints(parts).Select(hint => hint.Categories);

    private IReadOnlyList<CategoryHint> Hints(string parts)
    {
        var json = JsonNode.Parse($$"""{ "format": "raiddocs-case/1", "raid": { "name": "x" }, {{parts}} }""")!.ToJsonString();
        var (file, problems) = CaseReader.Read(System.Text.Encoding.UTF8.GetBytes(json), app.Services.GetRequiredService<ReferenceLists>());
        Assert.Empty(problems);
        return CategoryHints.Of(file!.Women[0], file);
    }
}
