using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Search;

/// <summary>
/// Reads things as documents: for the index past the filters of the viewer, for her page within them.
/// What tests on a woman's body showed is no part of any document.
/// </summary>
/// <param name="db">What is read.</param>
/// <param name="lists">For the words of what was chosen.</param>
/// <param name="forIndex">Past the filters of the viewer.</param>
/// <param name="raids">Codes of raids that are known already; those of others are read once.</param>
internal sealed partial class SearchDocuments(RaidDocsDbContext db, ReferenceLists lists, bool forIndex, IReadOnlyDictionary<Guid, string>? raids = null)
{
    private readonly Dictionary<Guid, string> _raids = new(raids ?? new Dictionary<Guid, string>());

    public Task<List<SearchDocument>> ReadAsync(SearchKind kind, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) => kind switch
    {
        SearchKind.Raid => RaidsAsync(ids, cancellationToken),
        SearchKind.Woman => WomenAsync(ids, cancellationToken),
        SearchKind.Name => NamesAsync(ids, cancellationToken),
        SearchKind.Testimony => TestimoniesAsync(ids, cancellationToken),
        SearchKind.Source => SourcesAsync(ids, cancellationToken),
        SearchKind.CourtCase => CourtCasesAsync(ids, cancellationToken),
        SearchKind.Hearing => HearingsAsync(ids, cancellationToken),
        SearchKind.Line => LinesAsync(ids, cancellationToken),
        SearchKind.Step => StepsAsync(ids, cancellationToken),
        SearchKind.Violation => ViolationsAsync(ids, cancellationToken),
        SearchKind.Facility => FacilitiesAsync(ids, cancellationToken),
        _ => FacilityNotesAsync(ids, cancellationToken),
    };

    private IQueryable<T> All<T>()
        where T : class => forIndex ? db.Set<T>().IgnoreQueryFilters().AsNoTracking() : db.Set<T>().AsNoTracking();

