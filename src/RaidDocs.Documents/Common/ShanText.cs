using System.Text.RegularExpressions;

namespace RaidDocs.Documents.Common;

/// <summary>Shan words end nowhere visible and browsers break them by Burmese rules, inside a syllable.</summary>
public static partial class ShanText
{
    /// <summary>The syllables of a text. Each is printed unbroken, with a place to break after it.</summary>
    public static string[] Syllables(string text) => Boundary().Split(text);

    [GeneratedRegex("(?<=[^\\s\u1039])(?=[\u1000-\u1021\u1022\u1027\u1029\u1075-\u1081\u108E\uAA60-\uAA6F](?![\u103B-\u103E\u1082]*\u103A))")]
    private static partial Regex Boundary();
}
