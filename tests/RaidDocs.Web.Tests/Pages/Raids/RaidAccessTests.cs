using System.Net;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Raids;

public sealed class RaidAccessTests(TestApp app) : IClassFixture<TestApp>
{
    public static TheoryData<string> Reading { get; } =
        ["", "/women", "/chronology", "/counts", "/checklist", "/papers", "/team", "/export", "/sheet"];

    public static TheoryData<string> Recording { get; } =
        ["/edit", "/chronology/add", "/counts/add", "/counts/groups/add", "/checklist/SR1/add", "/papers/add", "/papers/S1"];

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task The_team_reads_and_nobody_else_learns_that_there_is_a_raid(string part)
    {
        var raid = await app.RaidAsync();
        var url = $"/raids/{raid.Code}{part}";

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(url, StaffRole.ResearchLeader));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(url, StaffRole.ResearchPartner));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(url, StaffRole.LegalAdvisor));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(url, StaffRole.Administrator));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(url, StaffRole.Auditor));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(url, StaffRole.ResearchLeader, Guid.CreateVersion7()));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(url, null));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/raids/R9999{part}", StaffRole.ResearchLeader));
    }

    [Theory]
    [MemberData(nameof(Recording))]
    public async Task Leaders_and_partners_record_and_advisors_do_not(string part)
    {
        var raid = await app.RaidAsync();
        var url = $"/raids/{raid.Code}{part}";

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(url, StaffRole.ResearchLeader));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(url, StaffRole.ResearchPartner));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(url, StaffRole.LegalAdvisor));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(url, StaffRole.Administrator));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(url, StaffRole.ResearchLeader, Guid.CreateVersion7()));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(url, null));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/raids/R9999{part}", StaffRole.ResearchLeader));
    }

    [Fact]
    public async Task Who_may_not_record_is_offered_no_form()
    {
        var raid = await app.RaidAsync(women: 1);
        await app.SaveAsync(Cases.Line(raid, "12 March 2568", "They came in"));
        var advisor = app.ClientFor(StaffRole.LegalAdvisor);

        foreach (var part in new[] { "", "/women", "/chronology", "/counts", "/checklist", "/papers", "/team" })
        {
            var page = await advisor.OpenPageAsync($"/raids/{raid.Code}{part}");
            Assert.DoesNotContain(page.QuerySelectorAll("main a"), link => link.GetAttribute("href") is { } href
                && (href.Contains("/add", StringComparison.Ordinal) || href.EndsWith("/edit", StringComparison.Ordinal) || href.Contains("/take-back", StringComparison.Ordinal)
                    || href.EndsWith("/remove", StringComparison.Ordinal) || href.EndsWith("/paste", StringComparison.Ordinal) || href.Contains("/chronology/", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task The_list_is_for_those_who_work_on_cases()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/raids", StaffRole.LegalAdvisor));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/raids", StaffRole.Administrator));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/raids", StaffRole.Auditor));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("/raids", null));
    }

    [Theory]
    [InlineData("/chronology/0198a000-0000-7000-8000-000000000001")]
    [InlineData("/chronology/add?of=0198a000-0000-7000-8000-000000000001")]
    [InlineData("/counts/groups/0198a000-0000-7000-8000-000000000001")]
    [InlineData("/counts/0198a000-0000-7000-8000-000000000001/take-back")]
    [InlineData("/checklist/0198a000-0000-7000-8000-000000000001/take-back")]
    [InlineData("/checklist/SR15/add")]
    [InlineData("/papers/S9")]
    [InlineData("/team/0198a000-0000-7000-8000-000000000001/remove")]
    public async Task What_the_raid_does_not_have_is_not_found(string part)
    {
        var raid = await app.RaidAsync();

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/raids/{raid.Code}{part}", StaffRole.ResearchLeader));
    }

    private async Task<HttpStatusCode> StatusAsync(string url, string? role, Guid? person = null)
    {
        using var client = app.ClientFor(role, person);
        return (await client.GetAsync(new Uri(url, UriKind.Relative))).StatusCode;
    }
}
