using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Facilities;

namespace RaidDocs.Domain.Importing;

// What is in the store already, read once.
public sealed partial class TableImport
{
    private readonly Dictionary<(string Table, string Id), ImportedRow> _known = [];
    private readonly Dictionary<string, RaidUnderWay> _raids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WomanUnderWay> _women = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Facility> _facilities = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, string Kind, string? Province), Facility> _places = [];
    private readonly Dictionary<(Guid Raid, Guid Woman, string Court), Guid> _courtCases = [];
    private readonly RaidsByPlace _sameRaids = new();
    private int _lastRaid;
    private int _lastFacility;

    private async Task LoadKnownAsync()
    {
        await foreach (var row in db.ImportedRows.IgnoreQueryFilters([TeamFilter.Name]).AsNoTracking().AsAsyncEnumerable().WithCancellation(_cancellationToken))
        {
            if (row.IsErased)
            {
                _erased.Add((row.Table, row.OuterId));
            }
            else
            {
                _known[(row.Table, row.OuterId)] = row;
            }
        }

        _lastRaid = Last("R", await db.Raids.IgnoreQueryFilters([TeamFilter.Name]).Select(raid => raid.Code).ToListAsync(_cancellationToken));
        foreach (var place in await db.Facilities.AsNoTracking().OrderBy(place => place.Code).ToListAsync(_cancellationToken))
        {
            _places.TryAdd(PlaceKey(place.Facts), place);
            _facilities[$"={place.Id:N}"] = place;
            _lastFacility = Math.Max(_lastFacility, NumberOf("F", place.Code));
        }

        foreach (var ((table, id), row) in _known)
        {
            if (table == "facilities" && _facilities.TryGetValue($"={row.RecordId:N}", out var place))
            {
                _facilities[id] = place;
            }
        }

        foreach (var raid in await db.Raids.AsNoTracking().Select(raid => new { raid.Code, raid.Facts.Name, raid.Facts.VenueName, raid.Facts.When }).ToListAsync(_cancellationToken))
        {
            _sameRaids.Add(raid.Code, raid.When, raid.Name, raid.VenueName);
        }

        if (_known.Keys.Any(key => key.Table == "raids"))
        {
            await LoadKnownRaidsAsync();
            await LoadKnownWomenAsync();
        }
    }

    private async Task LoadKnownRaidsAsync()
    {
        var rows = _known.Where(known => known.Key.Table == "raids").ToList();
        var raids = await db.Raids.AsNoTracking().ToDictionaryAsync(raid => raid.Id, _cancellationToken);
        foreach (var ((_, id), row) in rows)
        {
            _raids[id] = new RaidUnderWay(row.RecordId, raids.GetValueOrDefault(row.RecordId)) { Outer = id };
        }

        var byId = _raids.Values.DistinctBy(raid => raid.Id).ToDictionary(raid => raid.Id);
        foreach (var row in await db.Apprehensions.IgnoreQueryFilters().AsNoTracking().Select(row => new { row.RaidId, row.WomanId, row.Number }).ToListAsync(_cancellationToken))
        {
            if (byId.TryGetValue(row.RaidId, out var raid))
            {
                raid.Women[row.WomanId] = row.Number;
                raid.LastWoman = Math.Max(raid.LastWoman, row.Number);
            }
        }

        await CodesAsync(db.Sources.IgnoreQueryFilters().Select(row => new CodeInRaid(row.RaidId, row.Code)), "S", (raid, number) => raid.LastSource = Math.Max(raid.LastSource, number));
        await CodesAsync(db.Testimonies.IgnoreQueryFilters().Select(row => new CodeInRaid(row.RaidId, row.Code)), "T", (raid, number) => raid.LastTestimony = Math.Max(raid.LastTestimony, number));
        await CodesAsync(db.CourtCases.IgnoreQueryFilters().Select(row => new CodeInRaid(row.RaidId, row.Code)), "C", (raid, number) => raid.LastCourtCase = Math.Max(raid.LastCourtCase, number));

        async Task CodesAsync(IQueryable<CodeInRaid> codes, string letter, Action<RaidUnderWay, int> take)
        {
            foreach (var code in await codes.ToListAsync(_cancellationToken))
            {
                if (byId.TryGetValue(code.RaidId, out var raid))
                {
                    take(raid, NumberOf(letter, code.Code));
                }
            }
        }
    }

    private async Task LoadKnownWomenAsync()
    {
        // A record that turned out to be another one's leads there.
        var joined = (await db.JoinedWomen.IgnoreQueryFilters().AsNoTracking().Where(row => row.UndoneAt == null).Select(row => new { row.JoinedId, row.KeptId }).ToListAsync(_cancellationToken))
            .ToDictionary(row => row.JoinedId, row => row.KeptId);
        var women = await db.Women.AsNoTracking().ToDictionaryAsync(woman => woman.Id, _cancellationToken);
        var raidsOf = _raids.Values.DistinctBy(raid => raid.Id).SelectMany(raid => raid.Women.Keys.Select(woman => (woman, raid))).ToLookup(both => both.woman, both => both.raid);
        foreach (var ((table, id), row) in _known)
        {
            if (table == "court_cases" && id.Split('|', 3) is [var raid, var her, var court])
            {
                _courtCases[(Guid.ParseExact(raid, "N"), Guid.ParseExact(her, "N"), court)] = row.RecordId;
            }
            else if (table == "women")
            {
                var (stays, steps) = (row.RecordId, 0);
                while (joined.TryGetValue(stays, out var kept) && steps++ < joined.Count)
                {
                    stays = kept;
                }

                if (women.TryGetValue(stays, out var woman))
                {
                    _women[id] = new WomanUnderWay(woman) { Outer = id };
                    _women[id].Raids.AddRange(raidsOf[stays]);
                }
            }
        }
    }

    private static int Last(string letter, IEnumerable<string> codes) => codes.Select(code => NumberOf(letter, code)).DefaultIfEmpty().Max();

    private static int NumberOf(string letter, string code) =>
        code.StartsWith(letter, StringComparison.Ordinal) && Digits.TryWhole(code[letter.Length..], out var number) ? number : 0;

    private static (string Name, string Kind, string? Province) PlaceKey(FacilityFacts facts) => (SearchText.Fold(facts.Name), facts.Kind, facts.Province);

    private sealed record CodeInRaid(Guid RaidId, string Code);

    /// <summary>Raids by the name of their place, to ask whether one is there already.</summary>
    private sealed class RaidsByPlace
    {
        private readonly Dictionary<string, List<(string Code, PartialDate Night)>> _byPlace = new(StringComparer.Ordinal);

        public void Add(string code, PartialDateTime? when, params string?[] names)
        {
            if (when?.Date is not { Precision: not DatePrecision.Unknown } night)
            {
                return;
            }

            foreach (var name in names.OfType<string>().Select(name => SearchText.Fold(name)).Distinct())
            {
                (_byPlace.TryGetValue(name, out var there) ? there : _byPlace[name] = []).Add((code, night));
            }
        }

        public string? Find(string name, PartialDateTime? when) => when?.Date is { Precision: not DatePrecision.Unknown } night && _byPlace.TryGetValue(SearchText.Fold(name), out var there)
            ? there.Where(one => one.Night.Earliest <= night.Latest && night.Earliest <= one.Night.Latest).Select(one => one.Code).FirstOrDefault()
            : null;
    }
}
