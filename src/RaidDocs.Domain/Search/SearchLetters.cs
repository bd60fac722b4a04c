using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;

namespace RaidDocs.Domain.Search;

/// <summary>Which rows hold all terms, by the index of letters that SQLite keeps: it answers which may hold a word, and the row which does.</summary>
internal static class SearchLetters
{
    // So many rows that may hold the words are asked for at once. Of the groups after these, each is read from its newest row on until there are enough.
    private const int MostAtOnce = 2_000;

    // With more, the word is nearly everywhere, and rows are read until there are enough.
    private const int MostTrigrams = 200;

    // Stands in no text: it has no letter that folding leaves.
    private const string NoTrigram = "\u0001\u0001\u0001";

    // Only these, and the query of short words, name the tables of letters.
    private const string MayHold = """SELECT rowid AS "Value" FROM "SearchLetters" WHERE "SearchLetters" MATCH {0} ORDER BY rowid LIMIT {1}""";
    private const string Columns = """r."Kind", r."ObjectId", r."RaidId", r."WomanId", r."TestimonyId", r."FirstYear", r."LastYear", r."Text" """;
    private const string Among = $$"""SELECT r."Row", {{Columns}} FROM "SearchRows" r WHERE r."Row" IN (SELECT value FROM json_each({0}))""";
    private const string ByLetters = $$"""SELECT f.rowid AS "Row", {{Columns}} FROM "SearchLetters" f CROSS JOIN "SearchRows" r ON r."Row" = f.rowid WHERE f.rowid BETWEEN {0} AND {1} AND f."SearchLetters" MATCH {2}""";
    private const string OneByOne = $$"""SELECT r."Row", {{Columns}} FROM "SearchRows" r WHERE r."Row" BETWEEN {0} AND {1}""";

    /// <param name="db">The store of the viewer.</param>
    /// <param name="terms">What was asked for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="mostAtOnce">Rows; with more, what is found is the same.</param>
    public static async Task<Func<SearchGroup, IQueryable<SearchRow>>> MatchAsync(
        RaidDocsDbContext db, SearchTerms terms, CancellationToken cancellationToken, int mostAtOnce = MostAtOnce)
    {
        var shortTerms = await ShortTermsAsync(db, terms, cancellationToken);
        var inText = terms.All.Where(term => shortTerms.GetValueOrDefault(term) is null).ToList();

        // To ask for every letter finds the fewest rows; where the letters are in most of them, some do as well.
        var (every, some) = (Asked(terms.Indexed.SelectMany(SearchTerms.EveryLetterOf), shortTerms), Asked(terms.Indexed.SelectMany(SearchTerms.LettersOf), shortTerms));
        var rows = every is null ? [] : await db.Database.SqlQueryRaw<long>(MayHold, every, mostAtOnce + 1).ToListAsync(cancellationToken);
        SearchGroup? notAllOf = rows.Count > mostAtOnce ? SearchRow.GroupOf(rows[^1]) : null;
        var known = rows.ToLookup(SearchRow.GroupOf);
        return group =>
        {
            if (every is not null && (notAllOf is null || group < notAllOf))
            {
                return Holding(db, inText, Among, $"[{string.Join(',', known[group])}]");
            }

            var (first, last) = SearchRow.KeysOf(group);
            return some is null ? Holding(db, inText, OneByOne, first, last) : Holding(db, inText, ByLetters, first, last, some);
        };
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

    // What the index is asked; null where there is nothing that it knows.
    private static string? Asked(IEnumerable<string> letters, Dictionary<string, string?> shortTerms)
    {
        var all = letters.Select(Quoted).Distinct(StringComparer.Ordinal)
            .Concat(shortTerms.Values.OfType<string>().Select(any => any.Length > 0 ? $"({any})" : Quoted(NoTrigram)))
            .ToList();
        return all.Count == 0 ? null : string.Join(" AND ", all);
    }

    private static IQueryable<SearchRow> Holding(RaidDocsDbContext db, IReadOnlyList<string> inText, string sql, params object[] values)
    {
        var whole = inText.Index().Aggregate(
            new StringBuilder(sql), (text, term) => text.Append(CultureInfo.InvariantCulture, $" AND instr(r.\"Text\", {{{values.Length + term.Index}}}) > 0"));
        return db.SearchRows.FromSqlRaw(whole.ToString(), [.. values, .. inText]).AsNoTracking();
    }

    private static string Quoted(string letters) => $"\"{letters.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
