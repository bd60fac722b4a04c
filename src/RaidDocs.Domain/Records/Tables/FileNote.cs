namespace RaidDocs.Domain.Records.Tables;

/// <summary>
/// A note into which the table import put what it had no field for, a line for each column. Written out again, each stands in
/// its column, so that a record that goes round does not grow.
/// </summary>
internal static class FileNote
{
    /// <summary>The first line of each of these columns, wherever it stands.</summary>
    public static Dictionary<string, string> Lines(string? note, params IReadOnlyCollection<string> columns)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in (note ?? "").Split('\n'))
        {
            if (line.Split(": ", 2) is [var column, var value] && columns.Contains(column))
            {
                found.TryAdd(column, value);
            }
        }

        return found;
    }

    /// <summary>Takes the last line off if it is of this column and means what the record says.</summary>
    public static string? Take(ref string? note, string column, Predicate<string> means)
    {
        var at = (note?.LastIndexOf('\n') ?? -1) + 1;
        if (note is null || !note[at..].StartsWith($"{column}: ", StringComparison.Ordinal) || note[(at + column.Length + 2)..] is not { } value || !means(value))
        {
            return null;
        }

        note = at == 0 ? null : note[..(at - 1)];
        return value;
    }
}
