using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using RaidDocs.Documents.CaseStudies;
using RaidDocs.Documents.Common;

namespace RaidDocs.Documents.Tests;

/// <summary>Records to HTML, as the application does it, and read as a browser would.</summary>
public static class Printed
{
    public static async Task<string> HtmlAsync(CaseStudy study, Func<string, string>? say = null)
    {
        await using var services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        return await new PrintRenderer(services, NullLoggerFactory.Instance).RenderAsync<CaseStudyPrint>(new()
        {
            ["Study"] = study,
            ["Say"] = say ?? (english => english),
        });
    }

    public static async Task<IDocument> PageAsync(CaseStudy study, Func<string, string>? say = null)
    {
        var html = await HtmlAsync(study, say);
        return await BrowsingContext.New().OpenAsync(page => page.Content(html));
    }

    /// <summary>Another document than a chapter.</summary>
    public static async Task<IDocument> PageAsync<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : Microsoft.AspNetCore.Components.IComponent
    {
        await using var services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        var html = await new PrintRenderer(services, NullLoggerFactory.Instance).RenderAsync<TComponent>(parameters);
        return await BrowsingContext.New().OpenAsync(page => page.Content(html));
    }

    public static IElement Section(this IDocument page, string id) => page.QuerySelector($"h2#{id}")!.ParentElement!;
}
