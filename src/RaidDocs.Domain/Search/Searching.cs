using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Search;

/// <summary>What narrows a search, each as chosen by the reader.</summary>
/// <param name="RaidId">One raid; places, which belong to none, are left out.</param>
/// <param name="Year">A Western year in which something of it was.</param>
public sealed record SearchFilter(Guid? RaidId = null, int? Year = null);

/// <summary>A thing that was found, with what the reader may see of it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Raid">R03; null for a place.</param>
/// <param name="Code">Its own code: R03-W07, T1, S1, C1, F01, V02.</param>
/// <param name="Women">The codes of the women it is about.</param>
/// <param name="Title">What it is called.</param>
/// <param name="On">When it was.</param>
/// <param name="Why">The words that were found.</param>
public sealed record SearchHit(
    SearchKind Kind, Guid Id, string? Raid, string? Code, IReadOnlyList<string> Women, string? Title, PartialDate? On, IReadOnlyList<SnippetPart> Why);

/// <summary>One group of what was found.</summary>
/// <param name="Group">Which.</param>
/// <param name="Total">How many there are, up to <see cref="Searching.MostCounted"/>.</param>
/// <param name="Page">The page that is shown, from 1.</param>
/// <param name="Hits">The things on it.</param>
public sealed record FoundGroup(SearchGroup Group, int Total, int Page, IReadOnlyList<SearchHit> Hits)
{
    public bool IsMore => Total > Searching.MostCounted;
}

/// <summary>
/// Looks for words in what the viewer may see. Her teams and the women's consents are part of the query itself, so that what is not hers
/// is neither found nor counted. The words that she asks for are written down nowhere.
/// </summary>
/// <param name="db">Her context.</param>
/// <param name="lists">For the words of what was chosen.</param>
/// <param name="today">Local day.</param>
/// <param name="dayBegan">The start of today, UTC.</param>
/// <param name="raids">Codes of raids that she sees and that are known already.</param>
public sealed class Searching(RaidDocsDbContext db, ReferenceLists lists, DateOnly today, DateTime dayBegan, IReadOnlyDictionary<Guid, string>? raids = null)
{
    /// <summary>More are not counted: nobody reads on, and she adds a word.</summary>
    public const int MostCounted = 250;

    private static readonly (SearchGroup Group, RecordKind Kind)[] Groups =
    [
        (SearchGroup.Raids, RecordKind.Raid),
        (SearchGroup.Women, RecordKind.Woman),
        (SearchGroup.Names, RecordKind.WomanName),
        (SearchGroup.Testimonies, RecordKind.Testimony),
        (SearchGroup.Papers, RecordKind.Raid),
        (SearchGroup.Dates, RecordKind.Raid),
        (SearchGroup.Rights, RecordKind.Violation),
        (SearchGroup.Places, RecordKind.Facility),
    ];

    private readonly SearchDocuments _documents = new(db, lists, forIndex: false, raids);

    /// <summary>One page of each group in which something was found.</summary>
    /// <param name="terms">What was asked for.</param>
    /// <param name="filter">What narrows it.</param>
    /// <param name="only">One group alone; null for all.</param>
    /// <param name="page">The page of that group, from 1.</param>
    /// <param name="pageSize">So many of each group.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<FoundGroup>> FindAsync(
        SearchTerms terms, SearchFilter filter, SearchGroup? only, int page, int pageSize, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(filter);
        var found = new List<FoundGroup>();
        if (terms.All.Count == 0)
        {
            return found;
        }

        var matching = await db.MatchAsync(terms, cancellationToken);
        var groups = Groups.Where(group => (only is null || only == group.Group) && db.Viewer.May(group.Kind, Act.Read)).Select(group => group.Group).ToList();
        var all = await AllAsync(groups.Where(group => group != SearchGroup.Names), group => Narrowed(matching(group), filter), cancellationToken);
        foreach (var group in groups)
        {
            var of = group == SearchGroup.Names
                ? await NamesAsync(Narrowed(matching(group), filter), terms, pageSize, cancellationToken)
                : await PageAsync([.. all[group]], terms, group, page, pageSize, cancellationToken);
            if (of.Total > 0)
            {
                found.Add(of);
            }
        }

