using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.House;

/// <summary>The pages of an account, from who speaks to the save.</summary>
public sealed class TellingTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Client { get; } = app.ClientFor(StaffRole.ResearchLeader);

    [Fact]
    public async Task A_part_opens_when_what_it_needs_is_there()
    {
        var raid = await app.ImportAsync(SmallCase.Json);
        var account = await Client.BeginAsync($"{raid}-W01");

        var hub = await Client.OpenPageAsync(account);
        Assert.Equal("Completed", hub.State("Who is speaking"));
        Assert.Equal("Not started", hub.State("Consent, before you start"));
        Assert.Equal("Cannot start yet", hub.State("Her words"));
        Assert.Equal(account, (await Client.GetAsync($"{account}/words")).Headers.Location!.OriginalString);

        await Client.AgreeAsync(account);
        hub = await Client.OpenPageAsync(account);
        Assert.Equal("Not started", hub.State("Her words"));
        Assert.Equal("Cannot start yet", hub.State("Consent, what we may do with it"));

        await (await Client.OpenFormAsync($"{account}/words")).Fill("The words as they were said", "one").Choose("Have you finished this part?", "No").PostAsync("Continue");
        hub = await Client.OpenPageAsync(account);
        Assert.Equal("In progress", hub.State("Her words"));
        Assert.Equal("Cannot start yet", hub.State("Check your answers"));
    }

    [Fact]
    public async Task Finished_it_is_one_testimony_with_its_passages_marks_ticks_and_answers_however_often_it_is_sent()
    {
        var raid = await app.ImportAsync(SmallCase.Json);
        var account = await Client.BeginAsync($"{raid}-W01");
        await Client.AgreeAsync(account);
        await (await Client.OpenFormAsync($"{account}/where")).Choose("How was it told?", "by phone").Fill("Who was in the room?", "Nobody else").PostAsync("Continue");
        await Client.SpeakAsync(account, "one\r\n\r\ntwo", "eins\n\nzwei");
        await (await Client.OpenFormAsync($"{account}/ticks")).Choose("Did they tell her the reason?", "no").Choose("Was her phone taken?", "she would rather not say").PostAsync("Continue");
        var safety = await Client.OpenFormAsync($"{account}/safety");
        safety.Set("Form.Marks[1].Of", safety.Hidden("Form.Marks[1].Of"));
        await safety.Also("Form.Marks[1].SexualDetail", "true").Fill("Who must never see this?", "The village head").PostAsync("Continue");
        var allows = (await Client.OpenFormAsync($"{account}/allows")).Answer("no", Purpose.Keep).Choose("use in court", "only if")
            .Fill("Only if: her condition to \"use in court\"", "behind a screen").Choose("tell her family", "ask me again");
        await allows.PostAsync("Continue");
        var check = await Client.OpenFormAsync($"{account}/check");
        Assert.Contains("behind a screen", check.Page.Words(), StringComparison.Ordinal);

        var saved = await check.PostAsync("Finish and save");
        var again = await check.PostAsync("Finish and save");

        Assert.Equal(saved.Headers.Location, again.Headers.Location);
        var told = Assert.Single(await app.TestimoniesAsync(raid));
        Assert.Equal(["one", "two"], told.Words.Select(passage => passage.Facts.Text));
        Assert.Equal(["eins", "zwei"], told.Words.Select(passage => passage.Facts.Translation));
        Assert.Equal([false, true], told.Words.Select(passage => passage.Facts.SexualDetail));
        Assert.Equal((HowTold.Phone, "Nobody else", "The village head"), (told.Facts.How, told.Facts.WhoWasInTheRoom, told.Facts.NeverFor));
        Assert.Equal((Answer.No, Answer.RatherNotSay, Answer.NotAsked), (told.Facts.Ticks.ToldWhy, told.Facts.Ticks.PhoneTaken, told.Facts.Ticks.CouldLeave));
        Assert.Equal(["V03"], told.Facts.Ticks.ActsToLookFor());
        var answers = await app.DbAsync(db => db.Consents.Where(row => row.TestimonyId == told.Id).OrderBy(row => row.RecordedAt).Select(row => row.Facts).ToListAsync());
        Assert.Equal(Enum.GetValues<Purpose>(), answers.Select(answer => answer.Purpose));
        Assert.Equal(ConsentAnswer.Yes, answers.Single(answer => answer.Purpose == Purpose.Keep).Answer);
        Assert.Equal("behind a screen", answers.Single(answer => answer.Answer == ConsentAnswer.OnlyIf).Conditions);
        Assert.Equal((ConsentAnswer.No, "Ask me again"), answers.Where(answer => answer.Purpose == Purpose.TellFamily).Select(answer => (answer.Answer, answer.Conditions)).Single());
        var page = await Client.OpenPageAsync(saved.Headers.Location!.OriginalString);
        Assert.Contains("Not told why, or not told her rights", page.Words(), StringComparison.Ordinal);
        Assert.Equal("{}", (await app.DbAsync(db => db.Drafts.AsNoTracking().SingleAsync(draft => draft.Became == saved.Headers.Location.OriginalString))).Content);
    }

    [Fact]
    public async Task What_is_typed_is_kept_before_it_is_sent_and_is_there_again_right_or_wrong()
    {
        var raid = await app.ImportAsync(SmallCase.Json);
        var account = await Client.BeginAsync($"{raid}-W01");
        await Client.AgreeAsync(account);
        var form = (await Client.OpenFormAsync($"{account}/where")).FillDate("When was it told?", "99", "1", "68");

        var kept = await KeepAsync(form, $"{account}/where");

        Assert.Equal("Saved 09:00", await kept.Content.ReadAsStringAsync());
        Assert.Equal("99", (await Client.OpenFormAsync($"{account}/where")).Value("When was it told?", "Day"));
        Assert.Equal("In progress", (await Client.OpenPageAsync(account)).State("Where and how"));
        Assert.Empty(await app.TestimoniesAsync(raid));
    }

    [Fact]
    public async Task Where_and_with_whom_it_was_told_can_be_taken_over_from_the_last_one_but_never_over_what_was_typed()
    {
        var raid = await app.ImportAsync(SmallCase.Json);
        var first = await Client.BeginAsync($"{raid}-W01");
        await Client.AgreeAsync(first);
        Assert.DoesNotContain("Same as in", (await Client.OpenPageAsync($"{first}/where")).Words(), StringComparison.Ordinal);
        await app.DbAsync(async db =>
        {
            var (here, woman) = (await db.Raids.SingleAsync(row => row.Code == raid), await db.Apprehensions.FirstAsync(row => db.Raids.Any(one => one.Id == row.RaidId && one.Code == raid)));
            db.Add(new Testimony(
                here.Id, "T7", woman.WomanId,
                new TestimonyFacts { Voice = Voice.Woman, How = HowTold.OwnWriting, PlaceKind = "hospital", Interviewer = "L2", WhoWasInTheRoom = "a child", Language = "shn", Interpreter = InterpreterKind.Ngo, InterpreterOpinion = "good" },
                [new PassageText { Text = "words" }]));
            return await db.SaveChangesAsync();
        });

        var where = await Client.OpenFormAsync($"{first}/where?same=T7");
        var language = await Client.OpenFormAsync($"{first}/language?same=T7");

        Assert.Contains("Same as in T7", (await Client.OpenPageAsync($"{first}/where")).Words(), StringComparison.Ordinal);
        Assert.Equal(["she wrote it herself"], where.Chosen("How was it told?"));
        Assert.Equal(("Hospital", "L2", ""), (where.Value("Kind of place"), where.Value("Who asked? Her code"), where.Value("Who was in the room?")));
        Assert.Equal(["an NGO's"], language.Chosen("Interpreter"));
        Assert.Equal(("Shan", ""), (language.Value("In which language?"), language.Value("What does she think of the interpreter?")));
        Assert.NotEqual("Shan", (await Client.OpenFormAsync($"{first}/language?same=T1")).Value("In which language?"));

        await where.Fill("Who asked? Her code", "L9").PostAsync("Continue");
        Assert.Equal("L9", (await Client.OpenFormAsync($"{first}/where?same=T7")).Value("Who asked? Her code"));
    }

    [Fact]
    public async Task What_was_on_its_way_when_the_part_was_sent_does_not_come_back()
    {
        var raid = await app.ImportAsync(SmallCase.Json);
        var account = await Client.BeginAsync($"{raid}-W01");
        await Client.AgreeAsync(account);
        var form = (await Client.OpenFormAsync($"{account}/words")).Fill("The words as they were said", "older");
        var newer = (await Client.OpenFormAsync($"{account}/words")).Fill("The words as they were said", "newer").Choose("Have you finished this part?", "Yes");
        await newer.PostAsync("Continue");

        await KeepAsync(form, $"{account}/words");

        Assert.Equal("newer", (await Client.OpenFormAsync($"{account}/words")).Value("The words as they were said"));
        Assert.Equal("Completed", (await Client.OpenPageAsync(account)).State("Her words"));
    }

    [Fact]
    public async Task Not_today_keeps_nothing_or_the_day_alone_if_she_agrees_to_that()
    {
        var raid = await app.ImportAsync(SmallCase.Json);
        foreach (var mayNote in new[] { false, true })
        {
            var account = await Client.BeginAsync($"{raid}-W01");
            var ended = await (await Client.OpenFormAsync($"{account}/before")).Choose("Does she want to talk?", "Not today")
                .Tick("If not today: she agrees that we note the day on which she was asked", mayNote).PostAsync("Continue");

            Assert.Equal($"/women/{raid}-W01/testimonies", ended.Headers.Location!.OriginalString);
            Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(account)).StatusCode);
            Assert.Equal(mayNote ? 1 : 0, await app.DbAsync(db => db.NotToday.CountAsync(row => db.Raids.Any(one => one.Id == row.RaidId && one.Code == raid))));
        }

        Assert.Empty(await app.TestimoniesAsync(raid));
        Assert.Contains("Asked on 21 November 2026 (2569): not today.", (await Client.OpenPageAsync($"/women/{raid}-W01/testimonies")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_of_somebody_else_has_no_part_about_what_she_allows()
    {
        var raid = await app.ImportAsync(SmallCase.Json);
        var account = await Client.BeginAsync(raid);
        var who = (await Client.OpenFormAsync($"{account}/who")).Choose("Who speaks?", "the family");
        Assert.Equal(["Write who speaks, without a name, like a witness or her mother"], (await (await who.PostAsync("Continue")).ReadHtmlAsync()).Errors());
        await who.Fill("If it is not the woman: who?", "Her mother").PostAsync("Continue");
        await Client.AgreeAsync(account);
        await Client.SpeakAsync(account, "one");
        var safety = await (await Client.OpenFormAsync($"{account}/safety")).PostAsync("Continue");

        Assert.Equal($"{account}/check", safety.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await Client.GetAsync($"{account}/allows")).StatusCode);
        await (await Client.OpenFormAsync($"{account}/check")).PostAsync("Finish and save");
        var told = Assert.Single(await app.TestimoniesAsync(raid));
        Assert.Equal((null, "Her mother", Voice.Family), (told.WomanId, told.Facts.Speaker, told.Facts.Voice));
    }

    [Fact]
    public async Task An_unfinished_account_is_hers_alone_and_found_again_at_home_and_with_the_woman()
    {
        var raid = await app.ImportAsync(SmallCase.Json);
        var account = await Client.BeginAsync($"{raid}-W02");

        foreach (var page in new[] { "/", $"/women/{raid}-W02/testimonies", $"/testimonies/new?woman={raid}-W02", $"/testimonies/new?raid={raid}" })
        {
            Assert.NotNull((await Client.OpenPageAsync(page)).QuerySelector($"a[href='{account}']"));
        }

        var partner = app.ClientFor(StaffRole.ResearchPartner);
        Assert.Equal(HttpStatusCode.NotFound, (await partner.GetAsync(account)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await partner.GetAsync($"{account}/who")).StatusCode);
        Assert.Null((await partner.OpenPageAsync($"/women/{raid}-W02/testimonies")).QuerySelector($"a[href='{account}']"));
        await (await Client.OpenFormAsync($"/testimonies/new?woman={raid}-W02", $"Delete what you began for {raid}-W02")).PostAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(account)).StatusCode);
    }

    [Fact]
    public async Task A_half_typed_account_carries_her_id_by_which_erasing_finds_it()
    {
        var raid = await app.ImportAsync(SmallCase.Json);
        var account = Guid.Parse((await Client.BeginAsync($"{raid}-W03")).Split('/')[^1]);
        var content = (await app.DbAsync(db => db.Drafts.AsNoTracking().SingleAsync(draft => draft.Id == account))).Content;
        var woman = await app.DbAsync(db => db.Apprehensions.Where(row => row.Number == 3 && db.Raids.Any(one => one.Id == row.RaidId && one.Code == raid)).Select(row => row.WomanId).SingleAsync());

        Assert.Contains(woman.ToString("D"), content, StringComparison.Ordinal);
    }

    // As the script does: the fields of the form to the same page, under another handler.
    private async Task<HttpResponseMessage> KeepAsync(OpenForm form, string address)
    {
        var fields = form.Page.QuerySelectorAll("main form [name]").OfType<AngleSharp.Html.Dom.IHtmlElement>()
            .Select(field => field switch
            {
                AngleSharp.Html.Dom.IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => default,
                AngleSharp.Html.Dom.IHtmlInputElement input => KeyValuePair.Create(input.Name!, input.Value),
                AngleSharp.Html.Dom.IHtmlTextAreaElement area => KeyValuePair.Create(area.Name!, area.Value),
                AngleSharp.Html.Dom.IHtmlSelectElement list => KeyValuePair.Create(list.Name!, list.Value ?? ""),
                _ => default,
            }).Where(field => field.Key is not null);
        using var content = new FormUrlEncodedContent(fields);
        return (await Client.PostAsync(new Uri($"{address}?handler=keep", UriKind.Relative), content)).EnsureSuccessStatusCode();
    }
}
