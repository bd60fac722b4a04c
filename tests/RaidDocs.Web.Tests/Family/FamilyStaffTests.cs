using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Family;
using RaidDocs.Domain.Staff;
using RaidDocs.Family;
using RaidDocs.Web.Tests.Access;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Papers;

namespace RaidDocs.Web.Tests.Family;

/// <summary>What the team does: give, tell, revoke, answer the phone.</summary>
public sealed partial class FamilyStaffTests : IAsyncLifetime
{
    private const string None = "We have no news for this number here. Please call us.";
    private const string Held = "She is staying in a government place in Thailand.";
    private const string Call = "Please call us. We would like to talk with you.";

    private readonly FamilyApp _app = new();
    private Guid _raid;
    private Guid _woman;
    private string _code = "";

    private HttpClient Leader => _app.Staff(StaffRole.ResearchLeader);

    public async ValueTask InitializeAsync()
    {
        _raid = await _app.StartAsync();
        _woman = await _app.WomanAsync(_raid);
        _code = await _app.DbAsync(db => db.Raids.Where(row => row.Id == _raid).Select(row => row.Code).SingleAsync()) + "-W01";
        _app.House.Set(new PageSettings { Phone = "+66 81 234 5678" });
        await _app.AnswersAsync(_raid, _woman, ConsentAnswer.No, purposes: Purpose.TellFamily);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Without_her_yes_only_that_the_family_asked_can_be_recorded()
    {
        var page = await Leader.OpenPageAsync($"/women/{_code}/family/give");
        Assert.Contains("has not said that her family may be told", page.Words(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form"));

        // Nor by whoever kept the form open while she said no.
        await _app.AnswersAsync(_raid, _woman);
        var form = await FilledAsync();
        await _app.AnswersAsync(_raid, _woman, ConsentAnswer.No, purposes: Purpose.TellFamily);
        var refused = await form.PostAsync("Make the number");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(0, await _app.DbAsync(db => db.FamilyLinks.CountAsync()));

        var asked = await Leader.OpenFormAsync($"/women/{_code}/family/call", "Save this call");
        await asked.Choose("Who called whom?", "the family asked for her").Fill("Who is this person to her?", "mother").Tick("Somebody has to call back").PostAsync("Save this call");
        Assert.Contains("This family waits for a call", (await Leader.OpenPageAsync("/")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_is_shown_once_on_a_slip_that_names_nobody_and_the_page_knows_it_at_once()
    {
        await _app.AnswersAsync(_raid, _woman);

        var answer = await (await FilledAsync()).PostAsync("Make the number");
        var page = await answer.ReadHtmlAsync();
        var number = page.QuerySelector(".slip .number")!.TextContent;
        var slip = page.QuerySelector(".slip")!;

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Matches(@"^\d{4} \d{4} \d{4} \d{4}$", number);
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.Contains(number[^4..], StringComparison.Ordinal)));
        Assert.DoesNotContain(_code, slip.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("mother", slip.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Notes", slip.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/n", slip.QuerySelector(".code")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(slip.QuerySelector("svg"));
        Assert.Contains("missed call", slip.TextContent, StringComparison.Ordinal);
        Assert.Equal(Held, await _app.SaysAsync(number));

        var list = (await Leader.OpenPageAsync($"/women/{_code}/family")).DocumentElement.OuterHtml;
        Assert.DoesNotContain(number, list, StringComparison.Ordinal);
        Assert.Contains($"number ending in {number[^4..]}", list, StringComparison.Ordinal);
        Assert.Contains("Last used on 21 November 2026", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoking_and_giving_anew_hold_from_the_next_request()
    {
        await _app.AnswersAsync(_raid, _woman);
        var (first, other) = (await _app.GiveAsync(_raid, _woman), await _app.GiveAsync(_raid, _woman, FamilyApp.Facts() with { Relation = "sister" }));
        Assert.Equal(Held, await _app.SaysAsync(first.Number));

        await PressAsync("Revoke this number", first);
        Assert.Equal(None, await _app.SaysAsync(first.Number));
        Assert.Equal(Held, await _app.SaysAsync(other.Number));

        var form = await Leader.OpenFormAsync($"/women/{_code}/family/give?from={other.Link.Id}", "Make the number");
        Assert.Equal("sister", form.Value("Who is this person to her?"));
        var made = (await (await form.PostAsync("Make the number")).ReadHtmlAsync()).QuerySelector(".slip .number")!.TextContent;
        Assert.Equal(None, await _app.SaysAsync(other.Number));
        Assert.Equal(Held, await _app.SaysAsync(made));
    }

    [Fact]
    public async Task Each_contact_has_a_level_of_its_own_and_one_under_suspicion_reads_only_please_call_us()
    {
        await _app.AnswersAsync(_raid, _woman);
        var mother = await _app.GiveAsync(_raid, _woman);
        var uncle = await _app.GiveAsync(_raid, _woman, FamilyApp.Facts(FamilyLevel.Contact));

        Assert.Equal("We are in contact with her.", await _app.SaysAsync(uncle.Number));
        await PressAsync("Show only “please call us”", mother);
        Assert.Equal(Call, await _app.SaysAsync(mother.Number));
        Assert.Equal("We are in contact with her.", await _app.SaysAsync(uncle.Number));
        await PressAsync("Trust this contact again", mother);
        Assert.Equal(Held, await _app.SaysAsync(mother.Number));
    }

    [Fact]
    public async Task When_custody_changes_a_box_asks_and_the_page_stays_as_it_was()
    {
        await _app.AnswersAsync(_raid, _woman);
        var given = await _app.GiveAsync(_raid, _woman);
        await _app.DbAsAsync(StaffRole.ResearchLeader, async db =>
        {
            (await db.Stays.FirstAsync(stay => stay.WomanId == _woman && stay.RaidId == _raid)).IsAt(null);
            return await db.SaveChangesAsync();
        });

        Assert.Equal(Held, await _app.SaysAsync(given.Number));
        Assert.Contains("The family page still shows “She is staying in a government place in Thailand.”", (await Leader.OpenPageAsync($"/women/{_code}")).Words(), StringComparison.Ordinal);
        Assert.Contains("Where she is has changed", (await Leader.OpenPageAsync($"/women/{_code}/family")).Words(), StringComparison.Ordinal);

        var leave = await Leader.OpenFormAsync($"/women/{_code}/family", $"Leave it mother {given.Link.LastFour}");
        await leave.PostAsync();
        Assert.DoesNotContain("still shows", (await Leader.OpenPageAsync($"/women/{_code}")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Painful_news_is_only_please_call_us_and_a_task_to_call_first()
    {
        await _app.AnswersAsync(_raid, _woman);
        var given = await _app.GiveAsync(_raid, _woman);
        var other = await _app.GiveAsync(_raid, _woman, FamilyApp.Facts(FamilyLevel.Contact));
        var form = await Leader.OpenFormAsync($"/women/{_code}/family/{given.Link.Id}/tell", "Tell this from now on");

        await form.Choose("What the page says", Call).Tick("Tell all her contacts the same").PostAsync("Tell this from now on");

        Assert.Equal(Call, await _app.SaysAsync(given.Number));
        Assert.Equal(Call, await _app.SaysAsync(other.Number));
        Assert.Equal(FamilyLevel.Contact, await _app.DbAsync(db => db.FamilyLinks.Where(row => row.Id == other.Link.Id).Select(row => row.Facts.Level).SingleAsync()));
        var home = await Leader.OpenPageAsync("/");
        Assert.Contains("Call this family first", home.Words(), StringComparison.Ordinal);
        await (await Leader.OpenFormAsync($"/women/{_code}/family", "This is done 21 November 2026 (2569)")).PostAsync();
        await (await Leader.OpenFormAsync($"/women/{_code}/family", "This is done 21 November 2026 (2569)")).PostAsync();
        Assert.DoesNotContain("Call this family first", (await Leader.OpenPageAsync("/")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_number_opens_a_harmless_page_and_warns_the_team_also_when_it_was_typed_behind_a_locked_vault()
    {
        await _app.AnswersAsync(_raid, _woman);
        var given = await _app.GiveAsync(_raid, _woman, withAlarm: true);
        await _app.Door.LockAsync(Domain.Access.Viewer.Operator, null);

        Assert.Equal(Call, await _app.SaysAsync(given.AlarmNumber!));
        Assert.Equal(Held, await _app.SaysAsync(given.Number));

        await _app.Door.UnlockAsync(Pages.Vault.VaultApp.Passphrase, Domain.Vault.VaultLedger.ThisComputer, TestContext.Current.CancellationToken);
        var home = await Leader.OpenPageAsync("/");
        Assert.Contains("The second number was typed", home.Words(), StringComparison.Ordinal);
        Assert.Equal(1, await _app.DbAsync(db => db.FamilyCalls.CountAsync(call => call.Facts.Kind == FamilyCallKind.Alarm)));
        await PressAsync("Revoke this number", given);
        Assert.Equal(None, await _app.SaysAsync(given.AlarmNumber!));
    }

    [Fact]
    public async Task The_desk_reads_what_the_page_shows_in_the_language_of_the_caller_and_logs_the_call_for_any_team()
    {
        await _app.AnswersAsync(_raid, _woman);
        _app.House.Set(new PageSettings { SwitchedOn = ["my"] });
        var given = await _app.GiveAsync(_raid, _woman);
        var volunteer = await _app.PersonAsync("volunteer", StaffRole.ResearchPartner);
        var desk = _app.Staff(StaffRole.ResearchPartner, volunteer);

        var wrong = await (await desk.OpenFormAsync("/family/phone")).Fill("The caller's number", "1234").PostAsync();
        Assert.Equal(["Check the number. It has 16 digits"], (await wrong.ReadHtmlAsync()).Errors());
        var unknown = await (await desk.OpenFormAsync("/family/phone")).Fill("The caller's number", FamilyCode.New()).PostAsync();
        Assert.Contains(None, (await unknown.ReadHtmlAsync()).Words(), StringComparison.Ordinal);

        var read = await (await desk.OpenFormAsync("/family/phone")).Fill("The caller's number", given.Number).Fill("Language to read in", "my").PostAsync();
        var page = await read.ReadHtmlAsync();
        Assert.Contains(Wording.Of("my")[Sentence.GovernmentPlace], page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(given.Number.Replace(" ", "", StringComparison.Ordinal), Digits().Replace(page.DocumentElement.OuterHtml, ""), StringComparison.Ordinal);
        Assert.DoesNotContain(_code, page.Words(), StringComparison.Ordinal);

        var logged = await new OpenForm(desk, page, "Save this call").Fill("What they asked, what was said", "When home?").Tick("Somebody has to call back").PostAsync("Save this call");
        Assert.Equal(HttpStatusCode.Redirect, logged.StatusCode);
        Assert.Contains("When home?", (await Leader.OpenPageAsync($"/women/{_code}/family")).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync($"/women/{_code}/family")).StatusCode);
    }

    [Fact]
    public async Task A_legal_advisor_and_another_team_see_nothing_of_it()
    {
        await _app.AnswersAsync(_raid, _woman);
        await _app.GiveAsync(_raid, _woman);
        var lawyer = _app.Staff(StaffRole.LegalAdvisor);

        Assert.Equal(HttpStatusCode.NotFound, (await lawyer.GetAsync($"/women/{_code}/family")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lawyer.GetAsync("/family/phone")).StatusCode);
        Assert.DoesNotContain("Her family", (await lawyer.OpenPageAsync($"/women/{_code}")).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Staff(StaffRole.ResearchLeader, await _app.LeaderAsync("else")).GetAsync($"/women/{_code}/family")).StatusCode);
    }

    [Fact]
    public async Task The_administrator_sets_the_number_the_languages_and_the_name_of_the_page()
    {
        var admin = _app.Staff(StaffRole.Administrator);
        var form = await admin.OpenFormAsync("/admin/family", "Save");
        Assert.Contains("a draft that no native speaker has read", form.Page.Words(), StringComparison.Ordinal);
        var refused = await form.Fill("The number that families call", "call me").Fill("Opens at", "late").Fill("Own name of the family page (optional)", "https://x").PostAsync("Save");
        Assert.Equal(3, (await refused.ReadHtmlAsync()).Errors().Count());
        Assert.Empty(_app.House.Settings.SwitchedOn);

        form = await admin.OpenFormAsync("/admin/family", "Save");
        await form.Fill("The number that families call", "+66 2 000 0000").Choose("Languages that are offered although nobody has reviewed them", "မြန်မာ").Tick("Let the page say nothing for now").PostAsync("Save");

        using var again = new FamilyHouse(_app.FamilyFolder, Domain.Data.SafeFile.Write, _app.Clock);
        Assert.Equal(("+66 2 000 0000", true), (again.Settings.Phone, again.Settings.SaysNothing));
        Assert.Equal(["en", "my"], again.Settings.Offered);
        await _app.AnswersAsync(_raid, _woman);
        Assert.Equal(None, await _app.SaysAsync((await _app.GiveAsync(_raid, _woman)).Number));
    }

    [Fact]
    public async Task A_recording_is_laid_beside_its_sentence_and_what_is_no_sound_is_refused()
    {
        var admin = _app.Staff(StaffRole.Administrator);
        var fill = new Dictionary<string, string> { ["Form.Language"] = "my", ["Form.Sentence"] = "N3" };

        var text = await admin.SendFileAsync("/admin/family/recording", "no sound"u8.ToArray(), "n3.mp3", fill);
        var tooLong = await admin.SendFileAsync("/admin/family/recording", [.. "OggS"u8, .. new byte[25_000]], "n3.ogg", fill);
        var nothing = await admin.SendFileAsync("/admin/family/recording", [.. "OggS"u8, .. new byte[100]], "n3.ogg");
        var laid = await admin.SendFileAsync("/admin/family/recording", [.. "OggS"u8, .. new byte[100]], "n3.ogg", fill);

        Assert.Equal(["Choose an MP3 or Ogg file of at most 25 kB"], (await text.ReadHtmlAsync()).Errors());
        Assert.Equal(["Choose an MP3 or Ogg file of at most 25 kB"], (await tooLong.ReadHtmlAsync()).Errors());
        Assert.Equal(2, (await nothing.ReadHtmlAsync()).Errors().Count());
        Assert.Equal(HttpStatusCode.Redirect, laid.StatusCode);
        Assert.Equal(104, _app.House.Find(ViewPart.Sound, "my", Sentence.GovernmentPlace)!.Length);
        Assert.Null(_app.House.Find(ViewPart.Sound, "en", Sentence.GovernmentPlace));
        Assert.Contains("(can be heard)", (await admin.OpenPageAsync("/admin/family/recording")).Words(), StringComparison.Ordinal);
    }

    private async Task<OpenForm> FilledAsync() => (await Leader.OpenFormAsync($"/women/{_code}/family/give", "Make the number"))
        .Fill("Who is this person to her?", "mother").Fill("Which language do they read?", "en")
        .Choose("How much does she let them know?", "kind of place, days and next date").Choose("What the page says", Held)
        .FillDate("Day of the last news", "17", "11", "2026");

    private async Task PressAsync(string button, Hosting.Family.GivenNumber given) =>
        Assert.Equal(HttpStatusCode.Redirect, (await (await Leader.OpenFormAsync($"/women/{_code}/family", $"{button} {given.Link.Facts.Relation} {given.Link.LastFour}")).PostAsync()).StatusCode);

    [GeneratedRegex("value=\"[^\"]*\"")]
    private static partial Regex Digits();
}
