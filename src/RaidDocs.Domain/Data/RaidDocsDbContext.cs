using System.Data.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Family;
using RaidDocs.Domain.Jobs;
using RaidDocs.Domain.Search;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Vault;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Data;

/// <summary>
/// The one model of the store. It belongs to one viewer: queries leave out what is not hers (see <see cref="TeamFilter"/>),
/// and a save asks <see cref="AccessRules"/> about each row and writes the audit log in the same transaction.
/// The two subclasses name the provider's migrations.
/// </summary>
public abstract partial class RaidDocsDbContext(DbContextOptions options, StoreSession session)
    : IdentityDbContext<StaffUser, IdentityRole<Guid>, Guid>(options)
{
    private bool _isWriting;
    private SearchTouched? _indexLater;
    private BulkInsert? _bulk;

    public Viewer Viewer => session.Viewer;

    public DateTimeOffset Now => session.Clock.GetUtcNow();

    /// <summary>Read by the query filters.</summary>
    internal Guid ViewerId => session.Viewer.UserId ?? Guid.Empty;

    /// <summary>Read by the query filters.</summary>
    internal bool SeesAllTeams => session.Viewer.IsOperator;

    /// <summary>Read by the query filters.</summary>
    internal bool LooksAfterHouse => session.Viewer.Is(StaffRole.Administrator);

    /// <summary>Read by the query filters.</summary>
    internal bool KeepsHouse => LooksAfterHouse || session.Viewer.Is(StaffRole.ResearchLeader);

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        SaveChangesAsync(acceptAllChangesOnSuccess, CancellationToken.None).GetAwaiter().GetResult();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var pass = _isWriting ? null : await session.Gate.EnterAsync(cancellationToken);
        await using var own = SharesStore && Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        if (own is not null)
        {
            await WaitForOthersAsync(cancellationToken);
        }

        this.NoteCustody();
        this.CheckAccess();
        var last = await AuditEntries
            .OrderByDescending(entry => entry.Number)
            .Select(entry => new LastAudit(entry.Number, entry.Hash, entry.At))
            .FirstOrDefaultAsync(cancellationToken);
        this.Stamp(session, last);
        this.WriteAudit(session, last);
        try
        {
            var saved = await SaveAndIndexAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (own is not null)
            {
                await own.CommitAsync(cancellationToken);
            }

            return saved;
        }
        catch (Exception full) when (DatabaseFile.IsOfDisk(full))
        {
            throw NoRoom();
        }
    }

    /// <summary>Reads and saves in one transaction that no other writer can come between.</summary>
    public async Task<T> InOneWriteAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        using var pass = await session.Gate.EnterAsync(cancellationToken);
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        _isWriting = true;
        try
        {
            await WaitForOthersAsync(cancellationToken);
            var result = await work();
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        catch (Exception full) when (DatabaseFile.IsOfDisk(full))
        {
            await UndoAsync(transaction);
            throw NoRoom();
        }
        catch
        {
            await UndoAsync(transaction);
            throw;
        }
        finally
        {
            _isWriting = false;
        }
    }

    private static DomainRuleException NoRoom() => new DomainRuleException(
        $"The disk is full, or it cannot be written to. Nothing was saved, and nothing that was saved before is lost. Tell whoever looks after this computer, make room, then send it again");

    // Said aloud, because whoever keeps something beside the store waits for the word.
    private static async Task UndoAsync(IDbContextTransaction transaction)
    {
        try
        {
            await transaction.RollbackAsync(CancellationToken.None);
        }
        catch (Exception ended) when (ended is DbException or InvalidOperationException)
        {
            // The store had undone it by itself, as it does when the disk is full.
        }
    }

    /// <summary>Gives back the room of what was erased, so that nothing of it is left in the file. PostgreSQL does it by itself.</summary>
    internal async Task ShrinkAsync(CancellationToken cancellationToken)
    {
        if (!Database.IsSqlite())
        {
            return;
        }

        using var pass = await session.Gate.EnterAsync(cancellationToken);
        await Database.ExecuteSqlAsync($"VACUUM", cancellationToken);
        await Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
    }

    /// <summary>Writes down that something was read, such as names. The readings and the log share one transaction.</summary>
    public void NoteReading(string objectType, IEnumerable<Guid> ids, Guid? raidId, string purpose) =>
        session.Readings.AddRange(ids.Select(id => new AuditLine(
            Viewer.UserId, Viewer.RoleWords, "read", objectType, id.ToString("D"), raidId, [purpose])));

    /// <summary>Writes down an act that changes no row, such as an export.</summary>
    public void NoteAct(string action, string objectType, string objectId, Guid? raidId, params string[] fields) =>
        session.Readings.Add(new AuditLine(Viewer.UserId, Viewer.RoleWords, action, objectType, objectId, raidId, fields));

    /// <summary>New rows are taken past the change tracker: inside <see cref="InBulkAsync"/>, where the store is a file.</summary>
    internal bool TakesInBulk => _bulk is not null && Database.IsSqlite();

    /// <summary>Takes a new row, with the new rows that are parts of it, for the next save. False where the change tracker must.</summary>
    internal bool TryAddInBulk(object row)
    {
        if (!TakesInBulk)
        {
            return false;
        }

        _bulk!.Add(row);
        return true;
    }

    /// <summary>New rows of the next save that the change tracker does not know.</summary>
    internal IReadOnlyList<object> RowsInBulk => _bulk?.Waiting ?? [];

    /// <summary>For many saves in one transaction: new rows go in past EF Core's own commands, and what they touch is indexed once, at their end and before it is committed.</summary>
    internal async Task InBulkAsync(Func<Task> saves, CancellationToken cancellationToken)
    {
        _indexLater = new SearchTouched();
        using var bulk = _bulk = new BulkInsert(this);
        try
        {
            await saves();
            bulk.GatherLetters(yes: true);
            await this.UpdateSearchAsync(await _indexLater.ThingsAsync(this, cancellationToken), cancellationToken, bulk);
            bulk.GatherLetters(yes: false);
        }
        finally
        {
            (_indexLater, _bulk) = (null, null);
        }
    }

    /// <summary>Other programs may write into the same store: then a save waits for theirs, and sees them.</summary>
    protected virtual bool SharesStore => false;

    /// <summary>The keys of the open store; null in a plain demo and where no database is opened.</summary>
    internal StoreKeys? Keys => session.State.Keys;

    /// <summary>Inside a transaction: from here to its end no other program writes.</summary>
    protected virtual Task WaitForOthersAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>To the end of the transaction rows may point to rows that are not there yet.</summary>
    internal abstract Task DeferReferencesAsync(CancellationToken cancellationToken);

    /// <summary>Names that are written exactly like one of these.</summary>
    internal virtual IQueryable<WomanName> NamesLike(IReadOnlyCollection<string> texts) => WomanNames.Where(name => texts.Contains(name.Facts.Text));

    /// <summary>The row as this store may keep it.</summary>
    internal virtual SearchRow ForIndex(SearchRow row) => row;

    /// <summary>For each group, the rows that hold all terms.</summary>
    internal abstract Task<Func<SearchGroup, IQueryable<SearchRow>>> MatchAsync(SearchTerms terms, CancellationToken cancellationToken);

    /// <summary>Inside a transaction: the job that nobody else can take from here to its end; null where nothing waits.</summary>
    /// <param name="kind">Who can do it.</param>
    /// <param name="now">Seconds since 1970 (UTC): what a program held until before this, it holds no more.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal abstract Task<Job?> NextJobAsync(JobKind kind, long now, CancellationToken cancellationToken);

    /// <summary>Inside a transaction: the job, which nobody else changes from here to its end.</summary>
    internal abstract Task<Job?> LockJobAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>What the database itself finds wrong with its rows and files.</summary>
    internal abstract Task FindFaultsAsync(FaultList faults, CancellationToken cancellationToken);

    /// <summary>For the time of the save, where the database is not encrypted itself: the rows hold what is to be stored.</summary>
    private protected virtual IDisposable? Seal() => null;

    /// <summary>Saves what waits as it is, past access and log: for a copy of a whole store, which brings its own log.</summary>
    internal async Task<int> SaveAsItIsAsync(CancellationToken cancellationToken)
    {
        using var sealing = Seal();
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken);
    }

    private async Task<int> SaveRowsAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        int saved;
        using (Seal())
        {
            saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken);
        }

        if (acceptAllChangesOnSuccess)
        {
            ChangeTracker.AcceptAllChanges();
        }

        return saved;
    }

    // What can be found changes in the transaction of the save, or not at all.
    private async Task<int> SaveAndIndexAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        if (_indexLater is not null)
        {
            _indexLater.Add(this);
            var inserted = _bulk!.InsertWaiting(cancellationToken);
            return inserted + await SaveRowsAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        var touched = SearchTouched.By(this);
        if (touched.IsNone)
        {
            return await SaveRowsAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var saved = await SaveRowsAsync(acceptAllChangesOnSuccess: false, cancellationToken);
        await this.UpdateSearchAsync(await touched.ThingsAsync(this, cancellationToken), cancellationToken);
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }

        if (acceptAllChangesOnSuccess)
        {
            ChangeTracker.AcceptAllChanges();
        }

        return saved;
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(RaidDocsDbContext).Assembly);
        StoreModel.Complete(builder);
        FewOfMany.Add(builder);
        TeamFilter.AddTo(builder, this);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        StoreModel.AddConversions(configurationBuilder);
}
