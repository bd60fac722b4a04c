using RaidDocs.Documents.Tables;

namespace RaidDocs.Web.Pages.Reports.Tables;

/// <summary>A column, and where its cells come from.</summary>
internal sealed record Field<T>(TableColumn Column, Func<T, string?> Value)
{
    /// <summary>A column of words that somebody typed.</summary>
    public static Field<T> Typed(string name, Func<T, string?> value, string holds, string? lost = null) => new(new TableColumn(name, holds, lost), value);

    /// <summary>A column of numbers, dates, codes or words of closed lists.</summary>
    public static Field<T> Closed(string name, Func<T, string?> value, string holds, string? lost = null) => new(new TableColumn(name, holds, lost) { IsClosed = true }, value);
}

/// <summary>A table without its rows: what is documented, and what rows are written by. One list makes both.</summary>
internal interface ITableShape
{
    string Name { get; }

    IReadOnlyList<TableColumn> Columns { get; }
}

internal sealed class TableShape<T>(string name, params IReadOnlyList<Field<T>> fields) : ITableShape
{
    public string Name => name;

    public IReadOnlyList<TableColumn> Columns { get; } = [.. fields.Select(field => field.Column)];

    public Table Of(IEnumerable<T> rows) => new(name, Columns, [.. rows.Select(row => (IReadOnlyList<string>)[.. fields.Select(field => field.Value(row) ?? "")])]);
}

/// <summary>One thing that is said of the whole file.</summary>
internal sealed record AboutRow(string What, string Value)
{
    public static TableShape<AboutRow> Shape { get; } = new(
        "about",
        Field<AboutRow>.Closed("what", row => row.What, "What is said of the file."),
        Field<AboutRow>.Closed("value", row => row.Value, "The standard and its edition, whose words and codes they are, for whom the file was made."));
}
