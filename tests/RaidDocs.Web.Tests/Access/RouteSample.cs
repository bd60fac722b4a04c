using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Drafts;
using RaidDocs.Domain.Family;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Access;

/// <summary>A full case, and for each pattern of an address one that leads into it.</summary>
internal sealed partial class RouteSample
{
    private const string Absent = "R9999";

    private readonly Dictionary<string, Guid> _ids;
    private readonly string _raid;
    private readonly string _place;
    private readonly string _source;
    private readonly string _case;

    private RouteSample(string raid, string place, string source, string courtCase, Dictionary<string, Guid> ids) =>
        (_raid, _place, _source, _case, _ids) = (raid, place, source, courtCase, ids);

    public string Raid => _raid;

    /// <summary>The drafts in it are those of this person.</summary>
    public static async Task<RouteSample> MakeAsync(TestApp app, Guid person)
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        return await app.DbAsync(async db =>
        {
            var id = await db.Raids.Where(row => row.Code == raid).Select(row => row.Id).SingleAsync();
            var women = await db.Apprehensions.Where(row => row.RaidId == id).OrderBy(row => row.Number).Select(row => row.WomanId).ToListAsync();
            var now = new DateTime(2026, 11, 21, 2, 0, 0, DateTimeKind.Utc);
            var joined = new JoinedWomen(id, women[0], women[1], $"{raid}-W02", now);
            var act = new TwoPersonAct(TwoPersonKind.MoreNames, app.PersonIn(StaffRole.LegalAdvisor), Guid.CreateVersion7(), id, "sample", now);
            var (log, names) = (new Draft(person, DraftKind.Raid), new Draft(person, DraftKind.NamesOf(id)));
            log.Keep("{}", now);
            names.Keep("""{"List":"Nang One"}""", now);
            var bundle = new Draft(person, DraftKind.CaseFileOf(id));
            bundle.Keep("{}", now);
            var export = new Export(id, ExportKind.CaseStudy, Audience.Public, null, null, null, new string('0', 64), 1);
            var own = new OwnItem(Domain.Common.Codes.Next("RD-", await db.OwnItems.Select(item => item.Code).ToListAsync()), new OwnItemFacts { List = ListName.Acts, En = "Sample" });
            var account = new Draft(person, DraftKind.TestimonyOf(id));
            account.Keep($$"""{"raid":"{{raid}}","womanId":"{{women[0]}}","who":{"voice":"Woman","woman":"W01"},"before":{"talk":"Agrees"},"words":{"original":"She spoke.","finished":true} }""", now);
            var facts = new FileFacts { Kind = FileKind.Pdf, Sha256 = new string('0', 64), Bytes = 1 };
            var paper = new Evidence(id, 1, 0, new EvidenceFacts { Title = "Sample" }, facts);
            var copy = new Evidence(id, 1, 1, new EvidenceFacts { Title = "Sample, smaller", Copy = CopyKind.Resized, Tool = "sample" }, facts with { });
            copy.IsCopyOf(paper);
            var rule = await db.ClockRules.SingleAsync(row => row.Code == "T01" && row.IsOfProgram);
            var clock = new Clock(id, women[0], rule, new ClockFacts { Voice = Domain.Common.Voice.Woman, Rule = rule.Code, Edition = rule.Edition, Start = Domain.Common.PartialDateTime.Read("2025-03-12 22:40") }, null);
            var order = new CourtOrder(id, await db.CourtCases.Where(row => row.RaidId == id).OrderBy(row => row.RecordedAt).FirstAsync(), new OrderFacts { Voice = Domain.Common.Voice.Paper, What = "Sample" }, null, []);
            var link = new FamilyLink(
                id, women[0], new FamilyLinkFacts { Relation = "mother", Language = "en", Level = FamilyLevel.Contact, NewsOn = TestApp.Today },
                Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16)), Convert.ToHexString(new byte[32]), "0000", TestApp.Today);
            var allows = new[] { Purpose.Keep, Purpose.TellFamily }.Select(purpose => new Consent(id, women[0], null, new ConsentFacts { Purpose = purpose, Answer = ConsentAnswer.Yes }));
            db.AddRange(joined, act, log, names, bundle, export, own, account, clock, order, link, paper, copy);
            db.AddRange(allows);
            await db.SaveChangesAsync();

            async Task<Guid> FirstAsync<T>(IQueryable<T> rows)
                where T : RaidDocs.Domain.Common.Entity => await rows.OrderBy(row => row.RecordedAt).Select(row => row.Id).FirstOrDefaultAsync();

