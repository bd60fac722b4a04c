namespace RaidDocs.Web.Tests.Infrastructure;

/// <summary>The suite runs twice. What has nothing to do with a culture is tried at fewer points the second time.</summary>
internal static class Culture
{
    public static bool IsSecondRun { get; } = Environment.GetEnvironmentVariable("LC_ALL")?.StartsWith("th", StringComparison.Ordinal) == true;
}
