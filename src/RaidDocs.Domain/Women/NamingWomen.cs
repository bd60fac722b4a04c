using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Facilities;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Stays;

namespace RaidDocs.Domain.Women;

/// <summary>A woman of an earlier raid who may be the one of a line.</summary>
/// <param name="Line">Of the list.</param>
/// <param name="Code">R01-W06.</param>
/// <param name="WomanId">She; that she is called so is a reading of her name.</param>
public sealed record EarlierWoman(int Line, string Code, Guid WomanId);

/// <summary>What holds for every woman of a list.</summary>
public sealed record ForAll
{
    public Said? Nationality { get; init; }

    /// <summary>The first label that an agency used: key of label-kinds, and key of agencies.</summary>
    public string? Label { get; init; }

    public string? LabelBy { get; init; }

    public Facility? FirstPlace { get; init; }
}

/// <summary>
/// Gives the women of a raid what they are called. It fills the rows that a count made, in their order, and then makes
/// new ones. A row of which more is known is somebody already, and is never filled from a list.
/// </summary>
public sealed class NamingWomen
{
    private readonly RaidDocsDbContext _db;
    private readonly Raid _raid;
    private readonly List<Apprehension> _empty;
    private readonly int _last;

    private NamingWomen(RaidDocsDbContext db, Raid raid, IReadOnlyCollection<Apprehension> rows, IEnumerable<int> led, HashSet<Guid> known)
    {
        (_db, _raid) = (db, raid);
        _empty = [.. rows.Where(row => !known.Contains(row.WomanId) && IsEmpty(row)).OrderBy(row => row.Number)];
        _last = rows.Select(row => row.Number).Concat(led).DefaultIfEmpty().Max();
        Rows = rows.Count;
    }

    /// <summary>How many women have a row now.</summary>
    public int Rows { get; }

    public static async Task<NamingWomen> OpenAsync(RaidDocsDbContext db, Raid raid, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var rows = await db.Apprehensions.Include(row => row.Woman).Where(row => row.RaidId == raid.Id).ToListAsync(cancellationToken);

        // A code that leads to another record is never given to somebody else.
        var led = await db.Apprehensions.IgnoreQueryFilters([TeamFilter.Joined])
            .Where(row => row.RaidId == raid.Id && row.LeadsToId != null)
            .Select(row => row.Number)
            .ToListAsync(cancellationToken);
        var known = await Known(db, raid.Id).ToListAsync(cancellationToken);
        return new(db, raid, rows, led, [.. known]);
    }

    /// <summary>How many women would have a row after a list of so many.</summary>
    public int RowsAfter(int listed) => Rows + Math.Max(0, listed - _empty.Count);

    /// <summary>The code that the woman at this place of the list gets.</summary>
    public string CodeAt(int index) => WomanCode.In(NumberAt(index));

    /// <summary>Writes the list down. <paramref name="same"/> holds the women of other raids by line.</summary>
    /// <returns>The codes, in the order of the list.</returns>
    public async Task<IReadOnlyList<string>> NameAsync(
        IReadOnlyList<ListedWoman> list, ForAll all, IReadOnlyDictionary<int, Guid> same, IReadOnlyDictionary<int, string> notes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(list);
        var stays = await _db.Stays.Where(stay => stay.RaidId == _raid.Id).ToListAsync(cancellationToken);
        var ids = same.Values.ToList();
        var known = await _db.Women.Where(woman => ids.Contains(woman.Id)).ToDictionaryAsync(woman => woman.Id, cancellationToken);
        for (var index = 0; index < list.Count; index++)
        {
            var line = list[index];
            var woman = RowAt(index, same.TryGetValue(line.Line, out var id) ? known.GetValueOrDefault(id) : null, stays);
            Tell(woman, line, notes.GetValueOrDefault(line.Line));
            TellForAll(woman, all, stays);
        }

        return [.. list.Select((_, index) => CodeAt(index))];
    }

