using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Stays;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Tests.Clocks;

public sealed class ClockProposalTests
{
    private static readonly Guid Her = Guid.CreateVersion7();

    [Theory]
    [InlineData("2003-05-01", "T04 T06 T14")]
    [InlineData("2011-03-10", "T01 T02 T04 T06 T14")]
    [InlineData("2025-03-10", "T01 T02 T04 T06 T14")]
    public void A_police_station_starts_only_rules_that_were_in_force(string from, string codes) =>
        Assert.Equal(codes, Codes(new ClockGrounds { Stays = [Stay("police-station", from)] }));

    [Theory]
    [InlineData("2011-03-10", "T01 T02 T14")]
    [InlineData("2023-03-10", "T01 T02 T03 T14")]
    public void A_shelter_of_2011_knows_no_policy_of_2022(string from, string codes) =>
        Assert.Equal(codes, Codes(new ClockGrounds { Stays = [Stay("government-shelter-closed", from)] }));

    [Theory]
    [InlineData("immigration-detention", "T01 T02 T07 T14")]
    [InlineData("reception-home-children", "T01 T02 T09 T14")]
    [InlineData("hospital", "T01 T02 T14")]
    public void The_kind_of_place_says_which_clock_starts(string kind, string codes) =>
        Assert.Equal(codes, Codes(new ClockGrounds { Stays = [Stay(kind, "2011-03-10")] }));

    [Fact]
    public void Labels_orders_an_indictment_a_judgment_her_request_and_her_consent_start_theirs()
    {
        Assert.Equal("T12", Codes(new ClockGrounds { Labels = [(new LabelFacts { Voice = Voice.Authority, Kind = "victim", On = PartialDate.Read("2011-03-10") }, null)] }));
        Assert.Equal("T08", Codes(new ClockGrounds { Labels = [(new LabelFacts { Voice = Voice.Authority, Kind = "deportee", On = PartialDate.Read("2011-03-10") }, null)] }));
        Assert.Equal("", Codes(new ClockGrounds { Labels = [(new LabelFacts { Voice = Voice.Authority, Kind = "victim" }, null)] }));
        Assert.Equal("T05-48 T05-7 T05-84", Codes(new ClockGrounds { Orders = [Order(OrderKind.Remand)] }));
        Assert.Equal("T07-12", Codes(new ClockGrounds { Orders = [Order(OrderKind.Immigration)] }));
        Assert.Equal("T08", Codes(new ClockGrounds { Orders = [Order(OrderKind.Deportation)] }));
        Assert.Equal("", Codes(new ClockGrounds { Orders = [Order(OrderKind.Release)] }));
        Assert.Equal("T11", Codes(new ClockGrounds { Parts = [Part(CourtRole.InjuredPerson, indicted: "2011-06-01")] }));
        Assert.Equal("", Codes(new ClockGrounds { Parts = [Part(CourtRole.Accused, indicted: "2011-06-01")] }));
        Assert.Equal("T13", Codes(new ClockGrounds { Parts = [Part(CourtRole.Accused, judged: "2011-06-01")] }));
        Assert.Equal("T10", Codes(new ClockGrounds { Parts = [Part(CourtRole.Witness, asked: "2011-06-01 10:00")] }));
        Assert.Equal("T15", Codes(new ClockGrounds { Consents = [new ConsentFacts { Answer = ConsentAnswer.Yes, On = PartialDate.Read("2025-01-05") }] }));
        Assert.Equal("", Codes(new ClockGrounds { Consents = [new ConsentFacts { Answer = ConsentAnswer.No, On = PartialDate.Read("2025-01-05") }] }));
    }

    [Fact]
    public void A_stay_that_ended_offers_a_clock_that_is_over()
    {
        var grounds = new ClockGrounds { Stays = [Stay("police-station", "2025-03-12 22:40", "2025-03-13 14:00")] };

        var police = For(grounds).Single(one => one.Rule.Code == "T04");
        Assert.Equal(ClockEnd.SheLeft, police.Facts.End);
        Assert.Equal("2025-03-13 14:00", police.Facts.EndedOn!.Typed);

        // She was released from the last place, so all of her custody is over; where she was only moved, it is not.
        Assert.NotNull(For(grounds).Single(one => one.Rule.Code == "T01").Facts.End);
        var moved = grounds with { Stays = [(grounds.Stays[0].Facts with { Ending = StayEnd.Moved }, "police-station", null)] };
        Assert.Null(For(moved).Single(one => one.Rule.Code == "T01").Facts.End);
    }

    [Fact]
    public void What_runs_already_is_not_offered_again_and_a_corrected_start_moves_it()
    {
        var grounds = new ClockGrounds { Stays = [Stay("police-station", "2025-03-12 22:40")] };
        var clock = new Clock(Guid.NewGuid(), Her, Timers.Rule("T04"), For(grounds).Single(one => one.Rule.Code == "T04").Facts, null);
        clock.Note(DateTime.UtcNow);

        Assert.Same(clock, For(grounds, clock).Single(one => one.Rule.Code == "T04").Running);

        var corrected = new ClockGrounds { Stays = [Stay("police-station", "2025-03-12 23:50")] };
        var offered = For(corrected, clock).Single(one => one.Rule.Code == "T04");
        Assert.Null(offered.Running);
        Assert.Same(clock, offered.Moves);
    }

    [Fact]
    public void A_day_that_nobody_knows_starts_nothing() => Assert.Equal("", Codes(new ClockGrounds { Stays = [Stay("police-station", "not known")] }));

    private static IReadOnlyList<ClockProposal> For(ClockGrounds grounds, params Clock[] clocks) => [.. ClockProposals.For(Her, 7, grounds, Timers.All, clocks)];

    private static string Codes(ClockGrounds grounds) => string.Join(' ', For(grounds).Select(one => one.Rule.Code).Distinct().Order(StringComparer.Ordinal));

    private static (StayFacts Facts, string? Kind, Guid? SourceId) Stay(string kind, string from, string? to = null) => (
        new StayFacts
        {
            Voice = Voice.Woman,
            From = PartialDateTime.Read(from),
            To = to is null ? null : PartialDateTime.Read(to),
            Ending = to is null ? null : StayEnd.Released,
        },
        kind,
        null);

    private static (OrderFacts Facts, Guid? SourceId) Order(OrderKind kind) =>
        (new OrderFacts { Voice = Voice.Paper, What = "An order", Kind = kind, On = PartialDateTime.Read("2011-03-14 10:00") }, null);

    private static (CourtRoleFacts Part, CourtCaseFacts Case, Guid? SourceId) Part(CourtRole role, string? indicted = null, string? judged = null, string? asked = null) => (
        new CourtRoleFacts { Voice = Voice.Paper, Role = role, AskedToTestifyOn = asked is null ? null : PartialDateTime.Read(asked) },
        new CourtCaseFacts
        {
            Voice = Voice.Paper,
            About = "Against the owner",
            IndictedOn = indicted is null ? null : PartialDate.Read(indicted),
            JudgmentOn = judged is null ? null : PartialDate.Read(judged),
        },
        null);
}
