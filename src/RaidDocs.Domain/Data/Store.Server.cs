using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace RaidDocs.Domain.Data;

// The store on a server, which other programs may have open too.
public sealed partial class Store
{
    /// <summary>What is half-written and older than this, nobody writes at any more.</summary>
    private static readonly TimeSpan KeepsUnfinished = TimeSpan.FromDays(1);

    private ServerPresence? _presence;
    private bool _isMadeHere;

    /// <summary>The next that another program tells who has the store open too. Never, where there can be none.</summary>
    public async Task<ServerNews> HearAsync(CancellationToken cancellationToken)
    {
        if (_presence is { } presence && await presence.HearAsync(cancellationToken) is { } news)
        {
            return news;
        }

        // Closed, or alone: looked at again in a while.
        await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        return ServerNews.None;
    }

    /// <summary>After the server was lost: joins again.</summary>
    public async Task<Rejoining> RejoinAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await using var db = OperatorContext(scope.ServiceProvider);
            var presence = _presence;
            _presence = null;
            if (presence is not null)
            {
                await presence.DisposeAsync();
            }

            var before = state.UnlockNumber;
            _presence = await ServerPresence.JoinAsync(((PostgresEngine)engine).Source, () => Task.CompletedTask, cancellationToken);
            return await OpeningAsync(db, cancellationToken) == before ? Rejoining.Joined : Rejoining.LockedMeanwhile;
        }
        catch (Exception failed) when (failed is Npgsql.NpgsqlException or StoreException or InvalidOperationException)
        {
            return Rejoining.NoAnswer;
        }
    }

    /// <summary>All who have the store open lock it, and no sign-in of before counts, whether they hear of it or not.</summary>
    public async Task TellLockedAsync(CancellationToken cancellationToken)
    {
        if (engine is not PostgresEngine)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        await using var db = OperatorContext(scope.ServiceProvider);

        // Past the turn of the writers: an import may have that for minutes.
        var number = StoreState.NewNumber().ToString(CultureInfo.InvariantCulture);
        await db.Settings.Where(setting => setting.Key == HouseSetting.Opening)
            .ExecuteUpdateAsync(change => change.SetProperty(setting => setting.Value, number), cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_notify({ServerPresence.Name}, {nameof(ServerNews.Locked)})", cancellationToken);
    }

    // Who is first gives the opening its number. The others take it over, so that a sign-in counts wherever its requests go.
    private async Task<long> JoinOthersAsync(PostgresEngine server, RaidDocsDbContext db, CancellationToken cancellationToken)
    {
        _presence = await ServerPresence.JoinAsync(server.Source, () => RenewOpeningAsync(db, cancellationToken), cancellationToken);
        return await OpeningAsync(db, cancellationToken) ?? await RenewOpeningAsync(db, cancellationToken);
    }

    private static async Task<long?> OpeningAsync(RaidDocsDbContext db, CancellationToken cancellationToken) =>
        await db.Settings.AsNoTracking().Where(setting => setting.Key == HouseSetting.Opening).Select(setting => setting.Value).SingleOrDefaultAsync(cancellationToken) is { } number
            ? long.Parse(number, CultureInfo.InvariantCulture)
            : null;

    private static async Task<long> RenewOpeningAsync(RaidDocsDbContext db, CancellationToken cancellationToken)
    {
        var number = StoreState.NewNumber();
        var value = number.ToString(CultureInfo.InvariantCulture);
        if (await db.Settings.SingleOrDefaultAsync(setting => setting.Key == HouseSetting.Opening, cancellationToken) is { } setting)
        {
            setting.Set(value);
        }
        else
        {
            db.Settings.Add(new HouseSetting(HouseSetting.Opening, value));
        }

        await db.SaveChangesAsync(cancellationToken);
        return number;
    }

    // PostgreSQL changes tables inside a transaction: a change that fails leaves the store as it was.
    private async Task MigrateServerAsync(RaidDocsDbContext db, CancellationToken cancellationToken)
    {
        if (engine.HoldsStore)
        {
            var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
            if ((await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any(applied => !known.Contains(applied)))
            {
                throw new StoreException($"The store on {((PostgresEngine)engine).Place} was changed by a newer RaidDocs than this one. Nothing was changed. Start that version.");
            }

            if (!(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            {
                return;
            }
        }

        _isMadeHere = !engine.HoldsStore;
        await db.Database.MigrateAsync(cancellationToken);
    }

    // Only what this program made, and nobody was let in to.
    private async Task UndoOnServerAsync()
    {
        if (engine is not PostgresEngine server || !_isMadeHere || state.Keys is null)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        await using var db = OperatorContext(scope.ServiceProvider);
        await db.GetService<IMigrator>().MigrateAsync(Migration.InitialDatabase);
        server.Forget();
        _isMadeHere = false;
    }

    // Nothing in a database of a server fails under a wrong key, unless it is asked.
    private async Task CheckMarkAsync(RaidDocsDbContext db, CancellationToken cancellationToken)
    {
        var mark = SealedWord.MarkOf(state.Keys!, HouseSetting.VaultMark);
        var found = await db.Settings.SingleOrDefaultAsync(setting => setting.Key == HouseSetting.VaultMark, cancellationToken);
        if (found?.Value == mark)
        {
            return;
        }

        // A copy that was cut off leaves tables without a row.
        if (found is null && vault.Exists && !vault.Read().IsFresh && !((PostgresEngine)engine).HoldsRows)
        {
            throw new StoreException(
                $"There is nothing in the database {((PostgresEngine)engine).Place} yet, and the vault in {folder.Path} is not new. Nothing was changed. If the store should be there, say store copy --to postgres; else name the right database.");
        }

        // Only a store that was never finished changes hands.
        if (found is not null && (await db.Users.AnyAsync(cancellationToken) || !vault.Exists || !vault.Read().IsFresh))
        {
            throw WrongVault();
        }

        if (found is not null)
        {
            await db.StoredKeys.ExecuteDeleteAsync(cancellationToken);
            db.Remove(found);
        }

        db.Settings.Add(new HouseSetting(HouseSetting.VaultMark, mark));
        await db.SaveChangesAsync(cancellationToken);
    }
}
