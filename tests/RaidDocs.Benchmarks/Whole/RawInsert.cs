using System.Diagnostics;
using Microsoft.Data.Sqlite;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Importing;
using RaidDocs.Domain.Vault;

namespace RaidDocs.Benchmarks.Whole;

/// <summary>The same rows put into an encrypted file and nothing else: texts as they stand, one prepared command a table, one transaction. No rule, no log, no search.</summary>
internal static class RawInsert
{
    /// <summary>Seconds for the rows and of the processor for them, and for an index of three letters over what the women told.</summary>
    public static (double Rows, double Processor, double Letters, long Count) Measure(string tables, string path, StoreKeys keys)
    {
        var read = Directory.EnumerateFiles(tables, "*.csv").Select(file => (Name: Path.GetFileNameWithoutExtension(file), Rows: Read(file))).ToList();
        using var connection = DatabaseFile.Open(path, keys);
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        foreach (var (name, rows) in read)
        {
            Run(connection, $"CREATE TABLE {name} ({string.Join(", ", rows[0].Select((column, at) => $"{column} TEXT{(at == 0 && name != "raid_women" ? " PRIMARY KEY" : "")}"))})");
        }

        using (var transaction = connection.BeginTransaction())
        {
            foreach (var (name, rows) in read)
            {
                Insert(connection, transaction, name, rows);
            }

            transaction.Commit();
        }

        var (seconds, worked) = (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
        watch.Restart();
        Run(connection, "CREATE VIRTUAL TABLE letters USING fts5(text, content='testimonies', tokenize='trigram', detail=none)");
        Run(connection, "INSERT INTO letters(letters) VALUES('rebuild')");
        return (seconds, worked, watch.Elapsed.TotalSeconds, read.Sum(table => table.Rows.Count - 1L));
    }

    private static void Insert(SqliteConnection connection, SqliteTransaction transaction, string table, List<List<string>> rows)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", rows[0].Select((_, at) => FormattableString.Invariant($"@p{at}")))})";
        for (var at = 0; at < rows[0].Count; at++)
        {
            command.Parameters.Add(FormattableString.Invariant($"@p{at}"), SqliteType.Text);
        }

        command.Prepare();
        foreach (var row in rows.Skip(1))
        {
            for (var at = 0; at < row.Count; at++)
            {
                command.Parameters[at].Value = row[at].Length == 0 ? DBNull.Value : row[at];
            }

            command.ExecuteNonQuery();
        }
    }

    private static List<List<string>> Read(string file)
    {
        using var reader = new CsvReader(File.OpenText(file));
        var rows = new List<List<string>>();
        while (reader.Read() is { } row)
        {
            rows.Add(row);
        }

        return rows;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
