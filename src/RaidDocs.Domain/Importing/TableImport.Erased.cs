namespace RaidDocs.Domain.Importing;

// What two people erased here does not come back with its file, nor does what the file says of it.
public sealed partial class TableImport
{
    // The table in which the id of a column stands: women for woman_id.
    private static readonly Dictionary<string, string> TableOfId = ImportTables.All
        .Where(table => table.Columns.Count(column => column.Kind == ColumnKind.Id) == 1)
        .ToDictionary(table => table.Columns[0].Name, table => table.Name, StringComparer.Ordinal);

    private readonly HashSet<(string Table, string Mark)> _erased = [];

    // Rows that are left out, and the id that was erased.
    private readonly Dictionary<(string Table, string Id), string> _leftOut = [];

    // Women of whom a row in raid_women is left out, and the id that was erased.
    private readonly Dictionary<string, string> _lostRaid = new(StringComparer.Ordinal);

    // True, which is told, for a row that was erased itself or that names what was erased.
    private bool IsLeftOut(TableDefinition table, ImportRow row)
    {
        if (_erased.Count == 0)
        {
            return false;
        }

        var ids = table.Columns
            .Select((column, at) => (column.Name, column.Kind, Id: RowReader.IdIn(row.Values[at])))
            .Where(one => one.Id.Length > 0 && one.Kind is (ColumnKind.Id or ColumnKind.Ref))
            .ToList();
        var own = string.Join('|', ids.Where(one => one.Kind == ColumnKind.Id).Select(one => one.Id));
        if (_known.ContainsKey((table.Name, own)))
        {
            return false;
        }

        foreach (var (column, _, id) in ids)
        {
            if (ErasedBehind(TableOfId[column], id) is { } erased)
            {
                LeaveOut(table, row, own, column, erased);
                return true;
            }
        }

        // The pair of a woman and a raid.
        if (ErasedBehind(table.Name, own) is { } pair)
        {
            LeaveOut(table, row, own, null, pair);
            return true;
        }

        return false;
    }

    private void LeaveOut(TableDefinition table, ImportRow row, string own, string? column, string erased)
    {
        // A row without an id is no other row.
        if (own.Length > 0)
        {
            _leftOut[(table.Name, own)] = erased;
        }

        if (table.Name == "raid_women")
        {
            _lostRaid[RowReader.IdIn(row.Values[table.IndexOf("woman_id")])] = erased;
        }

        WarnErased(row, column is null ? null : row.Columns[table.IndexOf(column)], erased);
    }

    // A woman who is new here, and of whom the file knows no other raid than one that was erased.
    private bool IsLeftOut(WomanUnderWay woman)
    {
        if (!_lostRaid.TryGetValue(woman.Outer, out var erased))
        {
            return false;
        }

        _women.Remove(woman.Outer);
        _leftOut[("women", woman.Outer)] = erased;
        WarnErased(woman.Row!, null, erased);
        return true;
    }

    // The id that was erased: this one, or one that its row named.
    private string? ErasedBehind(string table, string id)
    {
        if (_leftOut.TryGetValue((table, id), out var erased))
        {
            return erased;
        }

        return _erased.Contains((table, ImportedRow.MarkOf(table, id))) ? id : null;
    }

    private void WarnErased(ImportRow row, string? column, string erased) => _report.Warn(
        row.File, row.Number, column, $"{erased} was erased here by two people, so this row is left out. If it is about somebody or something else, give it another id");
}
