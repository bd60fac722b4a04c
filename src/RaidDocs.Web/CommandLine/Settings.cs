namespace RaidDocs.Web.CommandLine;

/// <summary>The settings that verbs read, as the web app reads them: appsettings.json beside the program, then RAIDDOCS_Section__Name of the environment.</summary>
internal static class Settings
{
    public const string Prefix = "RAIDDOCS_";

    public static IConfigurationRoot Read() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables(Prefix)
        .Build();
}
