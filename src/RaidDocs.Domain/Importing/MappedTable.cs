using System.Globalization;

namespace RaidDocs.Domain.Importing;

/// <summary>Where one column of ours comes from.</summary>
internal sealed record MappedColumn(IReadOnlyList<string> From)
{
    public string? Constant { get; init; }

    /// <summary>Between the words of several columns.</summary>
    public string With { get; init; } = " ";

    public IReadOnlyDictionary<string, string> Codes { get; init; } = new Dictionary<string, string>();

    /// <summary>For a word that is not among the codes; null: it stays as it is, and is checked like any other.</summary>
    public string? Otherwise { get; init; }

    /// <summary>What parts a list in the other system.</summary>
    public string? Split { get; init; }

    /// <summary>How the other system writes days, such as dd/MM/yyyy.</summary>
    public string? Date { get; init; }

    public string Value(Func<string, string> read)
    {
        if (Constant is not null)
        {
            return Constant;
        }

        var typed = string.Join(With, From.Select(read).Select(part => part.Trim()).Where(part => part.Length > 0));
        if (typed.Length == 0)
        {
            return "";
        }

        if (Split is not null)
        {
            return string.Join('|', typed.Split(Split, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Coded).Where(part => part.Length > 0));
        }

        return Date is not null && DateTime.TryParseExact(typed, Date, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? at.ToString(at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture)
            : Coded(typed);
    }

    private string Coded(string typed) => Codes.Count == 0 ? typed : Codes.TryGetValue(typed, out var code) ? code : Otherwise ?? typed;
}

/// <summary>The row of another file that belongs to a row: its columns are named person.name. Where it must be there, a row without it is wrong.</summary>
internal sealed record MappedJoin(string File, string On, string Equal, string As, bool Must);

/// <summary>Only the rows where something, or one of these words, stands in a column.</summary>
internal sealed record MappedOnly(string Column, IReadOnlySet<string> Is);

internal sealed record MappedTo(
    TableDefinition To, string From, bool IsOptional, bool IsOnce, IReadOnlyList<MappedJoin> Joins, MappedOnly? Only, IReadOnlyList<MappedColumn?> Columns);

/// <summary>A file of another system, read as one of our tables.</summary>
internal sealed class MappedTable(MappedTo to, TableFile file, IReadOnlyList<TableFile> joined) : ImportTable(to.To)
{
    // A file that is joined is in memory as a whole.
    private const int MostJoined = 500_000;

    private readonly Dictionary<string, int> _head = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Side> _sides = [];

    public override string File => file.File;

    public override long Bytes => file.Bytes;

    public override IEnumerable<ImportRow> Rows(ImportReport report)
    {
        _sides.Clear();
        _sides.AddRange(to.Joins.Select((join, at) => ReadSide(join, joined[at], report)));
        var names = to.Columns.Select((column, at) => column is { From.Count: > 0 } ? string.Join(" + ", column.From) : Definition.Columns[at].Name).ToArray();
        var (width, once) = (-1, new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var row in file.Rows(report))
        {
            if (width < 0)
            {
                width = row.Cells.Count;
                if (!ReadHead(row, report))
                {
                    yield break;
                }

                continue;
            }

            if (Fits(File, row, width, report) && Mapped(row, names, report) is { } made && !IsAgain(made, once))
            {
                yield return made;
            }
        }
    }