    private async Task<List<SearchDocument>> RaidsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = await All<Raids.Raid>().Where(raid => ids.Contains(raid.Id)).ToListAsync(cancellationToken);
        var outer = await OuterCodesAsync(ids, cancellationToken);
        return
        [
            .. rows.Select(raid => new SearchDocument(SearchKind.Raid, raid.Id)
            {
                RaidId = raid.Id,
                Raid = raid.Code,
                Title = raid.Facts.Name,
                Parts =
                [
                    raid.Facts.VenueName, raid.Facts.Place, raid.Facts.AgenciesNote, raid.Facts.CalledAs, raid.Facts.LegalBasis, raid.Facts.HowItBegan, raid.Facts.Summary,
                    .. outer[raid.Id],
                ],
                Words =
                [
                    .. InBoth(ListName.Provinces, raid.Facts.Province), .. InBoth(ListName.VenueKinds, raid.Facts.VenueKind),
                    .. raid.Facts.Agencies.SelectMany(agency => InBoth(ListName.Agencies, agency)),
                ],
                Dates = [raid.Facts.When?.Date],
            }),
        ];
    }

    private async Task<List<SearchDocument>> WomenAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = await All<Apprehension>().Where(row => ids.Contains(row.Id) && row.LeadsToId == null)
            .Join(All<Woman>(), row => row.WomanId, woman => woman.Id, (row, woman) => new { row, woman.Facts })
            .ToListAsync(cancellationToken);
        var (women, raids) = (rows.Select(both => both.row.WomanId).Distinct().ToList(), await RaidCodesAsync(rows.Select(both => both.row.RaidId), cancellationToken));
        var stays = (await All<Stays.Stay>().Where(stay => women.Contains(stay.WomanId))
            .Select(stay => new { stay.RaidId, stay.WomanId, stay.Facts, stay.FacilityId })
            .ToListAsync(cancellationToken)).ToLookup(stay => (stay.RaidId, stay.WomanId));
        var held = stays.SelectMany(her => her).Select(stay => stay.FacilityId).OfType<Guid>().Distinct().ToList();
        var places = await All<Facilities.Facility>().Where(place => held.Contains(place.Id)).ToDictionaryAsync(place => place.Id, cancellationToken);
        var labels = (await All<Label>().Where(label => women.Contains(label.WomanId) && label.TakenBackBecause == null).ToListAsync(cancellationToken))
            .ToLookup(label => (label.RaidId, label.WomanId));
        var outer = await OuterCodesAsync(women, cancellationToken);
        return [.. rows.Select(both => Document(both.row, both.Facts))];

        SearchDocument Document(Apprehension row, WomanFacts facts)
        {
            var (hers, called) = (stays[(row.RaidId, row.WomanId)].ToList(), labels[(row.RaidId, row.WomanId)].ToList());
            var at = hers.Select(stay => stay.FacilityId).OfType<Guid>().Distinct().Select(id => places.GetValueOrDefault(id)).OfType<Facilities.Facility>().ToList();
            return new(SearchKind.Woman, row.Id)
            {
                RaidId = row.RaidId,
                WomanId = row.WomanId,
                Raid = raids.GetValueOrDefault(row.RaidId),
                Code = new WomanCode(raids.GetValueOrDefault(row.RaidId) ?? "", row.Number).ToString(),
                Parts =
                [
                    facts.WordForWork?.Text, facts.Nationality?.Text, facts.Ethnicity?.Text, facts.From?.Text, facts.Papers?.Text, facts.Dependants?.Text,
                    facts.Wants?.Text, row.Facts.Role?.Text, row.Facts.HowItEnded?.Text, .. at.SelectMany(place => new[] { place.Facts.Name, place.Facts.Place }),
                    .. hers.SelectMany(stay => new[] { stay.Facts.Ground, stay.Facts.Paper, stay.Facts.MovedBy, stay.Facts.Conditions, stay.Facts.Note }),
                    .. called.SelectMany(label => new[] { label.Facts.Words, label.Facts.Basis, label.Facts.HerAnswer, label.Facts.Note }),
                    .. outer[row.WomanId],
                ],
                Words =
                [
                    .. at.SelectMany(place => InBoth(ListName.FacilityKinds, place.Facts.Kind)),
                    .. called.SelectMany(label => InBoth(ListName.LabelKinds, label.Facts.Kind)),
                    .. facts.Languages.SelectMany(language => InBoth(ListName.Languages, language)),
                ],
                Dates = [.. hers.SelectMany(stay => new[] { stay.Facts.From?.Date, stay.Facts.To?.Date })],
            };
        }
    }

    private async Task<List<SearchDocument>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = await All<WomanName>().Where(name => ids.Contains(name.Id) && name.TakenBackBecause == null).ToListAsync(cancellationToken);
        var codes = await WomanCodesAsync(rows.Select(name => name.WomanId), cancellationToken);
        var raids = await RaidCodesAsync(rows.Select(name => name.RaidId), cancellationToken);
        return
        [
            .. rows.Select(name => new SearchDocument(SearchKind.Name, name.Id)
            {
                RaidId = name.RaidId,
                WomanId = name.WomanId,
                Raid = raids.GetValueOrDefault(name.RaidId),
                Code = codes.GetValueOrDefault((name.RaidId, name.WomanId)),
                Parts = [name.Facts.Text, name.Facts.Note],
            }),
        ];
    }

    private async Task<List<SearchDocument>> TestimoniesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = await All<Testimonies.Testimony>().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken);
        if (forIndex)
        {
            // No longer to be kept: her words leave the index with the answer that says so. The day on which an answer ends is asked by each query.
            var kept = await All<Testimonies.Testimony>().Where(row => ids.Contains(row.Id)).Where(Consents.ConsentLedger.NotTakenBack(db)).Select(row => row.Id).ToListAsync(cancellationToken);
            rows = [.. rows.Where(row => kept.Contains(row.Id))];
        }

        var standing = rows.Select(row => row.Id).ToList();
        var passages = (await All<Testimonies.Passage>().Where(passage => standing.Contains(passage.TestimonyId)).OrderBy(passage => passage.Number)
            .Select(passage => new { passage.TestimonyId, passage.Revision, passage.Facts.Text, passage.Facts.Translation })
            .ToListAsync(cancellationToken)).ToLookup(passage => (passage.TestimonyId, passage.Revision));
        var codes = await WomanCodesAsync(rows.Select(row => row.WomanId).OfType<Guid>(), cancellationToken);
        var raids = await RaidCodesAsync(rows.Select(row => row.RaidId), cancellationToken);
        return
        [
            .. rows.Select(row => new SearchDocument(SearchKind.Testimony, row.Id)
            {
                RaidId = row.RaidId,
                WomanId = row.WomanId,
                TestimonyId = row.Id,
                Raid = raids.GetValueOrDefault(row.RaidId),
                Code = row.Code,
                Women = row.WomanId is { } woman && codes.TryGetValue((row.RaidId, woman), out var code) ? [code] : [],
                Title = row.Facts.Speaker,
                Parts = [.. passages[(row.Id, row.Revision)].SelectMany(passage => new[] { passage.Text, passage.Translation }), row.Facts.PlaceKind, row.Facts.Note],
                Words = [.. InBoth(ListName.Languages, row.Facts.Language)],
                Dates = [row.Facts.ToldOn],
            }),
        ];
    }

    private async Task<List<SearchDocument>> SourcesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = await All<Sources.Source>().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken);
        var raids = await RaidCodesAsync(rows.Select(row => row.RaidId), cancellationToken);
        return
        [
            .. rows.Select(row => new SearchDocument(SearchKind.Source, row.Id)
            {
                RaidId = row.RaidId,
                Raid = raids.GetValueOrDefault(row.RaidId),
                Code = row.Code,
                Title = row.Facts.Title,
                Parts = [row.Facts.Author, row.Facts.Reference, row.Facts.Note],
                Dates = [row.Facts.Date],
            }),
        ];
    }

    private IEnumerable<string?> InBoth(string list, string? key) =>
        lists.Find(list, key) is { } item ? [item.En, item.Th] : [key];

    // What raids and women are called in the files they came from.
    private async Task<ILookup<Guid, string?>> OuterCodesAsync(IReadOnlyCollection<Guid> records, CancellationToken cancellationToken) =>
        (await All<Importing.ImportedRow>().Where(row => records.Contains(row.RecordId) && row.Code != null).Select(row => new { row.RecordId, row.Code }).ToListAsync(cancellationToken))
        .ToLookup(row => row.RecordId, row => row.Code);

    private async Task<IReadOnlyDictionary<Guid, string>> RaidCodesAsync(IEnumerable<Guid> of, CancellationToken cancellationToken)
    {
        var ids = of.Distinct().Where(id => !_raids.ContainsKey(id)).ToList();
        if (ids.Count > 0)
        {
            foreach (var raid in await All<Raids.Raid>().Where(raid => ids.Contains(raid.Id)).Select(raid => new { raid.Id, raid.Code }).ToListAsync(cancellationToken))
            {
                _raids[raid.Id] = raid.Code;
            }
        }

        return _raids;
    }

    private async Task<Dictionary<(Guid Raid, Guid Woman), string>> WomanCodesAsync(IEnumerable<Guid> women, CancellationToken cancellationToken)
    {
        var ids = women.Distinct().ToList();
        var rows = await All<Apprehension>().Where(row => ids.Contains(row.WomanId) && row.LeadsToId == null)
            .Join(All<Raids.Raid>(), row => row.RaidId, raid => raid.Id, (row, raid) => new { row.RaidId, row.WomanId, raid.Code, row.Number })
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(row => (row.RaidId, row.WomanId), row => new WomanCode(row.Code, row.Number).ToString());
    }
}
