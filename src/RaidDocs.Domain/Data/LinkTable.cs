using Microsoft.EntityFrameworkCore;

namespace RaidDocs.Domain.Data;

/// <summary>A table without a class. Its rows say only which woman, or which source, a line, a violation or an order names.</summary>
/// <param name="Name">As the model calls it.</param>
/// <param name="Line">Its column for the line, the violation or the order.</param>
/// <param name="OfRaids">The ids of the lines, violations or orders of these raids.</param>
internal sealed record LinkTable(string Name, string Line, Func<RaidDocsDbContext, HashSet<Guid>, IQueryable<Guid>> OfRaids)
{
    public static readonly LinkTable ChronologyWomen = new("ChronologyEntryWoman", "ChronologyEntryId", LinesOf);
    public static readonly LinkTable ChronologySources = new("ChronologyEntrySource", "ChronologyEntryId", LinesOf);
    public static readonly LinkTable ViolationWomen = new("ViolationWoman", "ViolationId", ViolationsOf);
    public static readonly LinkTable ViolationSources = new("SourceViolation", "ViolationId", ViolationsOf);
    public static readonly LinkTable OrderWomen = new("CourtOrderWoman", "CourtOrderId", OrdersOf);

    /// <summary>Those that name women, each in its column WomenId.</summary>
    public static readonly LinkTable[] OfWomen = [ChronologyWomen, ViolationWomen, OrderWomen];

    public static readonly LinkTable[] All = [.. OfWomen, ChronologySources, ViolationSources];

    public DbSet<Dictionary<string, object>> Rows(RaidDocsDbContext db) => db.Set<Dictionary<string, object>>(Name);

    private static IQueryable<Guid> LinesOf(RaidDocsDbContext db, HashSet<Guid> raids) =>
        db.Chronology.Where(row => raids.Contains(row.RaidId)).Select(row => row.Id);

    private static IQueryable<Guid> ViolationsOf(RaidDocsDbContext db, HashSet<Guid> raids) =>
        db.Violations.Where(row => raids.Contains(row.RaidId)).Select(row => row.Id);

    private static IQueryable<Guid> OrdersOf(RaidDocsDbContext db, HashSet<Guid> raids) =>
        db.CourtOrders.Where(row => raids.Contains(row.RaidId)).Select(row => row.Id);
}
