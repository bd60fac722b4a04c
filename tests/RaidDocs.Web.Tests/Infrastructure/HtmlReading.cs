using AngleSharp;
using AngleSharp.Dom;

namespace RaidDocs.Web.Tests.Infrastructure;

/// <summary>Reading an answer as a person would.</summary>
internal static class HtmlReading
{
    public static async Task<OpenForm> OpenFormAsync(this HttpClient client, string url, string? button = null)
    {
        var response = await client.GetAsync(new Uri(url, UriKind.Relative));
        return new OpenForm(client, await response.EnsureSuccessStatusCode().ReadHtmlAsync(), button);
    }

    /// <summary>The form that came back after it was refused.</summary>
    public static async Task<OpenForm> ReadFormAsync(this HttpResponseMessage response, HttpClient client, string? button = null) =>
        new(client, await response.ReadHtmlAsync(), button);

    public static async Task<IDocument> OpenPageAsync(this HttpClient client, string url)
    {
        var response = await client.GetAsync(new Uri(url, UriKind.Relative));
        return await response.EnsureSuccessStatusCode().ReadHtmlAsync();
    }

    public static async Task<IDocument> ReadHtmlAsync(this HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        // With its address, or a form would not know where it posts to.
        return await BrowsingContext.New().OpenAsync(
            page => page.Content(html).Address(response.RequestMessage!.RequestUri));
    }

    /// <summary>The sentences of the error summary.</summary>
    public static IEnumerable<string> Errors(this IParentNode page) =>
        page.QuerySelectorAll("[role=alert] li").Select(item => item.TextContent.Trim());

    /// <summary>The confirmation after a save.</summary>
    public static string? Banner(this IParentNode page) => page.QuerySelector("[role=status]")?.TextContent.Trim();

    /// <summary>All words of the page's own part, with single spaces.</summary>
    public static string Words(this IParentNode page) =>
        string.Join(' ', (page.QuerySelector("main")?.TextContent ?? "").Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
