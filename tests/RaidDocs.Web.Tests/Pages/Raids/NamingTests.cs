using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Raids;

public sealed class NamingTests(TestApp app) : IClassFixture<TestApp>
{
    private const string List = "One woman on each line";

    private readonly HttpClient _client = app.ClientFor(StaffRole.ResearchLeader);

    [Theory]
    [InlineData(StaffRole.ResearchPartner, HttpStatusCode.NotFound)]
    [InlineData(StaffRole.LegalAdvisor, HttpStatusCode.NotFound)]
    [InlineData(StaffRole.Administrator, HttpStatusCode.NotFound)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task Who_is_not_on_the_team_or_may_not_name_sees_nothing(string? role, HttpStatusCode answer)
    {
        var code = await LogAsync(1);

        foreach (var page in new[] { "add", "paste", $"paste/{Guid.NewGuid()}" })
        {
            Assert.Equal(answer, (await app.ClientFor(role).GetAsync($"/raids/{code}/women/{page}")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/raids/R9999/women/add")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync($"/raids/{code}/women/paste/{Guid.NewGuid()}")).StatusCode);
    }

    [Fact]
    public async Task A_list_fills_the_rows_of_the_count_in_order_and_tells_it_in_her_voice()
    {
        var code = await LogAsync(3);

        var saved = await (await PreviewAsync(code, "Nang Hseng, 19, Shan State\nမီး, ၂၀\n<script>alert(1)</script>"))
            .Fill("Nationality", "Myanmar").Fill("What they were called first", "Witness").Fill("Who called them that", "Local police").PostAsync("Save 3 women");

        Assert.Equal($"/raids/{code}/women", saved.Headers.Location!.OriginalString);
        var women = await WomenAsync(code);
        Assert.Equal(["W01 Nang Hseng 19 Shan State", "W02 မီး 20 ", "W03 <script>alert(1)</script>  "], women.Select(woman => woman.Line));
        Assert.All(women, woman => Assert.Equal("Myanmar", woman.Nationality));
        await app.DbAsync(async db =>
        {
            var raid = await db.Raids.SingleAsync(raid => raid.Code == code);
            Assert.All(await db.WomanNames.Where(name => name.RaidId == raid.Id).ToListAsync(), name => Assert.Equal(Voice.Woman, name.Facts.Voice));
            Assert.All(await db.Ages.Where(age => age.RaidId == raid.Id).ToListAsync(), age => Assert.Equal((Voice.Woman, "her-word"), (age.Facts.Voice, age.Facts.Method)));
            var labels = await db.Labels.Where(label => label.RaidId == raid.Id).ToListAsync();
            Assert.Equal(3, labels.Count);
            Assert.All(labels, label => Assert.Equal((Voice.Authority, "witness", "local-police"), (label.Facts.Voice, label.Facts.Kind, label.Facts.By)));
            Assert.All(await db.Drafts.Where(draft => draft.Became == code).ToListAsync(), draft => Assert.Equal("{}", draft.Content));
            return true;
        });
    }

    [Fact]
    public async Task Wrong_lines_are_named_and_the_list_stays_as_it_was_typed()
    {
        var code = await LogAsync(2);
        const string typed = "Mee, 19\nNoi, young\n, 20";

        var response = await (await _client.OpenFormAsync($"/raids/{code}/women/paste")).Fill(List, typed).PostAsync("Check the list");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await response.ReadHtmlAsync();
        Assert.Equal(["Line 2: age must be a number, like 23", "Line 3: write what she is called, or - if nobody knows it"], page.Errors());
        Assert.Contains("Noi, young Line 2: age must be a number, like 23", page.Words(), StringComparison.Ordinal);
        Assert.Equal(typed, (await response.ReadFormAsync(_client, "Check the list")).Value(List).ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("", "Write one woman on each line")]
    [InlineData("Mee\u0001, 20", "Remove the control characters from One woman on each line")]
    public async Task What_is_no_list_is_refused(string typed, string error)
    {
        var code = await LogAsync(1);

        var response = await (await _client.OpenFormAsync($"/raids/{code}/women/paste")).Fill(List, typed).PostAsync("Check the list");

        Assert.Contains(error, (await response.ReadHtmlAsync()).Errors());
    }

    [Theory]
    [InlineData("Change to 3", 2)]
    [InlineData("Keep 2", 1)]
    public async Task A_longer_list_than_the_count_asks_and_keeps_the_old_count(string answer, int counts)
    {
        var code = await LogAsync(2);
        var form = await PreviewAsync(code, "Aa\nBb\nCc");
        Assert.Contains("You said 2 women were taken. This list has 3.", form.Page.Words(), StringComparison.Ordinal);

        var refused = await form.PostAsync("Save 3 women");
        Assert.Contains("Choose how many women were taken", (await refused.ReadHtmlAsync()).Errors());
        Assert.Equal(0, await NamesAsync(code));

        await (await refused.ReadFormAsync(_client, "Save 3 women")).Choose("How many women were taken?", answer).PostAsync("Save 3 women");

        Assert.Equal(3, await NamesAsync(code));
        Assert.Equal(counts, await app.DbAsync(db => db.Counts.CountAsync(count =>
            db.Raids.Any(raid => raid.Code == code && raid.Id == count.RaidId) && count.Facts.Of == CountOf.WomenTaken)));
    }

    [Fact]
    public async Task A_list_that_is_sent_twice_is_saved_once()
    {
        var code = await LogAsync(2);
        var form = await PreviewAsync(code, "Aa\nBb");

        await form.PostAsync("Save 2 women");
        var again = await form.PostAsync("Save 2 women");

        Assert.Equal($"/raids/{code}/women", again.Headers.Location!.OriginalString);
        Assert.Equal(2, await NamesAsync(code));
    }

    [Fact]
    public async Task A_second_list_leaves_the_first_women_alone()
    {
        var code = await LogAsync(3);
        await (await PreviewAsync(code, "Aa, 19")).PostAsync("Save 1 woman");

        await (await PreviewAsync(code, "Bb, 20\nCc, 21")).PostAsync("Save 2 women");

        Assert.Equal(["W01 Aa 19 ", "W02 Bb 20 ", "W03 Cc 21 "], (await WomenAsync(code)).Select(woman => woman.Line));
    }

    [Theory]
    [InlineData("same person", true)]
    [InlineData("different", false)]
    [InlineData("not sure yet", false)]
    public async Task A_woman_of_an_earlier_raid_is_one_woman_only_when_somebody_says_so(string answer, bool same)
    {
        var name = $"Kham {answer}";
        var earlier = await LogAsync(1);
        await (await PreviewAsync(earlier, $"{name}, 24")).PostAsync("Save 1 woman");
        var code = await LogAsync(2);

        var form = await PreviewAsync(code, $"Aa\n{name}, 24");
        Assert.Contains($"maybe the same woman as {earlier}-W01?", form.Page.Words(), StringComparison.Ordinal);
        await form.Choose("Is she the same woman?", answer).PostAsync("Save 2 women");

        var before = (await WomenAsync(earlier)).Single();
        var now = (await WomenAsync(code))[1];
        Assert.Equal(same, before.Id == now.Id);
        Assert.Equal(answer == "not sure yet" ? $"Maybe the same woman as {earlier}-W01. Not sure yet." : null, now.Note);
        Assert.Equal(1, now.Stays);
        var key = before.Id.ToString("D");
        Assert.True(await app.DbAsync(db => db.AuditEntries.AnyAsync(entry =>
            entry.Action == "read" && entry.ObjectType == nameof(WomanName) && entry.ObjectId == key)));
    }

    [Fact]
    public async Task One_by_one_fills_the_next_row_and_goes_on()
    {
        var code = await LogAsync(2);
        var form = await _client.OpenFormAsync($"/raids/{code}/women/add");
        Assert.Contains("She will be W01.", form.Page.Words(), StringComparison.Ordinal);

        var response = await form.Fill("What she is called", "Mee\u202E").Fill("Age she says", "๒๓").Fill("Her word for her work", "bar worker").PostAsync("Save and add another");
        await form.PostAsync("Save and add another");

        Assert.Equal($"/raids/{code}/women/add", response.Headers.Location!.OriginalString);
        var next = await _client.OpenPageAsync($"/raids/{code}/women/add");
        Assert.Contains("She will be W02.", next.Words(), StringComparison.Ordinal);
        Assert.Equal("W01 is saved. Her name is shown only to those who may see names.", next.Banner());
        Assert.Equal("W01 Mee 23 ", (await WomenAsync(code))[0].Line);
        Assert.Equal(1, await NamesAsync(code));
    }

    [Fact]
    public async Task A_partner_on_the_team_names_too_and_a_list_that_was_begun_is_there_again()
    {
        var log = new RaidLogger(app, StaffRole.ResearchPartner);
        await log.StartTodayAsync();
        var code = (await log.SaveAsync()).Headers.Location!.OriginalString["/raids/".Length..];
        await (await log.Client.OpenFormAsync($"/raids/{code}/women/paste")).Fill(List, "Aa, 19").PostAsync("Check the list");

        var again = await log.Client.OpenFormAsync($"/raids/{code}/women/paste");
        Assert.Equal("Aa, 19", again.Value(List));
        var preview = (await again.PostAsync("Check the list")).Headers.Location!.OriginalString;
        await (await log.Client.OpenFormAsync(preview)).Fill("Where they were taken first", "Hospital").PostAsync("Save 1 woman");

        var woman = Assert.Single(await WomenAsync(code));
        Assert.Equal(("W01 Aa 19 ", 1), (woman.Line, woman.Stays));
    }

    [Theory]
    [InlineData("", "20", "Enter what she is called")]
    [InlineData("Mee", "old", "Age she says must be a whole number, like 17")]
    [InlineData("Mee", "121", "Age must be a number, like 23")]
    public async Task A_woman_who_is_refused_stays_in_the_form(string called, string age, string error)
    {
        var code = await LogAsync(1);

        var response = await (await _client.OpenFormAsync($"/raids/{code}/women/add")).Fill("What she is called", called).Fill("Age she says", age).PostAsync("Save");

        Assert.Contains(error, (await response.ReadHtmlAsync()).Errors());
        Assert.Equal(age, (await response.ReadFormAsync(_client, "Save")).Value("Age she says"));
        Assert.Equal(0, await NamesAsync(code));
    }

    private async Task<string> LogAsync(int women)
    {
        var log = new RaidLogger(app);
        await log.StartTodayAsync();
        await log.StepAsync("where", form => form.Fill("What the place is called", $"Bar {Guid.NewGuid():N}"));
        await log.StepAsync("many", form => form.Fill("Number of women", $"{women}"));
        await log.StepAsync("now", form => form.Fill("One answer for all of them", "We do not know"));
        return (await log.SaveAsync()).Headers.Location!.OriginalString["/raids/".Length..];
    }

    private async Task<OpenForm> PreviewAsync(string code, string list)
    {
        var response = await (await _client.OpenFormAsync($"/raids/{code}/women/paste")).Fill(List, list).PostAsync("Check the list");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return await _client.OpenFormAsync(response.Headers.Location!.OriginalString);
    }

    private Task<int> NamesAsync(string code) => app.DbAsync(db =>
        db.WomanNames.CountAsync(name => db.Raids.Any(raid => raid.Code == code && raid.Id == name.RaidId)));

    private Task<List<Seen>> WomenAsync(string code) => app.DbAsync(async db =>
    {
        var raid = await db.Raids.SingleAsync(raid => raid.Code == code);
        var seen = new List<Seen>();
        foreach (var row in await db.Apprehensions.Include(row => row.Woman).Where(row => row.RaidId == raid.Id).OrderBy(row => row.Number).ToListAsync())
        {
            var name = await db.WomanNames.SingleOrDefaultAsync(name => name.RaidId == raid.Id && name.WomanId == row.WomanId);
            var age = await db.Ages.SingleOrDefaultAsync(age => age.RaidId == raid.Id && age.WomanId == row.WomanId);
            var stays = await db.Stays.CountAsync(stay => stay.RaidId == raid.Id && stay.WomanId == row.WomanId);
            seen.Add(new(
                row.WomanId, $"{row.Code} {name?.Facts.Text} {age?.Facts.Low} {row.Woman.Facts.From}", row.Woman.Facts.Nationality?.Text, name?.Facts.Note, stays));
        }

        return seen;
    });

    private sealed record Seen(Guid Id, string Line, string? Nationality, string? Note, int Stays);
}
