namespace RaidDocs.Documents.Tables;

/// <summary>A column of a table that leaves the house.</summary>
/// <param name="Name">Its name in the standard; what the standard does not have begins with "rd_".</param>
/// <param name="Holds">What stands in it, for the documentation.</param>
/// <param name="Lost">What of the record does not fit into it; null where nothing is lost.</param>
public sealed record TableColumn(string Name, string Holds, string? Lost = null)
{
    /// <summary>Numbers, dates, codes and words of closed lists: nothing that somebody typed.</summary>
    public bool IsClosed { get; init; }
}

/// <summary>A plain table: every cell is text, and an empty one says that nothing is recorded.</summary>
public sealed record Table(string Name, IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
