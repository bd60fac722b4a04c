using System.Text.Encodings.Web;
using System.Text.Unicode;
using RaidDocs.Documents.Common;
using RaidDocs.Web.Pages.CaseFiles;
using RaidDocs.Web.Pages.Reports;
using RaidDocs.Web.Pages.Reports.Forms;
using RaidDocs.Web.Pages.Reports.Tables;
using RaidDocs.Web.Pages.Testimonies;

namespace RaidDocs.Web.Printing;

/// <summary>What printing needs: the renderer, the printer, and the files of a print page.</summary>
internal static class DocumentServices
{
    private static readonly string[] Browsers =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/microsoft-edge",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
        @"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>
    /// "Printing:Browser" names another browser. "Printing:KeepOpenMinutes" is how long it stays open after a document:
    /// it takes some hundred megabytes, and the next document prints without its start.
    /// </summary>
    public static void AddRaidDocsDocuments(this IServiceCollection services, IConfiguration configuration)
    {
        var browser = FindBrowser(configuration);
        var keepOpen = TimeSpan.FromMinutes(configuration.GetValue("Printing:KeepOpenMinutes", 3.0));

        // Made by the container, so that the container ends the browser with the host.
        services.AddSingleton<IPdfPrinter>(_ => new ChromiumPrinter(browser, keepOpen));
        services.AddSingleton<PdfInside>();
        services.AddSingleton<PdfBinder>();
        services.AddSingleton(_ => new TimeAuthority(configuration));
        services.AddScoped<BundlePress>();
        services.AddScoped<PrintRenderer>();
        services.AddScoped<CaseStudyPress>();
        services.AddScoped<StatementPress>();
        services.AddScoped<FormPress>();
        services.AddScoped<TablePress>();

        // The default encoder writes each Thai or Burmese letter as eight characters.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
    }

    /// <summary>The browser to print and draw with; null where there is none.</summary>
    public static string? FindBrowser(IConfiguration configuration) =>
        configuration["Printing:Browser"] is { Length: > 0 } named ? named : Browsers.FirstOrDefault(File.Exists);

    /// <summary>The style sheet and fonts of a print page that is read, or printed, in a visitor's browser.</summary>
    public static IEndpointConventionBuilder MapPrintAssets(this IEndpointRouteBuilder app) =>
        app.MapGet("/print/{name}", (string name) => PrintAssets.Find($"/print/{name}") is { } asset
            ? Results.Bytes(asset.Body, asset.MediaType)
            : Results.NotFound());
}
