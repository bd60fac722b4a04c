using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Raids;

public sealed class LogRaidTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData(StaffRole.ResearchLeader, HttpStatusCode.OK)]
    [InlineData(StaffRole.ResearchPartner, HttpStatusCode.OK)]
    [InlineData(StaffRole.LegalAdvisor, HttpStatusCode.NotFound)]
    [InlineData(StaffRole.Administrator, HttpStatusCode.NotFound)]
    [InlineData(StaffRole.Auditor, HttpStatusCode.NotFound)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task Leaders_and_partners_log_raids(string? role, HttpStatusCode answer) =>
        Assert.Equal(answer, (await app.ClientFor(role).GetAsync("/raids/new")).StatusCode);

    [Theory]
    [InlineData("12", "3", "2570", "The date of the raid must be today or in the past")]
    [InlineData("", "", "", "Enter the date of the raid, or choose \"I do not know the date\"")]
    [InlineData("31", "4", "2568", "The date of the raid must be a real date")]
    [InlineData("29", "2", "2568", "2025 (2568) has no 29 February")]
    [InlineData("12", "3", "68", "Enter the year with 4 numbers, like 2568 or 2025")]
    public async Task A_date_that_cannot_be_is_explained_and_stays_in_its_boxes(string day, string month, string year, string error)
    {
        var log = new RaidLogger(app);
        var before = await app.DbAsync(db => db.Drafts.CountAsync());

        var response = await (await log.OpenAsync()).FillDate("When did it happen?", day, month, year).PostAsync("Continue");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(error, (await response.ReadHtmlAsync()).Errors());
        Assert.Equal(year, (await response.ReadFormAsync(log.Client, "Continue")).Value("When did it happen?", "Year"));
        Assert.Equal(before, await app.DbAsync(db => db.Drafts.CountAsync()));
    }

    [Fact]
    public async Task Thai_digits_and_years_are_taken_and_shown_in_both_eras_before_the_save()
    {
        var log = new RaidLogger(app);
        await log.StartAsync("๑๒", "มี.ค.", "๒๕๖๘");
        await log.StepAsync("many", form => form.Fill("Number of women", "๑๗"));

        var check = (await log.Client.OpenPageAsync(log.Path("check"))).Words();

        Assert.Contains("12 March 2025 (2568)", check, StringComparison.Ordinal);
        Assert.Contains("Women taken 17 Change", check, StringComparison.Ordinal);
        Assert.Contains("Where Not given Change", check, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_makes_the_raid_its_women_and_what_was_said()
    {
        var log = new RaidLogger(app);
        await log.StartTodayAsync();
        await log.StepAsync("where", form => form.Fill("What the place is called", "Moon <b>Bar</b>").Fill("Province", "Tak"));
        await log.StepAsync("who", form => form.Tick("Local police").Tick("NGO staff"));
        await log.StepAsync("many", form => form.Fill("Number of women", "2").Fill("How many of them are said to be under 18", "1")
            .Fill("Who says they are under 18", "an NGO"));
        await log.StepAsync("now", form => form.Fill("One answer for all of them", "Police station").Fill("What that place is called", "Moon station"));
        await log.StepAsync("coming", form => form.FillDate("The day", "23", "11", "2026").Fill("What was said about it", "Court on Monday"));

        var response = await log.SaveAsync();

        var code = response.Headers.Location!.OriginalString["/raids/".Length..];
        var raid = await FindAsync(code);
        Assert.Equal(("Moon <b>Bar</b>", "TH-63", "21/11/2026"), (raid.Facts.Name, raid.Facts.Province, raid.Facts.When!.Typed));
        Assert.Equal(["local-police", "ngo-staff"], raid.Facts.Agencies);
        await app.DbAsync(async db =>
        {
            Assert.Equal([app.PersonIn(StaffRole.ResearchLeader)], await db.TeamMembers.Where(one => one.RaidId == raid.Id).Select(one => one.UserId).ToListAsync());
            Assert.Equal([1, 2], await db.Apprehensions.Where(row => row.RaidId == raid.Id).Select(row => row.Number).Order().ToListAsync());
            Assert.Equal(
                [(CountOf.SaidUnder18, 1, Voice.Ngo), (CountOf.WomenTaken, 2, Voice.Team)],
                (await db.Counts.Where(count => count.RaidId == raid.Id).ToListAsync()).OrderBy(count => count.Facts.Low).Select(count => (count.Facts.Of, count.Facts.Low, count.Facts.Voice)));
            var stays = await db.Stays.Include(stay => stay.Facility).Where(stay => stay.RaidId == raid.Id).ToListAsync();
            Assert.Equal(["Moon station", "Moon station"], stays.Select(stay => stay.Facility!.Facts.Name));
            Assert.Single(stays.Select(stay => stay.FacilityId).Distinct());
            Assert.Equal(["Court on Monday"], await db.Chronology.Where(entry => entry.RaidId == raid.Id).Select(entry => entry.Facts.What).ToListAsync());
            return true;
        });
        var next = await log.Client.GetAsync(new Uri("/raids/new", UriKind.Relative));
        Assert.Equal($"Raid {code} saved. 2 women added as W01 to W02.", (await next.ReadHtmlAsync()).Banner());
    }

    [Fact]
    public async Task A_partner_logs_a_raid_and_is_on_its_team()
    {
        var log = new RaidLogger(app, StaffRole.ResearchPartner);
        await log.StartTodayAsync();
        await log.StepAsync("where", form => form.Fill("What the place is called", "Partner Bar"));

        var response = await log.SaveAsync();

        var raid = await FindAsync(response.Headers.Location!.OriginalString["/raids/".Length..]);
        Assert.Equal([app.PersonIn(StaffRole.ResearchPartner)], await app.DbAsync(db =>
            db.TeamMembers.Where(one => one.RaidId == raid.Id).Select(one => one.UserId).ToListAsync()));
    }

    [Fact]
    public async Task A_raid_that_is_sent_twice_is_one_raid()
    {
        var log = new RaidLogger(app);
        await log.StartTodayAsync();
        await log.StepAsync("where", form => form.Fill("What the place is called", "Twice Bar"));
        var check = await log.Client.OpenFormAsync(log.Path("check"));

        var first = await check.PostAsync("Save this raid");
        var second = await check.PostAsync("Save this raid");

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await app.DbAsync(db => db.Raids.CountAsync(raid => raid.Facts.Name == "Twice Bar")));
        Assert.Equal(first.Headers.Location, (await log.Client.GetAsync(log.Path("where"))).Headers.Location);
    }

    [Fact]
    public async Task The_same_place_and_night_is_asked_about_and_may_still_be_another_raid()
    {
        var first = new RaidLogger(app);
        await first.StartTodayAsync();
        await first.StepAsync("where", form => form.Fill("What the place is called", "Same Bar"));
        var code = (await first.SaveAsync()).Headers.Location!.OriginalString["/raids/".Length..];
        var log = new RaidLogger(app);
        await log.StartTodayAsync();
        await log.StepAsync("where", form => form.Fill("What the place is called", "same  bar".Replace("  ", " ", StringComparison.Ordinal)));

        var asked = await log.SaveAsync();

        Assert.Equal(log.Path("sure"), asked.Headers.Location!.OriginalString);
        var page = await log.Client.OpenPageAsync(log.Path("sure"));
        Assert.Equal($"/raids/{code}", page.QuerySelector("main a.button")!.GetAttribute("href"));
        var saved = await (await log.Client.OpenFormAsync(log.Path("sure"))).PostAsync("No, this is a different raid");
        Assert.StartsWith("/raids/R", saved.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.NotEqual($"/raids/{code}", saved.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Many_women_or_a_raid_long_ago_is_asked_about_before_it_is_saved()
    {
        var log = new RaidLogger(app);
        await log.StartAsync("13", "3", "2554");
        await log.StepAsync("where", form => form.Fill("What the place is called", "Old Bar"));
        await log.StepAsync("many", form => form.Fill("Number of women", "60"));

        Assert.Equal(log.Path("sure"), (await log.SaveAsync()).Headers.Location!.OriginalString);
        Assert.False(await app.DbAsync(db => db.Raids.AnyAsync(raid => raid.Facts.Name == "Old Bar")));
        var form = await log.Client.OpenFormAsync(log.Path("sure"));
        Assert.Contains("The night of the raid was 13 March 2011 (2554), more than 2 years ago.", form.Page.Words(), StringComparison.Ordinal);
        Assert.Contains("You entered 60 women taken.", form.Page.Words(), StringComparison.Ordinal);

        await form.PostAsync("Yes, this is right");

        Assert.True(await app.DbAsync(db => db.Raids.AnyAsync(raid => raid.Facts.Name == "Old Bar")));
    }

    [Fact]
    public async Task The_code_of_a_raid_of_another_team_is_not_given_twice()
    {
        var hers = new RaidLogger(app, StaffRole.ResearchPartner);
        await hers.StartTodayAsync();
        var first = (await hers.SaveAsync()).Headers.Location;
        var log = new RaidLogger(app);
        await log.StartTodayAsync();
        await log.StepAsync("where", form => form.Fill("What the place is called", "Other team bar"));

        var second = (await log.SaveAsync()).Headers.Location;

        Assert.StartsWith("/raids/R", second!.OriginalString, StringComparison.Ordinal);
        Assert.NotEqual(first, second);
    }

    [Theory]
    [InlineData("many", "Number of women", "seventeen", "Number of women must be a whole number, like 17")]
    [InlineData("many", "Number of women", "501", "Here 500 women can get a code. Write how many more there were on the page of counts")]
    [InlineData("where", "What the place is called", "Bar\u0007", "Remove the control characters from What the place is called")]
    public async Task What_is_refused_on_a_page_stays_there_and_is_not_kept(string step, string label, string typed, string error)
    {
        var log = new RaidLogger(app);
        await log.StartTodayAsync();

        var response = await (await log.Client.OpenFormAsync(log.Path(step))).Fill(label, typed).PostAsync("Continue");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(error, (await response.ReadHtmlAsync()).Errors());
        Assert.Equal(typed, (await response.ReadFormAsync(log.Client, "Continue")).Value(label));
        Assert.Equal("", (await log.Client.OpenFormAsync(log.Path(step))).Value(label));
    }

    [Fact]
    public async Task A_made_up_key_is_refused()
    {
        var log = new RaidLogger(app);
        await log.StartTodayAsync();
        var form = await log.Client.OpenFormAsync(log.Path("who"));

        var response = await form.Tick("Local police").Also("Form.Agencies", "martians").PostAsync("Continue");

        Assert.Contains("Choose one of the list", (await response.ReadHtmlAsync()).Errors());
    }

    [Fact]
    public async Task What_was_begun_is_listed_goes_on_where_it_stopped_and_can_be_removed()
    {
        var log = new RaidLogger(app);
        await log.StartTodayAsync();
        await (await log.Client.OpenFormAsync(log.Path("where"))).Fill("What the place is called", "Later Bar").PostAsync("Save, come back later");

        var start = await log.Client.OpenPageAsync("/raids/new");
        Assert.Equal(log.Path("who"), start.QuerySelectorAll("a").Single(link => link.TextContent.StartsWith("Later Bar", StringComparison.Ordinal)).GetAttribute("href"));
        Assert.DoesNotContain("Later Bar", (await app.ClientFor(StaffRole.ResearchPartner).OpenPageAsync("/raids/new")).Words(), StringComparison.Ordinal);

        var removed = await new OpenForm(log.Client, start, "Remove Later Bar").PostAsync("Remove Later Bar");
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);

        Assert.DoesNotContain("Later Bar", (await log.Client.OpenPageAsync("/raids/new")).QuerySelector("main ul")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await log.Client.GetAsync(log.Path("where"))).StatusCode);
    }

    [Fact]
    public async Task Nobody_opens_the_draft_of_somebody_else()
    {
        var log = new RaidLogger(app);
        await log.StartTodayAsync();

        foreach (var step in new[] { "", "where", "who", "many", "now", "coming", "check", "sure" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await app.ClientFor(StaffRole.ResearchPartner).GetAsync(log.Path(step))).StatusCode);
        }
    }

    [Fact]
    public async Task Changing_one_answer_leads_back_to_the_check_and_keeps_the_rest()
    {
        var log = new RaidLogger(app);
        await log.StartTodayAsync();
        await log.StepAsync("where", form => form.Fill("What the place is called", "Change Bar"));

        var response = await (await log.Client.OpenFormAsync(log.Path("many") + "?change=1")).Fill("Number of women", "5").PostAsync("Continue");

        Assert.Equal(log.Path("check"), response.Headers.Location!.OriginalString);
        var check = (await log.Client.OpenPageAsync(log.Path("check"))).Words();
        Assert.Contains("Change Bar", check, StringComparison.Ordinal);
        Assert.Contains("Women taken 5", check, StringComparison.Ordinal);
    }

    private Task<Raid> FindAsync(string code) => app.DbAsync(db => db.Raids.AsNoTracking().SingleAsync(raid => raid.Code == code));
}

/// <summary>Somebody who logs a raid, page by page.</summary>
internal sealed class RaidLogger(TestApp app, string role = StaffRole.ResearchLeader)
{
    private string _draft = "";

    public HttpClient Client { get; } = app.ClientFor(role);

    public string Path(string step) => $"/raids/new/{_draft}/{step}".TrimEnd('/');

    public Task<OpenForm> OpenAsync() => Client.OpenFormAsync("/raids/new", "Continue");

    public async Task StartAsync(string day, string month, string year) =>
        Begin(await (await OpenAsync()).FillDate("When did it happen?", day, month, year).PostAsync("Continue"));

    public async Task StartTodayAsync() => Begin(await (await OpenAsync()).PostAsync("Today"));

    public async Task StepAsync(string step, Func<OpenForm, OpenForm> fill)
    {
        var response = await fill(await Client.OpenFormAsync(Path(step))).PostAsync("Continue");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    public async Task<HttpResponseMessage> SaveAsync() => await (await Client.OpenFormAsync(Path("check"))).PostAsync("Save this raid");

    private void Begin(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        _draft = response.Headers.Location!.OriginalString.Split('/')[3];
    }
}
