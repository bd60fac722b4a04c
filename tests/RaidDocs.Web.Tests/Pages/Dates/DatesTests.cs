using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Stays;
using RaidDocs.Web.Pages.Dates;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Dates;

public sealed class DatesTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Legal { get; } = app.ClientFor(StaffRole.LegalAdvisor);

    [Fact]
    public async Task What_is_recorded_is_offered_with_its_sum_and_nothing_runs_by_itself()
    {
        var raid = await DateCases.NewRaidAsync(app);

        var words = (await Legal.OpenPageAsync($"/raids/{raid}/dates")).Words();

        Assert.Empty(await DateCases.ClocksAsync(app, raid));
        Assert.Contains("12 March 2025 (2568), 22:40 + 24 h = 13 March 2025 (2568), 22:40", words, StringComparison.Ordinal);
        Assert.Contains("12 March 2025 (2568), 22:40 + 24 h + 7 days = 20 March 2025 (2568), 22:40", words, StringComparison.Ordinal);
        Assert.Contains("12 March 2025 (2568) + 48 h = some hour of 14 March 2025 (2568)", words, StringComparison.Ordinal);
        Assert.Contains("no lawyer has checked this rule", words, StringComparison.Ordinal);
        Assert.Contains("How sure: general knowledge.", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2003-05-01", "2003-05-02", "T01", "T02", "T03")]
    [InlineData("2011-03-10", "2011-03-11", "T03")]
    public async Task A_rule_that_was_not_in_force_is_not_offered(string when, string next, params string[] absent)
    {
        var raid = await DateCases.NewRaidAsync(app, when, next);

        var page = await Legal.OpenPageAsync($"/raids/{raid}/dates");

        var offered = page.QuerySelectorAll("main legend .code").Select(code => code.TextContent).ToList();
        Assert.Contains("T04", offered);
        Assert.Empty(offered.Intersect(absent));
    }

    [Fact]
    public async Task One_tick_starts_a_clock_for_one_woman_and_the_same_form_sent_twice_starts_it_once()
    {
        var raid = await DateCases.NewRaidAsync(app);
        var page = await Legal.OpenPageAsync($"/raids/{raid}/dates");
        var key = page.QuerySelectorAll("input[name='Form.Ticked']").Select(box => box.GetAttribute("value")!).Single(value => value.StartsWith("T01-W02", StringComparison.Ordinal));
        var form = new OpenForm(Legal, page, "Start these clocks").Also("Form.Ticked", key);

        await form.PostAsync();
        await form.PostAsync();

        var clock = Assert.Single(await DateCases.ClocksAsync(app, raid));
        Assert.Equal(("T01", Answer.Yes), (clock.Facts.Rule, clock.Facts.PaperSeen));
        Assert.Equal(new DateOnly(2025, 3, 13), clock.DueOn);
    }

    [Fact]
    public async Task Ticked_for_all_it_starts_for_every_woman_and_a_passed_one_is_a_question_on_her_page()
    {
        var raid = await DateCases.NewRaidAsync(app);

        await DateCases.StartAsync(app, raid, "T01", "T14");

        Assert.Equal(6, (await DateCases.ClocksAsync(app, raid)).Count);
        const string Question = "It passed and no paper that allows it was seen. Was there one?";
        Assert.Contains(Question, (await Legal.OpenPageAsync($"/women/{raid}-W01")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(Question, (await Legal.OpenPageAsync($"/women/{raid}-W02")).Words(), StringComparison.Ordinal);
        Assert.Contains("619 days", (await Legal.OpenPageAsync($"/raids/{raid}/dates")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_ticked_is_said_and_starts_nothing()
    {
        var raid = await DateCases.NewRaidAsync(app);

        var response = await (await Legal.OpenFormAsync($"/raids/{raid}/dates", "Start these clocks")).PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(["Tick at least one clock"], (await response.ReadHtmlAsync()).Errors());
    }

    [Fact]
    public async Task A_corrected_stay_offers_to_move_the_clock_and_does_not_move_it_by_itself()
    {
        var raid = await DateCases.NewRaidAsync(app);
        await DateCases.StartAsync(app, raid, "T04");
        await app.DbAsync(async db =>
        {
            var stay = await db.Stays.Where(row => db.Raids.Any(one => one.Id == row.RaidId && one.Code == raid)).OrderBy(row => row.RecordedAt).FirstAsync();
            stay.Correct(stay.Facts with { From = PartialDateTime.Read("2025-03-12 23:50") }, null);
            return await db.SaveChangesAsync();
        });

        Assert.Contains("moves the clock that counts from 12 March 2025 (2568), 22:40", (await Legal.OpenPageAsync($"/raids/{raid}/dates")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(await DateCases.ClocksAsync(app, raid), clock => clock.Facts.Start!.Typed == "2025-03-12 23:50");

        await DateCases.StartAsync(app, raid, "T04");

        var clocks = await DateCases.ClocksAsync(app, raid);
        Assert.Equal(3, clocks.Count);
        Assert.Contains(clocks, clock => clock.Facts.Start!.Typed == "2025-03-12 23:50");
    }

    [Fact]
    public async Task A_stay_that_ended_since_is_offered_as_her_clocks_end_and_ends_it_by_a_tick()
    {
        var raid = await DateCases.NewRaidAsync(app);
        await DateCases.StartAsync(app, raid, "T04");
        await app.DbAsync(async db =>
        {
            var stay = (await db.Stays.Where(row => db.Raids.Any(one => one.Id == row.RaidId && one.Code == raid)).ToListAsync()).Single(row => row.Facts.PaperSeen == Answer.Yes);
            stay.End(PartialDateTime.Read("2025-03-20 09:00"), StayEnd.Released);
            return await db.SaveChangesAsync();
        });

        Assert.Contains("her stay ended 20 March 2025 (2568), 09:00", (await Legal.OpenPageAsync($"/raids/{raid}/dates")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(await DateCases.ClocksAsync(app, raid), clock => clock.Facts.EndedOn?.Typed == "2025-03-20 09:00");

        await DateCases.StartAsync(app, raid, "T04");

        var clocks = await DateCases.ClocksAsync(app, raid);
        Assert.Equal(3, clocks.Count);
        Assert.Equal(ClockEnd.SheLeft, clocks.Single(clock => clock.Facts.EndedOn?.Typed == "2025-03-20 09:00").Facts.End);
    }

    [Theory]
    [InlineData(StayEnd.Died)]
    [InlineData(StayEnd.Deported)]
    public async Task Of_a_woman_who_died_or_was_deported_no_clock_says_that_she_left(StayEnd how)
    {
        var raid = await DateCases.NewRaidAsync(app);
        await DateCases.StartAsync(app, raid, "T04");
        await app.DbAsync(async db =>
        {
            var stay = (await db.Stays.Where(row => db.Raids.Any(one => one.Id == row.RaidId && one.Code == raid)).ToListAsync()).Single(row => row.Facts.PaperSeen == Answer.Yes);
            stay.End(PartialDateTime.Read("2025-03-20 09:00"), how);
            return await db.SaveChangesAsync();
        });

        var words = (await Legal.OpenPageAsync($"/raids/{raid}/dates")).Words();

        Assert.Contains("her stay ended 20 March 2025 (2568), 09:00", words, StringComparison.Ordinal);
        Assert.DoesNotContain("she left", words, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Of_two_starts_that_are_ticked_one_moves_the_clock_and_the_other_starts_one()
    {
        var raid = await DateCases.NewRaidAsync(app);
        await DateCases.StartAsync(app, raid, "T04");
        await app.DbAsync(async db =>
        {
            var stay = (await db.Stays.Include(row => row.Facility).Where(row => db.Raids.Any(one => one.Id == row.RaidId && one.Code == raid)).ToListAsync()).Single(row => row.Facts.To is not null);
            stay.Correct(stay.Facts with { From = PartialDateTime.Read("2025-03-12 23:50") }, null);
            db.Stays.Add(new Stay(stay.RaidId, stay.WomanId, stay.Facility, new StayFacts { Voice = Voice.Woman, From = PartialDateTime.Read("2025-03-16 08:00") }, null));
            return await db.SaveChangesAsync();
        });

        await DateCases.StartAsync(app, raid, "T04");

        var starts = (await DateCases.ClocksAsync(app, raid)).Select(clock => clock.Facts.Start!.Typed).Order(StringComparer.Ordinal);
        Assert.Equal(["2025-03-12", "2025-03-12 22:40", "2025-03-12 23:50", "2025-03-16 08:00"], starts);
    }

    [Fact]
    public async Task The_calendar_shows_late_soon_and_the_month_and_says_what_is_unchecked()
    {
        await using var alone = new TestApp();
        var raid = await DateCases.NewRaidAsync(alone);
        await DateCases.StartAsync(alone, raid, "T01");

        var page = await alone.ClientFor(StaffRole.LegalAdvisor).OpenPageAsync("/dates");

        var lists = page.QuerySelectorAll("ul.agenda").Select(list => list.TextContent).ToList();
        Assert.Contains("3 days late", lists[0], StringComparison.Ordinal);
        Assert.Contains("no lawyer has checked this rule", lists[0], StringComparison.Ordinal);
        Assert.Contains("in 3 days", lists[1], StringComparison.Ordinal);
        Assert.Contains("Remand", page.QuerySelectorAll("table.month td").Single(cell => cell.TextContent.Contains("24 November 2026", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Contains("Judgment", (await alone.ClientFor(StaffRole.LegalAdvisor).OpenPageAsync("/dates?month=2026-12")).QuerySelector("table.month")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Time limits that have passed, with no answer yet", (await alone.ClientFor(StaffRole.ResearchLeader).OpenPageAsync("/")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(raid, (await alone.ClientFor(StaffRole.LegalAdvisor, Guid.CreateVersion7()).OpenPageAsync("/dates")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("9999-12")]
    [InlineData("x")]
    public async Task A_month_that_is_none_is_this_month(string month) =>
        Assert.Equal("November 2026 (2569)", (await Legal.OpenPageAsync($"/dates?month={month}")).QuerySelector("#month")!.TextContent);

    [Fact]
    public async Task Put_off_asks_for_the_next_day_and_keeps_the_chain()
    {
        var raid = await DateCases.NewRaidAsync(app);
        var trial = (await DateCases.HearingsAsync(app, raid)).Single(day => day.Facts.Kind == "Trial");
        var form = (await Legal.OpenFormAsync($"/dates/hearings/{trial.Id}/done")).Choose("What happened?", "it was put off");

        var refused = await form.PostAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await refused.ReadFormAsync(Legal);
        again.FillDate("When is the next one?", "9", "12", "2026");
        Assert.Equal(HttpStatusCode.Redirect, (await again.PostAsync()).StatusCode);

        var days = await DateCases.HearingsAsync(app, raid);
        Assert.Equal(HearingResult.PutOff, days.Single(day => day.Id == trial.Id).Facts.Result);
        var next = days.Single(day => day.FollowsId == trial.Id);
        Assert.Equal((new DateOnly(2026, 12, 9), "Trial", true), (next.OnFrom!.Value, next.Facts.Kind, next.IsOpen));
        Assert.Contains("It was put off to this day once.", (await Legal.OpenPageAsync($"/raids/{raid}/court")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-25", "2026-11-25", false)]
    [InlineData("2026-11-25", "November 2026", true)]
    [InlineData("2026-11-25", "2026", true)]
    [InlineData("2026-11-25", "not known", true)]
    [InlineData("2026-11-25", "2026-11-27", true)]
    [InlineData("2026-11-19", "2026-11-20", false)]
    [InlineData("2026-11-19", "November 2026", true)]
    [InlineData("January 2027", "2027-01-12", false)]
    [InlineData("16/11/2026 to 20/11/2026", "2026-11-19", false)]
    [InlineData("16/11/2026 to 20/11/2026", "2026-11-17", true)]
    public async Task Only_a_later_day_that_is_certainly_the_told_one_or_came_instead_hides_it(string told, string other, bool isShown)
    {
        var raid = await DateCases.NewRaidAsync(app);

        var trial = await DateCases.TellNextAsync(app, raid, told, other);

        Assert.Equal(isShown, await app.DbAsync(db => db.ToldNext(new DateOnly(2026, 11, 21)).AnyAsync(day => day.Id == trial)));
    }

    [Fact]
    public async Task Two_people_who_say_what_happened_see_both_texts()
    {
        var raid = await DateCases.NewRaidAsync(app);
        var trial = (await DateCases.HearingsAsync(app, raid)).Single(day => day.Facts.Kind == "Trial");
        await DateCases.StartAsync(app, raid, "T01");
        var clock = (await DateCases.ClocksAsync(app, raid))[0];
        foreach (var (address, label, choice) in new[] { ($"/dates/hearings/{trial.Id}/done", "What came of it?", "it was held"), ($"/dates/clocks/{clock.Id}/done", "In words", "her stay ended") })
        {
            var form = (await Legal.OpenFormAsync(address)).Choose("What happened?", choice).Fill(label, "Mine");
            await (await app.ClientFor(StaffRole.ResearchLeader).OpenFormAsync(address)).Choose("What happened?", choice).Fill(label, "Theirs").PostAsync();

            var response = await form.PostAsync();

            Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
            var both = await response.ReadFormAsync(Legal);
            Assert.Contains("Theirs", both.Page.Words(), StringComparison.Ordinal);
            Assert.Contains("researchleader saved first", both.Page.Words(), StringComparison.Ordinal);
            Assert.Equal("Mine", both.Value(label));
        }
    }

    [Fact]
    public async Task A_paper_lengthens_a_clock_and_a_future_day_is_refused()
    {
        var raid = await DateCases.NewRaidAsync(app);
        await DateCases.StartAsync(app, raid, "T06");
        var clock = (await DateCases.ClocksAsync(app, raid)).First(row => row.IsOpen);
        await app.DbAsync(async db =>
        {
            var row = await db.Clocks.Include(one => one.Rule).SingleAsync(one => one.Id == clock.Id);
            row.Change(row.Facts with { PaperSeen = Answer.Yes, Paper = "The first six days" }, null);
            return await db.SaveChangesAsync();
        });
        var form = (await Legal.OpenFormAsync($"/dates/clocks/{clock.Id}/done")).Choose("What happened?", "a paper or recorded reason makes it longer").FillDate("When did it happen?", "22", "11", "2026");

        var refused = await (await form.PostAsync()).ReadFormAsync(Legal);
        Assert.Equal(["The day must be today or in the past"], refused.Page.Errors());
        refused.FillDate("When did it happen?", "", "", "");
        await refused.PostAsync();

        var longer = (await DateCases.ClocksAsync(app, raid)).Single(row => row.Id == clock.Id);
        Assert.Equal((1, clock.DueOn!.Value.AddDays(6)), (longer.Facts.Extensions, longer.DueOn!.Value));
        Assert.Equal((Answer.NotAsked, "The first six days"), (longer.Facts.PaperSeen, longer.Facts.Paper));
    }

    [Fact]
    public async Task A_day_in_court_before_the_raid_is_refused()
    {
        var raid = await DateCases.NewRaidAsync(app);
        var form = (await Legal.OpenFormAsync($"/raids/{raid}/court/C1/hearings/add")).Fill("What kind of day?", "Remand").Choose("Who says it?", "a paper").FillDate("When is it?", "11", "3", "2025");

        var response = await form.PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(["A day in court cannot be before the night of the raid, 12 March 2025 (2568)"], (await response.ReadHtmlAsync()).Errors());
        Assert.Equal(3, (await DateCases.HearingsAsync(app, raid)).Count);
    }

    [Fact]
    public async Task An_order_stands_with_its_women_and_starts_clocks()
    {
        var raid = await DateCases.NewRaidAsync(app);
        var form = (await Legal.OpenFormAsync($"/raids/{raid}/court/C1/orders/add")).Fill("What kind of order?", "held as a suspect (remand)").Fill("What did the court order?", "Twelve days")
            .FillDate("When was it ordered?", "14", "3", "2025").Choose("Which women does it concern?", "W02").Choose("Who says it?", "a paper");

        await form.PostAsync();
        await form.PostAsync();

        var words = (await Legal.OpenPageAsync($"/raids/{raid}/court")).Words();
        Assert.Contains("Twelve days W02. Paper seen: not asked. Carried out: not asked", words, StringComparison.Ordinal);
        Assert.Contains("12 days", (await Legal.OpenPageAsync($"/raids/{raid}/dates")).QuerySelectorAll("fieldset").Single(set => set.QuerySelector("legend .code")?.TextContent == "T05-48").TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await app.DbAsync(db => db.CourtOrders.CountAsync(order => db.Raids.Any(row => row.Id == order.RaidId && row.Code == raid))));
    }
}
