using System.Text;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Records.Tables;

/// <summary>
/// The same cases as rows. They are made from the very case files that are written, one raid after the other, and lie sealed on
/// the disk until all raids are through: a table has rows of each of them, and a ZIP takes one file at a time.
/// </summary>
internal sealed class RecordTables : IAsyncDisposable
{
    private readonly Dictionary<IRecordShape, Spooled> _tables;
    private readonly Dictionary<string, WomanOfSeveral> _several;
    private readonly SortedDictionary<(int Number, string Code), FacilityInCase> _places = [];
    private readonly DateOnly _today;

    private RecordTables(Dictionary<IRecordShape, Spooled> tables, Dictionary<string, WomanOfSeveral> several, DateOnly today) =>
        (_tables, _several, _today) = (tables, several, today);

    public static async Task<RecordTables> BeginAsync(RaidDocsDbContext db, EvidenceStore evidence, DateOnly today, CancellationToken cancellationToken)
    {
        var several = await WomanOfSeveral.FindAsync(db, today, cancellationToken);
        var tables = new RecordTables([], several, today);
        try
        {
            foreach (var shape in RecordShapes.All)
            {
                tables._tables.Add(shape, new Spooled(evidence.Spool()));
            }

            await tables.HeadsAsync(cancellationToken);
            return tables;
        }
        catch
        {
            await tables.DisposeAsync();
            throw;
        }
    }

    public async Task AddAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var raid = file.Raid.Code!;
        var stays = new HashSet<string>(StringComparer.Ordinal);
        await AddAsync(RecordShapes.Raids, new RaidRow(file), cancellationToken);
        foreach (var place in file.Facilities)
        {
            _places.TryAdd((Digits.TryWhole(place.Code.TrimStart('F'), out var number) ? number : 0, place.Code), place);
        }

        foreach (var woman in file.Women)
        {
            var id = IdOf(raid, woman.Code);
            await AddWomanAsync(raid, woman, cancellationToken);
            await AddAsync(RecordShapes.RaidWomen, new PairRow(raid, id, woman), cancellationToken);
            foreach (var (number, stay) in woman.Stays.Index())
            {
                var row = new StayRow(raid, id, FormattableString.Invariant($"{raid}-{woman.Code}-S{number + 1}"), stay);
                stays.Add(row.Id);
                await AddAsync(RecordShapes.Stays, row, cancellationToken);
            }
        }

