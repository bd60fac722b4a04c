using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Drafts;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Vault;
using RaidDocs.Family;
using RaidDocs.Web.Hosting.Backups;
using RaidDocs.Web.Hosting.Family;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.Approvals;
using RaidDocs.Web.Pages.Dates;

namespace RaidDocs.Web.Pages;

/// <summary>Home: what needs her, who is held today, what is left to do. A stranger is led to the sign-in.</summary>
public sealed class IndexModel(RaidDocsDbContext db, TimeProvider clock, FamilyBook family, FamilyHouse page, VaultKeeper vault) : PageModel
{
    private const int MostLate = 5;
    private const int MostSoon = 20;
    private const int MostHeld = 10;
    private const int MostBare = 5;
    private const int MostDrafts = 10;

    /// <summary>What is more than this is "99+".</summary>
    private const int MostCounted = 100;

    public DateOnly Today { get; } = clock.Today();

    public bool SeesCases { get; private set; }

    public bool Records { get; private set; }

    public bool IsAdministrator => db.Viewer.May(RecordKind.House, Act.Read);

    public bool IsAuditor => db.Viewer.May(RecordKind.AuditLog, Act.Read);

    /// <summary>What is not well with the backups; null for whoever cannot make one.</summary>
    internal BackupReminder? Backups { get; private set; }

    /// <summary>How many acts of others wait for her yes or no.</summary>
    public int Waiting { get; private set; }

    /// <summary>Null for whoever sees no case.</summary>
    public HomeNumbers? Numbers { get; private set; }

    /// <summary>Days in court without an outcome, and what comes in the next days; the oldest first.</summary>
    public IReadOnlyList<DateEntry> Due { get; private set; } = [];

    public int MoreLate => Math.Max(0, Numbers!.LateInCourt - MostLate);

    /// <summary>The next day in court, when nothing is due.</summary>
    public DateEntry? Next { get; private set; }

    public IReadOnlyList<HeldRaid> Held { get; private set; } = [];

    public int MoreHeld => Numbers!.HeldRaids - Held.Count;

    public IReadOnlyList<BareRaid> Bare { get; private set; } = [];

    /// <summary>Answers of women that run out soon.</summary>
    public IReadOnlyList<EndingAnswer> Ending { get; private set; } = [];

    public IReadOnlyList<OpenDraft> Drafts { get; private set; } = [];

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
        Backups = db.Viewer.May(RecordKind.Backup, Act.Export) ? await BackupReminder.ReadAsync(db, vault, clock, cancellationToken) : null;
        SeesCases = db.Viewer.May(RecordKind.Raid, Act.Read);
        Records = db.Viewer.May(RecordKind.Raid, Act.Record);
        if (db.Viewer.May(RecordKind.Family, Act.Record))
        {
            await family.CollectAsync(cancellationToken);
            IsUnderSiege = page.Tries.IsUnderSiege;
        }

        if (SeesCases)
        {
            Numbers = await db.HomeNumbersAsync(Today, HomeBoard.DaysAhead, MostCounted, cancellationToken);
            await ReadDatesAsync(cancellationToken);
            await ReadHeldAsync(cancellationToken);
            Families = Numbers.HasFamilyTasks ? await db.FamilyTasksAsync(MostDrafts, cancellationToken) : [];
            Ending = Numbers.HasEndingAnswers ? await db.EndingAnswersAsync(Today, HomeBoard.DaysAhead, MostDrafts, cancellationToken) : [];
            Bare = Numbers.HasBareRaids ? await db.BareRaidsAsync(MostBare, cancellationToken) : [];
            await ReadDraftsAsync(person, cancellationToken);
        }

        return Page();
    }

    /// <summary>The number itself, or that there are more than can be told at a glance.</summary>
    public static string Glance(int count) => count < MostCounted ? count.ToString(CultureInfo.InvariantCulture) : $"{MostCounted - 1}+";

    private async Task ReadDatesAsync(CancellationToken cancellationToken)
    {
        Due = await db.ReadSoonAsync(Today, HomeBoard.DaysAhead, MostLate, MostSoon, cancellationToken);
        if (Due.Count + Numbers!.LateClocks == 0)
        {
            Next = await db.ReadNextAsync(Today, Today.AddDays(HomeBoard.DaysAhead), cancellationToken);
        }
    }

    private async Task ReadHeldAsync(CancellationToken cancellationToken)
    {
        if (Numbers!.HeldRaids == 0)
        {
            return;
        }

        var raids = await db.HeldRaidRowsAsync(MostHeld, cancellationToken);
        var ids = raids.ConvertAll(raid => raid.Id);
        var stays = await db.StayRowsAsync(ids, cancellationToken);
        var news = await db.Chronology.AsNoTracking()
            .Where(line => line.Facts.Topic == Topic.Custody && ids.Contains(line.RaidId))
            .Select(line => new { line.RaidId, line.Facts.When, line.Facts.ToldOn })
            .ToListAsync(cancellationToken);
        var byRaid = stays.ToLookup(stay => stay.RaidId);
        var newsOf = news.ToLookup(line => line.RaidId);
        Held =
        [
            .. raids.Select(raid => HomeBoard.Held(
                raid.Code, raid.Women, byRaid[raid.Id], newsOf[raid.Id].SelectMany(line => new[] { line.When?.Date, line.ToldOn }), Today)),
        ];
    }

    private async Task ReadDraftsAsync(Guid person, CancellationToken cancellationToken)
    {
        var open = await db.OpenDraftsAndAccountsAsync(cancellationToken);
        Drafts = [.. open.Raids.Take(MostDrafts)];
        Accounts = open.Accounts;
    }
}
