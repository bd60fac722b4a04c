using System.Globalization;
using System.Text.RegularExpressions;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Testimonies;

namespace RaidDocs.Domain.Importing;

/// <summary>Reads the cells of one row after the other, and tells of each that is wrong.</summary>
internal sealed partial class RowReader(TableDefinition table, ImportReport report, ReferenceLists lists)
{
    private const int MostIdLetters = 200;
    private const int MostCodesTold = 90;
    private static readonly char[] ArticleMarks = ['-', ' '];
    private static readonly TimeSpan Bangkok = TimeSpan.FromHours(7);

    private readonly Dictionary<string, (int At, ColumnDefinition Column)> _columns =
        table.Columns.Select((column, at) => (at, column)).ToDictionary(both => both.column.Name, both => (both.at, both.column));

    private ImportRow _row = null!;

    /// <summary>Nothing was wrong with the row so far.</summary>
    public bool IsGood { get; private set; }

    public void Take(ImportRow row)
    {
        (_row, IsGood) = (row, true);
        for (var at = 0; at < row.Values.Length; at++)
        {
            if (row.Values[at] is { } value && PlainText.HasControls(value))
            {
                Wrong(table.Columns[at].Name, $"Remove the control characters. They cannot be stored.");
                row.Values[at] = null;
            }
        }
    }

    public void Wrong(string? column, FormattableString sentence)
    {
        IsGood = false;
        report.Wrong(_row.File, _row.Number, column is null ? null : _row.Columns[_columns[column].At], sentence);
    }

    public void Warn(string? column, FormattableString sentence) =>
        report.Warn(_row.File, _row.Number, column is null ? null : _row.Columns[_columns[column].At], sentence);

    /// <summary>Tells of a word that is none of those that are known, where it is kept as it stands.</summary>
    public void WarnUnknown(string column, string typed, IEnumerable<string> known)
    {
        var told = string.Join(", ", known.Take(MostCodesTold));
        Warn(column, $"\"{Short(typed)}\" is not known here. Write one of: {told}");
    }

    /// <summary>Runs something that asks the rules; a broken one is told with the row.</summary>
    public T? Make<T>(string? column, Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (DomainRuleException broken)
        {
            Wrong(column, SentenceOf(broken));
            return null;
        }
    }

    public void Try(string? column, Action act) => Make<object>(column, () =>
    {
        act();
        return this;
    });

    /// <summary>Words that would be taken for a code stand in quotation marks in a column of words.</summary>
    internal static bool LooksLikeCode(string words) => Capitals().IsMatch(words);

    /// <summary>The id in a cell; empty when there is none.</summary>
    internal static string IdIn(string? cell) => PlainText.WithoutInvisible(cell ?? "").Trim();

    internal static bool IsQuoted(string words) => words.Length > 1 && words.StartsWith('"') && words.EndsWith('"');

    /// <summary>Empty when it is missing, which is told.</summary>
    public string Id(string column)
    {
        var id = Ref(column) ?? "";
        if (id.Length == 0)
        {
            Wrong(column, $"This cell is empty. Each row needs an id of its own");
        }

        return id;
    }

    public string? Ref(string column)
    {
        var id = IdIn(Raw(column));
        if (id.Length > MostIdLetters)
        {
            Wrong(column, $"An id can have at most {MostIdLetters} letters");
        }

        return id.Length == 0 ? null : id;
    }

    public string? Plain(string column)
    {
        var text = Long(column);
        if (text?.Length > Passage.MaxLetters && PlainText.Letters(text) > Passage.MaxLetters)
        {
            Wrong(column, $"This text is longer than 20,000 letters. Divide it.");
        }

        return text;
    }

    public string? Long(string column) => Raw(column).Trim() is { Length: > 0 } text ? PlainText.Kept(text) : null;

    public string? Name(string column)
    {
        var name = PlainText.Name(Raw(column));
        return name.Length == 0 ? null : name;
    }

    public int? Number(string column, int most)
    {
        var typed = Raw(column).Trim();
        if (typed.Length == 0)
        {
            return null;
        }

        // Spreadsheets write 3 as 3.0 after a round through a column of fractions.
        if (Digits.TryWhole(typed.EndsWith(".0", StringComparison.Ordinal) ? typed[..^2] : typed, out var number) && number <= most)
        {
            return number;
        }

        Wrong(column, $"\"{Short(typed)}\" is no number from 0 to {most}. Write digits only, like 17");
        return null;
    }

    public Answer Answer(string column)
    {
        var typed = Raw(column).Trim();
        switch (typed.ToUpperInvariant())
        {
            case "":
                return Common.Answer.NotAsked;
            case "YES" or "Y" or "TRUE" or "1":
                return Common.Answer.Yes;
            case "NO" or "N" or "FALSE" or "0":
                return Common.Answer.No;
            case "PARTLY":
                return Common.Answer.Partly;
            case "UNKNOWN":
                return Common.Answer.NotKnown;
            default:
                Wrong(column, $"\"{Short(typed)}\" is not known here. Write one of: {"YES, NO, UNKNOWN"}");
                return Common.Answer.NotAsked;
        }
    }