    private ImportRow? Mapped(TableRow row, string[] names, ImportReport report)
    {
        var found = new IReadOnlyList<string>?[_sides.Count];
        string Read(string column)
        {
            for (var at = 0; at < _sides.Count; at++)
            {
                if (column.StartsWith(_sides[at].Prefix, StringComparison.OrdinalIgnoreCase))
                {
                    return found[at] is { } cells && _sides[at].Head.TryGetValue(column[_sides[at].Prefix.Length..], out var there) ? cells[there] : "";
                }
            }

            return _head.TryGetValue(column, out var place) ? row.Cells[place] : "";
        }

        for (var at = 0; at < _sides.Count; at++)
        {
            var key = Read(to.Joins[at].On).Trim();
            if (key.Length > 0 && !_sides[at].Rows.TryGetValue(key, out found[at]) && to.Joins[at].Must)
            {
                report.Wrong(File, row.Number, to.Joins[at].On, $"{key} is not in the file {joined[at].File}. Was a part of the export left out?");
            }
        }

        if (to.Only is { } only && Read(only.Column).Trim() is var said && (only.Is.Count == 0 ? said.Length == 0 : !only.Is.Contains(said)))
        {
            return null;
        }

        return new ImportRow(File, row.Number, [.. to.Columns.Select(column => column?.Value(Read))], names);
    }

    // A woman who stands in each of her rows is one woman, as long as each says the same.
    private bool IsAgain(ImportRow row, Dictionary<string, string> once)
    {
        if (!to.IsOnce)
        {
            return false;
        }

        var id = string.Join('|', Definition.Columns.Select((column, at) => column.Kind == ColumnKind.Id ? row.Values[at] : null).OfType<string>());
        var hash = HashOf(row);
        return !once.TryAdd(id, hash) && once[id] == hash;
    }

    private bool ReadHead(TableRow row, ImportReport report)
    {
        _head.Clear();
        for (var at = 0; at < row.Cells.Count; at++)
        {
            _head.TryAdd(Common.PlainText.WithoutInvisible(row.Cells[at]).Trim(), at);
        }

        var wanted = to.Columns.OfType<MappedColumn>().SelectMany(column => column.From)
            .Concat(to.Joins.Select(join => join.On)).Concat(to.Only is { } only ? [only.Column] : []).Distinct();
        var isGood = true;
        foreach (var column in wanted.Where(column => !IsThere(column)))
        {
            isGood = false;
            if (ImportTables.Near(column, _head.Keys) is { } near)
            {
                report.Wrong(File, row.Number, column, $"The mapping reads this column, which is not there. Did you mean {near}?");
            }
            else
            {
                report.Wrong(File, row.Number, column, $"The mapping reads this column, which is not there");
            }
        }

        return isGood;
    }

    private bool IsThere(string column) =>
        _sides.Find(side => column.StartsWith(side.Prefix, StringComparison.OrdinalIgnoreCase)) is { } side ? side.Head.ContainsKey(column[side.Prefix.Length..]) : _head.ContainsKey(column);

    private static Side ReadSide(MappedJoin join, TableFile file, ImportReport report)
    {
        var side = new Side(join.As + ".");
        var (width, key) = (0, -1);
        foreach (var row in file.Rows(report))
        {
            if (key < 0)
            {
                width = row.Cells.Count;
                for (var at = 0; at < row.Cells.Count; at++)
                {
                    side.Head.TryAdd(Common.PlainText.WithoutInvisible(row.Cells[at]).Trim(), at);
                }

                if (!side.Head.TryGetValue(join.Equal, out key))
                {
                    report.Wrong(file.File, row.Number, join.Equal, $"The mapping reads this column, which is not there");
                    break;
                }

                continue;
            }

            if (!Fits(file.File, row, width, report))
            {
                continue;
            }

            if (side.Rows.Count == MostJoined)
            {
                report.Wrong(file.File, row.Number, null, $"A file that is joined can have at most {MostJoined} rows. Divide the export, and bring it in by parts");
                break;
            }

            if (row.Cells[key].Trim() is { Length: > 0 } id && !side.Rows.TryAdd(id, row.Cells))
            {
                report.Warn(file.File, row.Number, join.Equal, $"{id} stands here more than once. Only its first row is joined");
            }
        }

        return side;
    }

    private sealed class Side(string prefix)
    {
        public string Prefix => prefix;

        public Dictionary<string, int> Head { get; } = new(StringComparer.OrdinalIgnoreCase);

        public Dictionary<string, IReadOnlyList<string>> Rows { get; } = new(StringComparer.Ordinal);
    }
}
