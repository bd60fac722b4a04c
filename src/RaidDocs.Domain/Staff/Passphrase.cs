using System.Reflection;
using System.Text;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Staff;

/// <summary>What a passphrase must be: long enough, and not one that somebody would try. Nothing is said about which letters.</summary>
public static class Passphrase
{
    /// <summary>Where it stands alone.</summary>
    public const int LengthAlone = 15;

    /// <summary>Where a second factor stands beside it.</summary>
    public const int Length = 8;

    public const int MaxLength = 256;

    private const string Rows = "1234567890|qwertyuiop|asdfghjkl|zxcvbnm|abcdefghijklmnopqrstuvwxyz|ๆไำพะัีรนยบล|ฟหกดเ้่าสวง|ผปแอิืทมใฝ|กขฃคฅฆง";

    private static readonly Lazy<HashSet<string>> Common = new(Load);

    private static readonly string[] Walks = [.. Rows.Split('|').SelectMany(row => new[] { row, string.Concat(row.Reverse()) })];

    /// <summary>One form for what one person types on two keyboards.</summary>
    public static string Fold(string typed) => PlainText.Normalized(typed, NormalizationForm.FormKC);

    /// <exception cref="DomainRuleException">It is too short, too long or easy to guess.</exception>
    public static void Check(string typed, string person, string? house, bool alone)
    {
        var folded = Fold(typed);
        var letters = folded.EnumerateRunes().Count();
        if (letters < (alone ? LengthAlone : Length))
        {
            throw alone
                ? new DomainRuleException($"The passphrase must have at least 15 letters. Several words are easy to remember")
                : new DomainRuleException($"The passphrase must have at least 8 letters. Several words are easy to remember");
        }

        if (letters > MaxLength)
        {
            throw new DomainRuleException($"The passphrase can have at most 256 letters");
        }

        if (IsGuessable(folded, person, house))
        {
            throw new DomainRuleException($"This passphrase is easy to guess. Take several words that have nothing to do with each other, with this house or with you");
        }
    }

    // What is left once everything guessable is taken out must still be something.
    private static bool IsGuessable(string folded, string person, string? house)
    {
        var rest = Plain(folded);
        if (Common.Value.Contains(rest) || rest.Distinct().Count() <= 3 || (rest.Length < LengthAlone && rest.All(char.IsDigit)))
        {
            // Digits alone are a birthday, a telephone or an identity card.
            return true;
        }

        foreach (var word in Common.Value.Append(Plain(person)).Append(Plain(house ?? "")).Where(word => word.Length >= 3).OrderByDescending(word => word.Length))
        {
            rest = rest.Replace(word, " ", StringComparison.Ordinal);
        }

        rest = WithoutWalks(rest);
        return rest.Count(letter => !char.IsWhiteSpace(letter)) < 4 && !IsLongInWords(folded);
    }

    // Four common words in a row are a good passphrase: it is their number that counts, not each of them.
    private static bool IsLongInWords(string folded) =>
        folded.Split([' ', '-', '_', '.', ','], StringSplitOptions.RemoveEmptyEntries).Select(Plain).Where(word => word.Any(char.IsLetter)).Distinct().Count() >= 4;

    private static string WithoutWalks(string text)
    {
        var left = new StringBuilder();
        for (var start = 0; start < text.Length;)
        {
            var length = Walks.Max(walk => SharedFrom(text, start, walk));
            if (length < 4)
            {
                left.Append(text[start]);
                length = 1;
            }

            start += length;
        }

        return left.ToString();
    }

    private static int SharedFrom(string text, int start, string walk)
    {
        var at = walk.IndexOf(text[start], StringComparison.Ordinal);
        var length = 0;
        while (at >= 0 && at + length < walk.Length && start + length < text.Length && walk[at + length] == text[start + length])
        {
            length++;
        }

        return length;
    }

    // p@ssw0rd is password.
    private static string Plain(string text) => string.Concat(text.ToLowerInvariant()
        .Where(letter => !char.IsWhiteSpace(letter) && letter is not ('-' or '_' or '.' or ','))
        .Select(letter => letter switch { '@' => 'a', '$' => 's', '!' => 'i', _ => letter }));

    private static HashSet<string> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("staff/guessed.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line[0] != '#')
            .Select(line => Plain(Fold(line)))
            .ToHashSet(StringComparer.Ordinal);
    }
}
