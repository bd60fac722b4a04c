using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Violations;

public sealed class CodingTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Client { get; } = app.ClientFor(StaffRole.ResearchLeader);

    private HttpClient Second { get; } = app.ClientFor(StaffRole.ResearchPartner);

    [Fact]
    public async Task Her_words_are_shown_with_their_language_and_reading_them_is_noted()
    {
        var told = await app.ImportAsync();

        var page = await Client.OpenPageAsync(told.Address(1));

        Assert.Equal([CodingCase.First, "They took us."], page.QuerySelectorAll(".card.said").Select(one => one.TextContent));
        Assert.Equal(["shn", "en"], page.QuerySelectorAll(".card.said").Select(one => one.GetAttribute("lang")));
        Assert.Empty(page.QuerySelectorAll(".card.said b"));
        Assert.Equal(1, await ReadingsAsync(told.Open));
        await Client.OpenPageAsync($"/testimonies/{told.Open}/code");
        Assert.Equal(2, await ReadingsAsync(told.Open));
    }

    [Fact]
    public async Task Without_her_yes_a_sentence_stands_where_her_words_would_and_no_reading_is_noted()
    {
        var told = await app.ImportAsync();

        foreach (var address in new[] { $"/testimonies/{told.Closed}/code", $"/testimonies/{told.Closed}/code/1", $"/testimonies/{told.Closed}/code/99" })
        {
            var page = await Client.OpenPageAsync(address);
            Assert.Contains("Her words are closed to you", page.Words(), StringComparison.Ordinal);
            Assert.DoesNotContain("secret", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }

        Assert.Equal(0, await ReadingsAsync(told.Closed));
    }

    [Fact]
    public async Task A_lawyer_needs_her_yes_to_the_lawyer_too()
    {
        var told = await app.ImportAsync();

        Assert.Contains("Her words are closed to you", (await app.ClientFor(StaffRole.LegalAdvisor).OpenPageAsync(told.Address(1))).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_that_ends_while_she_codes_closes_the_words_and_nothing_is_saved()
    {
        var told = await app.ImportAsync();
        var form = await Client.OpenFormAsync(told.Address(1) + "?act=V08", "Add");
        await app.DbAsync(async db =>
        {
            var her = await db.Testimonies.Where(row => row.Id == told.Open).Select(row => row.WomanId!.Value).SingleAsync();
            db.Consents.Add(new(told.RaidId, her, null, new() { Purpose = Domain.Consents.Purpose.Keep, Answer = Domain.Consents.ConsentAnswer.No }));
            return await db.SaveChangesAsync();
        });

        var response = await form.PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await response.ReadHtmlAsync();
        Assert.Contains("Her words were closed meanwhile. Nothing was saved", page.Errors());
        Assert.DoesNotContain("took us", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Empty(await app.RightsAsync(told));
    }

    [Fact]
    public async Task Each_paragraph_has_its_own_link_and_what_is_coded_stands_under_it()
    {
        var told = await app.ImportAsync();
        await Client.CodeAsync(told, 2, "V08");

        var page = await Client.OpenPageAsync($"/testimonies/{told.Open}/code");

        Assert.Equal([1, 2, 3], page.QuerySelectorAll("section a.target").Select(link => int.Parse(link.GetAttribute("href")!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture)));
        var sections = page.QuerySelectorAll("section.card").ToList();
        Assert.Contains("to code", sections[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Made to take a medical test", sections[1].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("to code", sections[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_act_is_coded_for_her_with_its_passage_and_the_words_of_today()
    {
        var told = await app.ImportAsync();
        var form = await Client.OpenFormAsync(told.Address(1) + "?act=V08", "Add");
        Assert.Empty(form.Chosen("Which articles apply?"));
        Assert.Equal(["W01"], form.Chosen("To which women?"));
        Assert.Equal(["she says so"], form.Chosen("How sure is it?"));

        var saved = await form.Fill("Only this part of the passage", "<b>Nobody</b> said what the test was.").FillDate("When?", null, "3", "2568").PostAsync();
        await form.PostAsync();

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var right = Assert.Single(await app.RightsAsync(told));
        var mark = Assert.Single(right.Passages);
        Assert.Equal(("V08", "Made to take a medical test", 1, "researchleader"), (right.Facts.Act, right.Facts.WordedEn, mark.Number, mark.MarkedBy));
        Assert.Equal("<b>Nobody</b> said what the test was.", CodingCase.First[mark.From!.Value..mark.To!.Value]);
        Assert.True(mark.Alone);
        Assert.Null(right.ReviewedBy);
        Assert.Equal("2025-03", $"{right.Facts.On!.Earliest:yyyy-MM}");
        var page = await Client.OpenPageAsync(told.Address(1));
        Assert.Equal(["<b>Nobody</b> said what the test was."], page.QuerySelectorAll("mark").Select(one => one.TextContent));
        Assert.Equal(CodingCase.First, page.QuerySelector(".card.said")!.TextContent);
    }

    [Fact]
    public async Task Wrong_answers_are_refused_and_nothing_typed_is_lost()
    {
        var told = await app.ImportAsync();
        var response = await Client.CodeAsync(told, 1, "V08", form => form
            .Tick("To every woman of this raid").Fill("Only this part of the passage", "She never said this").FillDate("When?", "1", "1", "2027"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var again = await response.ReadFormAsync(Client, "Add");
        Assert.Contains("Tick every woman of this raid, or some women, not both", again.Page.Errors());
        Assert.Contains("The day must be today or in the past", again.Page.Errors());
        Assert.Contains("These words do not stand in the passage. Copy them from it, or leave the box empty for the whole passage", again.Page.Errors());
        Assert.Equal("She never said this", again.Value("Only this part of the passage"));
        Assert.Empty(await app.RightsAsync(told));
    }

    [Theory]
    [InlineData("?tab=acts&q=medical", "Made to take a medical test")]
    [InlineData("?tab=acts&q=MEDICAL", "Made to take a medical test")]
    [InlineData("?tab=acts&q=v08", "Made to take a medical test")]
    [InlineData("?tab=acts&q=ล่าม", "No interpreter, or a poor one")]
    [InlineData("?tab=rights&q=interpreter", "No interpreter, or a poor one")]
    [InlineData("?tab=law&q=78, 80", "Arrested without a lawful reason")]
    [InlineData("?tab=treaties&q=cedaw 12", "Made to take a medical test")]
    public async Task What_is_looked_for_is_found_on_each_tab_whatever_the_case(string query, string act)
    {
        var told = await app.ImportAsync();

        var page = await Client.OpenPageAsync(told.Address(1) + query);

        Assert.Contains(page.QuerySelectorAll("ul.tasks a"), link => link.TextContent.Trim() == act);
        Assert.True(page.QuerySelectorAll("ul.tasks a").Length < 41);
    }

    [Fact]
    public async Task A_search_without_a_find_says_so_and_an_unknown_tab_is_the_first()
    {
        var told = await app.ImportAsync();

        Assert.Contains("Nothing in this list fits", (await Client.OpenPageAsync(told.Address(1) + "?q=zzzz")).Words(), StringComparison.Ordinal);
        Assert.Equal("What happened", (await Client.OpenPageAsync(told.Address(1) + "?tab=zzzz")).QuerySelector(".sub-nav [aria-current]")!.TextContent);
    }

    [Fact]
    public async Task Acts_used_here_come_first_with_how_often()
    {
        var told = await app.ImportAsync();
        await Client.CodeAsync(told, 1, "V21");

        var first = (await Client.OpenPageAsync(told.Address(2))).QuerySelector("section:last-child ul.tasks li")!;

        Assert.Equal("Insulted, shamed or treated badly 1", string.Join(' ', first.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task An_article_that_she_picked_herself_comes_ticked_and_one_made_up_does_not()
    {
        var told = await app.ImportAsync();

        var law = await Client.OpenFormAsync(told.Address(1) + "?act=V01&article=cpc ss. 78, 80", "Add");
        Assert.StartsWith("CPC ss. 78, 80", Assert.Single(law.Chosen("Which articles apply?")), StringComparison.Ordinal);
        var madeUp = await Client.OpenFormAsync(told.Address(1) + "?act=V01&article=cpc s. 9999", "Add");
        Assert.Empty(madeUp.Chosen("Which articles apply?"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await madeUp.Also("Form.Articles", "cpc s. 9999").PostAsync()).StatusCode);
    }

    [Fact]
    public async Task The_same_act_for_the_same_woman_is_asked_about_and_joined_only_when_she_says_so()
    {
        var told = await app.ImportAsync();
        await Client.CodeAsync(told, 1, "V08");

        var response = await Client.CodeAsync(told, 2, "V08", form => form.Choose("Who did it?", "Local police"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var asked = await response.ReadFormAsync(Client, "Add");
        Assert.Contains("This is recorded for her already. Is it the same?", asked.Page.Errors());
        Assert.Single(Assert.Single(await app.RightsAsync(told)).Passages);
        Assert.Equal(["Local police"], asked.Chosen("Who did it?"));

        await asked.Choose("Is it the same?", "The same: add this passage to the one for W01, which stands on 1 passages").PostAsync();

        var right = Assert.Single(await app.RightsAsync(told));
        Assert.Equal([1, 2], right.Passages.Select(mark => mark.Number).Order());
        Assert.Equal(["local-police"], right.Facts.By);
    }

    [Fact]
    public async Task Another_time_is_another_one_and_another_woman_is_not_asked_about()
    {
        var told = await app.ImportAsync();
        await Client.CodeAsync(told, 1, "V08");

        Assert.Equal(HttpStatusCode.Redirect, (await Client.CodeAsync(told, 2, "V08", form => Only(form, "W03"))).StatusCode);
        var asked = await (await Client.CodeAsync(told, 2, "V08")).ReadFormAsync(Client, "Add");
        await asked.Choose("Is it the same?", "Another time or another way: keep both").PostAsync();

        Assert.Equal(3, (await app.RightsAsync(told)).Count);
    }

    [Fact]
    public async Task The_same_words_marked_twice_by_one_person_are_one_mark()
    {
        var told = await app.ImportAsync();
        await Client.CodeAsync(told, 1, "V08");
        var asked = await (await Client.CodeAsync(told, 1, "V08")).ReadFormAsync(Client, "Add");

        await asked.Choose("Is it the same?", "The same: add this passage to the one for W01, which stands on 1 passages").PostAsync();

        Assert.Single(Assert.Single(await app.RightsAsync(told)).Passages);
    }

    [Fact]
    public async Task Two_who_code_one_passage_at_once_are_asked_and_nothing_of_either_is_lost()
    {
        var told = await app.ImportAsync();
        var (mine, theirs) = (await Client.OpenFormAsync(told.Address(1) + "?act=V08", "Add"), await Second.OpenFormAsync(told.Address(1) + "?act=V08", "Add"));

        var answers = await Task.WhenAll(mine.PostAsync(), theirs.PostAsync());

        // Who comes second is asked, whoever that is.
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity], answers.Select(answer => answer.StatusCode).Order());
        var (late, client) = answers[0].StatusCode == HttpStatusCode.Redirect ? (answers[1], Second) : (answers[0], Client);
        await (await late.ReadFormAsync(client, "Add")).Choose("Is it the same?", "The same: add this passage to the one for W01, which stands on 1 passages").PostAsync();
        var right = Assert.Single(await app.RightsAsync(told));
        Assert.Equal(["researchleader", "researchpartner"], right.Passages.Select(mark => mark.MarkedBy).Order());
    }

    [Fact]
    public async Task Other_acts_by_two_people_at_once_both_stand()
    {
        var told = await app.ImportAsync();
        var (mine, theirs) = (await Client.OpenFormAsync(told.Address(1) + "?act=V08", "Add"), await Second.OpenFormAsync(told.Address(1) + "?act=V21", "Add"));

        var answers = await Task.WhenAll(mine.PostAsync(), theirs.PostAsync());

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(["V08", "V21"], (await app.RightsAsync(told)).Select(right => right.Facts.Act).Order());
    }

    [Fact]
    public async Task Words_that_changed_meanwhile_are_read_again_before_anything_is_added()
    {
        var told = await app.ImportAsync();
        var form = await Client.OpenFormAsync(told.Address(2) + "?act=V08", "Add");
        var other = await Client.OpenFormAsync(told.Address(3) + "?act=V21", "Add");
        await ReviseAsync(told, "two, as she read it again");

        var response = await form.PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var again = await response.ReadFormAsync(Client, "Add");
        Assert.Contains("Her words were changed while you read them. Read them again, then add", again.Page.Errors());
        Assert.Contains("two, as she read it again", again.Page.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await again.PostAsync()).StatusCode);
        // The third passage says what it said.
        Assert.Equal(HttpStatusCode.Redirect, (await other.PostAsync()).StatusCode);
    }

    [Fact]
    public async Task Codes_stay_where_the_words_stayed_and_are_listed_where_the_words_changed()
    {
        var told = await app.ImportAsync();
        await Client.CodeAsync(told, 2, "V08");
        await Client.CodeAsync(told, 3, "V21");
        await ReviseAsync(told, "other words");

        var page = await Client.OpenPageAsync($"/testimonies/{told.Open}/code");

        Assert.Contains("Coded in words that were changed since", page.Words(), StringComparison.Ordinal);
        var sections = page.QuerySelectorAll("section.card").ToList();
        Assert.Contains("to code", sections[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Insulted", sections[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_to_code_is_noted_once_and_not_by_who_coded_something()
    {
        var told = await app.ImportAsync();
        var form = await Client.OpenFormAsync(told.Address(2), "Nothing to code here");

        var saved = await form.PostAsync();
        await form.PostAsync();

        Assert.Equal(told.Address(3), saved.Headers.Location!.OriginalString);
        Assert.Equal(1, await app.DbAsync(db => db.NothingToCode.CountAsync(row => row.TestimonyId == told.Open)));
        Assert.Contains("researchleader found nothing to code here", (await Second.OpenPageAsync(told.Address(2))).Words(), StringComparison.Ordinal);
        await Client.CodeAsync(told, 3, "V08");
        var refused = await (await Client.OpenFormAsync(told.Address(3), "Nothing to code here")).PostAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task On_her_own_she_sees_no_codes_of_others_and_the_two_are_compared()
    {
        var told = await app.ImportAsync();
        await Client.CodeAsync(told, 1, "V08");
        await Client.CodeAsync(told, 2, "V21");

        var page = await Second.OpenPageAsync(told.Address(1) + "?alone=true");
        Assert.Empty(page.QuerySelectorAll("section:first-child ul.tasks li"));
        Assert.DoesNotContain("medical test", (await Second.OpenPageAsync($"/testimonies/{told.Open}/code?alone=true")).Words(), StringComparison.Ordinal);
        var asked = await (await Second.CodeAsync(told, 1, "V08", more: "&alone=true")).ReadFormAsync(Second, "Add");
        await asked.Choose("Is it the same?", "Another time or another way: keep both").PostAsync();
        // This one she coded after she saw what the other had coded: it is not compared.
        await Second.CodeAsync(told, 2, "V01");

        var words = (await Client.OpenPageAsync($"/testimonies/{told.Open}/code")).Words();
        Assert.Contains("researchleader, researchpartner 1 1 of 1 (100 in 100) cannot be worked out", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Single_keys_can_be_switched_off_on_this_device()
    {
        var told = await app.ImportAsync();
        var client = app.ClientFor(StaffRole.ResearchLeader);
        Assert.Equal("on", (await client.OpenPageAsync(told.Address(1))).QuerySelector("[data-coding]")!.GetAttribute("data-keys"));

        await (await client.OpenFormAsync($"/testimonies/{told.Open}/code", "Switch single keys off")).PostAsync();
        Assert.Equal("off", (await client.OpenPageAsync(told.Address(1))).QuerySelector("[data-coding]")!.GetAttribute("data-keys"));

        await (await client.OpenFormAsync($"/testimonies/{told.Open}/code", "Switch single keys on")).PostAsync();
        Assert.Equal("on", (await client.OpenPageAsync(told.Address(1))).QuerySelector("[data-coding]")!.GetAttribute("data-keys"));
    }

    private static OpenForm Only(OpenForm form, string woman)
    {
        foreach (var box in form.Page.QuerySelectorAll("input[name='Form.Women']").OfType<AngleSharp.Html.Dom.IHtmlInputElement>())
        {
            box.IsChecked = false;
        }

        return form.Choose("To which women?", woman);
    }

    private Task<int> ReadingsAsync(Guid id) => app.DbAsync(db => db.AuditEntries.CountAsync(
        entry => entry.Action == "read" && entry.ObjectType == nameof(Testimony) && entry.ObjectId == id.ToString("D")));

    private Task<int> ReviseAsync(CodingCase.Told told, string second) => app.DbAsync(async db =>
    {
        var row = await db.Testimonies.Include(one => one.Passages).SingleAsync(one => one.Id == told.Open);
        row.Revise([.. row.Words.Select(passage => passage.Number == 2 ? passage.Facts with { Text = second } : passage.Facts)], "read back");
        return await db.SaveChangesAsync();
    });
}
