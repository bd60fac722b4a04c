namespace RaidDocs.Web.Infrastructure;

/// <summary>The day in Thailand, wherever the server stands.</summary>
internal static class ClockExtensions
{
    private static readonly TimeZoneInfo Bangkok = TimeZoneInfo.FindSystemTimeZoneById("Asia/Bangkok");

    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(InBangkok(clock.GetUtcNow().UtcDateTime));

    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;

    public static DateTime InBangkok(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Bangkok);

    /// <summary>Midnight in Thailand at which a day began, UTC.</summary>
    public static DateTime StartOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Bangkok);
}
