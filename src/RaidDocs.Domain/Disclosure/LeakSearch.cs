using System.Globalization;
using System.Text.RegularExpressions;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Disclosure.Bundles;

namespace RaidDocs.Domain.Disclosure;

/// <summary>What was found where it must not be. It names the field and the page, never the text.</summary>
public sealed record Leak(string Place, string Where);

/// <summary>The texts that are allowed, squeezed as a printed page is: a withheld text that is also an allowed one is no leak.</summary>
internal sealed class AllowedTexts(IReadOnlyCollection<CaseText> texts)
{
    private readonly string _all = string.Join('\n', texts.Select(text => LeakSearch.Squeezed(text.Text)));

    // The writer ends each part with one full stop, whether it was typed or not.
    public bool Contains(string text) => _all.Contains(LeakSearch.Squeezed(text).TrimEnd('.'), StringComparison.Ordinal);
}

/// <summary>
/// Searches a finished document for what was withheld. Both sides lose case, width, digits' script, white space and invisible
/// marks first, because a text layer puts spaces into Burmese, Lao and Khmer.
/// </summary>
public static class LeakSearch
{
    private const int ShortestText = 3;
    private const int ShortestNumber = 4;

    /// <param name="withheld">What must not be there.</param>
    /// <param name="pages">The text layer page by page, and whatever else the file holds, each with its name.</param>
    /// <param name="own">The words of the document itself: headings and sentences of the product.</param>
    public static IReadOnlyList<Leak> Find(IReadOnlyCollection<WithheldText> withheld, IReadOnlyList<(string Name, string Text)> pages, IReadOnlyCollection<string> own)
    {
        var ownWords = string.Join('\n', own.Select(Squeezed));
        var sought = withheld.Select(one => (one, Squeezed: Squeezed(one.Text))).Where(one => one.Squeezed.Length > 0).DistinctBy(one => (one.Squeezed, one.one.Kind)).ToList();
        var names = withheld.Where(one => one.Kind == WithheldKind.Name).Select(one => (one.Place, Sought: new SoughtName(one.Text))).ToList();
        var days = withheld.Where(one => one.Kind == WithheldKind.Day)
            .ToLookup(one => DateOnly.ParseExact(one.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture), one => one.Place);
        var leaks = new List<Leak>();

        // A text may run over the end of a page, so two neighbours are searched as one.
        for (var index = 0; index < pages.Count; index++)
        {
            var squeezed = Squeezed(pages[index].Text);
            var next = index + 1 < pages.Count ? Squeezed(pages[index + 1].Text) : "";
            var lines = pages[index].Text.Split('\n').Select(Squeezed).ToHashSet(StringComparer.Ordinal);
            leaks.AddRange(sought
                .Where(one => one.one.Kind is WithheldKind.Text or WithheldKind.Code or WithheldKind.Word && IsThere(one.one, one.Squeezed, pages[index].Text, squeezed, next, lines, ownWords))
                .Select(one => new Leak(one.one.Place, pages[index].Name)));
            var page = new SearchedText(pages[index].Text);
            leaks.AddRange(days.Count == 0 ? [] : DaysInText.Find(pages[index].Text).SelectMany(day => days[day]).Select(place => new Leak(place, pages[index].Name)));
            leaks.AddRange(names.Where(name => name.Sought.IsIn(page)).Select(name => new Leak(name.Place, pages[index].Name)));
        }

        return leaks;
    }

    /// <summary>Is the name in the text?</summary>
    public static bool HasName(string text, string name) => new SoughtName(name).IsIn(new SearchedText(text));

    /// <summary>The whole name, and each of its words of three letters or more.</summary>
    public static IEnumerable<string> NameParts(string name)
    {
        var words = name.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length == 1 ? [name] : [name, .. words.Where(word => PlainText.Letters(word) > 2)];
    }

    public static string Squeezed(string text) => string.Concat(SearchText.Fold(text).Where(letter => !char.IsWhiteSpace(letter)));

    private static bool IsThere(WithheldText one, string sought, string page, string squeezed, string next, HashSet<string> lines, string ownWords) => one.Kind switch
    {
        WithheldKind.Code => Regex.IsMatch(page, $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(one.Text)}(?![\p{{L}}\p{{N}}])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)),
        WithheldKind.Word => HiddenWords.WordOf(one.Text).IsMatch(page) && !ownWords.Contains(sought, StringComparison.Ordinal),
        _ when sought.Length < ShortestText || (sought.Length < ShortestNumber && sought.All(char.IsAsciiDigit)) => lines.Contains(sought) && !ownWords.Contains(sought, StringComparison.Ordinal),
        _ => (squeezed.Contains(sought, StringComparison.Ordinal) || RunsOver(sought, squeezed, next)) && !ownWords.Contains(sought, StringComparison.Ordinal),
    };

    private static bool RunsOver(string sought, string page, string next)
    {
        var end = page[Math.Max(0, page.Length - sought.Length + 1)..];
        return next.Length > 0 && (end + next[..Math.Min(next.Length, sought.Length - 1)]).Contains(sought, StringComparison.Ordinal);
    }
}
