using System.Buffers;
using System.Globalization;
using System.Text;

namespace RaidDocs.Domain.Common;

/// <summary>
/// What may be stored of typed or pasted text. Testimony stays as it was typed, hidden marks included, and reviewers are shown them;
/// names are cleaned, because a hidden mark makes two names of one or turns one around.
/// </summary>
public static class PlainText
{
    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(letter => char.IsControl(letter) && letter is not ('\t' or '\n' or '\r'))]);

    private static readonly SearchValues<char> Invisible = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(IsInvisible)]);

    /// <summary>NUL and the other control characters; only tab and the ends of lines belong in text.</summary>
    public static bool HasControls(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().ContainsAny(Controls);
    }

    /// <summary>The name in one form: no hidden marks, one space between words, letters and accents joined.</summary>
    public static string Name(string typed)
    {
        RefuseControls(typed);
        var words = WithoutInvisible(typed).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        return Normalized(string.Join(' ', words), NormalizationForm.FormC);
    }

    /// <summary>The text as it was typed, with one kind of line end.</summary>
    public static string Kept(string typed)
    {
        RefuseControls(typed);
        return WellFormed(typed).Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    /// <summary>How many letters a reader sees: an emoji, or a consonant with its vowel and tone, is one.</summary>
    public static int Letters(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>The text with each hidden mark made visible, like ⟨U+202E⟩, for those who review it.</summary>
    public static string Marked(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.Select(letter =>
            IsInvisible(letter) ? string.Create(CultureInfo.InvariantCulture, $"\u27E8U+{(int)letter:X4}\u27E9") : letter.ToString()));
    }

    internal static string WithoutInvisible(string text) =>
        text.AsSpan().ContainsAny(Invisible) ? string.Concat(text.Where(letter => !IsInvisible(letter))) : text;

    /// <summary>Soft hyphen, zero-width spaces and joiners, and the marks that turn the direction of text.</summary>
    internal static bool IsInvisible(char letter) => letter
        is '\u00AD' or '\u061C' or >= '\u200B' and <= '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2060' and <= '\u206F' or '\uFEFF';

    // Normalize throws on half a surrogate pair and on U+FFFE, and pasted text holds what it holds.
    public static string Normalized(string text, NormalizationForm form) => WellFormed(text).Replace('\uFFFE', '\uFFFD').Normalize(form);

    // No database takes half a surrogate pair; the encoder puts U+FFFD in its place.
    private static string WellFormed(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;

    private static void RefuseControls(string typed)
    {
        if (HasControls(typed))
        {
            throw new DomainRuleException($"Remove the control characters. They cannot be stored.");
        }
    }
}