        await AddCourtAsync(file, raid, cancellationToken);
        await AddViolationsAsync(file, raid, stays, cancellationToken);
        await AddTestimoniesAsync(file, raid, cancellationToken);
    }

    /// <summary>Each table once, from its beginning.</summary>
    public async IAsyncEnumerable<(RecordTable Table, Stream Content)> FinishAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var place in _places.Values)
        {
            await AddAsync(RecordShapes.Facilities, place, cancellationToken);
        }

        foreach (var (shape, spooled) in _tables)
        {
            await using var content = await spooled.Spool.ReadAsync(cancellationToken);
            yield return (new RecordTable { Name = $"tables/{shape.Name}.csv", Rows = spooled.Rows, NoRow = spooled.NoRow }, content);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var table in _tables.Values)
        {
            await table.Spool.DisposeAsync();
        }
    }

    // A woman of several raids has one row, once all of them were read.
    private async Task AddWomanAsync(string raid, WomanInCase woman, CancellationToken cancellationToken)
    {
        var code = $"{raid}-{woman.Code}";
        if (!_several.TryGetValue(code, out var several))
        {
            var hers = woman.Consents.Where(record => record.Testimony is null).ToList();
            await AddAsync(RecordShapes.Women, new WomanRow(code, [woman], ConsentWord.Of(hers, _today)), cancellationToken);
        }
        else if (several.Take(woman) is { } whole)
        {
            await AddAsync(RecordShapes.Women, whole, cancellationToken);
        }
    }

    private async Task AddCourtAsync(CaseFile file, string raid, CancellationToken cancellationToken)
    {
        foreach (var one in file.CourtCases)
        {
            var women = one.Women.Where(part => part.TakenBack is null).Select(part => part.Woman).Distinct().ToList();
            foreach (var (number, day) in one.Hearings.Index())
            {
                foreach (var woman in women)
                {
                    var id = FormattableString.Invariant($"{raid}-{one.Code}-H{number + 1}-{woman}");
                    await AddAsync(RecordShapes.CourtDates, new HearingRow(raid, IdOf(raid, woman), id, one, day), cancellationToken);
                }

                _tables[RecordShapes.CourtDates].NoRow += women.Count == 0 ? 1 : 0;
            }
        }
    }

    private async Task AddViolationsAsync(CaseFile file, string raid, HashSet<string> stays, CancellationToken cancellationToken)
    {
        foreach (var (number, one) in file.Violations.Index())
        {
            var id = FormattableString.Invariant($"{raid}-V{number + 1}");
            if (file.OwnItems.Exists(item => item.Code == one.Act) || (!one.AllWomen && one.Women.Count == 0))
            {
                _tables[RecordShapes.Violations].NoRow++;
            }
            else if (one.AllWomen)
            {
                await AddAsync(RecordShapes.Violations, new ViolationRow(raid, null, id, one, stays), cancellationToken);
            }
            else
            {
                foreach (var woman in one.Women)
                {
                    await AddAsync(RecordShapes.Violations, new ViolationRow(raid, IdOf(raid, woman), $"{id}-{woman}", one, stays), cancellationToken);
                }
            }
        }
    }

    private async Task AddTestimoniesAsync(CaseFile file, string raid, CancellationToken cancellationToken)
    {
        var women = file.Women.ToDictionary(woman => woman.Code, StringComparer.Ordinal);
        foreach (var told in file.Testimonies)
        {
            if (told.Woman is not { } code)
            {
                _tables[RecordShapes.Testimonies].NoRow++;
                continue;
            }

            var ledger = women[code].Consents.FindAll(record => record.Testimony is null || record.Testimony == told.Code);
            var hers = _several.TryGetValue($"{raid}-{code}", out var several) ? several.Consent : ConsentWord.Of(ledger.FindAll(record => record.Testimony is null), _today);
            var isMarked = told.NeverFor is not null || told.Passages.Exists(passage => passage.IdentifiesHer || passage.SexualDetail || passage.NotForDisclosure);
            var word = ConsentWord.OfOne(ledger, ledger.Exists(record => record.Testimony is not null), isMarked, hers, _today);
            await AddAsync(RecordShapes.Testimonies, new TestimonyRow(raid, IdOf(raid, code), told, word), cancellationToken);
        }
    }

    private string IdOf(string raid, string woman) => _several.TryGetValue($"{raid}-{woman}", out var several) ? several.Id : $"{raid}-{woman}";

    private Task AddAsync<T>(RecordShape<T> shape, T row, CancellationToken cancellationToken)
    {
        var table = _tables[shape];
        table.Rows++;
        return table.Spool.WriteAsync(Encoding.UTF8.GetBytes(shape.RowOf(row)), cancellationToken);
    }

    private async Task HeadsAsync(CancellationToken cancellationToken)
    {
        foreach (var (shape, table) in _tables)
        {
            await table.Spool.WriteAsync(CsvText.Bytes(CsvText.Row(shape.Columns.Select(column => column.Name))), cancellationToken);
        }
    }

    private sealed class Spooled(SealedSpool spool)
    {
        public SealedSpool Spool => spool;

        public int Rows { get; set; }

        public int NoRow { get; set; }
    }
}

/// <summary>A woman who was in several of the raids.</summary>
internal sealed class WomanOfSeveral(string id, int raids, string? consent)
{
    private readonly List<WomanInCase> _in = [];

    /// <summary>Her code in the first of them.</summary>
    public string Id => id;

    public string? Consent => consent;

    /// <summary>By each of their codes.</summary>
    public static async Task<Dictionary<string, WomanOfSeveral>> FindAsync(RaidDocsDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var women = db.Apprehensions.GroupBy(row => row.WomanId).Where(rows => rows.Count() > 1).Select(rows => rows.Key);
        var rows = await db.Apprehensions.AsNoTracking()
            .Where(row => women.Contains(row.WomanId))
            .Join(db.Raids, row => row.RaidId, raid => raid.Id, (row, raid) => new { row.WomanId, row.Number, row.RaidId, raid.Code, raid.RecordedAt })
            .OrderBy(row => row.RecordedAt)
            .ToListAsync(cancellationToken);
        var consents = (await db.Consents.AsNoTracking()
            .Where(row => row.TestimonyId == null && women.Contains(row.WomanId))
            .OrderBy(row => row.RecordedAt)
            .Select(row => new { row.WomanId, row.RaidId, row.Facts })
            .ToListAsync(cancellationToken)).ToLookup(row => (row.WomanId, row.RaidId), row => row.Facts);
        var byCode = new Dictionary<string, WomanOfSeveral>(StringComparer.Ordinal);
        foreach (var hers in rows.GroupBy(row => row.WomanId))
        {
            var codes = hers.Select(row => new WomanCode(row.Code, row.Number).ToString()).ToList();
            var word = ConsentWord.OfAll([.. hers.Select(row => consents[(row.WomanId, row.RaidId)].ToList())], today);
            var woman = new WomanOfSeveral(codes[0], codes.Count, word);
            codes.ForEach(code => byCode.Add(code, woman));
        }

        return byCode;
    }

    /// <summary>Her row, once she was met in all of them.</summary>
    public WomanRow? Take(WomanInCase woman)
    {
        _in.Add(woman with { Stays = [], Procedures = [], Clocks = [], Money = [], Consents = [] });
        return _in.Count == raids ? new WomanRow(id, [.. _in], consent) : null;
    }
}
