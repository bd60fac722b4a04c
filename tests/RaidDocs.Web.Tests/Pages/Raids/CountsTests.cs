using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Raids;

public sealed class CountsTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Leader => app.ClientFor(StaffRole.ResearchLeader);

    [Fact]
    public async Task A_number_is_added_beside_the_others_once()
    {
        var raid = await app.RaidAsync();
        await app.SaveAsync(Cases.Count(raid, 3, Voice.Authority, CountOf.SaidUnder18));
        var client = Leader;

        var form = (await client.OpenFormAsync($"/raids/{raid.Code}/counts/add?of=SaidUnder18"))
            .Fill("How many?", "๑").Choose("Who says it?", "the woman").Fill("Source", "S1 Testimony of W01");
        await form.PostAsync();
        var again = await form.PostAsync();

        Assert.Equal($"/raids/{raid.Code}/counts", again.Headers.Location!.ToString());
        var page = await client.OpenPageAsync($"/raids/{raid.Code}/counts");
        Assert.Equal(["3 the authorities", "1 the woman, S1"], page.QuerySelectorAll(".claims > div > p:first-child").Select(claim => claim.TextContent.Trim()));
    }

    [Theory]
    [InlineData("How many?", "", "Enter the number, like 17")]
    [InlineData("How many?", "1.5", "How many? must be a whole number, like 17")]
    [InlineData("How many?", "-2", "How many? must be a whole number, like 17")]
    [InlineData("Up to how many, if a range was said", "5", "The larger number of the range must come second, like 10 to 12")]
    [InlineData("What was counted?", "other", "Write what was counted")]
    [InlineData("What was counted?", "Choose", "Choose an answer for \"What was counted?\"")]
    public async Task A_number_that_cannot_be_is_refused_and_nothing_typed_is_lost(string field, string typed, string sentence)
    {
        var raid = await app.RaidAsync();
        var client = Leader;

        var form = (await client.OpenFormAsync($"/raids/{raid.Code}/counts/add?of=WomenTaken"))
            .Fill("How many?", "17").Choose("Who says it?", "the press").Fill("Note", "Page 3").Fill(field, typed);
        var refused = await form.PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await refused.ReadFormAsync(client);
        Assert.Contains(sentence, again.Page.Errors());
        Assert.Equal(("Page 3", typed), (again.Value("Note"), again.Value(field)));
        Assert.Empty(await app.DbAsync(db => db.Counts.Where(row => row.RaidId == raid.Id).ToListAsync()));
    }

    [Fact]
    public async Task A_source_that_the_raid_does_not_have_is_refused()
    {
        var raid = await app.RaidAsync();
        var client = Leader;

        var form = await client.OpenFormAsync($"/raids/{raid.Code}/counts/add?of=WomenTaken");
        form.Page.QuerySelector("option[value=S1]")!.SetAttribute("value", "S77");
        var refused = await form.Fill("How many?", "17").Choose("Who says it?", "the press").Fill("Source", "S77").PostAsync();

        Assert.Contains("There is no source S77 in this raid", (await refused.ReadHtmlAsync()).Errors());
        Assert.Empty(await app.DbAsync(db => db.Counts.Where(row => row.RaidId == raid.Id).ToListAsync()));
    }

    [Fact]
    public async Task A_number_is_taken_back_only_with_a_reason_and_stays_struck_through()
    {
        var raid = await app.RaidAsync(women: 1);
        var count = Cases.Count(raid, 99, Voice.Press);
        await app.SaveAsync(count);
        var client = Leader;
        var url = $"/raids/{raid.Code}/counts/{count.Id}/take-back";

        var refused = await (await client.OpenFormAsync(url)).PostAsync();
        var form = (await client.OpenFormAsync(url)).Fill("Why was this recorded wrongly?", "It was 9");
        await form.PostAsync();
        await form.Fill("Why was this recorded wrongly?", "Another reason").PostAsync();

        Assert.Contains("Write why this was recorded wrongly", (await refused.ReadHtmlAsync()).Errors());
        var page = await client.OpenPageAsync($"/raids/{raid.Code}/counts");
        Assert.Contains("99", page.QuerySelector(".claims s")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Taken back: It was 9", page.Words(), StringComparison.Ordinal);
        Assert.Contains("Nobody's number of women taken is recorded yet.", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("main a"), link => link.GetAttribute("href") == url);
    }

    [Theory]
    [InlineData(17, null, "Said by the press: 17 taken. 12 of them are not recorded here.")]
    [InlineData(2, 3, "Said by the press: 2 to 3 taken. That is 2 fewer than recorded here.")]
    [InlineData(5, null, "Said by the press: 5 taken. That agrees.")]
    [InlineData(2, 9, "Said by the press: 2 to 9 taken. That agrees.")]
    public async Task The_gap_between_what_was_said_and_what_is_recorded_is_shown(int low, int? high, string sentence)
    {
        var raid = await app.RaidAsync(women: 3);
        await app.SaveAsync(
            Cases.Count(raid, low, Voice.Press, high: high),
            Group(raid, 2, amongTaken: true),
            Group(raid, 80, amongTaken: false));

        var words = (await Leader.OpenPageAsync($"/raids/{raid.Code}/counts")).Words();

        Assert.Contains("3 women with codes and 2 people without codes make 5.", words, StringComparison.Ordinal);
        Assert.Contains(sentence, words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_without_codes_are_added_once_and_corrected()
    {
        var raid = await app.RaidAsync();
        var client = Leader;

        var form = (await client.OpenFormAsync($"/raids/{raid.Code}/counts/groups/add"))
            .Fill("Who are they?", "women from the same building").Fill("How many?", "85").Choose("Who says it?", "the woman").Tick("They count among the women taken", false);
        await form.PostAsync();
        await form.PostAsync();
        var group = Assert.Single(await GroupsAsync(raid));
        Assert.False(group.Facts.AmongTaken);
        var change = await client.OpenFormAsync($"/raids/{raid.Code}/counts/groups/{group.Id}");
        Assert.Equal("", change.Value("They count among the women taken"));
        var backwards = await change.Fill("Up to how many, if a range was said", "3").PostAsync();
        var saved = await (await backwards.ReadFormAsync(client)).Fill("Up to how many, if a range was said", "90").PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, backwards.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal((85, 90), (Assert.Single(await GroupsAsync(raid)).Facts.Low, (await GroupsAsync(raid))[0].Facts.High));
        Assert.Contains("85 to 90", (await client.OpenPageAsync($"/raids/{raid.Code}/counts")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_without_words_or_number_is_refused()
    {
        var raid = await app.RaidAsync();
        var client = Leader;

        var refused = await (await client.OpenFormAsync($"/raids/{raid.Code}/counts/groups/add")).PostAsync();

        var errors = (await refused.ReadHtmlAsync()).Errors().ToList();
        Assert.Contains("Write who they are, like \"women from the same building\"", errors);
        Assert.Contains("Enter the number, like 17", errors);
        Assert.Contains("Choose who says it", errors);
        Assert.Empty(await GroupsAsync(raid));
    }

    [Fact]
    public async Task Of_two_who_correct_a_group_at_once_the_second_sees_both_texts()
    {
        var raid = await app.RaidAsync();
        var group = Group(raid, 2, amongTaken: true);
        await app.SaveAsync(group);
        var client = Leader;
        var url = $"/raids/{raid.Code}/counts/groups/{group.Id}";
        var (first, second) = (await client.OpenFormAsync(url), await client.OpenFormAsync(url));

        await first.Fill("Who are they?", "First words").PostAsync();
        var lost = await second.Fill("Who are they?", "Second words").PostAsync();

        Assert.Equal(HttpStatusCode.Conflict, lost.StatusCode);
        var both = await lost.ReadFormAsync(client);
        Assert.Contains("First words", both.Page.Words(), StringComparison.Ordinal);
        Assert.Equal("Second words", both.Value("Who are they?"));
        Assert.Equal("First words", (await GroupsAsync(raid))[0].Facts.Who);
    }

    private static UnnamedGroup Group(Raid raid, int number, bool amongTaken) =>
        new(raid.Id, new GroupFacts { Voice = Voice.Woman, Who = "women from upstairs", Low = number, AmongTaken = amongTaken }, null);

    private Task<List<UnnamedGroup>> GroupsAsync(Raid raid) => app.DbAsync(db => db.Groups.Where(row => row.RaidId == raid.Id).ToListAsync());
}
