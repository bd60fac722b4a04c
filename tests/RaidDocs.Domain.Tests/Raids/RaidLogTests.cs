using RaidDocs.Domain.Common;
using RaidDocs.Domain.Facilities;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Stays;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Tests.Raids;

public sealed class RaidLogTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly Guid Nok = Guid.CreateVersion7();

    [Fact]
    public void A_raid_of_which_nothing_is_known_is_a_raid_with_one_person_on_its_team()
    {
        var log = RaidLog.Of(Hour(), "R01", Nok, null);

        Assert.Equal("R01", log.Raid.Code);
        var member = Assert.Single(log.Rows.OfType<TeamMember>());
        Assert.Equal((log.Raid.Id, Nok), (member.RaidId, member.UserId));
        Assert.Equal(2, log.Rows.Count);
    }

    [Fact]
    public void Each_woman_gets_a_row_a_code_and_a_stay_from_the_day_of_the_raid()
    {
        var place = new Facility("F01", new FacilityFacts { Name = "Station", Kind = "police-station" });
        var hour = Hour("12 March 2025 22:40") with { Women = 17, Now = new("police-station", "Station") };

        var log = RaidLog.Of(hour, "R01", Nok, place);

        var women = log.Rows.OfType<Apprehension>().ToList();
        Assert.Equal(["W01", "W17"], [women[0].Code, women[16].Code]);
        Assert.Equal(17, women.Select(row => row.WomanId).Distinct().Count());
        var stays = log.Rows.OfType<Stay>().ToList();
        Assert.Equal(women.Select(row => row.WomanId), stays.Select(stay => stay.WomanId));
        Assert.All(stays, stay =>
        {
            Assert.Equal(place.Id, stay.FacilityId);
            Assert.Equal("12 March 2025", stay.Facts.From!.Typed);
            Assert.Null(stay.Facts.To);
            Assert.Equal(Voice.Team, stay.Facts.Voice);
        });
    }

    [Fact]
    public void Nobody_is_held_anywhere_when_nobody_said_where()
    {
        Assert.Empty(RaidLog.Of(Hour() with { Women = 3 }, "R01", Nok, null).Rows.OfType<Stay>());
    }

    [Fact]
    public void A_stay_has_no_beginning_when_the_date_is_not_known()
    {
        var log = RaidLog.Of(Hour("not known") with { Women = 1, Now = new(null, null, "Not known") }, "R01", Nok, null);

        var stay = Assert.Single(log.Rows.OfType<Stay>());
        Assert.Null(stay.Facts.From);
        Assert.Null(stay.FacilityId);
        Assert.Equal("Not known", stay.Facts.Note);
    }

    [Fact]
    public void Who_says_that_they_are_under_18_keeps_her_voice_and_the_rest_is_ours()
    {
        var hour = Hour() with { Women = 17, Under18 = 3, Under18By = Voice.Authority, GotAway = 4, Others = 0 };

        var counts = RaidLog.Of(hour, "R01", Nok, null).Rows.OfType<CountClaim>().Select(count => (count.Facts.Of, count.Facts.Low, count.Facts.Voice));

        Assert.Equal(
            [
                (CountOf.WomenTaken, 17, Voice.Team), (CountOf.SaidUnder18, 3, Voice.Authority),
                (CountOf.GotAway, 4, Voice.Team), (CountOf.OthersTaken, 0, Voice.Team),
            ],
            counts);
    }

    [Fact]
    public void A_day_that_was_announced_stands_in_the_chronology()
    {
        var hour = Hour() with { Coming = new(PartialDate.OfDay(new(2026, 11, 23)), Topic.Court, "Court, the police said") };

        var entry = Assert.Single(RaidLog.Of(hour, "R01", Nok, null).Rows.OfType<ChronologyEntry>());

        Assert.Equal((Topic.Court, "Court, the police said", "2026-11-23"), (entry.Facts.Topic, entry.Facts.What, entry.Facts.When!.Typed));
    }

    [Theory]
    [InlineData("20 November 2026", 59, "23 November 2026", 0)]
    [InlineData("20 November 2026", 60, "23 November 2026", 1)]
    [InlineData("20 November 2024", 17, "23 November 2026", 1)]
    [InlineData("21 November 2024", 17, "23 November 2026", 0)]
    [InlineData("not known", 17, "22 November 2026", 1)]
    public void What_is_unlikely_is_asked(string when, int women, string court, int doubts)
    {
        var hour = Hour(when) with { Women = women, Coming = new(PartialDate.Read(court), Topic.Court, "Court") };

        Assert.Equal(doubts, Doubt.About(hour, Today).Count());
    }

    private static FirstHour Hour(string? when = null) =>
        new() { Raid = new() { Name = "Dok Rak", When = when is null ? null : PartialDateTime.Read(when) } };
}
