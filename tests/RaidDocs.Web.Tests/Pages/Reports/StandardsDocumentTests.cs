using System.Text;
using RaidDocs.Domain.Records.Tables;
using RaidDocs.Web.Pages.Reports.Tables;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Reports;

/// <summary>docs/standards.md lists each column as the program writes it. RAIDDOCS_WRITE=1 writes the lists anew.</summary>
public sealed class StandardsDocumentTests
{
    private static readonly string Document = Path.Combine(Repository.Root, "docs", "standards.md");

    [Fact]
    public async Task Each_column_is_described_as_it_is_written()
    {
        var text = await File.ReadAllTextAsync(Document, TestContext.Current.CancellationToken);
        var written = text;
        foreach (var shape in TablePress.Shapes.Values.SelectMany(shapes => shapes))
        {
            written = Put(written, shape.Name, ListOf(shape.Columns.Select(column => (column.Name, column.Holds, column.Lost, !column.IsClosed))));
        }

        foreach (var shape in RecordShapes.All)
        {
            var list = ListOf(shape.Columns.Select(column => (column.Name, column.Holds, (string?)column.Lost, column.IsTyped)));
            written = Put(written, $"tables/{shape.Name}", shape.NoRow.Length == 0 ? list : $"{list}\nNo row: {shape.NoRow}\n\n");
        }

        if (Environment.GetEnvironmentVariable("RAIDDOCS_WRITE") == "1")
        {
            await File.WriteAllTextAsync(Document, written, TestContext.Current.CancellationToken);
        }

        Assert.Equal(written, text);
    }

    [Fact]
    public void No_table_has_two_columns_of_one_name_and_own_columns_say_so()
    {
        foreach (var shape in TablePress.Shapes.Values.SelectMany(shapes => shapes))
        {
            Assert.Equal(shape.Columns.Count, shape.Columns.Select(column => column.Name).Distinct().Count());
            Assert.All(shape.Columns, column => Assert.Matches("[.?]$", column.Holds));
        }

        Assert.All(TablePress.Shapes[TableKind.Huridocs].SelectMany(shape => shape.Columns), column => Assert.Matches("^([0-9]{4}_[a-z_]+|rd_[0-9a-z_]+|(event|act|person|involvement|information|intervention|victim_person|perpetrator_person)_number)$", column.Name));
    }

    private static string Put(string document, string name, string list)
    {
        var (begin, end) = ($"<!-- columns: {name} -->\n", "<!-- end of columns -->");
        var from = document.IndexOf(begin, StringComparison.Ordinal);
        Assert.True(from >= 0, $"The document has no list of {name}");
        from += begin.Length;
        return document[..from] + list + document[document.IndexOf(end, from, StringComparison.Ordinal)..];
    }

    private static string ListOf(IEnumerable<(string Name, string Holds, string? Lost, bool IsTyped)> columns)
    {
        var list = new StringBuilder("| Column | What stands in it | What is lost |\n|---|---|---|\n");
        foreach (var (name, holds, lost, isTyped) in columns)
        {
            // A stroke inside a cell of the guide would part it.
            list.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{name}` | {holds.Replace("|", "\\|", StringComparison.Ordinal)}{(isTyped ? " *Typed.*" : "")} | {lost} |\n");
        }

        return list.ToString();
    }
}
