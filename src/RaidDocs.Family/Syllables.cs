using System.Net;
using System.Text.RegularExpressions;

namespace RaidDocs.Family;

/// <summary>Burmese and Shan are written without spaces, and an old phone breaks them anywhere or nowhere.</summary>
public static partial class Syllables
{
    private const string MayBreak = "<wbr>";

    /// <summary>The text for a page, with a place to break after each syllable of these scripts.</summary>
    public static string Html(string text) => string.Join(MayBreak, Split(text).Select(WebUtility.HtmlEncode));

    public static string[] Split(string text) => Boundary().Split(text);

    // Before a consonant that begins a syllable: none that ends one (it carries a killer), and none that is stacked under another.
    [GeneratedRegex("(?<=[\u1000-\u109F\uAA60-\uAA7F])(?<!\u1039)(?=[\u1000-\u102A\u103F\u1050-\u1055\u1075-\u1081\u108E\uAA60-\uAA6F](?![\u103B-\u103E\u1082]*\u1037?[\u1039\u103A]))")]
    private static partial Regex Boundary();
}
