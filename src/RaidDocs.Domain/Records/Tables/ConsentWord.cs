using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Importing;

namespace RaidDocs.Domain.Records.Tables;

/// <summary>
/// The ledger of one woman as one word. A word never allows more than she does: a condition, a last day or one named reader
/// cannot stand in it, so such a yes is none.
/// </summary>
internal static class ConsentWord
{
    public const string Withdrawn = "WITHDRAWN";

    // The widest first, as they stand in codes.json.
    private static readonly List<(string Word, HashSet<Purpose> Allows)> Words =
        [.. ImportTables.Codes["consent"].Select(code => (code.Key, ImportedConsent.Of(code.Value).Allowed.ToHashSet())).Where(word => word.Item2.Count > 0)];

    /// <summary>About all she told.</summary>
    public static string? Of(IReadOnlyCollection<ConsentFacts> oldestFirst, DateOnly today) =>
        Widest(Allowed(oldestFirst, today)) ?? (IsRefused(oldestFirst, today) ? Withdrawn : null);

    /// <summary>About a woman of several raids: what she allows in each of them.</summary>
    public static string? OfAll(IReadOnlyCollection<IReadOnlyCollection<ConsentFacts>> raids, DateOnly today) =>
        Widest([.. Enum.GetValues<Purpose>().Where(purpose => raids.All(raid => Allowed(raid, today).Contains(purpose)))])
            ?? (raids.Any(raid => IsRefused(raid, today)) ? Withdrawn : null);

    /// <summary>About one testimony. Null where the word of her row says it.</summary>
    /// <param name="oldestFirst">About all she told, and about this one.</param>
    /// <param name="isAsked">Something stands in the ledger about this one.</param>
    /// <param name="isMarked">It has marks that a table cannot carry, so nobody else may read it.</param>
    /// <param name="hers">The word of her row: the narrower of the two counts.</param>
    /// <param name="today">Local day.</param>
    public static string? OfOne(IReadOnlyCollection<ConsentFacts> oldestFirst, bool isAsked, bool isMarked, string? hers, DateOnly today)
    {
        var allowed = Allowed(oldestFirst, today);
        if (isMarked)
        {
            allowed.IntersectWith([Purpose.Keep]);
        }

        if (hers is not null)
        {
            allowed.IntersectWith(Words.FirstOrDefault(word => word.Word == hers).Allows ?? []);
        }

        var word = Widest(allowed) ?? (hers is not null || IsRefused(oldestFirst, today) ? Withdrawn : null);
        return isAsked || word != hers ? word : null;
    }

    private static string? Widest(HashSet<Purpose> allowed) => Words.Find(word => word.Allows.IsSubsetOf(allowed)).Word;

    private static HashSet<Purpose> Allowed(IReadOnlyCollection<ConsentFacts> oldestFirst, DateOnly today) =>
    [
        .. Enum.GetValues<Purpose>().Where(purpose => oldestFirst.Allow(purpose, today)
            && oldestFirst.Last(record => record.Purpose == purpose) is { Conditions: null, ForWhom: null, ValidTo: null }),
    ];

    private static bool IsRefused(IReadOnlyCollection<ConsentFacts> oldestFirst, DateOnly today) =>
        oldestFirst.StateOf(Purpose.Keep, today) is ConsentState.No or ConsentState.TakenBack;
}
