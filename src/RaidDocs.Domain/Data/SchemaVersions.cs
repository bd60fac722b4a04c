using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RaidDocs.Domain.Data;

/// <summary>The migrations of the embedded store that this program knows.</summary>
internal static class SchemaVersions
{
    private static IReadOnlyList<string> Known { get; } =
    [
        .. typeof(SqliteRaidDocsDbContext).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(SqliteRaidDocsDbContext))
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The one that a new store gets.</summary>
    public static string Newest => Known[^1];

    /// <summary>Refuses a store with a migration that this program does not know.</summary>
    /// <param name="newest">The newest migration of the store.</param>
    /// <param name="newer">What to say where a newer program made it.</param>
    /// <exception cref="StoreException">It is not for this program.</exception>
    public static void Demand(string newest, StoreException newer)
    {
        if (Known.Contains(newest))
        {
            return;
        }

        throw string.CompareOrdinal(newest, Newest) > 0
            ? newer
            : new StoreException("This was made by a version of RaidDocs between two releases, and this one cannot read it. Nothing was changed. Open it with the version that made it, export each case, and import them here.");
    }
}
