using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Vault;

/// <summary>
/// 2,048 short English words. One of them, drawn at random, is worth 11 bits: the 7 words of a recovery sheet 77, the 6 words
/// offered for a passphrase 66.
/// </summary>
public static class WordList
{
    public const int SheetWords = 7;
    public const int OfferedWords = 6;

    private static readonly string[] List = Load();
    private static readonly HashSet<string> Known = new(List, StringComparer.Ordinal);

    public static IReadOnlyList<string> All => List;

    public static bool Knows(string word) => Known.Contains(word);

    /// <summary>Words drawn at random, in lower case, with one space between them.</summary>
    public static string Draw(int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => List[RandomNumberGenerator.GetInt32(List.Length)]));

    /// <summary>The words as they were drawn, whatever the case, and whatever stands between them.</summary>
    public static string[] Split(string typed)
    {
        var letters = new StringBuilder(typed.Length);
        foreach (var letter in PlainText.Normalized(typed, NormalizationForm.FormKC))
        {
            letters.Append(char.IsAsciiLetter(letter) ? char.ToLowerInvariant(letter) : ' ');
        }

        return letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string[] Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("vault/words.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
