using System.Text.RegularExpressions;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Disclosure.Bundles;

/// <summary>A word that was hidden, and in how many places.</summary>
/// <param name="Word">As it stood there the first time.</param>
/// <param name="Instead">What stands there now: [name], [phone].</param>
/// <param name="Places">How often.</param>
public sealed record HiddenWord(string Word, string Instead, int Places);

/// <summary>Writes [name] and [phone] in the place of words and phone numbers, and counts them.</summary>
internal sealed partial class HiddenWords(HideAlso hide, IReadOnlyCollection<string> staff)
{
    public const string Name = "[name]";
    public const string Phone = "[phone]";

    private const int FewestDigits = 8;
    private const int MostDigits = 15;

    private readonly Dictionary<string, (string Instead, int Places)> _found = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Regex> _words = [.. Sought(hide, staff).Select(WordOf)];

    public IReadOnlyList<HiddenWord> Found => [.. _found.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => new HiddenWord(one.Key, one.Value.Instead, one.Value.Places))];

    /// <summary>All that must not be found in what is printed.</summary>
    public IEnumerable<WithheldText> Withheld =>
    [
        .. Sought(hide, staff).Concat(_found.Keys).Distinct(StringComparer.OrdinalIgnoreCase).Select(word => new WithheldText("words to hide", word, WithheldKind.Word)),
    ];

    public string Hide(string text)
    {
        var found = new List<(string Word, string Instead)>();
        var hidden = _words.Aggregate(text, (current, word) => word.Replace(current, place => Instead(place.Value, Name)));
        if (hide.PhoneNumbers)
        {
            hidden = PhoneNumber().Replace(hidden, place => IsPhone(place.Value) && !IsKept(place.Value) ? Instead(place.Value, Phone) : place.Value);
        }

        // A field that holds a date stays one.
        if (hidden == text || IsDate(text))
        {
            return text;
        }

        found.ForEach(one => Count(one.Word, one.Instead));
        return hidden;

        string Instead(string word, string mark)
        {
            found.Add((word, mark));
            return mark;
        }
    }

    // The longest first, so that "Somchai Dee" is not left as "[name] Dee".
    private static IEnumerable<string> Sought(HideAlso hide, IReadOnlyCollection<string> staff) =>
        hide.Words.Concat(hide.StaffNames ? staff : [])
            .Select(word => word.Trim())
            .Where(word => PlainText.Letters(word) > 1 && !hide.Keep.Contains(word, StringComparer.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(word => word.Length);

    // Thai, Burmese and Khmer have no spaces between words; where letters around it have them, it is a word of its own.
    internal static Regex WordOf(string word)
    {
        var isLatin = word.All(letter => char.IsAscii(letter) || letter < 0x0250);
        var sought = Regex.Escape(word).Replace("\\ ", @"\s+", StringComparison.Ordinal);
        return new Regex(isLatin ? $@"(?<![\p{{L}}\p{{N}}]){sought}(?![\p{{L}}\p{{N}}])" : sought, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
    }

    private static bool IsPhone(string text) => text.Count(char.IsDigit) is >= FewestDigits and <= MostDigits;

    private bool IsKept(string word) => hide.Keep.Contains(word.Trim(), StringComparer.OrdinalIgnoreCase);

    private static bool IsDate(string text)
    {
        try
        {
            return PartialDateTime.Read(text) is not null;
        }
        catch (DomainRuleException)
        {
            return false;
        }
    }

    private void Count(string word, string instead) => _found[word] = (instead, _found.TryGetValue(word, out var before) ? before.Places + 1 : 1);

    // 081-234 5678, +66 81 234 5678, in the digits of any script of the region. A day, a year or an amount begins with another digit.
    [GeneratedRegex(@"(?<![\p{L}\p{N}./-])(?:\+\p{Nd}|[0\u0E50\u1040\u1090\u17E0\u0ED0])[\p{Nd} ()-]{6,18}\p{Nd}(?![\p{L}\p{N}/])")]
    private static partial Regex PhoneNumber();
}
