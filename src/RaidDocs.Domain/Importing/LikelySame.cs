using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Importing;

/// <summary>Two records that may be of one woman: the same name in whatever spelling of spaces and letters, and years of birth that are near.</summary>
/// <param name="One">Her code here, or her id in the file.</param>
/// <param name="Other">The same of the other record.</param>
/// <param name="SameRaid">Both were taken in one raid.</param>
/// <param name="YearsApart">Between the years of birth; null where one is not known.</param>
public sealed record LikelySame(string One, string Other, bool SameRaid, int? YearsApart);

/// <summary>A record under the names it is looked for by. Names do not leave this.</summary>
internal sealed record SoughtWoman(Guid Id, string Code, IReadOnlyList<Guid> Raids, IReadOnlyList<string> Names, int? Born);

/// <summary>Proposes which records may be of one woman. Only two people can join them.</summary>
public static class LikelySameWomen
{
    /// <summary>So many are listed; a longer list nobody reads.</summary>
    public const int Most = 500;

    private const int YearsNear = 2;

    // More women of one name say that the name is common, not that they are one.
    private const int MostOfOneName = 40;

    /// <summary>Among all women whom the viewer may see. She is told codes, not names.</summary>
    public static async Task<IReadOnlyList<LikelySame>> FindLikelySameAsync(this RaidDocsDbContext db, CancellationToken cancellationToken) =>
        Among(await db.SoughtWomenAsync(cancellationToken), _ => true);

    internal static async Task<List<SoughtWoman>> SoughtWomenAsync(this RaidDocsDbContext db, CancellationToken cancellationToken)
    {
        var names = (await db.WomanNames.AsNoTracking().Where(name => name.TakenBackBecause == null)
            .ToListAsync(cancellationToken)).ToLookup(name => name.WomanId, name => name.Facts.Text);
        var ages = (await db.Ages.AsNoTracking().Where(age => age.TakenBackBecause == null)
            .Join(db.Raids, age => age.RaidId, raid => raid.Id, (age, raid) => new { age.WomanId, age.Facts.Low, raid.Facts.When })
            .ToListAsync(cancellationToken)).ToLookup(age => age.WomanId);
        var women = await db.Apprehensions.AsNoTracking()
            .Join(db.Raids, row => row.RaidId, raid => raid.Id, (row, raid) => new { row.WomanId, row.RaidId, row.Number, raid.Code })
            .OrderBy(row => row.Code).ThenBy(row => row.Number)
            .ToListAsync(cancellationToken);
        return
        [
            .. women.GroupBy(row => row.WomanId).Where(her => names.Contains(her.Key)).Select(her => new SoughtWoman(
                her.Key,
                new WomanCode(her.First().Code, her.First().Number).ToString(),
                [.. her.Select(row => row.RaidId)],
                [.. names[her.Key]],
                ages[her.Key].Select(age => age.When?.Date is { Precision: not DatePrecision.Unknown } night ? night.Earliest.Year - age.Low : (int?)null).FirstOrDefault(year => year is not null))),
        ];
    }

    internal static IReadOnlyList<LikelySame> Among(IEnumerable<SoughtWoman> women, Func<Guid, bool> isAskedFor)
    {
        var byName = new Dictionary<string, List<SoughtWoman>>(StringComparer.Ordinal);
        foreach (var woman in women)
        {
            foreach (var name in woman.Names.Select(Folded).Where(name => name.Length > 1).Distinct())
            {
                (byName.TryGetValue(name, out var there) ? there : byName[name] = []).Add(woman);
            }
        }

        var pairs = new Dictionary<(Guid, Guid), LikelySame>();
        foreach (var group in byName.Values.Where(group => group.Count is > 1 and <= MostOfOneName))
        {
            for (var one = 0; one < group.Count; one++)
            {
                for (var other = one + 1; other < group.Count; other++)
                {
                    var (first, second) = (group[one], group[other]);
                    if (first.Id != second.Id && (isAskedFor(first.Id) || isAskedFor(second.Id)) && Compare(first, second) is { } pair)
                    {
                        pairs.TryAdd((first.Id, second.Id), pair);
                    }
                }
            }
        }

        return [.. pairs.Values.OrderByDescending(pair => pair.SameRaid).ThenBy(pair => pair.YearsApart ?? YearsNear).ThenBy(pair => pair.One, StringComparer.Ordinal).Take(Most)];
    }

    private static LikelySame? Compare(SoughtWoman one, SoughtWoman other)
    {
        var apart = one.Born is { } first && other.Born is { } second ? Math.Abs(first - second) : (int?)null;
        var sameRaid = one.Raids.Intersect(other.Raids).Any();
        return apart <= YearsNear || (apart is null && sameRaid) ? new LikelySame(one.Code, other.Code, sameRaid, apart) : null;
    }

    private static string Folded(string name) => string.Concat(SearchText.Fold(name).Where(letter => !char.IsWhiteSpace(letter)));
}

// Who of the file may be somebody who is here.
public sealed partial class TableImport
{
    private async Task<IReadOnlyList<LikelySame>> FindLikelyAsync()
    {
        var made = _women.Values.Where(woman => woman is { IsNew: true, Names.Count: > 0 }).ToList();
        if (made.Count == 0)
        {
            return [];
        }

        var ids = made.Select(woman => woman.Woman.Id).ToHashSet();
        var here = (await db.SoughtWomenAsync(_cancellationToken)).Where(woman => !ids.Contains(woman.Id));
        return LikelySameWomen.Among(here.Concat(made.Select(Sought)), ids.Contains);
    }

    private static SoughtWoman Sought(WomanUnderWay woman)
    {
        var raid = woman.Raids.Count == 0 ? null : woman.Raids.MinBy(one => one.Raid?.Facts.When?.EarliestAt ?? DateTime.MaxValue);
        var code = raid?.Raid is { } where ? $"{new WomanCode(where.Code, raid.Women[woman.Woman.Id])} ({woman.Outer})" : woman.Outer;
        var born = woman.BirthYear ?? (raid?.Raid?.Facts.When?.Date is { Precision: not DatePrecision.Unknown } night ? night.Earliest.Year - woman.Age : null);
        return new SoughtWoman(woman.Woman.Id, code, [.. woman.Raids.Select(one => one.Id)], woman.Names, born);
    }
}
