using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Facilities;
using RaidDocs.Domain.Interventions;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Violations;

namespace RaidDocs.Domain.Search;

// What happened on a day, and places.
internal sealed partial class SearchDocuments
{
    private async Task<List<SearchDocument>> CourtCasesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = await All<CourtCase>().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken);
        var raids = await RaidCodesAsync(rows.Select(row => row.RaidId), cancellationToken);
        return
        [
            .. rows.Select(row => new SearchDocument(SearchKind.CourtCase, row.Id)
            {
                RaidId = row.RaidId,
                Raid = raids.GetValueOrDefault(row.RaidId),
                Code = row.Code,
                Title = row.Facts.About,
                Parts = [row.Facts.Number, row.Facts.Court, row.Facts.Outcome, row.Facts.Note],
                Dates = [row.Facts.OpenedOn, row.Facts.EndedOn],
            }),
        ];
    }

    private async Task<List<SearchDocument>> HearingsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = await All<Hearing>().Where(row => ids.Contains(row.Id))
            .Join(All<CourtCase>(), row => row.CourtCaseId, one => one.Id, (row, one) => new { row, one.Code, one.Facts.Number, one.Facts.Court })
            .ToListAsync(cancellationToken);
        var raids = await RaidCodesAsync(rows.Select(both => both.row.RaidId), cancellationToken);
        return
        [
            .. rows.Select(both => new SearchDocument(SearchKind.Hearing, both.row.Id)
            {
                RaidId = both.row.RaidId,
                Raid = raids.GetValueOrDefault(both.row.RaidId),
                Code = both.Code,
                Title = both.row.Facts.Kind,
                Parts = [both.row.Facts.Outcome, both.row.Facts.Note, both.Number, both.Court],
                Dates = [both.row.Facts.On?.Date, both.row.Facts.Next?.Date],
            }),
        ];
    }

    private async Task<List<SearchDocument>> LinesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = await All<ChronologyEntry>().Where(row => ids.Contains(row.Id))
            .Select(row => new { row.Id, row.RaidId, row.Facts.What, row.Facts.Note, row.Facts.When })
            .ToListAsync(cancellationToken);
        var raids = await RaidCodesAsync(rows.Select(row => row.RaidId), cancellationToken);
        var women = (await All<ChronologyEntry>().Where(row => ids.Contains(row.Id)).SelectMany(row => row.Women, (row, woman) => new { row.Id, Woman = woman.Id }).ToListAsync(cancellationToken))
            .ToLookup(link => link.Id, link => link.Woman);
        var codes = await WomanCodesAsync(women.SelectMany(of => of), cancellationToken);
        return
        [
            .. rows.Select(row => new SearchDocument(SearchKind.Line, row.Id)
            {
                RaidId = row.RaidId,
                Raid = raids.GetValueOrDefault(row.RaidId),
                Women = [.. women[row.Id].Select(woman => codes.GetValueOrDefault((row.RaidId, woman))).OfType<string>()],
                Parts = [row.What, row.Note],
                Dates = [row.When?.Date],
            }),
        ];
    }

    private async Task<List<SearchDocument>> StepsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = await All<Intervention>().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken);
        var raids = await RaidCodesAsync(rows.Select(row => row.RaidId), cancellationToken);
        return
        [
            .. rows.Select(row => new SearchDocument(SearchKind.Step, row.Id)
            {
                RaidId = row.RaidId,
                Raid = raids.GetValueOrDefault(row.RaidId),
                Title = row.Facts.To,
                Parts = [row.Facts.What, row.Facts.Response, row.Facts.FollowUp, row.Facts.Note],
                Dates = [row.Facts.On, row.Facts.AnsweredOn],
            }),
        ];
    }

    // Whom a row is about is asked in a query of its own: inside the other one, SQLite would first put together the women of all rows there are.
    private async Task<List<SearchDocument>> ViolationsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = await All<Violation>().Where(row => ids.Contains(row.Id))
            .Select(row => new { row.Id, row.RaidId, row.Facts })
            .ToListAsync(cancellationToken);
        var raids = await RaidCodesAsync(rows.Select(row => row.RaidId), cancellationToken);
        var women = (await All<Violation>().Where(row => ids.Contains(row.Id)).SelectMany(row => row.Women, (row, woman) => new { row.Id, Woman = woman.Id }).ToListAsync(cancellationToken))
            .ToLookup(link => link.Id, link => link.Woman);
        var codes = await WomanCodesAsync(women.SelectMany(of => of), cancellationToken);
        return
        [
            .. rows.Select(row => new SearchDocument(SearchKind.Violation, row.Id)
            {
                RaidId = row.RaidId,
                Raid = raids.GetValueOrDefault(row.RaidId),
                Code = row.Facts.Act,
                Women = [.. women[row.Id].Select(woman => codes.GetValueOrDefault((row.RaidId, woman))).OfType<string>()],
                Parts = [row.Facts.Description, row.Facts.Note],
                Words = [.. InBoth(ListName.Acts, row.Facts.Act), .. row.Facts.By.SelectMany(agency => InBoth(ListName.Agencies, agency))],
                Dates = [row.Facts.On],
            }),
        ];
    }

    private async Task<List<SearchDocument>> FacilitiesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = await All<Facility>().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new SearchDocument(SearchKind.Facility, row.Id)
            {
                Code = row.Code,
                Title = row.Facts.Name,
                Parts = [row.Facts.Place, row.Facts.VisitRules],
                Words = [.. InBoth(ListName.FacilityKinds, row.Facts.Kind), .. InBoth(ListName.Agencies, row.Facts.Agency), .. InBoth(ListName.Provinces, row.Facts.Province)],
            }),
        ];
    }

    private async Task<List<SearchDocument>> FacilityNotesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = await All<FacilityNote>().Where(row => ids.Contains(row.Id) && row.TakenBackBecause == null)
            .Join(All<Facility>(), row => row.FacilityId, place => place.Id, (row, place) => new { row, place.Code, place.Facts.Name })
            .ToListAsync(cancellationToken);
        var raids = await RaidCodesAsync(rows.Select(both => both.row.RaidId), cancellationToken);
        return
        [
            .. rows.Select(both => new SearchDocument(SearchKind.FacilityNote, both.row.Id)
            {
                RaidId = both.row.RaidId,
                Raid = raids.GetValueOrDefault(both.row.RaidId),
                Code = both.Code,
                Title = both.Name,
                Parts = [both.row.Facts.Text, both.row.Facts.Note],
                Dates = [both.row.Facts.On],
            }),
        ];
    }
}
