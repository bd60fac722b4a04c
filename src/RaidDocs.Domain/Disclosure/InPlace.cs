using System.Text;

namespace RaidDocs.Domain.Disclosure;

/// <summary>Puts words in the place of others in what somebody wrote: with a capital where a sentence begins.</summary>
internal static class InPlace
{
    /// <summary>The words as they stand at this place of the text.</summary>
    public static string At(string text, int place, string words) =>
        words.Length > 0 && char.IsLower(words[0]) && IsBeginning(text.AsSpan(0, place)) ? char.ToUpperInvariant(words[0]) + words[1..] : words;

    /// <summary>The text with the words wherever <paramref name="sought"/> stands, in capitals or not.</summary>
    public static string Replace(string text, string sought, string words)
    {
        var place = text.IndexOf(sought, StringComparison.OrdinalIgnoreCase);
        if (place < 0)
        {
            return text;
        }

        var made = new StringBuilder();
        var done = 0;
        while (place >= 0)
        {
            made.Append(text, done, place - done).Append(At(text, place, words));
            done = place + sought.Length;
            place = text.IndexOf(sought, done, StringComparison.OrdinalIgnoreCase);
        }

        return made.Append(text, done, text.Length - done).ToString();
    }

    private static bool IsBeginning(ReadOnlySpan<char> before) => before is [] or [.., '\n' or '\r'] or [.., '.' or '!' or '?', ' '];
}
