using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;

namespace RaidDocs.Domain.Search;

/// <summary>Keeps the index. The table of letters beside it follows by triggers of the store.</summary>
public static class SearchIndex
{
    private const int Batch = 200;
    private const int BulkBatch = 1_000;

    /// <summary>Makes the whole index anew.</summary>
    /// <returns>How many things can be found.</returns>
    public static Task<int> RebuildSearchAsync(this RaidDocsDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.InOneWriteAsync(
            async () =>
            {
                await db.SearchRows.IgnoreQueryFilters().ExecuteDeleteAsync(cancellationToken);
                await db.UpdateSearchAsync(await db.AllThingsAsync(cancellationToken), cancellationToken);
                return await db.SearchRows.IgnoreQueryFilters().CountAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Is there something to find, and no index of it?</summary>
    internal static async Task<bool> LacksSearchAsync(this RaidDocsDbContext db, CancellationToken cancellationToken) =>
        !await db.SearchRows.IgnoreQueryFilters().AnyAsync(cancellationToken) && await db.Raids.IgnoreQueryFilters().AnyAsync(cancellationToken);

    /// <summary>Indexes these things as they stand in the open transaction; what is no more leaves the index.</summary>
    /// <param name="db">The store.</param>
    /// <param name="things">What was touched.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <param name="bulk">For very many.</param>
    internal static async Task UpdateSearchAsync(
        this RaidDocsDbContext db, IReadOnlyDictionary<SearchKind, HashSet<Guid>> things, CancellationToken cancellationToken, BulkInsert? bulk = null)
    {
        var documents = new SearchDocuments(db, new ReferenceLists(await db.ReferenceItems.AsNoTracking().ToListAsync(cancellationToken)), forIndex: true);
        var last = new Dictionary<SearchGroup, long>();
        foreach (var (kind, ids) in things)
        {
            var group = SearchRow.GroupOf(kind);
            var key = last.TryGetValue(group, out var known) ? known : await db.LastKeyAsync(group, cancellationToken);
            foreach (var batch in ids.Chunk(bulk is null ? Batch : BulkBatch))
            {
                var before = await db.SearchRows.IgnoreQueryFilters().AsNoTracking().Where(row => batch.Contains(row.ObjectId)).ToDictionaryAsync(row => row.ObjectId, cancellationToken);
                var found = await documents.ReadAsync(kind, batch, cancellationToken);

                // To fold the words of many is work for all processors; the rows keep their order.
                var folded = bulk is null ? found.Select(document => document.Text()) : found.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(document => document.Text());
                foreach (var (document, text) in found.Zip(folded))
                {
                    before.Remove(document.Id, out var old);
                    var row = db.ForIndex(document.Row(key + 1, text));
                    if (old is not null && IsSame(old, row))
                    {
                        continue;
                    }

                    if (old is not null)
                    {
                        await db.DeleteAsync([old.Row], cancellationToken);
                    }

                    if (bulk?.TryInsert(row) != true)
                    {
                        await db.InsertAsync(row, cancellationToken);
                    }

                    key++;
                }

                await db.DeleteAsync([.. before.Values.Select(row => row.Row)], cancellationToken);
            }

            last[group] = key;
        }
    }

    private static async Task<long> LastKeyAsync(this RaidDocsDbContext db, SearchGroup group, CancellationToken cancellationToken)
    {
        var (first, last) = SearchRow.KeysOf(group);
        return await db.SearchRows.IgnoreQueryFilters().Where(row => row.Row >= first && row.Row <= last).MaxAsync(row => (long?)row.Row, cancellationToken) ?? first - 1;
    }

    // Past the change tracker: it is in the midst of the save that this belongs to.
    private static Task<int> InsertAsync(this RaidDocsDbContext db, SearchRow row, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "SearchRows" ("Row", "Kind", "ObjectId", "RaidId", "WomanId", "TestimonyId", "FirstYear", "LastYear", "Text")
        VALUES ({row.Row}, {row.Kind.ToString()}, {row.ObjectId}, {row.RaidId}, {row.WomanId}, {row.TestimonyId}, {row.FirstYear}, {row.LastYear}, {row.Text})
        """,
        cancellationToken);

    private static Task<int> DeleteAsync(this RaidDocsDbContext db, IReadOnlyCollection<long> rows, CancellationToken cancellationToken) =>
        rows.Count == 0 ? Task.FromResult(0) : db.SearchRows.IgnoreQueryFilters().Where(row => rows.Contains(row.Row)).ExecuteDeleteAsync(cancellationToken);

    private static bool IsSame(SearchRow one, SearchRow other) =>
        one.Text == other.Text && one.RaidId == other.RaidId && one.WomanId == other.WomanId && one.TestimonyId == other.TestimonyId
        && one.FirstYear == other.FirstYear && one.LastYear == other.LastYear;

    private static async Task<IReadOnlyDictionary<SearchKind, HashSet<Guid>>> AllThingsAsync(this RaidDocsDbContext db, CancellationToken cancellationToken) =>
        new Dictionary<SearchKind, HashSet<Guid>>
        {
            [SearchKind.Raid] = await IdsAsync(db.Raids, cancellationToken),
            [SearchKind.Woman] = await IdsAsync(db.Apprehensions, cancellationToken),
            [SearchKind.Name] = await IdsAsync(db.WomanNames, cancellationToken),
            [SearchKind.Testimony] = await IdsAsync(db.Testimonies, cancellationToken),
            [SearchKind.Source] = await IdsAsync(db.Sources, cancellationToken),
            [SearchKind.CourtCase] = await IdsAsync(db.CourtCases, cancellationToken),
            [SearchKind.Hearing] = await IdsAsync(db.Hearings, cancellationToken),
            [SearchKind.Line] = await IdsAsync(db.Chronology, cancellationToken),
            [SearchKind.Step] = await IdsAsync(db.Interventions, cancellationToken),
            [SearchKind.Violation] = await IdsAsync(db.Violations, cancellationToken),
            [SearchKind.Facility] = await IdsAsync(db.Facilities, cancellationToken),
            [SearchKind.FacilityNote] = await IdsAsync(db.FacilityNotes, cancellationToken),
        };

    private static async Task<HashSet<Guid>> IdsAsync<T>(IQueryable<T> rows, CancellationToken cancellationToken)
        where T : Common.Entity => [.. await rows.IgnoreQueryFilters().OrderBy(row => row.RecordedAt).Select(row => row.Id).ToListAsync(cancellationToken)];
}
