using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Access;

namespace RaidDocs.Domain.Data;

/// <summary>The context as the migrations tool and the model tests need it. No database is opened.</summary>
public sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteRaidDocsDbContext>
{
    public SqliteRaidDocsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteRaidDocsDbContext>()
            .UseSqlite()
            .UseApplicationServiceProvider(StaffSchema.Services)
            .Options, StaffSchema.Session);
}

/// <inheritdoc cref="SqliteDesignTimeFactory"/>
public sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresRaidDocsDbContext>
{
    public PostgresRaidDocsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresRaidDocsDbContext>()
            .UseNpgsql()
            .UseApplicationServiceProvider(StaffSchema.Services)
            .Options, StaffSchema.Session);
}

internal static class StaffSchema
{
    // Identity asks the application's services for the schema version. Without them it silently builds
    // the first one, which has no passkeys.
    public static readonly IServiceProvider Services =
        new ServiceCollection().Configure<IdentityOptions>(Set).BuildServiceProvider();

    public static readonly StoreSession Session = new(Viewer.Operator, new WriterGate(), new StoreState(), TimeProvider.System);

    public static void Set(IdentityOptions options) => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
}
