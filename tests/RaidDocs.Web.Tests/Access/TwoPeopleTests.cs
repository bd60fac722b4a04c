using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Pages.Women;

namespace RaidDocs.Web.Tests.Access;

/// <summary>What one person alone may not do, and what happens when the second agrees.</summary>
public sealed class TwoPeopleTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Leader { get; } = app.ClientFor(StaffRole.ResearchLeader);

    private HttpClient Administrator { get; } = app.ClientFor(StaffRole.Administrator);

    [Fact]
    public async Task An_administrator_joins_no_team_by_herself_and_the_team_hears_of_it()
    {
        var raid = await app.NewRaidAsync();
        var me = app.PersonIn(StaffRole.Administrator);
        async Task AskAsync(string code) => await (await Administrator.OpenFormAsync("/admin/teams"))
            .Fill("Code of the raid", code).Fill("Who is to be added?", "administrator").Fill("Why?", "To help").PostAsync();

        await AskAsync(raid);
        await AskAsync("R9999");

        var (real, none) = (await ActAsync(row => row.RaidId == RaidId(raid)), await ActAsync(row => row.AskedBy == me && row.RaidId != RaidId(raid)));
        Assert.False(await IsMemberAsync(raid, me));
        await Administrator.OpenPageAsync("/approvals");
        var (page, other) = (await Administrator.OpenPageAsync($"/approvals/{real.Id}"), await Administrator.OpenPageAsync($"/approvals/{none.Id}"));
        Assert.Equal(other.Words(), page.Words());
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Contains("administrator asks to put somebody on a team", (await Leader.OpenPageAsync($"/raids/{raid}/team")).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.ClientFor(StaffRole.ResearchLeader, Guid.CreateVersion7()).GetAsync(Address($"/approvals/{real.Id}"))).StatusCode);

        await (await Leader.OpenFormAsync($"/approvals/{real.Id}", "I agree, do it")).PostAsync();

        Assert.True(await IsMemberAsync(raid, me));
        Assert.Contains("researchleader agreed", (await Leader.OpenPageAsync($"/raids/{raid}/team")).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Administrator.GetAsync(Address($"/raids/{raid}"))).StatusCode);
    }

    [Fact]
    public async Task The_one_who_asks_cannot_agree_whatever_she_posts()
    {
        var raid = await app.NewRaidAsync();
        var form = (await Leader.OpenFormAsync($"/women/{raid}-W01/erase")).Fill("Why?", "Her wish");
        await form.PostAsync();
        await form.PostAsync();
        var act = await ActAsync(row => row.RaidId == RaidId(raid));
        Assert.Empty((await Leader.OpenPageAsync($"/approvals/{act.Id}")).QuerySelectorAll("main form"));

        var forged = await app.ClientFor(StaffRole.ResearchPartner).PostTokenAsync($"/approvals/{act.Id}");
        var own = await Leader.PostTokenAsync($"/approvals/{act.Id}");

        Assert.Equal(HttpStatusCode.NotFound, own.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
        Assert.Equal(TwoPersonState.Waits, (await ActAsync(row => row.Id == act.Id)).State);
    }

    [Fact]
    public async Task Asking_for_another_role_or_another_woman_is_another_thing()
    {
        var person = await app.PersonAsync("twice asked", StaffRole.ResearchPartner);
        foreach (var words in new[] { "Administrator: sign-ins and settings, no case", "Research leader: logs raids, sees those of her teams", "Research leader: logs raids, sees those of her teams" })
        {
            await (await Administrator.OpenFormAsync($"/admin/people/{person}/role")).Choose("Role", words).PostAsync();
        }

        Assert.Equal(
            [StaffRole.Administrator, StaffRole.ResearchLeader],
            await app.DbAsync(db => db.TwoPersonActs.Where(act => act.SubjectId == person).OrderBy(act => act.RecordedAt).Select(act => act.Detail!).ToListAsync()));
    }

    [Fact]
    public async Task Erasing_a_woman_takes_every_record_that_was_ever_joined_into_hers()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        var ids = new List<Guid>();
        for (var number = 1; number <= 3; number++)
        {
            ids.Add(await app.WomanIdAsync(raid, number));
        }

        // Three into two, then two into one.
        await JoinAsync(raid, "W03", "W02");
        await JoinAsync(raid, "W02", "W01");
        await (await Leader.OpenFormAsync($"/women/{raid}-W01/erase")).Fill("Why?", "Her own wish").PostAsync();
        var act = await ActAsync(row => row.SubjectId == ids[0] && row.Kind == TwoPersonKind.EraseWoman);
        var told = await app.DbAsync(db => db.Testimonies.FirstAsync(row => row.WomanId != null && ids.Contains(row.WomanId.Value)));
        await app.SaveAsync(
            new ReadBack(told, Guid.CreateVersion7(), 1, new ReadBackFacts { Mark = ReadBackMark.Wrong }),
            new CourtStatement(told.RaidId, told.WomanId!.Value, told.Id, 1, told.Revision, "Woman 1", "tha", [], new CourtWording { Certificate = "a", Truth = "b", ReadBack = "c" }, null));

        await (await Administrator.OpenFormAsync($"/approvals/{act.Id}", "I agree, do it")).PostAsync();

        Assert.Empty(await app.DbAsync(db => db.Women.IgnoreQueryFilters().Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync()));
        Assert.False(await app.DbAsync(db => db.JoinedWomen.AnyAsync(row => ids.Contains(row.KeptId) || ids.Contains(row.JoinedId))));
        Assert.False(await app.DbAsync(db => db.ReadBacks.AnyAsync(row => row.TestimonyId == told.Id)));
        Assert.False(await app.DbAsync(db => db.Statements.AnyAsync(row => row.TestimonyId == told.Id)));
        Assert.False(await app.DbAsync(db => db.Testimonies.AnyAsync(row => row.WomanId != null && ids.Contains(row.WomanId.Value))));
        Assert.Equal(["", "", ""], await app.DbAsync(db => db.TwoPersonActs.Where(row => ids.Contains(row.SubjectId)).Select(row => row.Because).ToListAsync()));
    }

    private async Task JoinAsync(string raid, string goes, string stays)
    {
        await (await app.ClientFor(StaffRole.ResearchPartner).OpenFormAsync($"/women/{raid}-{goes}/join"))
            .Fill("Which code is the same woman?", $"{raid}-{stays}").Fill("Why?", "She says so").PostAsync();
        var act = await ActAsync(row => row.Kind == TwoPersonKind.JoinWomen && row.State == TwoPersonState.Waits && row.RaidId == RaidId(raid));
        await (await Leader.OpenFormAsync($"/approvals/{act.Id}", "I agree, do it")).PostAsync();
    }

    [Fact]
    public async Task Home_counts_what_waits_for_her_and_for_nobody_else()
    {
        await using var own = new TestApp();
        var raid = await own.NewRaidAsync();
        await (await own.ClientFor(StaffRole.ResearchPartner).OpenFormAsync($"/women/{raid}-W01/join"))
            .Fill("Which code is the same woman?", $"{raid}-W02").Fill("Why?", "She says so").PostAsync();
        await (await own.ClientFor(StaffRole.ResearchLeader).OpenFormAsync($"/raids/{raid}/erase")).Fill("Why?", "Asked by all").PostAsync();

        Assert.Equal("1 act of somebody else waits for your answer", await WaitingAsync(StaffRole.ResearchLeader));
        Assert.Equal("1 act of somebody else waits for your answer", await WaitingAsync(StaffRole.Administrator));
        Assert.Null(await WaitingAsync(StaffRole.ResearchPartner));
        Assert.Null(await WaitingAsync(StaffRole.LegalAdvisor));
        Assert.Null(await WaitingAsync(StaffRole.Auditor));

        async Task<string?> WaitingAsync(string role) =>
            (await own.ClientFor(role).OpenPageAsync("/")).QuerySelector("main a[href='/approvals']")?.TextContent;
    }

    [Fact]
    public async Task After_a_day_nobody_can_agree()
    {
        var raid = RaidId(await app.NewRaidAsync());
        var act = new TwoPersonAct(TwoPersonKind.EraseRaid, Guid.CreateVersion7(), raid, raid, "old", new DateTime(2026, 11, 20, 2, 0, 0, DateTimeKind.Utc));
        await app.SaveAsync(act);

        var late = await Leader.PostTokenAsync($"/approvals/{act.Id}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.True(await app.DbAsync(db => db.Raids.AnyAsync(row => row.Id == raid)));
    }

    [Fact]
    public async Task Nobody_changes_her_own_role_and_small_roles_change_at_once()
    {
        var person = await app.PersonAsync("changes", StaffRole.ResearchPartner);

        var own = await (await Administrator.OpenFormAsync($"/admin/people/{app.PersonIn(StaffRole.Administrator)}/role")).Choose("Role", "Auditor: the log, no case").PostAsync();
        await (await Administrator.OpenFormAsync($"/admin/people/{person}/role")).Choose("Role", "Auditor: the log, no case").PostAsync();

        Assert.Contains("Nobody changes her own role. Another administrator can", (await own.ReadHtmlAsync()).Errors());
        Assert.Equal([StaffRole.Auditor], await RolesAsync(person));
        Assert.NotEqual("test", await app.DbAsync(db => db.Users.Where(user => user.Id == person).Select(user => user.SecurityStamp).SingleAsync()));
    }

    [Theory]
    [InlineData("Administrator: sign-ins and settings, no case", StaffRole.Administrator)]
    [InlineData("Research leader: logs raids, sees those of her teams", StaffRole.ResearchLeader)]
    public async Task A_role_that_opens_much_needs_two(string words, string role)
    {
        var person = await app.PersonAsync($"rises{role}", StaffRole.ResearchPartner);

        await (await Administrator.OpenFormAsync($"/admin/people/{person}/role")).Choose("Role", words).PostAsync();
        Assert.Equal([StaffRole.ResearchPartner], await RolesAsync(person));
        var act = await ActAsync(row => row.SubjectId == person);
        await (await Leader.OpenFormAsync($"/approvals/{act.Id}", "I agree, do it")).PostAsync();

        Assert.Equal([role], await RolesAsync(person));
    }

    [Fact]
    public async Task Two_records_become_one_and_two_again()
    {
        var raid = await app.NewRaidAsync();
        var (one, two) = (await app.WomanIdAsync(raid, 1), await app.WomanIdAsync(raid, 2));
        var before = await CountAsync(one);
        await (await app.ClientFor(StaffRole.ResearchPartner).OpenFormAsync($"/women/{raid}-W01/join"))
            .Fill("Which code is the same woman?", $"{raid}-W02").Fill("Why?", "She says so").PostAsync();
        var act = await ActAsync(row => row.SubjectId == one);

        await (await Leader.OpenFormAsync($"/approvals/{act.Id}", "I agree, do it")).PostAsync();

        Assert.Equal(0, await CountAsync(one));
        Assert.Equal($"/women/{raid}-W02", (await Leader.GetAsync(Address($"/women/{raid}-W01"))).Headers.Location?.OriginalString);
        var kept = await Leader.OpenPageAsync($"/women/{raid}-W02");
        Assert.Contains("bar worker", kept.Words(), StringComparison.Ordinal);
        Assert.Contains($"{raid}-W01 turned out to be this woman", kept.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("W01", (await Leader.OpenPageAsync($"/raids/{raid}/women")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        var undo = kept.QuerySelectorAll("main a").Single(link => link.TextContent.StartsWith("Undo", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.NotFound, (await app.ClientFor(StaffRole.ResearchPartner).GetAsync(Address(undo))).StatusCode);

        await (await Leader.OpenFormAsync(undo)).PostAsync();

        Assert.Equal(before, await CountAsync(one));
        Assert.Contains("bar worker", (await Leader.OpenPageAsync($"/women/{raid}-W01")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("bar worker", (await Leader.OpenPageAsync($"/women/{raid}-W02")).Words(), StringComparison.Ordinal);
        Assert.True(before > 8);
        Assert.NotEqual(Guid.Empty, two);
    }

    [Fact]
    public async Task An_erased_woman_is_in_no_table_any_more_and_the_log_keeps_ids()
    {
        var raid = await app.NewRaidAsync();
        var woman = await app.WomanIdAsync(raid, 1);
        await (await Leader.OpenFormAsync($"/women/{raid}-W01/erase")).Fill("Why?", "Her own wish").PostAsync();
        var act = await ActAsync(row => row.SubjectId == woman);
        var page = await Administrator.OpenPageAsync($"/approvals/{act.Id}");
        Assert.DoesNotContain(raid, page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Her own wish", page.Words(), StringComparison.Ordinal);

        await (await Administrator.OpenFormAsync($"/approvals/{act.Id}", "I agree, do it")).PostAsync();

        // The file of the store keeps nothing of what was in it.
        if (!app.IsOnServer)
        {
            Assert.Equal(0, new FileInfo(Directory.GetFiles(app.Folder, "*-wal").Single()).Length);
            Assert.Equal(0, await app.DbAsync(db => db.Database.SqlQuery<int>($"SELECT freelist_count AS Value FROM pragma_freelist_count").SingleAsync()));
        }

        Assert.Equal(0, await CountAsync(woman));
        Assert.False(await app.DbAsync(db => db.Women.AnyAsync(row => row.Id == woman)));
        Assert.Equal("", (await ActAsync(row => row.Id == act.Id)).Because);
        Assert.Equal(HttpStatusCode.NotFound, (await Leader.GetAsync(Address($"/women/{raid}-W01"))).StatusCode);
        var key = woman.ToString("D");
        Assert.True(await app.DbAsync(db => db.AuditEntries.AnyAsync(entry => entry.ObjectId == key && entry.Action == "delete")));
        Assert.Empty((await app.DbAsync(db => db.CheckLogAsync([], TestContext.Current.CancellationToken))).Findings);
    }

    [Theory]
    [InlineData("kept out")]
    [InlineData("removed")]
    [InlineData("locked")]
    public async Task What_somebody_asked_for_is_not_done_when_she_may_not_any_more(string what)
    {
        var raid = await app.NewRaidAsync();
        var id = RaidId(raid);
        var person = await app.PersonAsync($"asks and is {what}", StaffRole.ResearchPartner);
        await app.SaveAsync(new TeamMember(id, person));
        await (await app.ClientFor(StaffRole.ResearchPartner, person).OpenFormAsync($"/raids/{raid}/erase")).Fill("Why?", "Her cousin asks").PostAsync();
        var act = await ActAsync(row => row.RaidId == id);
        await app.DbAsync(async db =>
        {
            db.RemoveRange(await db.TeamMembers.Where(row => row.RaidId == id && row.UserId == person && what == "removed").ToListAsync());
            if (what == "kept out")
            {
                db.Add(new Exclusion(id, person, "Her cousin owns the place"));
            }

            (await db.Users.SingleAsync(user => user.Id == person)).LockedAt = what == "locked" ? db.Now.UtcDateTime : null;
            return await db.SaveChangesAsync();
        });

        var refused = await (await Administrator.OpenFormAsync($"/approvals/{act.Id}", "I agree, do it")).PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains((await refused.ReadHtmlAsync()).Errors(), error => error.StartsWith("Who asked for this may not any more", StringComparison.Ordinal));
        Assert.True(await app.DbAsync(db => db.Raids.AnyAsync(row => row.Id == id)));
        Assert.Equal(TwoPersonState.Waits, (await ActAsync(row => row.Id == act.Id)).State);
    }

    [Fact]
    public async Task Wishes_for_case_files_of_her_raid_go_with_her()
    {
        var raid = await app.NewRaidAsync();
        var id = RaidId(raid);
        var draft = new Domain.Drafts.Draft(app.PersonIn(StaffRole.LegalAdvisor), Domain.Drafts.DraftKind.CaseFileOf(id));
        draft.Keep("""{"hide":"Nang Typed"}""", new DateTime(2026, 11, 21, 2, 0, 0, DateTimeKind.Utc));
        await app.SaveAsync(draft);
        await (await Leader.OpenFormAsync($"/women/{raid}-W01/erase")).Fill("Why?", "Her own wish").PostAsync();
        var act = await ActAsync(row => row.RaidId == id);

        await (await Administrator.OpenFormAsync($"/approvals/{act.Id}", "I agree, do it")).PostAsync();

        Assert.False(await app.DbAsync(db => db.Drafts.AnyAsync(row => row.Id == draft.Id)));
    }

    [Fact]
    public async Task Joined_one_way_and_asked_for_the_other_way_too_it_is_told_that_they_are_one()
    {
        var raid = await app.NewRaidAsync();
        var (id, one, two) = (RaidId(raid), await app.WomanIdAsync(raid, 1), await app.WomanIdAsync(raid, 2));
        var partner = app.PersonIn(StaffRole.ResearchPartner);
        var now = new DateTime(2026, 11, 21, 2, 0, 0, DateTimeKind.Utc);
        var there = new TwoPersonAct(TwoPersonKind.JoinWomen, partner, one, id, "She says so", now) { OtherId = two };
        var back = new TwoPersonAct(TwoPersonKind.JoinWomen, partner, two, id, "She says so", now) { OtherId = one };
        await app.SaveAsync(there, back);
        Assert.Equal(HttpStatusCode.Redirect, (await (await Leader.OpenFormAsync($"/approvals/{there.Id}", "I agree, do it")).PostAsync()).StatusCode);

        var refused = await (await Leader.OpenFormAsync($"/approvals/{back.Id}", "I agree, do it")).PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    // Left behind, it would read as if it named nobody, and what names nobody may be told to all.
    [Fact]
    public async Task What_names_only_her_goes_with_her_and_what_names_others_too_or_nobody_stays()
    {
        var raid = await app.ImportAsync("""
            { "format": "raiddocs-case/1", "raid": { "name": "Named" }, "women": [{ "code": "W01" }, { "code": "W02" }],
              "sources": [{ "code": "S1", "kind": "testimony", "title": "Told" }],
              "chronology": [
                { "what": "hers", "topic": "theNight", "voice": "team", "sources": ["S1"], "women": ["W01"] },
                { "what": "of both", "topic": "theNight", "voice": "team", "sources": ["S1"], "women": ["W01", "W02"] },
                { "what": "of nobody", "topic": "theNight", "voice": "team", "sources": ["S1"] } ],
              "violations": [
                { "act": "V02", "description": "hers", "voice": "team", "sources": ["S1"], "women": ["W01"], "reviewedBy": "dao" },
                { "act": "V02", "description": "of both", "voice": "team", "sources": ["S1"], "women": ["W01", "W02"] },
                { "act": "V02", "description": "of all", "voice": "team", "allWomen": true, "women": ["W01"] },
                { "act": "V02", "description": "of nobody", "voice": "team", "sources": ["S1"] } ],
              "courtCases": [
                { "code": "C1", "about": "hers", "voice": "team", "women": [{ "woman": "W01", "role": "accused", "voice": "team" }],
                  "hearings": [{ "on": "1 June 2568, 09:00", "kind": "Trial", "voice": "team" }] },
                { "code": "C2", "about": "of both", "voice": "team", "women": [{ "woman": "W01", "role": "accused", "voice": "team" }, { "woman": "W02", "role": "witness", "voice": "team" }] } ] }
            """);
        var id = RaidId(raid);
        await (await Leader.OpenFormAsync($"/women/{raid}-W01/erase")).Fill("Why?", "Her own wish").PostAsync();
        var act = await ActAsync(row => row.RaidId == id);

        await (await Administrator.OpenFormAsync($"/approvals/{act.Id}", "I agree, do it")).PostAsync();

        Assert.Equal(["of both", "of nobody"], await app.DbAsync(db => db.Chronology.Where(row => row.RaidId == id).Select(row => row.Facts.What).OrderBy(text => text).ToListAsync()));
        Assert.Equal(["of all", "of both", "of nobody"], await app.DbAsync(db => db.Violations.Where(row => row.RaidId == id).Select(row => row.Facts.Description).OrderBy(text => text).ToListAsync()));
        Assert.Equal(["of both"], await app.DbAsync(db => db.CourtCases.Where(row => row.RaidId == id).Select(row => row.Facts.About).ToListAsync()));
        Assert.Equal(0, await app.DbAsync(db => db.Hearings.CountAsync(row => row.RaidId == id)));
        Assert.Empty((await app.DbAsync(db => db.CheckLogAsync([], TestContext.Current.CancellationToken))).Findings);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("dok-rak")]
    [InlineData("mida")]
    public async Task An_erased_raid_leaves_no_row_behind(string? demo)
    {
        var raid = RaidId(await (demo is null ? app.NewRaidAsync() : app.ImportDemoAsync(demo)));
        var women = await app.DbAsync(db => db.Apprehensions.Where(row => row.RaidId == raid).Select(row => row.WomanId).ToListAsync());
        await (await Leader.OpenFormAsync($"/raids/{CodeOf(raid)}/erase")).Fill("Why?", "Asked by all").PostAsync();
        var act = await ActAsync(row => row.RaidId == raid);

        await (await Administrator.OpenFormAsync($"/approvals/{act.Id}", "I agree, do it")).PostAsync();

        Assert.False(await app.DbAsync(db => db.Raids.AnyAsync(row => row.Id == raid)));
        Assert.False(await app.DbAsync(db => db.Women.AnyAsync(row => women.Contains(row.Id))));
        foreach (var table in await app.DbAsync(db => Task.FromResult(db.Model.GetEntityTypes().Where(type => type.FindProperty("RaidId") is not null && type.ClrType.IsAssignableTo(typeof(IOfRaid))).Select(type => type.ClrType.Name).ToList())))
        {
            Assert.Equal(0, await app.DbAsync(db => RowsAsync(db, table, raid)));
        }

        Assert.Empty((await app.DbAsync(db => db.CheckLogAsync([], TestContext.Current.CancellationToken))).Findings);
    }

    [Fact]
    public async Task Whom_the_raid_keeps_out_sees_nothing_and_cannot_be_added()
    {
        var raid = await app.NewRaidAsync();
        var legal = app.ClientFor(StaffRole.LegalAdvisor);
        Assert.Equal(HttpStatusCode.OK, (await legal.GetAsync(Address($"/raids/{raid}"))).StatusCode);

        await (await Leader.OpenFormAsync($"/raids/{raid}/team/keep-out", "Keep her out")).Fill("Who is to be kept out?", "legaladvisor").Fill("Why?", "Her cousin owns the place").PostAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await legal.GetAsync(Address($"/raids/{raid}"))).StatusCode);
        var added = await (await Leader.OpenFormAsync($"/raids/{raid}/team/add")).Fill("Who is to be added?", "legaladvisor").PostAsync();
        Assert.Contains((await added.ReadHtmlAsync()).Errors(), error => error.StartsWith("She is kept out of this raid", StringComparison.Ordinal));

        // Also when a row slipped in past the page.
        var slipped = RaidId(raid);
        await app.DbAsync(db => db.Database.ExecuteSqlAsync($"""INSERT INTO "TeamMembers" ("Id", "RaidId", "UserId", "Version", "RecordedAt") VALUES ({Guid.CreateVersion7()}, {slipped}, {app.PersonIn(StaffRole.LegalAdvisor)}, {Guid.NewGuid()}, {DateTime.UnixEpoch})"""));
        Assert.Equal(HttpStatusCode.NotFound, (await legal.GetAsync(Address($"/raids/{raid}"))).StatusCode);
        Assert.DoesNotContain(raid, (await legal.OpenPageAsync("/raids")).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await legal.GetAsync(Address($"/women/{raid}-W01"))).StatusCode);
        Assert.DoesNotContain("Her cousin", (await app.ClientFor(StaffRole.ResearchPartner).OpenPageAsync($"/raids/{raid}/team")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StaffRole.Administrator)]
    [InlineData(StaffRole.ResearchPartner)]
    public async Task What_is_refused_stands_in_the_log_with_ids_only(string role)
    {
        var raid = await app.NewRaidAsync();
        var stranger = Guid.CreateVersion7();

        await app.ClientFor(role, stranger).GetAsync(Address($"/women/{raid}-W01"));
        await app.ClientFor(role, stranger).GetAsync(Address("/women/Nang%20Secret"));

        var lines = await app.DbAsync(db => db.AuditEntries.Where(entry => entry.ActorId == stranger && entry.Action == "denied").OrderBy(entry => entry.Number).ToListAsync());
        Assert.Equal([RaidId(raid), null], lines.Select(line => line.RaidId));
        Assert.All(lines, line => Assert.DoesNotContain("Nang", line.Json, StringComparison.OrdinalIgnoreCase));
    }

    private static Uri Address(string path) => new(path, UriKind.Relative);

    private Guid RaidId(string code) => app.DbAsync(db => db.Raids.Where(row => row.Code == code).Select(row => row.Id).SingleAsync()).GetAwaiter().GetResult();

    private string CodeOf(Guid raid) => app.DbAsync(db => db.Raids.Where(row => row.Id == raid).Select(row => row.Code).SingleAsync()).GetAwaiter().GetResult();

    private async Task<TwoPersonAct> ActAsync(Func<TwoPersonAct, bool> fits) =>
        (await app.DbAsync(db => db.TwoPersonActs.AsNoTracking().OrderByDescending(row => row.RecordedAt).ToListAsync())).First(fits);

    private Task<bool> IsMemberAsync(string code, Guid person)
    {
        var raid = RaidId(code);
        return app.DbAsync(db => db.TeamMembers.AnyAsync(row => row.RaidId == raid && row.UserId == person));
    }

    private Task<List<string>> RolesAsync(Guid person) => app.DbAsync(db => db.UserRoles.Where(link => link.UserId == person)
        .Join(db.Roles, link => link.RoleId, role => role.Id, (link, role) => role.Name!).ToListAsync());

    // Every row that is about her, whichever table it lies in.
    private Task<int> CountAsync(Guid woman) => app.DbAsync(async db =>
        await db.WomanNames.CountAsync(row => row.WomanId == woman) + await db.Ages.CountAsync(row => row.WomanId == woman)
        + await db.Labels.CountAsync(row => row.WomanId == woman) + await db.Stays.CountAsync(row => row.WomanId == woman)
        + await db.Procedures.CountAsync(row => row.WomanId == woman) + await db.Consents.CountAsync(row => row.WomanId == woman)
        + await db.CourtParts.CountAsync(row => row.WomanId == woman) + await db.MoneyLines.CountAsync(row => row.WomanId == woman)
        + await db.Testimonies.CountAsync(row => row.WomanId == woman));

    private static async Task<int> RowsAsync(RaidDocsDbContext db, string type, Guid raid)
    {
        var set = typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(db.Model.GetEntityTypes().Single(one => one.ClrType.Name == type).ClrType).Invoke(db, null)!;
        return await ((IQueryable<object>)set).OfType<IOfRaid>().IgnoreQueryFilters().CountAsync(row => EF.Property<Guid>(row, "RaidId") == raid);
    }
}
