using RaidDocs.Web.Printing;

namespace RaidDocs.Web.Tests.Printing;

/// <summary>A printer over the browser that is installed, shared by the tests so that it starts once.</summary>
public sealed class PrinterFixture : IDisposable
{
    internal ChromiumPrinter Printer { get; } = NewPrinter();

    public static string Browser => Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    public void Dispose() => Printer.Dispose();

    internal static ChromiumPrinter NewPrinter(TimeSpan? keepOpen = null) => new(Browser, keepOpen ?? TimeSpan.FromMinutes(1));
}
