using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Pages.Admin.Audit;
using RaidDocs.Web.Tests.Access;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.House;

/// <summary>The log as the auditor and as each person reads it.</summary>
public sealed partial class LogTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Auditor { get; } = app.ClientFor(StaffRole.Auditor);

    [Theory]
    [InlineData("/admin/audit")]
    [InlineData("/admin/audit/check")]
    [InlineData("/admin/audit/people")]
    public async Task Only_an_auditor_reads_it(string address)
    {
        Assert.Equal(HttpStatusCode.OK, (await Auditor.GetAsync(address)).StatusCode);
        foreach (var role in StaffRole.All.Where(role => role != StaffRole.Auditor))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await app.ClientFor(role).GetAsync(address)).StatusCode);
        }
    }

    [Fact]
    public async Task Lines_are_found_by_who_what_kind_and_day()
    {
        var raid = await app.ImportDemoAsync("mida");
        await app.DbAsAsync(StaffRole.ResearchLeader, async db =>
        {
            var row = await db.Raids.SingleAsync(row => row.Code == raid);
            row.Describe(row.Facts with { Summary = "Changed" });
            return await db.SaveChangesAsync();
        });
        var leader = app.PersonIn(StaffRole.ResearchLeader);

        var hers = await Auditor.OpenPageAsync($"/admin/audit?Filter.Who={leader}&Filter.Did=change&Filter.Kind=Raid&Filter.From=21/11/2569&Filter.To=November 2026");
        var later = await Auditor.OpenPageAsync($"/admin/audit?Filter.Who={leader}&Filter.From=22/11/2026");
        var wrong = await Auditor.OpenPageAsync("/admin/audit?Filter.From=last+week");

        Assert.Equal(1, hers.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Summary", hers.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No line of the log fits this", later.Words(), StringComparison.Ordinal);
        Assert.Contains("Enter a day like", wrong.Words(), StringComparison.Ordinal);
        Assert.Equal("last week", wrong.QuerySelector("[name='Filter.From']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_file_holds_each_line_the_checkpoint_and_no_content_and_is_itself_logged()
    {
        await app.ImportDemoAsync("mida");
        Assert.DoesNotContain("number,at,actor", await (await Auditor.GetAsync("/admin/audit?handler=file")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var role in StaffRole.All.Where(role => role != StaffRole.Auditor))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await app.ClientFor(role).PostTokenAsync("/admin/audit?handler=file")).StatusCode);
        }

        var page = await Auditor.OpenPageAsync("/admin/audit");
        var button = page.QuerySelectorAll("main form[method=post] button").Single().TextContent;
        var bytes = await (await new OpenForm(Auditor, page, button).PostAsync()).Content.ReadAsByteArrayAsync();
        var file = System.Text.Encoding.UTF8.GetString(bytes);

        var lines = file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var count = await app.DbAsync(db => db.AuditEntries.LongCountAsync());
        Assert.Equal('\uFEFF', file[0]);
        Assert.Equal(count + 2, lines.Length);
        Assert.Contains("raiddocs-log/1", lines[^1], StringComparison.Ordinal);
        Assert.Contains("export,log", lines[^2], StringComparison.Ordinal);
        Assert.DoesNotContain("Mida", file, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("karaoke", file, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_file_holds_only_the_lines_that_were_asked_for()
    {
        await app.ImportDemoAsync("mida");
        var page = await Auditor.OpenPageAsync("/admin/audit?Filter.Did=create&Filter.Kind=Raid");
        var button = page.QuerySelectorAll("main form[method=post] button").Single().TextContent;
        var file = await (await new OpenForm(Auditor, page, button).PostAsync()).Content.ReadAsStringAsync();

        Assert.All(file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..^1], line => Assert.Contains(",create,Raid,", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_word_that_the_log_is_given_can_be_looked_for()
    {
        var written = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "Migrations"))
            .SelectMany(File.ReadLines)
            .SelectMany(line => Noted().Matches(line).SelectMany(found => Word().Matches(found.Value)).Select(word => word.Groups[1].Value))
            .ToHashSet();

        Assert.Superset(new HashSet<string> { "refuse-sign-in", "role", "rewrap", "lock", "unlock" }, written);
        Assert.Empty(written.Except(LogWords.Acts));
    }

    [Fact]
    public async Task Each_kind_and_act_of_a_busy_log_stands_in_the_lists()
    {
        await app.ImportDemoAsync("dok-rak");
        var lines = await app.DbAsync(db => db.AuditEntries.Select(entry => new { entry.Action, entry.ObjectType }).Distinct().ToListAsync());
        var page = await Auditor.OpenPageAsync("/admin/audit");

        Assert.Empty(lines.Select(line => line.Action).Except(Options("Filter.Did")));
        Assert.Empty(lines.Select(line => line.ObjectType).Except(Options("Filter.Kind")));

        IEnumerable<string> Options(string name) => page.QuerySelectorAll($"select[name='{name}'] option").Select(option => option.GetAttribute("value") ?? "");
    }

    [GeneratedRegex(@"Note(?:Act|Vault)\((?:[^,()""]*\? )?""[a-z -]+""(?: : ""[a-z -]+"")?")]
    private static partial Regex Noted();

    [GeneratedRegex(@"""([a-z -]+)""")]
    private static partial Regex Word();

    [Fact]
    public async Task The_auditor_reads_who_has_which_role_by_id_and_user_name()
    {
        var words = (await Auditor.OpenPageAsync("/admin/audit/people")).Words();

        Assert.All(StaffRole.All, role => Assert.Contains($"{app.PersonIn(role):D}", words, StringComparison.Ordinal));
        Assert.Contains("researchpartner", words, StringComparison.Ordinal);
        Assert.Contains("/admin/audit/people", (await Auditor.OpenPageAsync("/admin/audit")).QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_check_holds_the_log_against_a_kept_checkpoint()
    {
        await app.ImportDemoAsync("mida");
        var check = await Auditor.OpenFormAsync("/admin/audit/check", "Check now");
        Assert.Contains("lines agree", (await (await check.PostAsync()).ReadFormAsync(Auditor, "Check now")).Page.Words(), StringComparison.Ordinal);

        var longer = new LogMark(1_000_000, Convert.ToBase64String(new byte[32]));
        var broken = await (await check.Fill("A checkpoint that you kept (optional)", longer.ToString()).PostAsync()).ReadFormAsync(Auditor, "Check now");
        Assert.Contains("and had 1000000 when a checkpoint was made", broken.Page.Words(), StringComparison.Ordinal);

        var none = await (await check.Fill("A checkpoint that you kept (optional)", "12 lines").PostAsync()).ReadFormAsync(Auditor, "Check now");
        Assert.Contains(none.Page.Errors(), error => error.StartsWith("This is no checkpoint", StringComparison.Ordinal));
        Assert.Equal("12 lines", none.Value("A checkpoint that you kept (optional)"));
    }

    [Fact]
    public async Task Each_person_reads_her_own_lines_and_no_others()
    {
        var raid = await app.ImportDemoAsync("mida");
        await app.DbAsAsync(StaffRole.ResearchPartner, async db =>
        {
            var row = await db.Raids.SingleAsync(row => row.Code == raid);
            row.Describe(row.Facts with { Summary = "By the partner" });
            return await db.SaveChangesAsync();
        });

        var partner = await app.ClientFor(StaffRole.ResearchPartner).OpenPageAsync("/account/log");
        var administrator = await app.ClientFor(StaffRole.Administrator).OpenPageAsync("/account/log");

        Assert.Contains("change Raid", partner.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("change Raid", administrator.Words(), StringComparison.Ordinal);
    }
}
