using Npgsql;

namespace RaidDocs.Web.Tests.Infrastructure;

/// <summary>The PostgreSQL that tests/run.sh starts (tests/postgres.sh). Each app has a database of its own on it.</summary>
internal static class TestServer
{
    /// <summary>How to connect to it; null where there is none, and then what needs one is skipped.</summary>
    public static string? Connection { get; } = Environment.GetEnvironmentVariable("RAIDDOCS_TEST_SERVER") is { Length: > 0 } server ? server : null;

    /// <summary>True: the tests of the web app have their stores there.</summary>
    public static bool IsForAll { get; } = Connection is not null && Environment.GetEnvironmentVariable("RAIDDOCS_TEST_ON") == "postgres";

    /// <summary>A database that does not exist yet.</summary>
    public static string New()
    {
        Assert.SkipWhen(Connection is null, "RAIDDOCS_TEST_SERVER names no PostgreSQL; bash tests/run.sh starts one.");
        var name = $"raiddocs_{Guid.NewGuid():N}";
        Run($"CREATE DATABASE {name} TEMPLATE template0");
        return $"{Connection};Database={name};Maximum Pool Size=30";
    }

    public static void Drop(string connection) =>
        Run($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");

    /// <summary>One statement, past the program.</summary>
    public static void Run(string sql, string? connection = null)
    {
        using var source = NpgsqlDataSource.Create($"{connection ?? Connection};Pooling=False");
        using var command = source.CreateCommand(sql);
        command.ExecuteNonQuery();
    }

    public static object? Ask(string sql, string connection)
    {
        using var source = NpgsqlDataSource.Create($"{connection};Pooling=False");
        using var command = source.CreateCommand(sql);
        return command.ExecuteScalar();
    }
}
