using System.Globalization;
using System.Text.RegularExpressions;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Disclosure;

/// <summary>A text in the forms in which names are looked for in it, each made once and only when it is needed.</summary>
internal sealed class SearchedText(string text)
{
    private string? _folded;
    private string? _squeezed;

    public string Text => text;

    public string Folded => _folded ??= SearchText.Fold(text);

    public string Squeezed => _squeezed ??= string.Concat(Folded.Where(letter => !char.IsWhiteSpace(letter)));
}

/// <summary>
/// A name that is looked for in many texts. In Latin letters it must be a word of its own, a short one as it was written: "May" is also
/// a month and "may" a verb. In scripts without spaces a long name is found anywhere, a short one only by itself or after a form of address.
/// </summary>
internal sealed class SoughtName
{
    private const int LongName = 4;

    // Miss, Mrs, elder and younger sister, aunt in Thai; Ma and Daw in Burmese; Nang in Shan and Lao.
    private const string Address = "คุณ|นางสาว|นาง|พี่|น้อง|ป้า|เจ๊|หนู|မ|ဒေါ်|ၼၢင်း|ນາງ";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly string _squeezed;
    private readonly bool _isLatin;
    private readonly string _firstWord;
    private readonly Lazy<Regex> _pattern;

    public SoughtName(string name)
    {
        _squeezed = LeakSearch.Squeezed(name);
        _isLatin = name.All(letter => letter < '\u0250');
        var words = name.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        _firstWord = words.FirstOrDefault() ?? "";
        _pattern = new Lazy<Regex>(() => _isLatin
            ? new Regex(
                $@"(?<![\p{{L}}\p{{N}}]){string.Join(@"\s+", words.Select(Regex.Escape))}(?![\p{{L}}\p{{N}}])",
                name.Length > LongName ? RegexOptions.IgnoreCase | RegexOptions.CultureInvariant : RegexOptions.CultureInvariant, Longest)
            : new Regex($@"(?:^|[^\p{{L}}\p{{M}}]|{Address}){Regex.Escape(_squeezed)}(?:$|[^\p{{L}}\p{{M}}])", RegexOptions.CultureInvariant, Longest));
    }

    public bool IsIn(SearchedText text)
    {
        if (_squeezed.Length == 0)
        {
            return false;
        }

        if (!_isLatin)
        {
            return text.Squeezed.Contains(_squeezed, StringComparison.Ordinal) && (_squeezed.Length > LongName || _pattern.Value.IsMatch(text.Folded));
        }

        return text.Text.Contains(_firstWord, StringComparison.OrdinalIgnoreCase)
            && _pattern.Value.Matches(text.Text).Any(found => !IsMonthOfDate(text.Text, found));
    }

    // "13 May 2011" names nobody.
    private static bool IsMonthOfDate(string text, Match found) =>
        CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Concat(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames).Contains(found.Value)
        && (IsDigit(text[..found.Index].TrimEnd().LastOrDefault()) || IsDigit(text[(found.Index + found.Length)..].TrimStart().FirstOrDefault()));

    private static bool IsDigit(char letter) => char.IsAsciiDigit(letter);
}
