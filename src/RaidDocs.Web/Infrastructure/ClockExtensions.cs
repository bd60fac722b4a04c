namespace RaidDocs.Web.Infrastructure;

/// <summary>The day in Thailand, wherever the server stands.</summary>
internal static class ClockExtensions
{
    private static readonly TimeZoneInfo Bangkok = TimeZoneInfo.FindSystemTimeZoneById("Asia/Bangkok");

    public static DateOnly Today(this TimeProvider clock) => DayInBangkok(clock.UtcNow());

    public static DateOnly DayInBangkok(DateTime utc) => DateOnly.FromDateTime(InBangkok(utc));

    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;

    /// <summary>The moment (UTC) at which a day begins in Thailand.</summary>
    public static DateTime StartOf(DateOnly day) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Bangkok);

    public static DateTime InBangkok(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Bangkok);
}
