using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using RaidDocs.Domain.Data;

namespace RaidDocs.Domain.Tests.Data;

/// <summary>The program as a later version would be: all its migrations, and one more.</summary>
/// <typeparam name="TNext">The one more.</typeparam>
internal sealed class NextSchema<TNext> : IMigrationsAssembly
    where TNext : Migration, new()
{
    public IReadOnlyDictionary<string, TypeInfo> Migrations { get; } = typeof(SqliteRaidDocsDbContext).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Migration)) && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(SqliteRaidDocsDbContext))
        .Select(type => (type.GetCustomAttribute<MigrationAttribute>()!.Id, Type: type.GetTypeInfo()))
        .Append((Next.Id, typeof(TNext).GetTypeInfo()))
        .OrderBy(one => one.Item1, StringComparer.Ordinal)
        .ToDictionary(one => one.Item1, one => one.Item2);

    public ModelSnapshot? ModelSnapshot => Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(ModelSnapshot)) && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(SqliteRaidDocsDbContext))
        .Select(type => (ModelSnapshot)Activator.CreateInstance(type)!)
        .Single();

    public Assembly Assembly => typeof(SqliteRaidDocsDbContext).Assembly;

    public string? FindMigrationId(string nameOrId) => Migrations.Keys.FirstOrDefault(id => id == nameOrId || id.EndsWith("_" + nameOrId, StringComparison.Ordinal));

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass.AsType())!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }
}

internal static class Next
{
    public const string Id = "99990101000000_Next";
}

/// <summary>Adds a table.</summary>
[Migration(Next.Id)]
internal sealed class AddsTable : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE Later (Id INTEGER PRIMARY KEY)");
}

/// <summary>Changes something, and then fails.</summary>
[Migration(Next.Id)]
internal sealed class Fails : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("DELETE FROM FacilityNotes; UPDATE Raids SET Code = 'gone'; INSERT INTO NoSuchTable VALUES (1);");
}
