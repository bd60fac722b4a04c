using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Access;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Dates;

public sealed partial class CalendarFeedTests : IAsyncLifetime
{
    private readonly TestApp _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task It_answers_a_stranger_with_the_address_with_codes_and_nothing_that_somebody_typed()
    {
        var raid = await DateCases.NewRaidAsync(_app);
        await DateCases.StartAsync(_app, raid, "T08", "T12", "T01");
        var address = await MakeAsync(StaffRole.LegalAdvisor);

        var response = await _app.ClientFor(null).GetAsync(address);
        var text = await response.Content.ReadAsStringAsync();
        var read = await IcalReader.ReadAsync(await response.Content.ReadAsByteArrayAsync());

        Assert.Equal("text/calendar", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.DoesNotContain("Secret", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Lotus", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Station", text, StringComparison.OrdinalIgnoreCase);
        var remand = read.Events.Single(one => one.Summary == $"{raid} - remand (2)");
        Assert.Equal(("2026-11-24T09:30:00", "2026-11-24T02:30:00.000Z"), (remand.Start, remand.StartUtc));
        Assert.Equal(("2026-12-01", "2027-01-01", true), read.Events.Where(one => one.Summary == $"{raid} - judgment (2)").Select(one => (one.Start, one.End, one.AllDay)).Single());
        var limit = read.Events.First(one => one.Summary == $"{raid}-W01 - time limit T01");
        Assert.Equal(("2025-03-13T22:40:00", "Needs checking. No lawyer has checked this rule."), (limit.Start, limit.Description));
        Assert.All(read.Events, one => Assert.Matches(@"^R\d+(-W\d+)? - [a-z ]+( \(\d+\)| T[\d-]+)$", one.Summary));
    }

    [Fact]
    public async Task Two_readings_are_the_same_and_a_day_that_was_put_off_is_cancelled_under_its_own_mark()
    {
        var raid = await DateCases.NewRaidAsync(_app);
        var address = await MakeAsync(StaffRole.LegalAdvisor);
        var first = await _app.ClientFor(null).GetStringAsync(address);
        Assert.Equal(first, await _app.ClientFor(null).GetStringAsync(address));
        var trial = (await DateCases.HearingsAsync(_app, raid)).Single(day => day.Facts.Kind == "Trial");

        var form = (await _app.ClientFor(StaffRole.LegalAdvisor).OpenFormAsync($"/dates/hearings/{trial.Id}/done")).Choose("What happened?", "it was put off").FillDate("When is the next one?", "9", "12", "2026");
        await form.PostAsync();

        var read = await IcalReader.ReadAsync(await _app.ClientFor(null).GetByteArrayAsync(address));
        var old = read.Events.Single(one => one.Uid == $"{trial.Id:N}@dates.invalid");
        Assert.Equal(("CANCELLED", "2026-11-18"), (old.Status, old.Start));
        Assert.Single(read.Events, one => one.Start == "2026-12-09" && one.Status == "CONFIRMED");
    }

    [Fact]
    public async Task A_next_day_that_was_only_told_is_there_until_it_is_a_day_of_its_own()
    {
        var raid = await DateCases.NewRaidAsync(_app);
        var address = await MakeAsync(StaffRole.LegalAdvisor);
        var legal = _app.ClientFor(StaffRole.LegalAdvisor);
        var trial = (await DateCases.HearingsAsync(_app, raid)).Single(day => day.Facts.Kind == "Trial");
        var edit = (await legal.OpenFormAsync($"/raids/{raid}/court/hearings/{trial.Id}/edit")).Choose("Was it held?", "it was put off")
            .FillDate("When is the next one?", "12", "1", "2027").FillIn("When is the next one?", "Time, like 22:40", "09:00");
        Assert.Equal(HttpStatusCode.Redirect, (await edit.PostAsync()).StatusCode);

        var told = await ReadAsync(address);
        var next = told.Single(one => one.Uid == $"{trial.Id:N}-next@dates.invalid");
        Assert.Equal(("CONFIRMED", "2027-01-12T09:00:00", $"{raid} - trial (2)"), (next.Status, next.Start, next.Summary));
        Assert.Equal("CANCELLED", told.Single(one => one.Uid == $"{trial.Id:N}@dates.invalid").Status);

        var add = (await legal.OpenFormAsync($"/raids/{raid}/court/C1/hearings/add")).Fill("What kind of day?", "Trial").Choose("Who says it?", "a paper").FillDate("When is it?", "12", "1", "2027");
        Assert.Equal(HttpStatusCode.Redirect, (await add.PostAsync()).StatusCode);

        var added = await ReadAsync(address);
        Assert.DoesNotContain(added, one => one.Uid == next.Uid);
        Assert.Equal("2027-01-12", added.Single(one => one.Start.StartsWith("2027-01-12", StringComparison.Ordinal)).Start);
    }

    [Fact]
    public async Task A_month_does_not_hide_the_next_day_that_it_told_itself()
    {
        var raid = await DateCases.NewRaidAsync(_app);
        var address = await MakeAsync(StaffRole.LegalAdvisor);
        var judgment = (await DateCases.HearingsAsync(_app, raid)).Single(day => day.Facts.Kind == "Judgment");
        var edit = (await _app.ClientFor(StaffRole.LegalAdvisor).OpenFormAsync($"/raids/{raid}/court/hearings/{judgment.Id}/edit")).FillDate("When is the next one?", "20", "12", "2026");
        Assert.Equal(HttpStatusCode.Redirect, (await edit.PostAsync()).StatusCode);

        var next = (await ReadAsync(address)).Single(one => one.Uid == $"{judgment.Id:N}-next@dates.invalid");

        Assert.Equal(("CONFIRMED", "2026-12-20", true), (next.Status, next.Start, next.AllDay));
    }

    [Fact]
    public async Task A_month_and_an_unknown_day_of_the_same_case_hide_a_told_next_day_nowhere()
    {
        var raid = await DateCases.NewRaidAsync(_app);
        var address = await MakeAsync(StaffRole.LegalAdvisor);

        var trial = await DateCases.TellNextAsync(_app, raid, "2026-11-25", "November 2026", "not known");

        Assert.Equal("2026-11-25", (await ReadAsync(address)).Single(one => one.Uid == $"{trial:N}-next@dates.invalid").Start);
        var agenda = (await _app.ClientFor(StaffRole.LegalAdvisor).OpenPageAsync("/dates")).QuerySelectorAll("ul.agenda").Select(list => list.TextContent);
        Assert.Contains("25 November 2026", string.Concat(agenda), StringComparison.Ordinal);
        Assert.Contains("25 November 2026", (await _app.ClientFor(StaffRole.ResearchLeader).OpenPageAsync("/")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_holds_what_she_may_see_now_and_no_more()
    {
        var raid = await DateCases.NewRaidAsync(_app);
        var partner = await MakeAsync(StaffRole.ResearchPartner);
        Assert.Contains(raid, await _app.ClientFor(null).GetStringAsync(partner), StringComparison.Ordinal);

        await _app.DbAsync(db => db.TeamMembers.Where(member => member.UserId == _app.PersonIn(StaffRole.ResearchPartner)).ExecuteDeleteAsync());

        Assert.DoesNotContain(raid, await _app.ClientFor(null).GetStringAsync(partner), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_a_renewed_and_a_revoked_address_and_one_of_a_locked_person_are_not_there_alike()
    {
        var old = await MakeAsync(StaffRole.LegalAdvisor);
        var revoked = await MakeAsync(StaffRole.ResearchLeader);
        var locked = await MakeAsync(StaffRole.ResearchPartner);
        var now = await MakeAsync(StaffRole.LegalAdvisor);
        await (await _app.ClientFor(StaffRole.ResearchLeader).OpenFormAsync("/dates/calendar", "End the address")).PostAsync();
        await _app.DbAsync(db => db.Users.Where(user => user.UserName == "researchpartner").ExecuteUpdateAsync(set => set.SetProperty(user => user.LockedAt, new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc))));

        var answers = new List<(HttpStatusCode Status, string Body)>();
        foreach (var address in new[] { old, revoked, locked, "/dates.ics?key=x" })
        {
            var response = await _app.ClientFor(null).GetAsync(address);
            answers.Add((response.StatusCode, await response.Content.ReadAsStringAsync()));
        }

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NotFound, answer.Status));
        Assert.Single(answers.Distinct());
        Assert.Equal(HttpStatusCode.OK, (await _app.ClientFor(null).GetAsync(now)).StatusCode);
    }

    [Fact]
    public async Task Who_tries_wrong_keys_waits_and_a_right_address_goes_on_working()
    {
        var address = await MakeAsync(StaffRole.LegalAdvisor);
        for (var tries = 0; tries < 5; tries++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _app.ClientFor(null).GetAsync("/dates.ics?key=wrong")).StatusCode);
        }

        var waiting = await _app.ClientFor(null).GetAsync("/dates.ics");

        Assert.Equal(HttpStatusCode.TooManyRequests, waiting.StatusCode);
        Assert.True(waiting.Headers.RetryAfter!.Delta > TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.OK, (await _app.ClientFor(null).GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task The_store_keeps_no_key_and_the_log_of_requests_no_query()
    {
        var key = "k" + new string('7', 42);
        await _app.ClientFor(null).GetAsync(new Uri($"/dates.ics?key={key}", UriKind.Relative));

        var log = "";
        foreach (var path in Directory.EnumerateFiles(Path.Combine(_app.Folder, "logs")))
        {
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            log += await reader.ReadToEndAsync();
        }

        Assert.Contains("/dates.ics", log, StringComparison.Ordinal);
        Assert.DoesNotContain(key, log, StringComparison.Ordinal);
        var made = (await MakeAsync(StaffRole.LegalAdvisor)).Split('=')[1];
        Assert.Equal(64, (await _app.DbAsync(db => db.CalendarKeys.SingleAsync())).KeyHash.Length);
        Assert.DoesNotContain(await _app.DbAsync(db => db.AuditEntries.Select(entry => entry.ObjectId).ToListAsync()), id => id.Contains(made, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reading_is_logged_once_a_day()
    {
        var address = await MakeAsync(StaffRole.LegalAdvisor);

        await _app.ClientFor(null).GetAsync(address);
        await _app.ClientFor(null).GetAsync(address);

        Assert.Equal(1, await _app.DbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "calendar-read")));
        Assert.Contains("A program last read it on 21 November 2026 (2569).", (await _app.ClientFor(StaffRole.LegalAdvisor).OpenPageAsync("/dates/calendar")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StaffRole.Administrator)]
    [InlineData(StaffRole.Auditor)]
    public async Task Who_sees_no_case_has_no_address(string role) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _app.ClientFor(role).PostTokenAsync("/dates/calendar?handler=New")).StatusCode);

    private async Task<IReadOnlyList<ReadEvent>> ReadAsync(string address) =>
        (await IcalReader.ReadAsync(await _app.ClientFor(null).GetByteArrayAsync(address))).Events;

    private async Task<string> MakeAsync(string role)
    {
        var client = _app.ClientFor(role);
        var page = await client.OpenPageAsync("/dates/calendar");
        var answer = await (await new OpenForm(client, page, page.QuerySelector("main form button")!.TextContent.Trim()).PostAsync()).ReadHtmlAsync();
        var address = answer.QuerySelector("#address")!.TextContent;
        Assert.Matches(Address(), address);
        return new Uri(address).PathAndQuery;
    }

    [GeneratedRegex(@"^https?://[^/]+/dates\.ics\?key=[A-Za-z0-9_-]{43}$")]
    private static partial Regex Address();
}
