using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Importing;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Vault;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Benchmarks.Whole;

/// <summary>A store into which a workload was brought by the product's own import, closed again.</summary>
internal sealed record MadeStore(string Folder, byte[] Key, IReadOnlyList<string> Raids, IReadOnlyList<string> Women, string RaidOf17)
{
    private const int Shown = 2_000;

    public static async Task<MadeStore> ImportAsync(string size, string tables, string folder)
    {
        var key = RandomNumberGenerator.GetBytes(VaultKeeper.KeyBytes);
        var raw = Directory.CreateDirectory(folder + "-raw").FullName;
        using (var keys = new StoreKeys(key))
        {
            var plain = RawInsert.Measure(tables, Path.Combine(raw, "raw.db"), keys);
            Figures.Tell($"raw insert, {size}", $"{plain.Count} rows {plain.Rows:0.00} s, an index of letters over the testimonies {plain.Letters:0.00} s more");
            var made = await ImportAsync(size, tables, folder, key, plain);
            Directory.Delete(raw, recursive: true);
            return made;
        }
    }

    /// <summary>A second store of the same data; decrypted, when it is wanted without a cipher.</summary>
    public MadeStore Copy(string name, bool plainly)
    {
        var copy = this with { Folder = $"{Folder}-{name}" };
        Directory.CreateDirectory(copy.Folder);
        var path = new DataFolder(copy.Folder).Database;
        File.Copy(new DataFolder(Folder).Database, path);
        if (plainly)
        {
            using var keys = new StoreKeys(Key);
            using var connection = DatabaseFile.Open(path, keys);
            DatabaseFile.Scalar(connection, "PRAGMA journal_mode = DELETE");
            DatabaseFile.Scalar(connection, "PRAGMA rekey = ''");
        }

        return copy;
    }

    private static async Task<MadeStore> ImportAsync(string size, string tables, string path, byte[] key, (double Rows, double Processor, double Letters, long Count) raw)
    {
        using var folder = new DataFolder(path);
        await using var app = Hosts.Product(folder, new GivenStoreKey(key));
        await app.Services.GetRequiredService<Store>().OpenAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var leader = await Setup.AddPersonAsync(scope.ServiceProvider, SignedIn.Name, SignedIn.Passphrase, StaffRole.ResearchLeader);
        using var files = ImportFiles.Open(tables);
        await using var db = Store.OperatorContext(scope.ServiceProvider);
        var import = new TableImport(db, scope.ServiceProvider.GetRequiredService<ReferenceLists>(), app.Services.GetRequiredService<TimeProvider>().Today());
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var result = await import.RunAsync(files, null, checkOnly: false, [leader.Id], null, CancellationToken.None);
        var (seconds, worked) = (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
        if (!result.IsWritten)
        {
            throw new InvalidOperationException($"The workload was refused: {result.Report.Problems[0]}");
        }

        var lines = await db.AuditEntries.CountAsync();
        var (times, both) = (seconds / raw.Rows, seconds / (raw.Rows + raw.Letters));
        Figures.Tell(
            $"import, {size}",
            $"{seconds:0.0} s, with {lines} lines of the log and the search: {times:0.0} times the raw insert, {both:0.0} times the raw insert with its index; {worked:0.0} s of the processor, {worked / raw.Processor:0.0} times those of the raw insert",
            ($"under 10 times the raw insert{(size == "medium" ? ", or under 8 s" : "")}", times < 10 || (size == "medium" && seconds < 8)));
        var women = (await db.Apprehensions.Join(db.Raids, row => row.RaidId, raid => raid.Id, (row, raid) => new { raid.Code, row.Number }).ToListAsync())
            .Select(row => new WomanCode(row.Code, row.Number)).ToList();
        var of17 = women.GroupBy(woman => woman.Raid).OrderBy(raid => Math.Abs(raid.Count() - 17)).ThenBy(raid => raid.Key, StringComparer.Ordinal).First().Key;
        long? onServer = db.Database.IsSqlite() ? null : await db.Database.SqlQuery<long>($"SELECT pg_database_size(current_database()) AS \"Value\"").SingleAsync();
        await db.DisposeAsync();
        await app.Services.GetRequiredService<Store>().CloseAsync();
        SqliteConnection.ClearAllPools();
        Figures.Tell($"store, {size}", $"{(onServer ?? new FileInfo(folder.Database).Length) / 1024 / 1024} MB for {Directory.EnumerateFiles(tables).Sum(file => new FileInfo(file).Length) / 1024 / 1024} MB of tables");

        // Spread over the whole store, not its first rows alone.
        return new(path, key, [.. result.Raids], [.. Spread(women).Select(woman => woman.ToString())], of17);
    }

    private static IEnumerable<WomanCode> Spread(List<WomanCode> women) =>
        women.Where((_, at) => at % Math.Max(1, women.Count / Shown) == 0).Take(Shown);
}