            var hers = women[0];
            var note = await db.FacilityNotes.Where(row => row.RaidId == id).OrderBy(row => row.RecordedAt).FirstOrDefaultAsync();
            var place = note?.FacilityId ?? await db.Stays.Where(row => row.RaidId == id && row.FacilityId != null).Select(row => row.FacilityId!.Value).FirstAsync();
            var court = await db.CourtCases.Where(row => row.RaidId == id).OrderBy(row => row.RecordedAt).FirstAsync();
            return new RouteSample(
                raid,
                await db.Facilities.Where(row => row.Id == place).Select(row => row.Code).SingleAsync() ?? "",
                await db.Sources.Where(row => row.RaidId == id).OrderBy(row => row.RecordedAt).Select(row => row.Code).FirstAsync(),
                court.Code,
                new()
                {
                    ["/facilities/{code}/notes/{id}"] = note?.Id ?? Guid.Empty,
                    ["/raids/{code}/chronology/{id}"] = await FirstAsync(db.Chronology.Where(row => row.RaidId == id)),
                    ["/raids/{code}/counts/groups/{id}"] = await FirstAsync(db.Groups.Where(row => row.RaidId == id)),
                    ["/raids/{code}/court/hearings/{id}"] = await FirstAsync(db.Hearings.Where(row => row.RaidId == id)),
                    ["/raids/{code}/court/orders/{id}"] = order.Id,
                    ["/dates/clocks/{id}"] = clock.Id,
                    ["/dates/hearings/{id}"] = await FirstAsync(db.Hearings.Where(row => row.RaidId == id)),
                    ["/raids/{code}/court/{id}"] = court.Id,
                    ["/raids/{code}/interventions/{id}"] = await FirstAsync(db.Interventions.Where(row => row.RaidId == id)),
                    ["/raids/{code}/team/{id}"] = app.PersonIn(Domain.Staff.StaffRole.ResearchPartner),
                    ["/raids/{code}/violations/{id}"] = await FirstAsync(db.Violations.Where(row => row.RaidId == id)),
                    ["/raids/{code}/{part}/{id}"] = await FirstAsync(db.Counts.Where(row => row.RaidId == id && row.TakenBackBecause == null)),
                    ["/testimonies/{id}"] = await FirstAsync(db.Testimonies.Where(row => row.RaidId == id)),
                    ["/women/{code}/court/{id}"] = await FirstAsync(db.CourtParts.Where(row => row.RaidId == id && row.WomanId == hers)),
                    ["/women/{code}/family/{id}"] = link.Id,
                    ["/women/{code}/joined/{id}"] = joined.Id,
                    ["/women/{code}/money/{id}"] = await FirstAsync(db.MoneyLines.Where(row => row.RaidId == id && row.WomanId == hers)),
                    ["/women/{code}/procedures/{id}"] = await FirstAsync(db.Procedures.Where(row => row.RaidId == id && row.WomanId == hers)),
                    ["/women/{code}/stays/{id}"] = await FirstAsync(db.Stays.Where(row => row.RaidId == id && row.WomanId == hers)),
                    ["/women/{code}/{kind}/{id}"] = await FirstAsync(db.Labels.Where(row => row.RaidId == id && row.WomanId == hers)),
                    ["/approvals/{id}"] = act.Id,
                    ["/evidence/{id}"] = paper.Id,
                    ["/evidence/{id}/copy"] = copy.Id,
                    ["/exports/{id}"] = export.Id,
                    ["/violations/own/{id}"] = own.Id,
                    ["/admin/people/{id}"] = app.PersonIn(Domain.Staff.StaffRole.ResearchPartner),
                    ["/raids/new/{draft}"] = log.Id,
                    ["/testimonies/new/{draft}"] = account.Id,
                    ["/casefiles/{draft}"] = bundle.Id,
                    ["/raids/{code}/women/paste/{draft}"] = names.Id,
                });
        });
    }

    /// <summary>The address of this pattern in the sample, or the like of it where nothing is.</summary>
    public string AddressOf(string template, bool absent = false)
    {
        var plain = "/" + Constraint().Replace(template, "{$1}").TrimStart('/');
        var at = _ids.Keys.Where(key => plain.StartsWith(key, StringComparison.Ordinal)).MaxBy(key => key.Length);
        var id = absent || at is null ? Guid.CreateVersion7() : _ids[at];
        return Hole().Replace(plain, hole => hole.Groups[1].Value switch
        {
            "code" when plain.StartsWith("/status", StringComparison.Ordinal) => "404",
            "code" when plain.StartsWith("/facilities", StringComparison.Ordinal) => absent ? "F9999" : _place,
            "code" when plain.StartsWith("/women", StringComparison.Ordinal) => $"{(absent ? Absent : _raid)}-W01",
            "code" or "raid" => absent ? Absent : _raid,
            "criterion" => "SR1",
            "rule" => absent ? "T99" : "T01",
            "list" => "acts",
            "part" => "counts",
            "kind" => "labels",
            "act" => "V02",
            "source" => _source,
            "case" => _case,
            "passage" or "number" => "1",
            _ => id.ToString("D"),
        });
    }

    public static bool HasHoles(string template) => template.Contains('{', StringComparison.Ordinal) && !template.Contains("/status/", StringComparison.Ordinal);

    [GeneratedRegex(@"\{(\w+)[^{}]*(?:\([^)]*\)[^{}]*)?\}")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Hole();
}
