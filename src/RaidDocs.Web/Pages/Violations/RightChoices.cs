using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Violations;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Violations;

/// <summary>What can be chosen for a right that was broken.</summary>
internal static class RightChoices
{
    /// <summary>
    /// The articles that the act proposes, then those that somebody chose before although it does not propose them. Each says
    /// whether it bound Thailand on the day of the raid; where we do not know, a person must check.
    /// </summary>
    public static IReadOnlyList<Choice> ArticleChoices(
        this ReferenceLists lists, Texts texts, string act, PartialDateTime? raid, IEnumerable<string> chosen) =>
        [.. lists.ArticlesOf(act).Concat(chosen).Distinct().Select(article => new Choice(article, Words(lists, texts, article, raid), null))];

    public static async Task<IReadOnlyList<Choice>> WomanChoicesAsync(
        this RaidDocsDbContext db, Guid raidId, CancellationToken cancellationToken)
    {
        var numbers = await db.Apprehensions.AsNoTracking()
            .Where(row => row.RaidId == raidId)
            .OrderBy(row => row.Number)
            .Select(row => row.Number)
            .ToListAsync(cancellationToken);
        return [.. numbers.Select(number => new Choice(number.ToString(CultureInfo.InvariantCulture), WomanCode.In(number), null))];
    }

    /// <summary>The women of these numbers, tracked; a number that is none of this raid's is refused.</summary>
    public static async Task<List<Woman>> NumberedWomenAsync(
        this RaidDocsDbContext db, Guid raidId, IReadOnlyCollection<int> numbers, CancellationToken cancellationToken)
    {
        var rows = await db.Apprehensions.Where(row => row.RaidId == raidId)
            .Select(row => new { row.Number, row.Woman })
            .ToListAsync(cancellationToken);
        var women = rows.Where(row => numbers.Contains(row.Number)).Select(row => row.Woman).ToList();
        return women.Count == numbers.Distinct().Count() ? women : throw new DomainRuleException($"Choose women of this raid");
    }

    /// <summary>A right of this raid with its sources and passages, and the numbers of its women; null when there is none for this viewer.</summary>
    public static async Task<(Violation Right, IReadOnlyList<int> Numbers)?> FindRightAsync(
        this RaidDocsDbContext db, string raidCode, Guid id, CancellationToken cancellationToken)
    {
        // Few sources and few passages: one reading is cheaper than three.
        var right = await db.Violations.AsNoTracking()
            .Include(row => row.Sources)
            .Include(row => row.Passages)
            .AsSingleQuery()
            .SingleOrDefaultAsync(row => row.Id == id && db.Raids.Any(raid => raid.Id == row.RaidId && raid.Code == raidCode), cancellationToken);
        if (right is null)
        {
            return null;
        }

        var numbers = await db.Apprehensions.AsNoTracking()
            .Where(row => row.RaidId == right.RaidId && db.Violations.Any(violation => violation.Id == id && violation.Women.Any(woman => woman.Id == row.WomanId)))
            .OrderBy(row => row.Number)
            .Select(row => row.Number)
            .ToListAsync(cancellationToken);
        return (right, numbers);
    }

    public static string Words(ReferenceLists lists, Texts texts, string article, PartialDateTime? raid)
    {
        var words = lists.ArticleWords(article, Texts.IsThai);
        if (lists.IsSoftLaw(article))
        {
            return texts["{0} (guides, does not bind)", words];
        }

        if (lists.BindingFrom(article) is not { } from
            || !DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || raid is null or { Date.Precision: DatePrecision.Unknown })
        {
            return texts["{0} (check: did it bind Thailand then?)", words];
        }

        return raid.Date.Latest < day ? texts["{0} (binding on Thailand from {1}, after this raid)", words, day]
            : raid.Date.Earliest < day ? texts["{0} (check: did it bind Thailand then?)", words]
            : words;
    }
}
