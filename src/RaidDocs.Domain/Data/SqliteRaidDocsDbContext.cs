using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Jobs;
using RaidDocs.Domain.Search;

namespace RaidDocs.Domain.Data;

/// <summary>SQLite, the file that is the whole store.</summary>
public sealed class SqliteRaidDocsDbContext : RaidDocsDbContext
{
    // Here, so that the migrations tool and the tests have a library too, not only the running application.
    static SqliteRaidDocsDbContext() => _ = NativeSqlite.CanEncrypt;

    public SqliteRaidDocsDbContext(DbContextOptions<SqliteRaidDocsDbContext> options, StoreSession session)
        : base(options, session)
    {
    }

    internal override Task DeferReferencesAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"PRAGMA defer_foreign_keys = ON", cancellationToken);

    internal override Task<Func<SearchGroup, IQueryable<SearchRow>>> MatchAsync(SearchTerms terms, CancellationToken cancellationToken) =>
        SearchLetters.MatchAsync(this, terms, cancellationToken);

    internal override async Task<Job?> NextJobAsync(JobKind kind, long now, CancellationToken cancellationToken) =>
        await Jobs
            .Where(job => job.Kind == kind && (job.State == JobState.Waiting || (job.State == JobState.Working && job.HeldUntil < now)))
            .OrderBy(job => job.AskedAt)
            .FirstOrDefaultAsync(cancellationToken);

    internal override Task<Job?> LockJobAsync(Guid id, CancellationToken cancellationToken) =>
        Jobs.SingleOrDefaultAsync(job => job.Id == id, cancellationToken);

    internal override async Task FindFaultsAsync(FaultList faults, CancellationToken cancellationToken)
    {
        var loose = await Database
            .SqlQuery<string>($"SELECT DISTINCT \"table\" || ' -> ' || parent AS Value FROM pragma_foreign_key_check")
            .ToListAsync(cancellationToken);
        var pages = await Database
            .SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check")
            .ToListAsync(cancellationToken);
        foreach (var link in loose)
        {
            faults.Tell($"Rows point to rows that are not there: {link}.");
        }

        foreach (var found in pages.Where(found => found != "ok"))
        {
            faults.Tell($"The file of the store is damaged: {found}.");
        }
    }
}