    /// <summary>Writes down one woman who was asked for by herself.</summary>
    /// <param name="woman">She.</param>
    /// <param name="wordForWork">Her word for her work.</param>
    /// <param name="number">The id of her name, so that a form sent twice is known.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<string> NameOneAsync(ListedWoman woman, Said? wordForWork, Guid number, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(woman);
        var stays = await _db.Stays.Where(stay => stay.RaidId == _raid.Id).ToListAsync(cancellationToken);
        var row = RowAt(0, null, stays);
        Tell(row, woman, null, number);
        row.Describe(row.Facts with { WordForWork = wordForWork });
        return CodeAt(0);
    }

    /// <summary>Women of her other raids with the same word to be called by, who are as old or from the same place.</summary>
    public async Task<IReadOnlyList<EarlierWoman>> FindEarlierAsync(IReadOnlyList<ListedWoman> list, CancellationToken cancellationToken)
    {
        var called = list.Select(woman => woman.Called).OfType<string>().Distinct().ToList();
        var found = await _db.NamesLike(called).AsNoTracking()
            .Where(name => name.RaidId != _raid.Id && name.TakenBackBecause == null && name.Facts.Kind == NameKind.Called)
            .Join(_db.Women, name => name.WomanId, woman => woman.Id, (name, woman) => new { name, woman })
            .Join(_db.Apprehensions, both => new { both.name.RaidId, both.name.WomanId }, row => new { row.RaidId, row.WomanId }, (both, row) => new { both.name, both.woman, row })
            .Join(_db.Raids, all => all.row.RaidId, raid => raid.Id, (all, raid) => new { all.name, all.woman, all.row, raid })
            .Where(all => !_db.Apprehensions.Any(row => row.RaidId == _raid.Id && row.WomanId == all.woman.Id))
            .OrderByDescending(all => all.raid.Code)
            .Select(all => new
            {
                Name = all.name,
                WomanId = all.woman.Id,
                all.woman.Facts.From,
                all.raid.Code,
                all.row.Number,
                Ages = _db.Ages.Where(age => age.WomanId == all.woman.Id && age.Facts.Voice == Voice.Woman).Select(age => age.Facts.Low).ToList(),
            })
            .ToListAsync(cancellationToken);
        List<EarlierWoman> same =
        [
            .. list.Select(line => (Line: line, Found: found.Find(woman => woman.Name.Facts.Text == line.Called
                    && ((line.Age is { } age && woman.Ages.Contains(age)) || IsSamePlace(line.From, woman.From)))))
                .Where(pair => pair.Found is not null)
                .Select(pair => new EarlierWoman(pair.Line.Line, $"{pair.Found!.Code}-{WomanCode.In(pair.Found.Number)}", pair.Found.WomanId)),
        ];

        // To be asked is to read a name: over the number of one day nobody is asked any more.
        var readable = await _db.ReadableTodayAsync([.. same.Select(woman => woman.WomanId)], cancellationToken);
        return [.. same.Where(woman => readable.Contains(woman.WomanId))];
    }

    private static bool IsSamePlace(string? typed, Said? stored) =>
        typed is not null && stored?.Text is { } text && SearchText.Fold(typed) == SearchText.Fold(text);

    private static bool IsEmpty(Apprehension row) => row.Facts is { Role: null, HowItEnded: null } && row.Woman.Facts is
    {
        WordForWork: null, Languages.Count: 0, Nationality: null, Ethnicity: null, From: null, Papers: null, Dependants: null, DailyEarnings: null, Wants: null,
    };

    // Women of whom something is told. Where they were taken to is told of all of them at once, so stays do not count.
    private static IQueryable<Guid> Known(RaidDocsDbContext db, Guid raid) =>
        db.Apprehensions.Where(row => row.RaidId == raid && db.WomanNames.Any(name => name.WomanId == row.WomanId)).Select(row => row.WomanId)
            .Union(db.Apprehensions.Where(row => row.RaidId != raid).Select(row => row.WomanId))
            .Union(db.Ages.Where(age => age.RaidId == raid).Select(age => age.WomanId))
            .Union(db.Labels.Where(label => label.RaidId == raid).Select(label => label.WomanId))
            .Union(db.Procedures.Where(procedure => procedure.RaidId == raid).Select(procedure => procedure.WomanId))
            .Union(db.MoneyLines.Where(line => line.RaidId == raid && line.WomanId != null).Select(line => line.WomanId!.Value))
            .Union(db.CourtParts.Where(part => part.RaidId == raid).Select(part => part.WomanId))
            .Union(db.Testimonies.Where(testimony => testimony.RaidId == raid && testimony.WomanId != null).Select(testimony => testimony.WomanId!.Value))
            .Union(db.Consents.Where(consent => consent.RaidId == raid).Select(consent => consent.WomanId))
            .Union(db.LetterAnswers.Where(answer => answer.RaidId == raid).Select(answer => answer.WomanId))
            .Union(db.Chronology.Where(entry => entry.RaidId == raid).SelectMany(entry => entry.Women).Select(woman => woman.Id))
            .Union(db.Violations.Where(violation => violation.RaidId == raid).SelectMany(violation => violation.Women).Select(woman => woman.Id));

    private int NumberAt(int index) => index < _empty.Count ? _empty[index].Number : _last + 1 + index - _empty.Count;

    private Woman RowAt(int index, Woman? known, IEnumerable<Stay> stays)
    {
        if (index >= _empty.Count)
        {
            var woman = known ?? new Woman(new WomanFacts());
            _db.Apprehensions.Add(new Apprehension(_raid, woman, NumberAt(index), new ApprehensionFacts()));
            return woman;
        }

        var row = _empty[index];
        if (known is null)
        {
            return row.Woman;
        }

        // The row that the count made stood for somebody; now it is known for whom.
        var nobody = row.Woman;
        foreach (var stay in stays.Where(stay => stay.WomanId == nobody.Id))
        {
            stay.IsOf(known);
        }

        row.IsOf(known);
        _db.Women.Remove(nobody);
        return known;
    }

    private void Tell(Woman woman, ListedWoman line, string? note, Guid? number = null)
    {
        if (line.Called is { } called)
        {
            _db.WomanNames.Add(new WomanName(_raid.Id, woman.Id, new NameFacts { Voice = Voice.Woman, Text = called, Note = note }, null)
            {
                Id = number ?? Guid.CreateVersion7(),
            });
        }

        if (line.Age is { } age)
        {
            _db.Ages.Add(new AgeClaim(_raid.Id, woman.Id, new AgeFacts { Voice = Voice.Woman, Low = age, Method = "her-word" }, null));
        }

        // What she said at an earlier raid stands until somebody changes it on her own page.
        if (line.From is not null && woman.Facts.From is null)
        {
            woman.Describe(woman.Facts with { From = Said.Read(line.From) });
        }
    }

    private void TellForAll(Woman woman, ForAll all, IEnumerable<Stay> stays)
    {
        if (all.Nationality is not null && woman.Facts.Nationality is null)
        {
            woman.Describe(woman.Facts with { Nationality = all.Nationality });
        }

        if (all.Label is { } label)
        {
            _db.Labels.Add(new Label(_raid.Id, woman.Id, new LabelFacts { Voice = Voice.Authority, Kind = label, By = all.LabelBy }, null));
        }

        if (all.FirstPlace is { } place && !stays.Any(stay => stay.WomanId == woman.Id))
        {
            _db.Stays.Add(RaidLog.StayOf(_raid, woman.Id, place));
        }
    }
}
