using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Stays;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Women;

public sealed class StayTests(TickingApp app) : IClassFixture<TickingApp>
{
    private HttpClient Leader { get; } = app.ClientFor(StaffRole.ResearchLeader);

    private const string Overlap = "Record it all the same, sources differ";

    [Fact]
    public async Task A_stay_in_a_known_place_is_added_to_her_chain()
    {
        var (raid, form) = await AddAsync("W07");

        var response = await form.Choose("Who says it?", "the woman").Fill("Where was she?", "Nobody knows where")
            .FillDate("From when?", "12", "3", "2568").Fill("Source", "S1 Her words").PostAsync();

        Assert.Equal($"/women/{raid}-W07/stays", response.Headers.Location?.OriginalString);
        var stay = Assert.Single(await StaysAsync(raid, 7));
        Assert.Null(stay.FacilityId);
        Assert.Equal(new DateOnly(2025, 3, 12), stay.Facts.From!.Date.Earliest);
        Assert.NotNull(stay.SourceId);
    }

    [Fact]
    public async Task A_new_place_is_made_with_its_first_stay()
    {
        var (raid, form) = await AddAsync("W07");

        await form.Choose("Who says it?", "the woman").Fill("Where was she?", "A new place, named below")
            .Fill("New place: what kind?", "hospital").Fill("New place: its name", "Hospital <b>D</b>")
            .FillDate("From when?", null, "March", "2025", about: true).PostAsync();

        var stay = Assert.Single(await StaysAsync(raid, 7));
        Assert.Equal("Hospital <b>D</b>", await app.DbAsync(db => db.Facilities.Where(place => place.Id == stay.FacilityId).Select(place => place.Facts.Name).SingleAsync()));
        Assert.True(stay.Facts.From!.Date.About);
        var page = await Leader.OpenPageAsync($"/women/{raid}-W07/stays");
        Assert.Contains("Hospital <b>D</b>", page.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("From when?", "1", "1", "2027", "This date must be today or in the past")]
    [InlineData("From when?", "31", "4", "2025", "The day she came there must be a real date")]
    [InlineData("From when?", "12", "3", "68", "Enter the year with 4 numbers, like 2568 or 2025")]
    [InlineData("From when?", "1", "3", "2025", "She cannot be held from this raid before the night of the raid, 12 March 2025 (2568)")]
    [InlineData("Until when?", "13", "3", "2025", "Release must be the same as or after 14 March 2025 (2568), when she was taken")]
    public async Task A_date_that_cannot_be_is_explained_and_nothing_typed_is_lost(string box, string day, string month, string year, string error)
    {
        var (raid, form) = await AddAsync("W07");
        form.Choose("Who says it?", "the woman").Fill("Where was she?", "Nobody knows where").Fill("What it is like there", "Hot <script>x</script> 🙂");
        form.FillDate("From when?", "14", "3", "2025").FillDate(box, day, month, year);

        var response = await form.PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var again = await response.ReadFormAsync(Leader);
        Assert.Contains(again.Page.Errors(), said => said.StartsWith(error, StringComparison.Ordinal));
        Assert.Equal("Hot <script>x</script> 🙂", again.Value("What it is like there"));
        Assert.Equal(year, again.Value(box, "Year"));
        Assert.Empty(await StaysAsync(raid, 7));
    }

    [Fact]
    public async Task A_release_before_she_came_is_refused_in_one_sentence()
    {
        var (raid, form) = await AddAsync("W07");
        form.Choose("Who says it?", "the woman").Fill("Where was she?", "Nobody knows where");

        var response = await form.FillDate("From when?", "12", "3", "2025").FillDate("Until when?", "11", "3", "2025").PostAsync();

        Assert.Contains("Release must be the same as or after 12 March 2025 (2568), when she was taken", (await response.ReadHtmlAsync()).Errors());
        Assert.Empty(await StaysAsync(raid, 7));
    }

    [Fact]
    public async Task Without_a_place_and_a_voice_nothing_is_saved()
    {
        var (raid, form) = await AddAsync("W07");

        var response = await form.PostAsync();

        var errors = (await response.ReadHtmlAsync()).Errors().ToList();
        Assert.Contains("Choose where she was, or that nobody knows", errors);
        Assert.Contains("Choose who says it", errors);
        Assert.Empty(await StaysAsync(raid, 7));
    }

    [Fact]
    public async Task A_second_open_stay_is_asked_about_first_and_then_flagged()
    {
        var (raid, form) = await AddAsync("W01");
        form.Choose("Who says it?", "an NGO").Fill("Where was she?", "Nobody knows where").FillDate("From when?", "1", "5", "2025");

        var response = await form.PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var asked = await response.ReadFormAsync(Leader);
        Assert.Contains(
            "On these days she is already recorded as held at Shelter B. Correct the days, or tick the box", asked.Page.Errors());
        Assert.Equal(2, (await StaysAsync(raid, 1)).Count);

        await asked.Tick(Overlap).PostAsync();
        Assert.Equal(3, (await StaysAsync(raid, 1)).Count);
        var page = await Leader.OpenPageAsync($"/women/{raid}-W01/stays");
        Assert.Contains("The same days are told of Shelter B, too", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_stay()
    {
        var (raid, form) = await AddAsync("W07");
        form.Choose("Who says it?", "the woman").Fill("Where was she?", "A new place, named below")
            .Fill("New place: what kind?", "hospital").Fill("New place: its name", "Hospital twice");

        await form.PostAsync();
        var response = await form.PostAsync();

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Single(await StaysAsync(raid, 7));
        Assert.Equal(1, await app.DbAsync(db => db.Facilities.CountAsync(place => place.Facts.Name == "Hospital twice")));
    }

    [Fact]
    public async Task A_move_ends_the_open_stay_and_begins_the_next_in_one_save()
    {
        var (raid, form) = await EndAsync();

        await form.FillDate("When did she leave?", "2", "6", "2569").Choose("How did it end?", "moved to another place")
            .Fill("If she was moved: where to?", "A new place, named below").Fill("New place: what kind?", "immigration-office")
            .Fill("New place: its name", "Office C").Fill("If she was moved: by whom, and how?", "police van").PostAsync();

        var stays = await StaysAsync(raid, 1);
        Assert.Equal(3, stays.Count);
        Assert.Equal((new DateOnly(2026, 6, 2), StayEnd.Moved), (stays[1].Facts.To!.Date.Earliest, stays[1].Facts.Ending));
        Assert.Equal(stays[1].Facts.To, stays[2].Facts.From);
        Assert.Null(stays[2].Facts.To);
        Assert.Equal("police van", stays[2].Facts.MovedBy);
    }

    [Theory]
    [InlineData("released", "", "Enter the day she left, or choose \"I do not know the date\"")]
    [InlineData("released", "2027", "This date must be today or in the past")]
    [InlineData("released", "2024", "Release must be the same as or after 15 March 2025 (2568), when she was taken")]
    [InlineData("moved to another place", "2026", "Choose where she was moved, or that nobody knows")]
    public async Task A_leaving_that_cannot_be_is_refused_and_she_stays_held(string how, string year, string error)
    {
        var (raid, form) = await EndAsync();
        if (year.Length > 0)
        {
            form.FillDate("When did she leave?", "2", "6", year);
        }

        var response = await form.Choose("How did it end?", how).PostAsync();

        Assert.Contains(error, (await response.ReadHtmlAsync()).Errors());
        Assert.Null((await StaysAsync(raid, 1))[1].Facts.To);
    }

    [Fact]
    public async Task Two_who_end_one_stay_see_both_texts()
    {
        var (raid, mine) = await EndAsync();
        var client = app.ClientFor(StaffRole.ResearchPartner);
        var theirs = await client.OpenFormAsync($"/women/{raid}-W01/stays/{(await StaysAsync(raid, 1))[1].Id}/end");
        await theirs.FillDate("When did she leave?", "1", "6", "2026").Choose("How did it end?", "released").PostAsync();

        var response = await mine.FillDate("When did she leave?", "2", "6", "2026").Choose("How did it end?", "got away").PostAsync();

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var page = await response.ReadHtmlAsync();
        Assert.Contains("released", page.QuerySelector(".conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("got away", page.QuerySelector(".conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(StayEnd.Released, (await StaysAsync(raid, 1))[1].Facts.Ending);
    }

    [Fact]
    public async Task A_stay_is_corrected_and_a_stale_correction_shows_both()
    {
        var raid = await app.NewRaidAsync();
        var url = $"/women/{raid}-W01/stays/{(await StaysAsync(raid, 1))[0].Id}/edit";
        var client = Leader;
        var (first, second) = (await client.OpenFormAsync(url), await client.OpenFormAsync(url));

        var saved = await first.Fill("Who brought her there, and how?", "a pickup").PostAsync();
        var stale = await second.Fill("Who brought her there, and how?", "a bus").PostAsync();

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var words = (await stale.ReadHtmlAsync()).QuerySelector(".conflict")!.TextContent;
        Assert.Contains("a pickup", words, StringComparison.Ordinal);
        Assert.Contains("a bus", words, StringComparison.Ordinal);
        Assert.Equal("a pickup", (await StaysAsync(raid, 1))[0].Facts.MovedBy);
    }

    [Fact]
    public async Task A_stay_of_another_woman_cannot_be_reached_through_her_address()
    {
        var raid = await app.NewRaidAsync();
        var other = (await StaysAsync(raid, 2))[0].Id;

        foreach (var act in new[] { "edit", "end" })
        {
            var response = await Leader.GetAsync(new Uri($"/women/{raid}-W01/stays/{other}/{act}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    private async Task<(string Raid, OpenForm Form)> AddAsync(string woman)
    {
        var raid = await app.NewRaidAsync();
        return (raid, await Leader.OpenFormAsync($"/women/{raid}-{woman}/stays/add"));
    }

    private async Task<(string Raid, OpenForm Form)> EndAsync()
    {
        var raid = await app.NewRaidAsync();
        var open = (await StaysAsync(raid, 1))[1].Id;
        return (raid, await Leader.OpenFormAsync($"/women/{raid}-W01/stays/{open}/end"));
    }

    private async Task<List<Stay>> StaysAsync(string raid, int number)
    {
        var woman = await app.WomanIdAsync(raid, number);
        return await app.DbAsync(db => db.Stays.AsNoTracking().Where(stay => stay.WomanId == woman).OrderBy(stay => stay.RecordedAt).ToListAsync());
    }
}
