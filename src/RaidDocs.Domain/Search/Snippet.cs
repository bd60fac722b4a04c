using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Search;

/// <summary>A piece of what was found; a hit is what was asked for.</summary>
public readonly record struct SnippetPart(string Text, bool IsHit);

/// <summary>The few words around what was found, as they were typed, so that a reader sees why.</summary>
internal static class Snippet
{
    private const int Around = 60;

    // Beyond this a text is folded in pieces: marking must not cost more than finding.
    private const int Window = 400;

    private const int MostKnown = 4096;

    private static readonly ConcurrentDictionary<string, string> KnownLetters = new(StringComparer.Ordinal);

    /// <summary>Of the first part that holds the longest term; empty where only a code or a date was found.</summary>
    public static IReadOnlyList<SnippetPart> Of(SearchDocument document, SearchTerms terms)
    {
        var words = document.Parts.Concat(document.Words).Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => part!).ToList();
        foreach (var term in terms.All.OrderByDescending(term => term.Length))
        {
            foreach (var part in words)
            {
                var folded = SearchText.Fold(part);
                var at = folded.IndexOf(term, StringComparison.Ordinal);
                if (at < 0 && SearchText.Joined(folded) is var joined)
                {
                    (folded, at) = (joined, joined.IndexOf(term, StringComparison.Ordinal));
                }

                if (at >= 0)
                {
                    return Cut(part, (double)at / folded.Length, terms);
                }
            }
        }

        return [];
    }

    private static IReadOnlyList<SnippetPart> Cut(string text, double where, SearchTerms terms)
    {
        // The fold is about as long as the text, so the hit is about as far into it.
        var about = (int)(where * text.Length);
        var start = text.Length <= Window * 2 ? 0 : Math.Max(0, about - Window);
        var window = text[LetterStart(text, start)..LetterStart(text, Math.Min(text.Length, start == 0 ? Window * 2 : about + Window))];
        var (folded, places) = Folded(window);
        var hits = terms.All.SelectMany(term => Places(folded, term)).OrderBy(hit => hit.At).ThenByDescending(hit => hit.End).ToList();
        if (hits.Count == 0)
        {
            return [new(Shortened(window, 0, Math.Min(window.Length, Around * 2)), IsHit: false)];
        }

        var first = hits.MaxBy(hit => hit.End - hit.At);
        var (from, to) = (Math.Max(0, places[first.At] - Around), Math.Min(window.Length, EndOf(first.End) + Around));
        (from, to) = (LetterStart(window, from), LetterStart(window, to));
        var parts = new List<SnippetPart>();
        var at = from;
        foreach (var (begin, end) in hits.Select(hit => (places[hit.At], EndOf(hit.End))).Where(hit => hit.Item1 >= from && hit.Item2 <= to))
        {
            if (begin < at)
            {
                continue;
            }

            parts.Add(new(window[at..begin], IsHit: false));
            parts.Add(new(window[begin..end], IsHit: true));
            at = end;
        }

        parts.Add(new(window[at..to], IsHit: false));
        if (from > 0 || window.Length < text.Length)
        {
            parts[0] = parts[0] with { Text = $"… {parts[0].Text.TrimStart()}" };
        }

        if (to < window.Length)
        {
            parts[^1] = parts[^1] with { Text = $"{parts[^1].Text.TrimEnd()} …" };
        }

        return [.. parts.Where(part => part.Text.Length > 0)];

        // What ends within a letter is marked with the whole of it.
        int EndOf(int end)
        {
            while (end < places.Count - 1 && places[end] == places[end - 1])
            {
                end++;
            }

            return places[end];
        }
    }

    private static IEnumerable<(int At, int End)> Places(string folded, string term)
    {
        for (var at = folded.IndexOf(term, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(term, at + term.Length, StringComparison.Ordinal))
        {
            yield return (at, at + term.Length);
        }
    }

    /// <summary>The fold of each letter with its marks, and where in the text each letter of the fold stands; one place more for the end.</summary>
    private static (string Folded, List<int> Places) Folded(string text)
    {
        var (folded, places) = (new StringBuilder(text.Length), new List<int>(text.Length + 1));
        var letters = StringInfo.ParseCombiningCharacters(text);
        for (var number = 0; number < letters.Length; number++)
        {
            var end = number + 1 < letters.Length ? letters[number + 1] : text.Length;
            var fold = end == letters[number] + 1 && text[letters[number]] < '\u0080'
                ? char.ToLowerInvariant(text[letters[number]]).ToString()
                : Letter(text[letters[number]..end]);
            folded.Append(fold);
            places.AddRange(Enumerable.Repeat(letters[number], fold.Length));
        }

        places.Add(text.Length);
        return (folded.ToString(), places);
    }

    // The same few hundred letters come again and again, and folding one costs as much as folding a line.
    private static string Letter(string letter)
    {
        if (KnownLetters.TryGetValue(letter, out var known))
        {
            return known;
        }

        var folded = SearchText.Fold(letter);
        if (KnownLetters.Count < MostKnown)
        {
            KnownLetters.TryAdd(letter, folded);
        }

        return folded;
    }

    // Never between a letter and its marks.
    private static int LetterStart(string text, int at)
    {
        while (at > 0 && at < text.Length && (char.IsLowSurrogate(text[at]) || CharUnicodeInfo.GetUnicodeCategory(text, at)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark))
        {
            at--;
        }

        return at;
    }

    private static string Shortened(string text, int from, int to) => to < text.Length ? $"{text[from..LetterStart(text, to)]} …" : text[from..to];
}
