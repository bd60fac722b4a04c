using System.Text;
using System.Text.RegularExpressions;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Vault;

/// <summary>What a person types to open a slot, as it goes into the key.</summary>
public static partial class Secrets
{
    /// <summary>Whoever has the file can guess without end, so it is longer than a passphrase to sign in with.</summary>
    public const int PassphraseLetters = 20;

    private const int DifferentLetters = 8;
    private const int MostLetters = 512;

    /// <summary>One spelling of what was typed: the same letters, however a keyboard makes them, and single spaces.</summary>
    public static string Passphrase(string typed) => Spaces().Replace(PlainText.Normalized(typed, NormalizationForm.FormKC), " ").Trim();

    /// <summary>The words of a recovery sheet; null if it is none.</summary>
    public static string? Sheet(string typed)
    {
        var words = WordList.Split(typed);
        return words.Length == WordList.SheetWords && words.All(WordList.Knows) ? string.Join(' ', words) : null;
    }

    /// <exception cref="DomainRuleException">It is too easy to guess.</exception>
    public static void CheckNew(string passphrase)
    {
        var spelled = Passphrase(passphrase);
        if (spelled.Length < PassphraseLetters)
        {
            throw new DomainRuleException($"The vault passphrase must have at least {PassphraseLetters} letters. Six words are easy to remember");
        }

        if (spelled.Length > MostLetters)
        {
            throw new DomainRuleException($"The vault passphrase can have at most {MostLetters} letters");
        }

        if (spelled.Distinct().Count() < DifferentLetters)
        {
            throw new DomainRuleException($"The vault passphrase repeats too few letters. Take several different words");
        }

        if (Sheet(spelled) is not null)
        {
            throw new DomainRuleException($"Seven words of the list are kept for the recovery sheet. Leave one out or add one");
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
