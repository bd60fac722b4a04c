using System.Text.RegularExpressions;

namespace RaidDocs.Domain.Common;

/// <summary>
/// Puts the marks around a letter into one order. Thai, Lao, Burmese, Shan and Khmer look the same whichever mark was typed first, and
/// the forms of Unicode leave most of them as they were typed.
/// </summary>
internal static partial class LetterOrder
{
    // Medials, the vowel before, above, below and after, then the signs and tones.
    private const string BurmeseMarks =
        "\u103B\u105E\u105F\u103C\u103D\u1082\u1060\u103E\u1031\u1084\u102D\u102E\u1033\u1034\u1032\u1035\u1085\u1071\u1072\u1073\u1074\u102F\u1030"
        + "\u102B\u102C\u1062\u1063\u1083\u1036\u1086\u1037\u103A\u1038\u1087\u1088\u1089\u108A\u108B\u108C\u108D\u108F\u109A\u109B\u109C\u109D";

    private const string CoengRo = "\u17D2\u179A";

    internal static string Settle(string text)
    {
        var (thai, burmese, khmer) = (false, false, false);
        foreach (var letter in text)
        {
            thai |= letter is >= '\u0E00' and <= '\u0EFF';
            burmese |= letter is >= '\u1000' and <= '\u109F';
            khmer |= letter is >= '\u1780' and <= '\u17FF';
        }

        text = thai ? Thai(text) : text;
        text = burmese ? BurmeseMarkRuns().Replace(EBeforeLetter().Replace(text, "$1$2\u1031"), Sorted) : text;
        return khmer ? KhmerSigns().Replace(text.Replace("\u17D2\u178A", "\u17D2\u178F", StringComparison.Ordinal), KhmerSorted) : text;
    }

    // Form KC takes sara am apart, in Thai and in Lao; a tone typed before or after a part of it must not make two words.
    private static string Thai(string text)
    {
        text = text.Replace("\u0E40\u0E40", "\u0E41", StringComparison.Ordinal).Replace("\u0EC0\u0EC0", "\u0EC1", StringComparison.Ordinal)
            .Replace('\u0E45', '\u0E32');
        text = TwiceTyped().Replace(text, "$1");
        text = ThaiToneFirst().Replace(ThaiAaFirst().Replace(text, "$2$1"), "$2$1");
        text = LaoToneFirst().Replace(LaoAaFirst().Replace(text, "$2$1"), "$2$1");
        return NikhahitBeforeTone().Replace(text, "$2$1");
    }

    private static string Sorted(Match marks) =>
        string.Concat(marks.Value.Distinct().OrderBy(mark => BurmeseMarks.IndexOf(mark, StringComparison.Ordinal)));

    private static string KhmerSorted(Match signs)
    {
        var sorted = string.Concat(KhmerSign().Matches(signs.Value).Select(sign => sign.Value).OrderBy(KhmerRank).ThenBy(sign => sign.Length == 1 ? sign : ""));

        // Two keys for one vowel look like it.
        return sorted.Replace("\u17B6\u17C1", "\u17C4", StringComparison.Ordinal).Replace("\u17B8\u17C1", "\u17BE", StringComparison.Ordinal);
    }

    // Letters below, with ro the last of them, then what changes the row of the letter, vowels and signs.
    private static int KhmerRank(string sign) => sign switch
    {
        CoengRo => 1,
        { Length: 2 } => 0,
        "\u17C9" or "\u17CA" => 2,
        _ => sign[0] <= '\u17C5' ? 3 : 4,
    };

    [GeneratedRegex("([\u0E31\u0E34-\u0E3A\u0E47-\u0E4E\u0EB1\u0EB4-\u0EBC\u0EC8-\u0ECD])\\1+")]
    private static partial Regex TwiceTyped();

    [GeneratedRegex("([\u0E30\u0E32])([\u0E48-\u0E4B\u0E4D]+)")]
    private static partial Regex ThaiAaFirst();

    [GeneratedRegex("([\u0EB0\u0EB2])([\u0EC8-\u0ECB\u0ECD]+)")]
    private static partial Regex LaoAaFirst();

    [GeneratedRegex("([\u0E48-\u0E4C])([\u0E31\u0E34-\u0E3A\u0E47])")]
    private static partial Regex ThaiToneFirst();

    [GeneratedRegex("([\u0EC8-\u0ECB])([\u0EB1\u0EB4-\u0EB9\u0EBB\u0EBC])")]
    private static partial Regex LaoToneFirst();

    [GeneratedRegex("([\u0E4D\u0ECD])([\u0E48-\u0E4B\u0EC8-\u0ECB])")]
    private static partial Regex NikhahitBeforeTone();

    // At the beginning of a word it cannot belong to a letter before it.
    [GeneratedRegex("(?<![\u1000-\u109F])\u1031([\u1000-\u1021\u103F\u1075-\u1081])([\u103B-\u103E\u105E-\u1060\u1082]*)")]
    private static partial Regex EBeforeLetter();

    [GeneratedRegex("[" + BurmeseMarks + "]{2,}")]
    private static partial Regex BurmeseMarkRuns();

    [GeneratedRegex("(?:\u17D2[\u1780-\u17A2]|[\u17B6-\u17D1\u17DD]){2,}")]
    private static partial Regex KhmerSigns();

    [GeneratedRegex("\u17D2[\u1780-\u17A2]|[\u17B6-\u17D1\u17DD]")]
    private static partial Regex KhmerSign();
}
