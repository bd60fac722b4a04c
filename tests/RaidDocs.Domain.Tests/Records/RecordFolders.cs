using RaidDocs.Domain.Importing;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Records;
using RaidDocs.Domain.Tests.Data;
using RaidDocs.Domain.Tests.Importing;

namespace RaidDocs.Domain.Tests.Records;

/// <summary>Folders of whole records, gone with the test.</summary>
internal sealed class RecordFolders : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("raiddocs-tables-").FullName;
    private int _last;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async Task<WholeRecord> ExportAsync(TestStore store)
    {
        var folder = Path.Combine(_root, FormattableString.Invariant($"{++_last}"));
        await using var db = store.Db();
        var files = (SealedFiles)store.Services.GetService(typeof(SealedFiles))!;
        var manifest = await new RecordExport(db, new EvidenceStore(db, files), TimeProvider.System, TestStore.Today).WriteAsync(folder, null, Cancelled);
        return new WholeRecord(folder, manifest);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}

internal sealed record WholeRecord(string Folder, RecordManifest Manifest)
{
    public string PathOf(string table) => Path.Combine(Folder, "tables", $"{table}.csv");

    /// <summary>The rows of a table by the names of its columns, as the table import reads them.</summary>
    public List<Dictionary<string, string>> Rows(string table)
    {
        var file = new FileInfo(PathOf(table));
        var rows = new CsvTable(file.Name, file.Length, file.OpenRead).Rows(new ImportReport()).Select(row => row.Cells).ToList();
        return [.. rows.Skip(1).Select(cells => rows[0].Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))];
    }

    public Dictionary<string, string> Row(string table, string id) => Rows(table).Single(row => row.Values.First() == id);

    /// <summary>Brings its tables, and nothing else, into a store.</summary>
    public async Task<ImportResult> ImportTablesAsync(TestStore store, bool checkOnly = false)
    {
        using var files = ImportFiles.Open(Path.Combine(Folder, "tables"));
        return await Tables.ImportAsync(store, files, checkOnly);
    }

    /// <summary>Brings all of it in.</summary>
    public async Task<RecordImportResult> ImportAsync(TestStore store)
    {
        await using var db = store.Db();
        using var source = RecordSource.OfFolder(Folder);
        var files = (SealedFiles)store.Services.GetService(typeof(SealedFiles))!;
        return await new RecordImport(db, new EvidenceStore(db, files), store.Lists, TestStore.Today).RunAsync(source, checkOnly: false, [], null, TestContext.Current.CancellationToken);
    }
}
