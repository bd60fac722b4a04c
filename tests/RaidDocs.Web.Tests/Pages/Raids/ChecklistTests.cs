using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Raids;

public sealed class ChecklistTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Leader => app.ClientFor(StaffRole.ResearchLeader);

    [Fact]
    public async Task What_nobody_answered_is_not_known_and_never_counts_as_no()
    {
        var raid = await app.RaidAsync();
        var wrong = Cases.Answer(raid, "SR5", Voice.Woman, Promise.NotMet);
        wrong.TakeBack("Typed wrongly");
        await app.SaveAsync(
            Cases.Answer(raid, "SR1", Voice.Authority, Promise.Met),
            Cases.Answer(raid, "SR1", Voice.Woman, Promise.NotMet),
            Cases.Answer(raid, "SR2", Voice.Woman, Promise.Partly),
            Cases.Answer(raid, "SR3", Voice.Woman, Promise.NotKnown),
            Cases.Answer(raid, "SR3", Voice.Woman, Promise.NotMet),
            Cases.Answer(raid, "SR4", Voice.Woman, Promise.NotMet),
            Cases.Answer(raid, "SR4", Voice.Woman, Promise.Met),
            Cases.Answer(raid, "SR1", Voice.Press, Promise.Met),
            wrong);

        var page = await Leader.OpenPageAsync($"/raids/{raid.Code}/checklist");

        Assert.Equal(
            [
                "Said by the authorities: Met 1 - Partly 0 - Not met 0 - Not known 13",
                "Said by the woman: Met 0 - Partly 1 - Not met 2 - Not known 10 - Answers differ 1",
                "Said by the press: Met 1 - Partly 0 - Not met 0 - Not known 13",
            ],
            page.QuerySelectorAll("main > dl.answers > div").Select(row => $"{row.Children[0].TextContent}: {row.Children[1].TextContent}"));
    }

    [Fact]
    public async Task All_fourteen_stand_with_their_questions_and_where_they_come_from()
    {
        var raid = await app.RaidAsync();

        var page = await Leader.OpenPageAsync($"/raids/{raid.Code}/checklist");

        Assert.Equal(14, page.QuerySelectorAll("main section").Length);
        Assert.Contains("From the source", page.QuerySelector("#SR1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("What did they know, and who told them?", page.QuerySelector("#SR1 details")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Added by us; not in the source", page.QuerySelector("#SR13")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_authorities_and_the_women_stand_apart_and_others_below()
    {
        var raid = await app.RaidAsync();
        await app.SaveAsync(
            Cases.Answer(raid, "SR1", Voice.Authority, Promise.Met),
            Cases.Answer(raid, "SR1", Voice.Woman, Promise.NotMet),
            Cases.Answer(raid, "SR1", Voice.Ngo, Promise.Partly));

        var page = await Leader.OpenPageAsync($"/raids/{raid.Code}/checklist");

        var columns = page.QuerySelectorAll("#SR1 .pair > div");
        Assert.Contains("met the authorities", columns[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("not met the woman", columns[1].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("an NGO", columns[0].TextContent + columns[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("partly met an NGO", page.QuerySelector("#SR1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_needs_a_voice_and_is_saved_once()
    {
        var raid = await app.RaidAsync();
        var client = Leader;

        var empty = await (await client.OpenFormAsync($"/raids/{raid.Code}/checklist/SR7/add")).Fill("Note", "Typed").PostAsync();
        var form = (await empty.ReadFormAsync(client)).Choose("Was it met?", "not met").Choose("Who says it?", "the woman").Fill("Source", "S1 Testimony of W01");
        Assert.Equal("Typed", form.Value("Note"));
        await form.PostAsync();
        await form.PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("Choose who says it", empty.RequestMessage is null ? [] : (await empty.ReadHtmlAsync()).Errors());
        var answer = Assert.Single(await app.DbAsync(db => db.Checklist.Where(row => row.RaidId == raid.Id).Select(row => row.Facts).ToListAsync()));
        Assert.Equal(("SR7", Promise.NotMet, Voice.Woman, "Typed"), (answer.Criterion, answer.Answer, answer.Voice, answer.Note));
    }

    [Fact]
    public async Task An_answer_is_taken_back_with_a_reason()
    {
        var raid = await app.RaidAsync();
        var answer = Cases.Answer(raid, "SR1", Voice.Woman, Promise.NotMet);
        await app.SaveAsync(answer);
        var client = Leader;

        var form = await client.OpenFormAsync($"/raids/{raid.Code}/checklist/{answer.Id}/take-back");
        await form.Fill("Why was this recorded wrongly?", "<i>Mixed up</i>").PostAsync();

        var page = await client.OpenPageAsync($"/raids/{raid.Code}/checklist");
        Assert.Contains("Taken back: <i>Mixed up</i>", page.Words(), StringComparison.Ordinal);
        Assert.Contains("Met 0 - Partly 0 - Not met 0 - Not known 14", page.Words(), StringComparison.Ordinal);
    }
}
