using System.Text;
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
            var (begin, end) = ($"<!-- columns: {shape.Name} -->\n", "<!-- end of columns -->");
            var from = written.IndexOf(begin, StringComparison.Ordinal);
            Assert.True(from >= 0, $"The document has no list of {shape.Name}");
            from += begin.Length;
            written = written[..from] + ListOf(shape) + written[written.IndexOf(end, from, StringComparison.Ordinal)..];
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

    private static string ListOf(ITableShape shape)
    {
        var list = new StringBuilder("| Column | What stands in it | What is lost |\n|---|---|---|\n");
        foreach (var column in shape.Columns)
        {
            list.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{column.Name}` | {column.Holds}{(column.IsClosed ? "" : " *Typed.*")} | {column.Lost} |\n");
        }

        return list.ToString();
    }
}
