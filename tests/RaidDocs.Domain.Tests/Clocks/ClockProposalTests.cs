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
    public void The_paper_for_the_first_time_does_not_answer_for_the_time_after_it()
    {
        var (facts, kind, source) = Stay("police-station", "2025-03-12 22:40");
        var offered = For(new ClockGrounds { Stays = [(facts with { PaperSeen = Answer.Yes, Paper = "A custody record" }, kind, source)] });

        Assert.Equal((Answer.Yes, Answer.NotAsked), (Seen("T01"), Seen("T02")));
        Assert.Equal((Answer.Yes, Answer.NotAsked), (Seen("T04"), Seen("T06")));
        Assert.Equal("A custody record", offered.Single(one => one.Rule.Code == "T06").Facts.Paper);

        Answer Seen(string rule) => offered.Single(one => one.Rule.Code == rule).Facts.PaperSeen;
    }

    [Theory]
    [InlineData("2025-03-12 23:00", Answer.Yes)]
    [InlineData("2025-03-13 22:40", Answer.Yes)]
    [InlineData("2025-03-13 22:41", Answer.NotAsked)]
    [InlineData("2025-03-13", Answer.Yes)]
    [InlineData("2025-03-14", Answer.NotAsked)]
    [InlineData("2026-01-20", Answer.NotAsked)]
    [InlineData("not known", Answer.Yes)]
    public void An_order_to_hold_her_answers_for_the_24_hours_only_if_it_may_be_of_them(string on, Answer expected)
    {
        var offered = For(new ClockGrounds { Stays = [Stay("hospital", "2025-03-12 22:40")], Orders = [Order(OrderKind.Holding, on)] });

        Assert.Equal(expected, offered.Single(one => one.Rule.Code == "T01").Facts.PaperSeen);
        Assert.Equal(Answer.NotAsked, offered.Single(one => one.Rule.Code == "T02").Facts.PaperSeen);
    }

    [Theory]
    [InlineData(OrderKind.Remand, "T05-48")]
    [InlineData(OrderKind.Immigration, "T07-12")]
    public void The_order_allows_its_days_and_what_follows_them_is_a_question(OrderKind kind, string rule)
    {
        var offered = For(new ClockGrounds { Orders = [Order(kind, "2025-03-14 10:00")] }).Single(one => one.Rule.Code == rule);

        Assert.Equal((Answer.NotAsked, "An order"), (offered.Facts.PaperSeen, offered.Facts.Paper));
        Assert.False(offered.Reading.IsUnanswered(Timers.At("2025-03-26 10:00")));
        Assert.True(offered.Reading.IsUnanswered(Timers.At("2025-03-26 10:01")));
    }

    [Fact]
    public void Only_the_first_remand_order_of_a_court_case_starts_the_days_of_remand()
    {
        Assert.Equal("2025-03-14 10:00", Starts("T05-84", Order(OrderKind.Remand, "2025-03-26 10:00"), Order(OrderKind.Remand, "2025-03-14 10:00"), Order(OrderKind.Remand, "2025-04-07")));
        Assert.Equal("2025-03-14 10:00", Starts("T05-48", Order(OrderKind.Remand, "2025-03-14"), Order(OrderKind.Remand, "2025-03-14 10:00"), Order(OrderKind.Remand, "2025-03-14 10:00")));
        Assert.Equal("2025-03-26", Starts("T05-48", Order(OrderKind.Remand, "not known"), Order(OrderKind.Remand, "2025-03-26")));

        // Of another case it is another charge, and immigration has no most in all.
        Assert.Equal("2025-03-14, 2025-03-26", Starts("T05-48", Order(OrderKind.Remand, "2025-03-14"), Order(OrderKind.Remand, "2025-03-26", Guid.CreateVersion7())));
        Assert.Equal("2025-03-14, 2025-03-26", Starts("T07-12", Order(OrderKind.Immigration, "2025-03-14"), Order(OrderKind.Immigration, "2025-03-26")));

        static string Starts(string rule, params (OrderFacts Facts, Guid CourtCaseId, Guid? SourceId)[] orders) =>
            string.Join(", ", For(new ClockGrounds { Orders = orders }).Where(one => one.Rule.Code == rule).Select(one => one.Event.Start!.Typed));
    }

    [Theory]
    [InlineData("March 2025", "2025-03-12 22:40", "2025-03-12 22:40")]
    [InlineData("2025", "2025-03-12", "2025-03-12")]
    [InlineData("2025-03-12", "2025-03-12 22:40", "2025-03-12 22:40")]
    [InlineData("2025-03-11", "2025-03-12 22:40", "2025-03-11")]
    [InlineData("February 2025", "2025-03-12 22:40", "February 2025")]
    [InlineData("not known", "2025-03-12 22:40", "2025-03-12 22:40")]
    public void Her_first_custody_is_the_one_that_certainly_came_first(string one, string other, string expected)
    {
        Assert.Equal(expected, First(Stay("hospital", one), Stay("hospital", other)));
        Assert.Equal(expected, First(Stay("hospital", other), Stay("hospital", one)));

        static string First(params (StayFacts Facts, string? Kind, Guid? SourceId)[] stays) =>
            For(new ClockGrounds { Stays = stays }).Single(offer => offer.Rule.Code == "T14").Event.Start!.Typed;
    }

    [Fact]
    public void She_is_free_when_the_last_place_began_and_ended_on_the_day_on_which_she_was_moved_there()
    {
        var (facts, kind, source) = Stay("police-station", "2025-03-12", "2025-03-13");
        var moved = (facts with { Ending = StayEnd.Moved }, kind, source);

        Assert.Equal(ClockEnd.SheLeft, For(new ClockGrounds { Stays = [moved, Stay("hospital", "2025-03-13", "2025-03-13")] }).Single(one => one.Rule.Code == "T14").Facts.End);
    }

    [Fact]
    public void The_judgment_ends_the_time_for_a_claim_and_does_not_say_that_she_left()
    {
        var offered = For(new ClockGrounds { Parts = [Part(CourtRole.InjuredPerson, indicted: "2011-06-01", judged: "2012-06-01")] }).Single(one => one.Rule.Code == "T11");

        Assert.Equal(ClockEnd.Over, offered.Facts.End);
        Assert.Equal("2012-06-01", offered.Facts.EndedOn!.Typed);
    }

    [Fact]
    public void An_end_that_is_recorded_corrected_or_taken_back_is_offered_and_changes_nothing_by_itself()
    {
        var clock = Started("T04", Stay("police-station", "2025-03-12 22:40"));

        Assert.Equal("SheLeft 2025-03-15 09:00", Follow("2025-03-15 09:00"));
        Assert.Equal("SheLeft 2025-03-14 09:00", Follow("2025-03-14 09:00"));
        Assert.Equal("SheLeft not known", Follow("not known"));
        Assert.Equal(" ", Follow(null));

        string Follow(string? to)
        {
            var before = clock.Facts;
            var offer = Police(Stay("police-station", "2025-03-12 22:40", to), clock);
            Assert.Same(clock, offer.Running);
            Assert.Same(clock, offer.Moves);
            Assert.Same(before, clock.Facts);
            clock.Change(offer.Moved(clock.Facts), null);
            Assert.False(Police(Stay("police-station", "2025-03-12 22:40", to), clock).IsOffered);
            return $"{clock.Facts.End} {clock.Facts.EndedOn?.Typed}";
        }
    }

    [Theory]
    [InlineData(ClockEnd.Over)]
    [InlineData(ClockEnd.TooLate)]
    [InlineData(ClockEnd.Mistake)]
    public void What_a_person_said_of_its_end_is_not_offered_for_change(ClockEnd end)
    {
        var clock = Started("T04", Stay("police-station", "2025-03-12 22:40"));
        clock.Change(clock.Facts with { End = end, EndedOn = PartialDateTime.Read("2025-03-16") }, null);

        Assert.False(Police(Stay("police-station", "2025-03-12 22:40", "2025-03-15 09:00"), clock).IsOffered);
    }

    [Fact]
    public void An_end_of_which_the_record_knows_nothing_is_left_alone()
    {
        var grounds = new ClockGrounds { Orders = [Order(OrderKind.Remand, "2025-03-14")] };
        var clock = new Clock(Guid.NewGuid(), Her, Timers.Rule("T05-48"), For(grounds).Single(one => one.Rule.Code == "T05-48").Facts, null);
        clock.Change(clock.Facts with { End = ClockEnd.SheLeft, EndedOn = PartialDateTime.Read("2025-03-20") }, null);

        Assert.False(For(grounds, clock).Single(one => one.Rule.Code == "T05-48").IsOffered);
    }

    [Fact]
    public void Of_two_voices_that_tell_two_ends_the_clock_may_follow_either()
    {
        var clock = Started("T04", Stay("police-station", "2025-03-12 22:40", "2025-03-15"));
        var grounds = new ClockGrounds { Stays = [Stay("police-station", "2025-03-12 22:40", "2025-03-14"), Stay("police-station", "2025-03-12 22:40", "2025-03-15")] };

        Assert.False(For(grounds, clock).Single(one => one.Rule.Code == "T04").IsOffered);
    }

    [Fact]
    public void A_start_that_moves_takes_its_end_along()
    {
        var clock = Started("T04", Stay("police-station", "2025-03-12 22:40", "2025-03-13 14:00"));

        clock.Change(Police(Stay("police-station", "2025-04-01 10:00", "2025-04-02 10:00"), clock).Moved(clock.Facts), null);
        Assert.Equal(("2025-04-01 10:00", "2025-04-02 10:00"), (clock.Facts.Start!.Typed, clock.Facts.EndedOn!.Typed));
        Assert.Equal(ClockEnd.SheLeft, clock.Facts.End);

        clock.Change(Police(Stay("police-station", "2025-03-12 22:40", "2025-03-13 14:00"), clock).Moved(clock.Facts), null);
        Assert.Equal(("2025-03-12 22:40", "2025-03-13 14:00"), (clock.Facts.Start!.Typed, clock.Facts.EndedOn!.Typed));
    }

    [Theory]
    [InlineData("2025-03-12 23:50", ClockEnd.TooLate)]
    [InlineData("2025-03-16", ClockEnd.TooLate)]
    [InlineData("2025-03-17", null)]
    public void A_start_that_moves_keeps_what_a_person_said_of_the_end_unless_it_would_be_before_it(string start, ClockEnd? expected)
    {
        var clock = Started("T04", Stay("police-station", "2025-03-12 22:40"));
        clock.Change(clock.Facts with { End = ClockEnd.TooLate, EndedOn = PartialDateTime.Read("2025-03-16 12:00") }, null);

        clock.Change(Police(Stay("police-station", start), clock).Moved(clock.Facts), null);

        Assert.Equal((start, expected), (clock.Facts.Start!.Typed, clock.Facts.End));
    }

    [Fact]
    public void A_day_that_nobody_knows_starts_nothing() => Assert.Equal("", Codes(new ClockGrounds { Stays = [Stay("police-station", "not known")] }));

    private static IReadOnlyList<ClockProposal> For(ClockGrounds grounds, params Clock[] clocks) => [.. ClockProposals.For(Her, 7, grounds, Timers.All, clocks)];

    private static string Codes(ClockGrounds grounds) => string.Join(' ', For(grounds).Select(one => one.Rule.Code).Distinct().Order(StringComparer.Ordinal));

    private static Clock Started(string rule, (StayFacts Facts, string? Kind, Guid? SourceId) stay) =>
        new(Guid.NewGuid(), Her, Timers.Rule(rule), For(new ClockGrounds { Stays = [stay] }).Single(one => one.Rule.Code == rule).Facts, null);

    private static ClockProposal Police((StayFacts Facts, string? Kind, Guid? SourceId) stay, Clock clock) =>
        For(new ClockGrounds { Stays = [stay] }, clock).Single(one => one.Rule.Code == "T04");

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

    private static (OrderFacts Facts, Guid CourtCaseId, Guid? SourceId) Order(OrderKind kind, string on = "2011-03-14 10:00", Guid courtCaseId = default) =>
        (new OrderFacts { Voice = Voice.Paper, What = "An order", Kind = kind, On = PartialDateTime.Read(on), PaperSeen = Answer.Yes }, courtCaseId, null);

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
