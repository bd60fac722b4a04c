using Serilog;
using Serilog.Events;

namespace RaidDocs.Web.Infrastructure;

/// <summary>The program's log: the console, and a file a day in a folder.</summary>
internal static class Logs
{
    private const int DaysKept = 14;

    /// <summary>Logs to the console and, when a folder is given, to files that are kept for 14 days.</summary>
    public static void AddLogs(this WebApplicationBuilder builder, string? folder)
    {
        var settings = new LoggerConfiguration()
            .MinimumLevel.Information()
            // Their own request lines print whole addresses, searches included.
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            // FailureLog has written it already, with the id that the reader sees.
            .MinimumLevel.Override("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogEventLevel.Fatal)
            .Enrich.FromLogContext()
            .WriteTo.Console(new SafeLogFormatter());
        if (folder is not null)
        {
            settings.WriteTo.File(
                new SafeLogFormatter(),
                Path.Combine(folder, "raiddocs-.json"),
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: DaysKept);
        }

        builder.Logging.ClearProviders().AddSerilog(settings.CreateLogger(), dispose: true);
    }
}
