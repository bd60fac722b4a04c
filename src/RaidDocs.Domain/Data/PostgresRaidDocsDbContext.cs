using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Jobs;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Search;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Data;

/// <summary>
/// PostgreSQL, for when one machine is not enough. Its files are not encrypted by us, so names and what else is told in
/// <see cref="ISealedWords"/> lie sealed in it under the vault.
/// </summary>
public sealed class PostgresRaidDocsDbContext(DbContextOptions<PostgresRaidDocsDbContext> options, StoreSession session)
    : RaidDocsDbContext(options, session)
{
    /// <summary>Column beside the sealed name: equal names have equal values.</summary>
    private const string NameMark = "Mark";

    // "RaidDocs", so that nobody else's lock is met by chance.
    private const long WritersLock = 0x5261_6964_446F_6373;

    protected override bool SharesStore => true;

    protected override Task WaitForOthersAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({WritersLock})", cancellationToken);

    internal override Task DeferReferencesAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SET CONSTRAINTS ALL DEFERRED", cancellationToken);

    internal override IQueryable<WomanName> NamesLike(IReadOnlyCollection<string> texts)
    {
        var marks = texts.Select(MarkOf).ToList();
        return WomanNames.Where(name => marks.Contains(EF.Property<string>(name, NameMark)));
    }

    /// <summary>Of a name only whole words can be found: each stands as its mark.</summary>
    internal override SearchRow ForIndex(SearchRow row) => row.Kind != SearchKind.Name ? row : new SearchRow
    {
        Row = row.Row,
        Kind = row.Kind,
        ObjectId = row.ObjectId,
        RaidId = row.RaidId,
        WomanId = row.WomanId,
        TestimonyId = row.TestimonyId,
        FirstYear = row.FirstYear,
        LastYear = row.LastYear,
        Text = string.Join(' ', row.Text.Split([' ', '\u001F'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Select(MarkOf)),
    };

    // The gin index of trigrams finds the rows of longer terms; short ones are looked for in every row of the group.
    internal override Task<Func<SearchGroup, IQueryable<SearchRow>>> MatchAsync(SearchTerms terms, CancellationToken cancellationToken) =>
        Task.FromResult<Func<SearchGroup, IQueryable<SearchRow>>>(group =>
        {
            var (first, last) = SearchRow.KeysOf(group);
            return terms.All.Select(term => group == SearchGroup.Names ? MarkOf(term) : term).Aggregate(
                SearchRows.AsNoTracking().Where(row => row.Row >= first && row.Row <= last),
                (rows, term) => rows.Where(row => row.Text.Contains(term)));
        });

    // What another program is about to take is passed over, not waited for.
    internal override async Task<Job?> NextJobAsync(JobKind kind, long now, CancellationToken cancellationToken)
    {
        var (wanted, waiting, working) = (kind.ToString(), nameof(JobState.Waiting), nameof(JobState.Working));
        var found = await Jobs
            .FromSql($"""
                SELECT * FROM "Jobs" WHERE "Kind" = {wanted} AND ("State" = {waiting} OR ("State" = {working} AND "HeldUntil" < {now}))
                ORDER BY "AskedAt" LIMIT 1 FOR UPDATE SKIP LOCKED
                """)
            .ToListAsync(cancellationToken);
        return found.SingleOrDefault();
    }

    internal override async Task<Job?> LockJobAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await Jobs.FromSql($"""SELECT * FROM "Jobs" WHERE "Id" = {id} FOR UPDATE""").ToListAsync(cancellationToken);
        return found.SingleOrDefault();
    }

    internal override async Task FindFaultsAsync(FaultList faults, CancellationToken cancellationToken)
    {
        // The server checks references and pages itself; that somebody told it not to is a finding.
        var off = await Database
            .SqlQuery<string>($"""
                SELECT conrelid::regclass::text || ' ' || conname AS "Value" FROM pg_constraint WHERE NOT convalidated
                UNION ALL SELECT tgrelid::regclass::text || ' ' || tgname FROM pg_trigger WHERE tgenabled = 'D'
                """)
            .ToListAsync(cancellationToken);
        foreach (var what in off)
        {
            faults.Tell($"The database does not check this any more: {what}.");
        }

        try
        {
            // To read them is to open them.
            await foreach (var _ in WomanNames.IgnoreQueryFilters().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
            }
        }
        catch (StoreException)
        {
            faults.Tell($"A sealed name does not open: it was changed in the database, or copied there from another row.");
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasPostgresExtension("pg_trgm");
        builder.Entity<WomanName>().Property<string>(NameMark).HasDefaultValue("");
        builder.Entity<WomanName>().HasIndex(NameMark);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);

        // As SQLite sorts and compares: by the bytes, whatever the language of the server.
        configurationBuilder.Properties<string>().UseCollation("C");
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Others keep these in memory.
        var isOfHouse = ChangeTracker.Entries().Any(entry =>
            entry is { Entity: OwnItem or HouseSetting, State: EntityState.Added or EntityState.Modified or EntityState.Deleted });
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (isOfHouse)
        {
            await Database.ExecuteSqlAsync($"SELECT pg_notify({ServerPresence.Name}, {nameof(ServerNews.House)})", cancellationToken);
        }

        return saved;
    }

    private protected override IDisposable? Seal()
    {
        if (Keys is not { } keys)
        {
            return null;
        }

        ChangeTracker.DetectChanges();
        var changed = ChangeTracker.Entries<ISealedWords>().Where(entry => entry.State is EntityState.Added or EntityState.Modified).ToList();
        if (changed.Count == 0)
        {
            return null;
        }

        var opened = new Opened();
        foreach (var entry in changed)
        {
            if (entry.Entity is WomanName name)
            {
                entry.Property(NameMark).CurrentValue = MarkOf(name.Facts.Text);
            }

            opened.Add(entry.Entity);
            entry.Entity.Change((column, word) => SealedWord.Seal(keys, SealedWord.Place(entry.Metadata.GetTableName()!, column, entry.Entity.Id), word));
        }

        return opened;
    }

    private string MarkOf(string text) => Keys is { } keys ? SealedWord.MarkOf(keys, text) : text;

    // What was in memory before it was sealed for the save.
    private sealed class Opened : IDisposable
    {
        private readonly List<(ISealedWords Row, Dictionary<string, string> Words)> _before = [];

        public void Add(ISealedWords row)
        {
            var words = new Dictionary<string, string>(StringComparer.Ordinal);
            row.Change((column, word) => words[column] = word);
            _before.Add((row, words));
        }

        public void Dispose()
        {
            foreach (var (row, words) in _before)
            {
                row.Change((column, _) => words[column]);
            }
        }
    }
}
