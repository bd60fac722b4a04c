namespace RaidDocs.Domain.Data;

/// <summary>Times are UTC, and kept to the microsecond, which is what PostgreSQL keeps.</summary>
internal static class StoreTime
{
    public static DateTime Of(DateTime time) => DateTime.SpecifyKind(time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond)), DateTimeKind.Utc);
}
