using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;

namespace RaidDocs.Domain.Women;

/// <summary>Names are hidden. Who may see them says why, sees them for five minutes, and each woman's reading is recorded.</summary>
public static class ReadingNames
{
    /// <summary>So many women's names one person reads in a day; for more, a leader of the team must agree.</summary>
    public const int WomenADay = 50;

    /// <summary>How the viewer stands to the names of this raid; one command while they are hidden.</summary>
    public static async Task<NamesState> NamesStateAsync(this RaidDocsDbContext db, Guid raidId, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (!db.Viewer.May(RecordKind.WomanName, Act.Reveal))
        {
            return new(false, null);
        }

        var (viewer, now) = (db.Viewer.UserId, db.Now.UtcDateTime);
        var found = await db.Raids.AsNoTracking()
            .Where(raid => raid.Id == raidId)
            .Select(raid => new NamesGround(
                db.NamesRights.Any(row => row.RaidId == raidId && row.UserId == viewer && row.LastDay >= today),
                db.NamesShown.Where(row => row.RaidId == raidId && row.UserId == viewer && row.Until > now).Max(row => (DateTime?)row.Until)))
            .SingleOrDefaultAsync(cancellationToken);
        return await db.NamesStateAsync(raidId, found, cancellationToken);
    }

    /// <summary>The same where the ground was read with something else; no command while they are hidden.</summary>
    /// <param name="db">Her context.</param>
    /// <param name="raidId">Of which raid.</param>
    /// <param name="found">Null where she does not see the raid.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<NamesState> NamesStateAsync(this RaidDocsDbContext db, Guid raidId, NamesGround? found, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (!db.Viewer.May(RecordKind.WomanName, Act.Reveal))
        {
            return new(false, null);
        }

        var viewer = db.Viewer.UserId;
        var asked = new Asked(RecordKind.WomanName, Act.Reveal) { IsOnTeam = found is not null, HasNamesRight = found?.HasRight };

        // A right that was taken away ends the minutes, too.
        if (AccessRules.Decide(db.Viewer, asked, db.Now) == Decision.NotFound)
        {
            return new(false, null);
        }

        return new(true, found!.Until is not { } until
            ? null
            : await db.NamesShown.AsNoTracking().FirstOrDefaultAsync(row => row.RaidId == raidId && row.UserId == viewer && row.Until == until, cancellationToken));
    }

    /// <summary>Records that she reads the names of this woman, once in these minutes.</summary>
    /// <param name="db">Her context.</param>
    /// <param name="woman">Whose names.</param>
    /// <param name="shown">Her minutes.</param>
    /// <param name="dayBegan">The start of today, UTC.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<Decision> ReadNamesOfAsync(this RaidDocsDbContext db, Guid woman, NamesShown shown, DateTime dayBegan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(shown);

        // In one write, or two tabs together would read past the limit.
        return db.InOneWriteAsync(
            async () =>
            {
                var (viewer, key) = (db.Viewer.UserId, woman.ToString("D"));
                var began = shown.Since;
                var today = await db.AuditEntries.AsNoTracking()
                    .Where(entry => entry.ActorId == viewer && entry.At >= dayBegan && entry.Action == "read" && entry.ObjectType == nameof(WomanName))
                    .Select(entry => new { entry.ObjectId, entry.At })
                    .ToListAsync(cancellationToken);
                var women = today.Select(entry => entry.ObjectId).Distinct().Count();
                var isNew = !today.Exists(entry => entry.ObjectId == key);
                var asked = new Asked(RecordKind.WomanName, Act.Reveal)
                {
                    IsOverQuota = isNew && women >= WomenADay,
                    HasSecond = women < WomenADay * (1 + await db.AgreedTodayAsync(dayBegan, cancellationToken)),
                };

                // Her second factor was asked for when the minutes began.
                var decision = AccessRules.Decide(db.Viewer with { ConfirmedAt = db.Now }, asked, db.Now);
                if (decision == Decision.Allow && (isNew || !today.Exists(entry => entry.ObjectId == key && entry.At >= began)))
                {
                    db.NoteReading(nameof(WomanName), [woman], shown.RaidId, shown.Reason.ToString());
                    await db.SaveChangesAsync(cancellationToken);
                }

                return decision;
            },
            cancellationToken);
    }

    /// <summary>Of these women those whose names she may still read today without a second person; nothing is recorded yet.</summary>
    public static async Task<IReadOnlySet<Guid>> ReadableTodayAsync(this RaidDocsDbContext db, IReadOnlyCollection<Guid> women, CancellationToken cancellationToken)
    {
        if (women.Count == 0 || db.Viewer.IsOperator)
        {
            return women.ToHashSet();
        }

        // Thailand has kept UTC+7 since 1941.
        var dayBegan = db.Now.ToOffset(TimeSpan.FromHours(7)).Date.AddHours(-7);
        var viewer = db.Viewer.UserId;
        var read = (await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.ActorId == viewer && entry.At >= dayBegan && entry.Action == "read" && entry.ObjectType == nameof(WomanName))
            .Select(entry => entry.ObjectId)
            .Distinct()
            .ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var left = (WomenADay * (1 + await db.AgreedTodayAsync(dayBegan, cancellationToken))) - read.Count;
        var (known, others) = (women.Where(woman => read.Contains(woman.ToString("D"))), women.Where(woman => !read.Contains(woman.ToString("D"))).Distinct());
        return known.Concat(others.Take(Math.Max(0, left))).ToHashSet();
    }

    private static Task<int> AgreedTodayAsync(this RaidDocsDbContext db, DateTime dayBegan, CancellationToken cancellationToken)
    {
        var viewer = db.Viewer.UserId;
        return db.TwoPersonActs.CountAsync(
            act => act.Kind == TwoPersonKind.MoreNames && act.AskedBy == viewer && act.State == TwoPersonState.Agreed && act.AnsweredAt >= dayBegan,
            cancellationToken);
    }
}

/// <summary>On what it rests that the viewer sees the names of a raid.</summary>
/// <param name="HasRight">She was given the right, and it has not ended.</param>
/// <param name="Until">The end of her minutes, UTC; null when names are hidden.</param>
public sealed record NamesGround(bool HasRight, DateTime? Until);

/// <summary>May she see names once she says why, and does she see them now?</summary>
public sealed record NamesState(bool MayReveal, NamesShown? Shown);
