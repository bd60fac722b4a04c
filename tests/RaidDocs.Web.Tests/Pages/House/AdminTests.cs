using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.House;

public sealed class AdminTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Client { get; } = app.ClientFor(StaffRole.Administrator);

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/texts")]
    [InlineData("/admin/people")]
    [InlineData("/admin/people/add")]
    public async Task Only_an_administrator_opens_it(string url)
    {
        Assert.Equal(HttpStatusCode.OK, (await Client.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.ClientFor(null).GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.ClientFor(StaffRole.ResearchLeader).GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.ClientFor(StaffRole.Auditor).GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task A_person_is_added_with_her_role_and_not_with_a_taken_or_mixed_name()
    {
        var form = (await Client.OpenFormAsync("/admin/people/add")).Fill("Sign-in name", "plo\u0443")
            .Choose("Role", "Research partner: works on the raids of her teams");
        var again = await (await form.PostAsync()).ReadFormAsync(Client);
        Assert.Contains(again.Page.Errors(), error => error.StartsWith("This name mixes letters", StringComparison.Ordinal));

        again.Fill("Sign-in name", "ploy");
        var done = await again.PostAsync();
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await again.PostAsync()).StatusCode);

        var person = await FindAsync("ploy");
        var roles = await app.DbAsync(db => db.UserRoles.Where(link => link.UserId == person!.Id).Join(db.Roles, link => link.RoleId, role => role.Id, (link, role) => role.Name).ToListAsync());
        Assert.Equal([StaffRole.ResearchPartner], roles);
        Assert.Null(person!.PasswordHash);
        Assert.Contains("ploy", (await Client.OpenPageAsync("/admin/people")).Words(), StringComparison.Ordinal);
        Assert.Matches("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", (await Client.OpenPageAsync(done.Headers.Location!.OriginalString)).Words());
        Assert.DoesNotMatch("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", (await Client.OpenPageAsync(done.Headers.Location!.OriginalString)).Words());
    }

    [Theory]
    [InlineData("Administrator")]
    [InlineData("Research leader")]
    public async Task A_role_that_opens_much_waits_for_a_second_person(string role)
    {
        var name = $"somchai{role.Length}";
        var form = (await Client.OpenFormAsync("/admin/people/add")).Fill("Sign-in name", name);
        var choice = form.Page.QuerySelectorAll("label").Select(label => label.TextContent.Trim()).Single(label => label.StartsWith(role, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Redirect, (await form.Choose("Role", choice).PostAsync()).StatusCode);

        var person = (await FindAsync(name))!;
        Assert.False(await app.DbAsync(db => db.UserRoles.AnyAsync(link => link.UserId == person.Id)));
        Assert.Equal(1, await app.DbAsync(db => db.TwoPersonActs.CountAsync(act => act.SubjectId == person.Id)));
    }

    [Fact]
    public async Task A_role_that_does_not_exist_is_refused()
    {
        var form = (await Client.OpenFormAsync("/admin/people/add")).Fill("Sign-in name", "chai");
        var box = form.Page.QuerySelector("input[name='Form.Role']")!;
        box.SetAttribute("value", "Everything");
        box.SetAttribute("checked", "");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.PostAsync()).StatusCode);
        Assert.Null(await FindAsync("chai"));
    }

    [Fact]
    public async Task Locking_signs_her_out_everywhere_and_nobody_locks_herself()
    {
        await (await Client.OpenFormAsync("/admin/people/add")).Fill("Sign-in name", "fah")
            .Choose("Role", "Auditor: the log, no case").PostAsync();
        var before = (await FindAsync("fah"))!;

        await (await Client.OpenFormAsync($"/admin/people/{before.Id}/lock")).PostAsync();

        var after = (await FindAsync("fah"))!;
        Assert.NotNull(after.LockedAt);
        Assert.NotEqual(before.SecurityStamp, after.SecurityStamp);
        var herself = await Client.OpenFormAsync($"/admin/people/{app.PersonIn(StaffRole.Administrator)}/lock");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await herself.PostAsync()).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync($"/admin/people/{Guid.NewGuid()}/lock")).StatusCode);
    }

    [Fact]
    public async Task The_log_is_for_the_auditor_and_tells_when_a_line_was_changed()
    {
        await using var alone = new TestApp();
        await alone.ImportAsync(SmallCase.Json);
        var auditor = alone.ClientFor(StaffRole.Auditor);
        Assert.Equal(HttpStatusCode.NotFound, (await alone.ClientFor(StaffRole.Administrator).GetAsync("/admin/audit")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await alone.ClientFor(StaffRole.ResearchLeader).GetAsync("/admin/audit")).StatusCode);
        var whole = await auditor.OpenPageAsync("/admin/audit");
        var check = await auditor.OpenFormAsync("/admin/audit/check", "Check now");
        Assert.Contains("lines agree", (await (await check.PostAsync()).ReadHtmlAsync()).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Lotus", whole.Words(), StringComparison.Ordinal);

        // Somebody who holds the file and the key takes the guard away first.
        var number = await alone.DbAsync(db => db.AuditEntries.MaxAsync(entry => entry.Number)) - 3;
        await alone.DbAsync(async db =>
        {
            await db.TakeGuardAwayAsync();
            return true;
        });
        await alone.DbAsync(db => db.AuditEntries.Where(entry => entry.Number == number)
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Json, entry => entry.Json.Replace("create", "change"))));

        Assert.Contains($"Line {number} does not follow", (await (await check.PostAsync()).ReadHtmlAsync()).Words(), StringComparison.Ordinal);
    }

    private Task<StaffUser?> FindAsync(string name) => app.DbAsync(db => db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.UserName == name));
}