        return found;
    }

    // In one query, in each group the newest first and no more than are counted.
    private async Task<ILookup<SearchGroup, Found>> AllAsync(
        IEnumerable<SearchGroup> groups, Func<SearchGroup, IQueryable<SearchRow>> matching, CancellationToken cancellationToken)
    {
        var queries = groups
            .Select(group => group == SearchGroup.Testimonies ? Consented(matching(group)) : matching(group))
            .Select(rows => rows.OrderByDescending(row => row.Row).Take(MostCounted + 1).Select(row => new { row.Row, row.Kind, row.ObjectId }))
            .ToList();
        var found = queries.Count == 0 ? [] : await queries.Aggregate((some, others) => some.Concat(others)).ToListAsync(cancellationToken);
        return found.OrderByDescending(row => row.Row).ToLookup(row => SearchRow.GroupOf(row.Kind), row => new Found(row.Kind, row.ObjectId));
    }

    private static IQueryable<SearchRow> Narrowed(IQueryable<SearchRow> rows, SearchFilter filter)
    {
        if (filter.RaidId is { } raid)
        {
            rows = rows.Where(row => row.RaidId == raid);
        }

        return filter.Year is { } year ? rows.Where(row => row.FirstYear <= year && year <= row.LastYear) : rows;
    }

    private IQueryable<SearchRow> Consented(IQueryable<SearchRow> rows)
    {
        var readable = db.ReadableTestimonies(today);
        return rows.Where(row => readable.Any(testimony => testimony.Id == row.TestimonyId));
    }

    private async Task<FoundGroup> PageAsync(
        List<Found> all, SearchTerms terms, SearchGroup group, int page, int pageSize, CancellationToken cancellationToken)
    {
        var current = Math.Clamp(page, 1, Math.Max(1, (Math.Min(all.Count, MostCounted) + pageSize - 1) / pageSize));
        var shown = all.Take(MostCounted).Skip((current - 1) * pageSize).Take(pageSize).ToList();
        return new(group, all.Count, current, await HitsAsync(shown, terms, cancellationToken));
    }

    /// <summary>
    /// Names of the raids whose names she sees now. Each woman who is found is a reading of her name, recorded before it is shown; whom
    /// she may not read today is neither shown nor counted.
    /// </summary>
    private async Task<FoundGroup> NamesAsync(IQueryable<SearchRow> rows, SearchTerms terms, int pageSize, CancellationToken cancellationToken)
    {
        var shown = await ShownAsync(cancellationToken);
        if (shown.Count == 0)
        {
            return new(SearchGroup.Names, 0, 1, []);
        }

        var open = shown.Keys.ToList();
        var found = await rows.Where(row => row.RaidId != null && open.Contains(row.RaidId.Value))
            .OrderByDescending(row => row.Row)
            .Select(row => new { row.Kind, row.ObjectId, row.RaidId, row.WomanId })
            .Take(pageSize)
            .ToListAsync(cancellationToken);
        var read = new List<Found>();
        foreach (var name in found)
        {
            if (await db.ReadNamesOfAsync(name.WomanId!.Value, shown[name.RaidId!.Value], dayBegan, cancellationToken) == Decision.Allow)
            {
                read.Add(new(name.Kind, name.ObjectId));
            }
        }

        return new(SearchGroup.Names, read.Count, 1, await HitsAsync(read, terms, cancellationToken));
    }

    private async Task<Dictionary<Guid, NamesShown>> ShownAsync(CancellationToken cancellationToken)
    {
        var (viewer, now) = (db.Viewer.UserId, db.Now.UtcDateTime);
        var open = await db.NamesShown.AsNoTracking().Where(row => row.UserId == viewer && row.Until > now).Select(row => row.RaidId).Distinct().ToListAsync(cancellationToken);
        var shown = new Dictionary<Guid, NamesShown>();
        foreach (var raid in open)
        {
            if ((await db.NamesStateAsync(raid, today, cancellationToken)).Shown is { } minutes)
            {
                shown[raid] = minutes;
            }
        }

        return shown;
    }

    // Read once more with the filters of the viewer, in the order in which it was found.
    private async Task<IReadOnlyList<SearchHit>> HitsAsync(List<Found> found, SearchTerms terms, CancellationToken cancellationToken)
    {
        var documents = new Dictionary<Guid, SearchDocument>();
        foreach (var kind in found.GroupBy(one => one.Kind))
        {
            foreach (var document in await _documents.ReadAsync(kind.Key, [.. kind.Select(one => one.ObjectId)], cancellationToken))
            {
                documents[document.Id] = document;
            }
        }

        return
        [
            .. found.Select(one => documents.GetValueOrDefault(one.ObjectId)).OfType<SearchDocument>().Select(document => new SearchHit(
                document.Kind, document.Id, document.Raid, document.Code, document.Women, document.Title, document.On, Snippet.Of(document, terms))),
        ];
    }

    private sealed record Found(SearchKind Kind, Guid ObjectId);
}
