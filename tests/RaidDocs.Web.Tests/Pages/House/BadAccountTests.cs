using System.Net;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.House;

/// <summary>What cannot be right in an account: its sentence, and nothing typed is lost.</summary>
public sealed class BadAccountTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Zawgyi = "\u103B\u1019\u1014\u1039\u1019\u102C \u1031\u1014\u1031\u1000\u102C\u1004\u1039\u1038\u101C\u102C\u1038";

    private HttpClient Client { get; } = app.ClientFor(StaffRole.ResearchLeader);

    [Fact]
    public async Task Consent_answers_that_are_left_empty_are_asked_for_by_name()
    {
        var account = await ToldAsync("one");
        var form = (await Client.OpenFormAsync($"{account}/allows")).Answer("no").Choose("use in court", "only if").Choose("share with a named partner organisation", "yes");
        foreach (var radio in form.Page.QuerySelectorAll("input[type=radio][name='Form.Rows[0].Answer']").OfType<AngleSharp.Html.Dom.IHtmlInputElement>())
        {
            radio.IsChecked = false;
        }

        var answer = await form.Fill("For which partner or body?", "").Fill("How was it given?", "").PostAsync("Continue");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var again = await answer.ReadFormAsync(Client);
        Assert.Equivalent(
            new[]
            {
                "Choose an answer for \"keep it and use it in her own team\"", "Write her condition, in her words",
                "Write which partner or body. Her yes counts for this one alone", "Write how she gave it: spoken, signed, thumbprint or recorded",
            },
            again.Page.Errors());
        Assert.Equal(["only if"], again.Chosen("use in court"));
        var reopened = await Client.OpenFormAsync($"{account}/allows");
        Assert.Equal(["only if"], reopened.Chosen("use in court"));
        Assert.Equal("Cannot start yet", (await Client.OpenPageAsync(account)).State("Check your answers"));
    }

    [Theory]
    [InlineData("20", "19", true)]
    [InlineData("20", "20", false)]
    [InlineData("19", "20", false)]
    public async Task She_agrees_before_she_tells_it_or_on_that_day(string agreed, string told, bool isWrong)
    {
        var account = await Client.BeginAsync($"{await app.ImportAsync(SmallCase.Json)}-W01");
        await (await Client.OpenFormAsync($"{account}/before")).Choose("Does she want to talk?", "She agrees to talk").FillDate("When did she agree?", agreed, "11", "2026").PostAsync("Continue");

        var answer = await (await Client.OpenFormAsync($"{account}/where")).FillDate("When was it told?", told, "11", "2026").PostAsync("Continue");

        Assert.Equal(isWrong ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Redirect, answer.StatusCode);
        if (isWrong)
        {
            Assert.Equal(["She must have agreed to talk on 19 November 2026 (2569), when she told it, or before"], (await answer.ReadHtmlAsync()).Errors());
        }
    }

    [Theory]
    [InlineData("W99")]
    [InlineData("abc")]
    public async Task A_woman_who_was_not_taken_in_this_raid_tells_nothing_of_it(string code)
    {
        var raid = await app.ImportAsync(SmallCase.Json);
        var account = await Client.BeginAsync(raid);

        var answer = await (await Client.OpenFormAsync($"{account}/who")).Choose("Who speaks?", "the woman").Fill("If it is the woman: her code", code).PostAsync("Continue");

        var again = await answer.ReadFormAsync(Client);
        Assert.Equal([$"No woman of raid {raid} has the code {code}. Add her to the raid first, or write another code"], again.Page.Errors());
        Assert.Equal(code, again.Value("If it is the woman: her code"));
    }

    [Fact]
    public async Task Letters_are_counted_as_a_reader_counts_them_and_20_001_are_too_many()
    {
        var account = await Client.BeginAsync($"{await app.ImportAsync(SmallCase.Json)}-W01");
        await Client.AgreeAsync(account);
        var letter = "\u0E17\u0E35\u0E48";
        var form = (await Client.OpenFormAsync($"{account}/words")).Choose("Have you finished this part?", "Yes");

        var answer = await form.Fill("The words as they were said", string.Concat(Enumerable.Repeat(letter, 20_001))).PostAsync("Continue");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var again = await answer.ReadFormAsync(Client);
        Assert.Equal(["The words as they were said can have 20000 letters. This has 20001"], again.Page.Errors());
        Assert.Equal(60_003, again.Value("The words as they were said").Length);
        Assert.Equal(60_003, (await Client.OpenFormAsync($"{account}/words")).Value("The words as they were said").Length);
        Assert.Equal(HttpStatusCode.Redirect, (await again.Fill("The words as they were said", string.Concat(Enumerable.Repeat(letter, 20_000))).PostAsync("Continue")).StatusCode);
        Assert.Contains("20000 of 20,000 letters", (await Client.OpenPageAsync($"{account}/words")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_way_of_writing_Burmese_is_asked_about_and_kept_as_it_is()
    {
        var raid = await app.ImportAsync(SmallCase.Json);
        var account = await Client.BeginAsync($"{raid}-W01");
        await Client.AgreeAsync(account);
        var answer = await (await Client.OpenFormAsync($"{account}/words")).Fill("The words as they were said", Zawgyi).Choose("Have you finished this part?", "Yes").PostAsync("Continue");

        var again = await answer.ReadFormAsync(Client);
        Assert.Equal(["This looks like an older way of writing Burmese. Keep it as it is?"], again.Page.Errors());
        Assert.Equal(HttpStatusCode.Redirect, (await again.Tick("Yes, keep it as it is").PostAsync("Continue")).StatusCode);
        Assert.Equal(Zawgyi, (await Client.OpenFormAsync($"{account}/words")).Value("The words as they were said"));
    }

    [Fact]
    public async Task Pasted_control_characters_and_a_translation_with_other_passages_are_refused_and_nothing_typed_is_lost()
    {
        var account = await Client.BeginAsync($"{await app.ImportAsync(SmallCase.Json)}-W01");
        await Client.AgreeAsync(account);
        var form = (await Client.OpenFormAsync($"{account}/words")).Fill("The words as they were said", "one\u0007\n\ntwo").Fill("Translation", "one two")
            .Fill("Language of the translation", "English").Choose("Have you finished this part?", "Yes");

        var again = await (await form.PostAsync("Continue")).ReadFormAsync(Client);

        Assert.Contains("Remove the control characters from The words as they were said", again.Page.Errors());
        Assert.Equal("one two", again.Value("Translation"));
        Assert.Equal("one two", (await Client.OpenFormAsync($"{account}/words")).Value("Translation"));
        again.Fill("The words as they were said", "one\n\ntwo");
        Assert.Equal(["The words have 2 passages and the translation has 1. Leave an empty line at the same places in both"], (await (await again.PostAsync("Continue")).ReadHtmlAsync()).Errors());
    }

    private async Task<string> ToldAsync(string words)
    {
        var account = await Client.BeginAsync($"{await app.ImportAsync(SmallCase.Json)}-W01");
        await Client.AgreeAsync(account);
        await Client.SpeakAsync(account, words);
        return account;
    }
}
