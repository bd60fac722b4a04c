using System.Net;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Women;

public sealed class WomanAccessTests(TestApp app) : IClassFixture<TestApp>
{
    public static TheoryData<string> Reading =>
        ["", "/stays", "/labels", "/ages", "/procedures", "/court", "/money", "/testimonies", "/consents", "/names", "/seen-by"];

    public static TheoryData<string> Recording =>
        ["/edit", "/stays/add", "/labels/add", "/ages/add", "/procedures/add", "/court/add", "/money/add", "/consents/add", "/names/add"];

    [Theory]
    [MemberData(nameof(Reading))]
    [MemberData(nameof(Recording))]
    public async Task Only_her_team_opens_it_and_all_others_learn_nothing(string page)
    {
        var raid = await app.NewRaidAsync();
        var leader = app.ClientFor(StaffRole.ResearchLeader);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(leader, $"/women/{raid}-W01{page}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app.ClientFor(StaffRole.Administrator), $"/women/{raid}-W01{page}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app.ClientFor(StaffRole.Auditor), $"/women/{raid}-W01{page}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app.ClientFor(StaffRole.ResearchLeader, Guid.CreateVersion7()), $"/women/{raid}-W01{page}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(app.ClientFor(null), $"/women/{raid}-W01{page}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(leader, $"/women/{raid}-W99{page}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(leader, $"/women/no-code{page}"));
    }

    [Theory]
    [MemberData(nameof(Recording))]
    public async Task A_legal_advisor_records_nothing_but_parts_in_court(string page)
    {
        var raid = await app.NewRaidAsync();

        var status = await StatusAsync(app.ClientFor(StaffRole.LegalAdvisor), $"/women/{raid}-W01{page}");

        Assert.Equal(page == "/court/add" ? HttpStatusCode.OK : HttpStatusCode.NotFound, status);
    }

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task A_legal_advisor_is_not_offered_what_she_may_not_do(string page)
    {
        var raid = await app.NewRaidAsync();

        var answer = await app.ClientFor(StaffRole.LegalAdvisor).OpenPageAsync($"/women/{raid}-W01{page}");

        Assert.DoesNotContain(answer.QuerySelectorAll("main a"), link => link.GetAttribute("href") is { } to
            && (to.EndsWith("/edit", StringComparison.Ordinal) || to.EndsWith("/end", StringComparison.Ordinal)
                || to.EndsWith("/add", StringComparison.Ordinal) && !to.EndsWith("/court/add", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Reading))]
    [MemberData(nameof(Recording))]
    public async Task No_page_shows_a_name_unasked(string page)
    {
        var raid = await app.NewRaidAsync();

        var answer = await app.ClientFor(StaffRole.ResearchLeader).OpenPageAsync($"/women/{raid}-W01{page}");

        Assert.DoesNotContain("Nang Secret", answer.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Single(answer.QuerySelectorAll("h1"));
        Assert.Contains($"{raid}-W01", answer.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_needs_a_member_of_staff_who_works_on_cases()
    {
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app.ClientFor(StaffRole.Administrator), "/women"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app.ClientFor(StaffRole.Auditor), "/women"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(app.ClientFor(null), "/women"));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path) =>
        (await client.GetAsync(new Uri(path, UriKind.Relative))).StatusCode;
}
