using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Family;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Hosting.Family;

/// <summary>
/// Two files cannot commit together. What she takes back, and what is revoked or erased, loses its capsule before the record says so;
/// what is new or changed gets its capsule after. So there is never a live capsule for a dead number, whoever saved and where.
/// </summary>
public sealed class FamilyKeeper(Func<FamilyBook> book, TimeProvider clock) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Look((RaidDocsDbContext)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(SavingChanges(eventData, result));

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        AfterSaveAsync(eventData.Context!, CancellationToken.None).GetAwaiter().GetResult();
        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        await AfterSaveAsync(eventData.Context!, CancellationToken.None);
        return result;
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => FollowAsync(eventData.Context!).GetAwaiter().GetResult();

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default) => FollowAsync(eventData.Context!);

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => FollowAsync(eventData.Context!).GetAwaiter().GetResult();

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) => FollowAsync(eventData.Context!);

    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => FollowAsync(eventData.Context!).GetAwaiter().GetResult();

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) => FollowAsync(eventData.Context!);

    public Task TransactionFailedAsync(DbTransaction transaction, TransactionErrorEventData eventData, CancellationToken cancellationToken = default) => FollowAsync(eventData.Context!);

    private void Look(RaidDocsDbContext db)
    {
        var links = db.ChangeTracker.Entries<FamilyLink>().Where(IsChanged).ToList();
        var answers = db.ChangeTracker.Entries<Consent>().Where(IsChanged).Select(entry => entry.Entity)
            .Where(answer => answer.TestimonyId is null && answer.Facts.Purpose is Purpose.TellFamily or Purpose.Keep).ToList();
        if (links.Count + answers.Count == 0)
        {
            return;
        }

        var gone = links
            .Where(entry => entry.State == EntityState.Deleted || entry.Entity.IsRevoked || entry.Entity.IsSuspected || entry.Entity.Facts.Level == FamilyLevel.Nothing)
            .Select(entry => entry.Entity)
            .ToList();

        // The number for danger goes with the number it belongs to: alone it would tell that there is one.
        var ids = gone.ConvertAll(link => link.Id);
        gone.AddRange(db.FamilyLinks.AsNoTracking().IgnoreQueryFilters().Where(link => link.AlarmOfId != null && ids.Contains(link.AlarmOfId.Value)));
        foreach (var answer in answers.Where(answer => !new[] { answer.Facts }.Allow(answer.Facts.Purpose, clock.Today())))
        {
            gone.AddRange(db.FamilyLinks.AsNoTracking().IgnoreQueryFilters().Where(link => link.WomanId == answer.WomanId && link.RaidId == answer.RaidId));
        }

        book().Empty(db, gone);
    }

    private Task AfterSaveAsync(DbContext db, CancellationToken cancellationToken) => db.Database.CurrentTransaction is null ? FollowAsync(db) : Task.CompletedTask;

    private async Task FollowAsync(DbContext db)
    {
        if (book().Settled(db))
        {
            await book().RewriteAsync(CancellationToken.None);
        }
    }

    private static bool IsChanged(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;
}
