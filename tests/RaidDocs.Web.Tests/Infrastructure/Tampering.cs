using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;

namespace RaidDocs.Web.Tests.Infrastructure;

internal static class Tampering
{
    /// <summary>As somebody would who holds the database: the guard of the log is taken away.</summary>
    public static Task TakeGuardAwayAsync(this RaidDocsDbContext db) => db.Database.ExecuteSqlRawAsync(db is PostgresRaidDocsDbContext
        ? """DROP TRIGGER "AuditEntries_never" ON "AuditEntries" """
        : "DROP TRIGGER AuditEntries_no_update");
}
