using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Facilities;
using RaidDocs.Domain.Interventions;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Sources;
using RaidDocs.Domain.Stays;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Domain.Violations;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Search;

/// <summary>What a save changes in the index: the things themselves, and those whose text tells of them.</summary>
internal sealed class SearchTouched
{
    private readonly Dictionary<SearchKind, HashSet<Guid>> _things = [];
    private readonly HashSet<Guid> _women = [];
    private readonly HashSet<Guid> _consents = [];
    private readonly HashSet<Guid> _places = [];
    private readonly HashSet<Guid> _courtCases = [];

    public bool IsNone => _things.Count + _women.Count + _consents.Count + _places.Count + _courtCases.Count == 0;

    /// <summary>To be asked before the save, while it is known what was changed.</summary>
    public static SearchTouched By(RaidDocsDbContext db)
    {
        var touched = new SearchTouched();
        touched.Add(db);
        return touched;
    }

    /// <summary>Adds what the save that is about to come changes.</summary>
    public void Add(RaidDocsDbContext db)
    {
        foreach (var row in db.RowsInBulk)
        {
            Add(row, null);
        }

        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            Add(entry.Entity, entry);
        }
    }

    /// <summary>The things to be indexed anew, after the save.</summary>
    public async Task<IReadOnlyDictionary<SearchKind, HashSet<Guid>>> ThingsAsync(RaidDocsDbContext db, CancellationToken cancellationToken)
    {
        await AddAsync(SearchKind.Woman, db.Apprehensions.IgnoreQueryFilters().Where(row => _women.Contains(row.WomanId)).Select(row => row.Id), _women);
        await AddAsync(SearchKind.Woman, db.Apprehensions.IgnoreQueryFilters().Where(row => db.Stays.Any(stay => stay.WomanId == row.WomanId && stay.FacilityId != null && _places.Contains(stay.FacilityId.Value))).Select(row => row.Id), _places);
        await AddAsync(SearchKind.FacilityNote, db.FacilityNotes.IgnoreQueryFilters().Where(row => _places.Contains(row.FacilityId)).Select(row => row.Id), _places);
        await AddAsync(SearchKind.Testimony, db.Testimonies.IgnoreQueryFilters().Where(row => row.WomanId != null && _consents.Contains(row.WomanId.Value)).Select(row => row.Id), _consents);
        await AddAsync(SearchKind.Hearing, db.Hearings.IgnoreQueryFilters().Where(row => _courtCases.Contains(row.CourtCaseId)).Select(row => row.Id), _courtCases);
        return _things;

        async Task AddAsync(SearchKind kind, IQueryable<Guid> ids, HashSet<Guid> because)
        {
            if (because.Count > 0)
            {
                Of(kind).UnionWith(await ids.ToListAsync(cancellationToken));
            }
        }
    }

    /// <param name="touched">What is saved.</param>
    /// <param name="entry">What it was before; null for a new row.</param>
    private void Add(object touched, EntityEntry? entry)
    {
        switch (touched)
        {
            case Raid row:
                Of(SearchKind.Raid).Add(row.Id);
                break;
            case Woman row:
                _women.Add(row.Id);
                break;
            case Apprehension row:
                Of(SearchKind.Woman).Add(row.Id);
                break;
            case Stay or Label:
                AddWomen((IOfWoman)touched, entry, _women);
                break;
            case Consent row:
                AddWomen(row, entry, _consents);
                break;
            case WomanName row:
                Of(SearchKind.Name).Add(row.Id);
                break;
            case Testimony row:
                Of(SearchKind.Testimony).Add(row.Id);
                break;
            case Passage row:
                Of(SearchKind.Testimony).Add(row.TestimonyId);
                break;
            case Source row:
                Of(SearchKind.Source).Add(row.Id);
                break;
            case CourtCase row:
                Of(SearchKind.CourtCase).Add(row.Id);
                _courtCases.Add(row.Id);
                break;
            case Hearing row:
                Of(SearchKind.Hearing).Add(row.Id);
                break;
            case ChronologyEntry row:
                Of(SearchKind.Line).Add(row.Id);
                break;
            case Intervention row:
                Of(SearchKind.Step).Add(row.Id);
                break;
            case Violation row:
                Of(SearchKind.Violation).Add(row.Id);
                break;
            case Facility row:
                Of(SearchKind.Facility).Add(row.Id);
                _places.Add(row.Id);
                break;
            case FacilityNote row:
                Of(SearchKind.FacilityNote).Add(row.Id);
                break;
            case Dictionary<string, object> link:
                AddLink(link);
                break;
        }
    }

    // Women whom a line or a violation is about.
    private void AddLink(Dictionary<string, object> link)
    {
        if (!link.ContainsKey("WomenId"))
        {
            return;
        }

        foreach (var (key, kind) in new[] { ("ChronologyEntryId", SearchKind.Line), ("ViolationId", SearchKind.Violation) })
        {
            if (link.TryGetValue(key, out var id))
            {
                Of(kind).Add((Guid)id);
            }
        }
    }

    // Of a row that goes from one record of a woman to another, both.
    private static void AddWomen(IOfWoman row, EntityEntry? entry, HashSet<Guid> women)
    {
        women.Add(row.WomanId);
        if (entry is not null)
        {
            women.Add((Guid)entry.Property(nameof(IOfWoman.WomanId)).OriginalValue!);
        }
    }

    private HashSet<Guid> Of(SearchKind kind) => _things.TryGetValue(kind, out var ids) ? ids : _things[kind] = [];
}