    public PartialDateTime? Moment(string column)
    {
        var typed = Raw(column).Trim();
        if (typed.Length == 0)
        {
            return null;
        }

        var text = typed;
        if (Iso().Match(typed) is { Success: true } iso)
        {
            var at = new DateTimeOffset(1, 1, 1, 0, 0, 0, TimeSpan.Zero);
            var isReal = iso.Groups["zone"].Success && DateTimeOffset.TryParse(typed, CultureInfo.InvariantCulture, DateTimeStyles.None, out at);
            var local = isReal ? at.ToOffset(Bangkok).DateTime : DateTime.TryParse(iso.Groups["local"].Value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var told) ? told : default;
            if (local.Year is >= PartialDate.FirstYear and <= PartialDate.LastYear)
            {
                return PartialDateTime.OfMinute(local);
            }

            text = $"{iso.Groups["day"].Value} {iso.Groups["time"].Value}";
        }

        if (PartialDateTime.TryRead(text, out var moment, out var problem))
        {
            return moment;
        }

        Wrong(column, PartialDateTime.Sentence(problem, text, "the date"));
        return null;
    }

    public PartialDate? Day(string column)
    {
        var typed = Raw(column).Trim();
        if (typed.Length == 10 && DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= PartialDate.FirstYear and <= PartialDate.LastYear)
        {
            return PartialDate.OfDay(day);
        }

        return Moment(column)?.Date;
    }

    /// <summary>Null where nothing stands, or where the code stands for nothing.</summary>
    public string? Code(string column)
    {
        var typed = Raw(column).Trim();
        return typed.Length == 0 ? null : CodeOf(column, typed);
    }

    /// <summary>What was written where <see cref="Code"/> was read, for a note.</summary>
    public string? Written(string column) => Raw(column).Trim() is { Length: > 0 } typed ? typed : null;

    public List<string> Codes(string column) => [.. Parts(column).Select(part => CodeOf(column, part)).OfType<string>().Distinct()];

    /// <summary>A code in its words; other words as they are, also those in quotation marks. What looks like a code and is none is told.</summary>
    public string? Words(string column)
    {
        var typed = Raw(column).Trim();
        if (typed.Length == 0)
        {
            return null;
        }

        if (ImportTables.Codes[_columns[column].Column.Codes!].TryGetValue(typed, out var words))
        {
            return words.Length == 0 ? null : words;
        }

        if (!LooksLikeCode(typed))
        {
            return IsQuoted(typed) ? Plain(column)?.Trim()[1..^1] : Plain(column);
        }

        Unknown(column, typed);
        return null;
    }

    /// <summary>ICCPR-9(1) as iccpr 9(1).</summary>
    public List<string> Articles(string column)
    {
        var articles = new List<string>();
        foreach (var part in Parts(column))
        {
            if (lists.Find(ListName.OwnArticles, part) is not null)
            {
                articles.Add(part);
            }
            else if (ArticleOf(part) is { } article)
            {
                articles.Add(article);
            }
            else
            {
                var dash = part.IndexOfAny(ArticleMarks);
                Unknown(column, dash < 0 ? part : part[..dash]);
            }
        }

        return [.. articles.Distinct()];
    }

    // The longest name that is known counts: ICCPR-OP1-5 is of the protocol, not of the covenant.
    private string? ArticleOf(string part)
    {
        for (var end = part.Length; end > 0; end = part.LastIndexOfAny(ArticleMarks, end - 1))
        {
            var key = ImportTables.Codes["instrument"].TryGetValue(part[..end], out var known) ? known : part[..end].ToLowerInvariant();
            if (lists.Find(ListName.Instruments, key) is not null)
            {
                return $"{key} {(end == part.Length ? "" : part[(end + 1)..].Trim())}".Trim();
            }
        }

        return null;
    }

    private string[] Parts(string column) =>
        Raw(column).Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private string? CodeOf(string column, string typed)
    {
        typed = PlainText.WithoutInvisible(typed);
        var definition = _columns[column].Column;
        if (definition.Codes is { } group && ImportTables.Codes[group].TryGetValue(typed, out var code))
        {
            return code.Length == 0 ? null : code;
        }

        if (definition.List is { } list && (lists.Find(list, typed) ?? lists.Find(list, typed.ToLowerInvariant()) ?? lists.Find(list, typed.ToUpperInvariant())) is { } item)
        {
            return item.Key;
        }

        Unknown(column, typed);
        return null;
    }

    private void Unknown(string column, string typed)
    {
        var definition = _columns[column].Column;
        List<string> known = [.. definition.Codes is { } group ? ImportTables.Codes[group].Keys : [], .. definition.List is { } list ? lists[list].Select(item => item.Key) : []];
        var told = string.Join(", ", known.Take(MostCodesTold));
        Wrong(column, $"\"{Short(typed)}\" is not known here. Write one of: {told}");
    }

    private string Raw(string column) => _row.Values[_columns[column].At] ?? "";

    private static string Short(string typed) => typed.Length <= 60 ? typed : typed[..60] + "...";

    private static FormattableString SentenceOf(DomainRuleException broken) =>
        System.Runtime.CompilerServices.FormattableStringFactory.Create(broken.Format, [.. broken.Arguments]);

    [GeneratedRegex(@"\A(?<local>(?<day>\d{4}-\d{2}-\d{2})[T ](?<time>\d{2}:\d{2})(:\d{2}(\.\d+)?)?)(?<zone>Z|[+-]\d{2}:?\d{2})?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();

    [GeneratedRegex(@"\A[A-Z][A-Z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Capitals();
}
