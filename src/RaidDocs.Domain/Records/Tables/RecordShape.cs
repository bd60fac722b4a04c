using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Records.Tables;

/// <summary>A column of the tables of a whole record, for the guide.</summary>
/// <param name="Name">As the table import reads it.</param>
/// <param name="Holds">What stands in it.</param>
/// <param name="Lost">What it cannot carry.</param>
/// <param name="IsTyped">Somebody typed it; else it holds numbers, dates or codes.</param>
internal sealed record RecordColumn(string Name, string Holds, string Lost, bool IsTyped);

/// <summary>A table without its rows. One list of columns makes the rows and the guide.</summary>
internal interface IRecordShape
{
    string Name { get; }

    IReadOnlyList<RecordColumn> Columns { get; }

    /// <summary>What has no row in it.</summary>
    string NoRow { get; }
}

internal sealed class RecordShape<T>(string name, string noRow, params IReadOnlyList<(RecordColumn Column, Func<T, string?> Cell)> columns) : IRecordShape
{
    public string Name => name;

    public string NoRow => noRow;

    public IReadOnlyList<RecordColumn> Columns { get; } = [.. columns.Select(column => column.Column)];

    public string Head => CsvText.Row(Columns.Select(column => column.Name));

    public string RowOf(T row) => CsvText.Row(columns.Select(column => column.Cell(row)));
}
