using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Disclosure;

namespace RaidDocs.Domain.Tests.Clocks;

/// <summary>A clock is a row about one woman, and an order about some.</summary>
public sealed class ClocksThroughGateTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData(Audience.Team)]
    [InlineData(Audience.Lawyer)]
    [InlineData(Audience.Court)]
    public void Who_sees_each_woman_sees_the_clocks_and_orders_of_those_who_said_yes(Audience audience)
    {
        var file = Through(audience).File;

        Assert.Equal("W01", Assert.Single(file.Women, woman => woman.Clocks.Count > 0).Code);
        Assert.Equal("Seen by her sister", file.Women[0].Clocks[0].Paper);
        Assert.Single(file.ClockRules);
        Assert.Equal(["W01"], Assert.Single(file.CourtCases[0].Orders).Women);
    }

    [Theory]
    [InlineData(Audience.Partner)]
    [InlineData(Audience.Public)]
    public void Who_does_not_is_given_nothing_but_what_a_number_is_made_of(Audience audience)
    {
        var disclosed = Through(audience);

        Assert.All(disclosed.File.Women.SelectMany(woman => woman.Clocks), clock => Assert.Equal((null, null, null), (clock.Paper, clock.What, clock.Note)));
        Assert.Empty(disclosed.File.CourtCases[0].Orders);
        Assert.Contains(disclosed.Withheld, one => one.Text == "Seen by her sister");
        Assert.Contains(disclosed.Withheld, one => one.Text == "Twelve days for her");
        Assert.Null(disclosed.File.CourtCases[0].Hearings[0].Room);
    }

    [Theory]
    [InlineData(Audience.Court)]
    [InlineData(Audience.Un)]
    public void Who_of_us_goes_to_court_leaves_to_no_court(Audience audience) => Assert.Null(Through(audience).File.CourtCases[0].Hearings[0].WhoGoes);

    [Fact]
    public void An_order_about_women_of_whom_nothing_may_be_told_is_not_told()
    {
        var silent = Case(Purpose.Keep);

        Assert.Empty(DisclosureGate.LetThrough(silent, Audience.Court, null, Today, Words).File.CourtCases[0].Orders);
    }

    private static GateWords Words { get; } = new("a woman", "a place", kind => kind);

    private static Disclosed Through(Audience audience) =>
        DisclosureGate.LetThrough(Case(Enum.GetValues<Purpose>()), audience, audience is Audience.Partner or Audience.Un ? "The Committee" : null, Today, Words);

    private static CaseFile Case(params Purpose[] yes) => new()
    {
        Format = CaseFile.FormatName,
        Raid = new RaidInCase { Name = "Lotus" },
        ClockRules = [new ClockRuleInCase("T01", Timers.Rule("T01").Facts)],
        Women =
        [
            new WomanInCase
            {
                Code = "W01",
                Consents = [.. yes.Select(purpose => new ConsentInCase { Purpose = purpose, Answer = ConsentAnswer.Yes, ForWhom = purpose == Purpose.Partner ? "The Committee" : null })],
                Clocks = [new ClockInCase(Timers.Clock("T01", "2025-03-12 22:40") with { Paper = "Seen by her sister", What = "Her words", Note = "A note" })],
            },
        ],
        CourtCases =
        [
            new CourtCaseInCase
            {
                Code = "C1",
                Voice = Voice.Paper,
                About = "Against the owner",
                Hearings = [new HearingInCase { Voice = Voice.Paper, Kind = "Trial", Room = "Room 4", WhoGoes = "Our driver" }],
                Orders = [new OrderInCase { Voice = Voice.Paper, What = "Twelve days for her", Women = ["W01"] }],
            },
        ],
    };
}
