using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;

namespace RaidDocs.Domain.Search;

/// <summary>Which rows hold all terms, by the index of letters that SQLite keeps.</summary>
internal static class SearchLetters
{
    // With more, the word is nearly everywhere, and rows are read until there are enough.
    private const int MostTrigrams = 200;

    // Stands in no text: it has no letter that folding leaves.
    private const string NoTrigram = "\u0001\u0001\u0001";

    public static async Task<Func<SearchGroup, IQueryable<SearchRow>>> MatchAsync(RaidDocsDbContext db, SearchTerms terms, CancellationToken cancellationToken)
    {
        var shortTerms = await ShortTermsAsync(db, terms, cancellationToken);
        return group => Matching(db, terms, shortTerms, group);
    }

    // A word of one or two letters stands where three letters stand that begin with it. Null: in too many ways to ask for each.
    private static async Task<Dictionary<string, string?>> ShortTermsAsync(RaidDocsDbContext db, SearchTerms terms, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var term in terms.Short)
        {
            var trigrams = await db.Database
                .SqlQueryRaw<string>("""SELECT term AS "Value" FROM "SearchTrigrams" WHERE term >= {0} AND term <= {1} LIMIT {2}""", term, term + "\U0010FFFF", MostTrigrams + 1)
                .ToListAsync(cancellationToken);
            found[term] = trigrams.Count > MostTrigrams ? null : string.Join(" OR ", trigrams.Select(Quoted));
        }

        return found;
    }

    // Only this and the query above name the tables of letters. They answer which rows may hold a word, and the row which does.
    private static IQueryable<SearchRow> Matching(RaidDocsDbContext db, SearchTerms terms, Dictionary<string, string?> shortTerms, SearchGroup group)
    {
        var (first, last) = SearchRow.KeysOf(group);
        var letters = terms.Indexed.SelectMany(SearchTerms.LettersOf).Select(Quoted).Distinct(StringComparer.Ordinal)
            .Concat(shortTerms.Values.OfType<string>().Select(any => any.Length > 0 ? $"({any})" : Quoted(NoTrigram)))
            .ToList();
        var values = new List<object> { first, last };
        var sql = letters.Count == 0
            ? new StringBuilder("""SELECT r."Row", r."Kind", r."ObjectId", r."RaidId", r."WomanId", r."TestimonyId", r."FirstYear", r."LastYear", r."Text" FROM "SearchRows" r WHERE r."Row" BETWEEN {0} AND {1}""")
            : new StringBuilder("""SELECT f.rowid AS "Row", r."Kind", r."ObjectId", r."RaidId", r."WomanId", r."TestimonyId", r."FirstYear", r."LastYear", r."Text" FROM "SearchLetters" f CROSS JOIN "SearchRows" r ON r."Row" = f.rowid WHERE f.rowid BETWEEN {0} AND {1} AND f."SearchLetters" MATCH {2}""");
        if (letters.Count > 0)
        {
            values.Add(string.Join(" AND ", letters));
        }

        foreach (var term in terms.All.Where(term => shortTerms.GetValueOrDefault(term) is null))
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND instr(r.\"Text\", {{{values.Count}}}) > 0");
            values.Add(term);
        }

        return db.SearchRows.FromSqlRaw(sql.ToString(), [.. values]).AsNoTracking();
    }

    private static string Quoted(string letters) => $"\"{letters.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
