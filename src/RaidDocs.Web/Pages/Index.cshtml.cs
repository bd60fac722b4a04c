using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Drafts;
using RaidDocs.Domain.Raids;
using RaidDocs.Family;
using RaidDocs.Web.Hosting.Backups;
using RaidDocs.Web.Hosting.Family;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.Approvals;
using RaidDocs.Web.Pages.Dates;
using RaidDocs.Web.Pages.Violations.Coding;

namespace RaidDocs.Web.Pages;

/// <summary>Home: what needs her, who is held today, what is left to do. A stranger is led to the sign-in.</summary>
public sealed class IndexModel(RaidDocsDbContext db, TimeProvider clock, FamilyBook family, FamilyHouse page) : PageModel
{
    private const int MostLate = 5;
    private const int MostDrafts = 10;

    public DateOnly Today { get; } = clock.Today();

    public bool SeesCases { get; private set; }

    public bool Records { get; private set; }

    public bool IsAdministrator => db.Viewer.May(RecordKind.House, Act.Read);

    public bool IsAuditor => db.Viewer.May(RecordKind.AuditLog, Act.Read);

    /// <summary>The last checked backup is too old; only who can make one is told.</summary>
    public bool NeedsBackup { get; private set; }

    /// <summary>How many acts of others wait for her yes or no.</summary>
    public int Waiting { get; private set; }

    public IReadOnlyList<RaidRow> Raids { get; private set; } = [];

    public IReadOnlyList<CourtDay> Due { get; private set; } = [];

    public int MoreLate { get; private set; }

    public CourtDay? Next { get; private set; }

    /// <summary>Time limits that may run out soon, and how many have passed unanswered.</summary>
    public IReadOnlyList<DateEntry> Clocks { get; private set; } = [];

    public int LateClocks { get; private set; }

    public IReadOnlyList<HeldRaid> Held { get; private set; } = [];

    /// <summary>Testimonies with passages that nobody coded; and codes that somebody wants to talk about.</summary>
    public int ToCode { get; private set; }

    public int ToTalkAbout { get; private set; }

    public IReadOnlyList<UnreviewedRow> Unreviewed { get; private set; } = [];

    /// <summary>Answers of women that run out soon.</summary>
    public IReadOnlyList<EndingAnswer> Ending { get; private set; } = [];

    public IReadOnlyList<DraftRow> Drafts { get; private set; } = [];

    /// <summary>Accounts of women that she began and did not finish.</summary>
    public IReadOnlyList<OpenDraft> Accounts { get; private set; } = [];

    /// <summary>Families that somebody has to call, and second numbers that were typed.</summary>
    public IReadOnlyList<FamilyTask> Families { get; private set; } = [];

    /// <summary>Somebody tries numbers on the family page.</summary>
    public bool IsUnderSiege { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (db.Viewer.UserId is not { } person)
        {
            return Redirect("/account/sign-in");
        }

        Waiting = await db.WaitingForHerAsync(clock.UtcNow(), cancellationToken);
        NeedsBackup = db.Viewer.May(RecordKind.Backup, Act.Export) && await LastBackup.IsNeededAsync(db, clock, cancellationToken);
        SeesCases = db.Viewer.May(RecordKind.Raid, Act.Read);
        Records = db.Viewer.May(RecordKind.Raid, Act.Record);
        if (db.Viewer.May(RecordKind.Family, Act.Record))
        {
            await family.CollectAsync(cancellationToken);
            IsUnderSiege = page.Tries.IsUnderSiege;
            Families = await db.FamilyTasksAsync(MostDrafts, cancellationToken);
        }

        if (SeesCases)
        {
            await ReadRaidsAsync(cancellationToken);
            await ReadCourtAsync(cancellationToken);
            (LateClocks, Clocks) = await db.ReadSoonAsync(Today, HomeBoard.DaysAhead, cancellationToken);
            await ReadHeldAsync(cancellationToken);
            Unreviewed = await db.Violations.AsNoTracking()
                .Where(violation => violation.ReviewedBy == null)
                .Join(db.Raids, violation => violation.RaidId, raid => raid.Id, (violation, raid) => raid.Code)
                .GroupBy(code => code)
                .OrderBy(codes => codes.Key)
                .Select(codes => new UnreviewedRow(codes.Key, codes.Count()))
                .ToListAsync(cancellationToken);
            Ending = await db.EndingAnswersAsync(Today, HomeBoard.DaysAhead, MostDrafts, cancellationToken);
            if (db.Viewer.May(RecordKind.Violation, Act.Record))
            {
                ToCode = await db.CountTestimoniesToCodeAsync(Today, cancellationToken);
                ToTalkAbout = await db.Violations.CountAsync(violation => violation.ToTalkAbout, cancellationToken);
            }

            Drafts = await db.Drafts.AsNoTracking()
                .Where(draft => draft.UserId == person && draft.Kind == "raid" && draft.Became == null)
                .OrderByDescending(draft => draft.SavedAt)
                .Take(MostDrafts)
                .Select(draft => new DraftRow(draft.Id, draft.SavedAt))
                .ToListAsync(cancellationToken);
            Accounts = await db.OpenAccountsAsync(null, cancellationToken);
        }

        return Page();
    }

    private async Task ReadRaidsAsync(CancellationToken cancellationToken) => Raids = await db.Raids.AsNoTracking()
        .OrderBy(raid => raid.Code)
        .Select(raid => new RaidRow(
            raid.Id,
            raid.Code,
            raid.Facts.Name,
            db.Apprehensions.Count(row => row.RaidId == raid.Id),
            db.Sources.Any(source => source.RaidId == raid.Id)))
        .ToListAsync(cancellationToken);

    private async Task ReadCourtAsync(CancellationToken cancellationToken)
    {
        var hearings = await db.HearingRowsAsync(cancellationToken);
        var days = HomeBoard.CourtDays(hearings, Today);
        var late = days.Where(day => day.Due == Pages.Due.Late).ToList();

        // What was missed long ago must not push today off the page.
        MoreLate = Math.Max(0, late.Count - MostLate);
        Due = [.. late.Skip(MoreLate), .. days.Where(day => day.Due != Pages.Due.Late && day.InDays <= HomeBoard.DaysAhead)];
        Next = days.FirstOrDefault(day => day.InDays > HomeBoard.DaysAhead);
    }

    private async Task ReadHeldAsync(CancellationToken cancellationToken)
    {
        var stays = await db.HeldStayRowsAsync(cancellationToken);
        var news = await db.Chronology.AsNoTracking()
            .Where(line => line.Facts.Topic == Topic.Custody && db.Stays.Any(open => open.RaidId == line.RaidId && open.Facts.To == null))
            .Select(line => new { line.RaidId, line.Facts.When, line.Facts.ToldOn })
            .ToListAsync(cancellationToken);
        var byRaid = stays.ToLookup(stay => stay.RaidId);
        var newsOf = news.ToLookup(line => line.RaidId);
        Held =
        [
            .. Raids.Where(raid => byRaid.Contains(raid.Id)).Select(raid => HomeBoard.Held(
                raid, byRaid[raid.Id], newsOf[raid.Id].SelectMany(line => new[] { line.When?.Date, line.ToldOn }), Today)),
        ];
    }

    public sealed record UnreviewedRow(string Raid, int Count);

    public sealed record DraftRow(Guid Id, DateTime SavedAt);
}
