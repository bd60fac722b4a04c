using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Raids;

public sealed class TeamTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Leader => app.ClientFor(StaffRole.ResearchLeader);

    [Fact]
    public async Task Only_a_leader_changes_the_team()
    {
        var raid = await app.RaidAsync();
        var urls = new[] { $"/raids/{raid.Code}/team/add", $"/raids/{raid.Code}/team/{app.PersonIn(StaffRole.LegalAdvisor)}/remove" };

        foreach (var url in urls)
        {
            Assert.Equal(HttpStatusCode.OK, (await Leader.GetAsync(new Uri(url, UriKind.Relative))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await app.ClientFor(StaffRole.ResearchPartner).GetAsync(new Uri(url, UriKind.Relative))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await app.ClientFor(StaffRole.LegalAdvisor).GetAsync(new Uri(url, UriKind.Relative))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await app.ClientFor(StaffRole.Administrator).GetAsync(new Uri(url, UriKind.Relative))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await app.ClientFor(StaffRole.ResearchLeader, Guid.CreateVersion7()).GetAsync(new Uri(url, UriKind.Relative))).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await app.ClientFor(null).GetAsync(new Uri(url, UriKind.Relative))).StatusCode);
        }
    }

    [Fact]
    public async Task Who_is_added_sees_the_raid_and_nobody_is_added_twice()
    {
        var raid = await app.RaidAsync(team: [StaffRole.ResearchLeader]);
        var client = Leader;
        var partner = app.ClientFor(StaffRole.ResearchPartner);
        var raidPage = new Uri($"/raids/{raid.Code}", UriKind.Relative);
        Assert.Equal(HttpStatusCode.NotFound, (await partner.GetAsync(raidPage)).StatusCode);

        var form = (await client.OpenFormAsync($"/raids/{raid.Code}/team/add")).Fill("Who is to be added?", "researchpartner");
        var answers = await Task.WhenAll(form.PostAsync(), form.PostAsync());

        Assert.All(answers, answer => Assert.Equal($"/raids/{raid.Code}/team", answer.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await partner.GetAsync(raidPage)).StatusCode);
        Assert.Equal(2, await app.DbAsync(db => db.TeamMembers.CountAsync(member => member.RaidId == raid.Id)));
        var page = await client.OpenPageAsync($"/raids/{raid.Code}/team");
        Assert.Contains("researchpartner research partner", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_people_with_a_case_role_can_be_added()
    {
        var raid = await app.RaidAsync(team: [StaffRole.ResearchLeader]);
        var client = Leader;

        var form = await client.OpenFormAsync($"/raids/{raid.Code}/team/add");
        var offered = form.Page.QuerySelectorAll("#Form_Person option").Select(option => option.GetAttribute("value")).ToList();
        Assert.Contains("legaladvisor", offered);
        Assert.Contains("researchpartner", offered);
        Assert.DoesNotContain("administrator", offered);
        Assert.DoesNotContain("auditor", offered);
        Assert.DoesNotContain("researchleader", offered);
        form.Page.QuerySelector("option[value=legaladvisor]")!.SetAttribute("value", "auditor");
        var refused = await form.Fill("Who is to be added?", "auditor").PostAsync();
        var empty = await (await client.OpenFormAsync($"/raids/{raid.Code}/team/add")).PostAsync();

        Assert.Contains("Choose somebody of the list", (await refused.ReadHtmlAsync()).Errors());
        Assert.Contains("Choose who is to be added", (await empty.ReadHtmlAsync()).Errors());
        Assert.Equal(1, await app.DbAsync(db => db.TeamMembers.CountAsync(member => member.RaidId == raid.Id)));
    }

    [Fact]
    public async Task Removing_is_recorded_and_ends_what_she_sees()
    {
        var raid = await app.RaidAsync();
        var partner = app.PersonIn(StaffRole.ResearchPartner);
        var client = Leader;

        var form = await client.OpenFormAsync($"/raids/{raid.Code}/team/{partner}/remove");
        var removed = await form.PostAsync();
        var again = await form.PostAsync();

        Assert.Equal($"/raids/{raid.Code}/team", removed.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.ClientFor(StaffRole.ResearchPartner).GetAsync(new Uri($"/raids/{raid.Code}", UriKind.Relative))).StatusCode);
        var logged = await app.DbAsync(db => db.AuditEntries.Where(entry => entry.RaidId == raid.Id && entry.Action == "delete").ToListAsync());
        Assert.Equal(("TeamMember", app.PersonIn(StaffRole.ResearchLeader)), (Assert.Single(logged).ObjectType, logged[0].ActorId));
    }

    [Fact]
    public async Task The_last_leader_stays()
    {
        var raid = await app.RaidAsync();
        var client = Leader;

        var refused = await (await client.OpenFormAsync($"/raids/{raid.Code}/team/{app.PersonIn(StaffRole.ResearchLeader)}/remove")).PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("The last research leader cannot be removed. Add another one first.", (await refused.ReadHtmlAsync()).Errors());
        Assert.Equal(3, await app.DbAsync(db => db.TeamMembers.CountAsync(member => member.RaidId == raid.Id)));
    }

    [Fact]
    public async Task Of_two_leaders_who_remove_each_other_one_stays()
    {
        var other = await SecondLeaderAsync();
        var raid = await app.RaidAsync();
        await app.SaveAsync(new TeamMember(raid.Id, other));
        var leader = app.PersonIn(StaffRole.ResearchLeader);
        var (first, second) = (Leader, app.ClientFor(StaffRole.ResearchLeader, other));
        var removesOther = await first.OpenFormAsync($"/raids/{raid.Code}/team/{other}/remove");
        var removesFirst = await second.OpenFormAsync($"/raids/{raid.Code}/team/{leader}/remove");

        await Task.WhenAll(removesOther.PostAsync(), removesFirst.PostAsync());

        Assert.Equal(1, await app.DbAsync(db => db.TeamMembers.CountAsync(member => member.RaidId == raid.Id && (member.UserId == leader || member.UserId == other))));
    }

    private Task<Guid> SecondLeaderAsync() => app.DbAsync(async db =>
    {
        var user = new StaffUser { UserName = "secondleader", NormalizedUserName = "SECONDLEADER", SecurityStamp = "test" };
        db.Users.Add(user);
        var role = await db.Roles.SingleAsync(row => row.Name == StaffRole.ResearchLeader);
        db.UserRoles.Add(new Microsoft.AspNetCore.Identity.IdentityUserRole<Guid> { RoleId = role.Id, UserId = user.Id });
        await db.SaveChangesAsync();
        return user.Id;
    });
}
