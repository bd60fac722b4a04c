using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Attacks;

/// <summary>Follows every link that a person is shown; of pages that differ only in a code or a number it opens one.</summary>
internal static partial class Crawler
{
    // They end the session, or only show the same page in the other language.
    private static readonly string[] Left = ["/exit", "/leave", "/account/signout"];

    // One page that is asked for in a hundred ways is one page.
    private const int WaysToAsk = 8;

    public static async Task<IReadOnlyList<CrawledPage>> WalkAsync(HttpClient client, params string[] from)
    {
        var pages = new List<CrawledPage>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var ways = new Dictionary<string, int>(StringComparer.Ordinal);
        var open = new Queue<string>(from.Where(address => seen.Add(Shape(address))));
        while (open.TryDequeue(out var address))
        {
            var response = await client.GetAsync(new Uri(address, UriKind.Relative));
            var isHtml = response.Content.Headers.ContentType?.MediaType == "text/html";
            var page = isHtml ? await response.ReadHtmlAsync() : null;
            pages.Add(new(address, response, page));
            foreach (var link in page?.QuerySelectorAll("a[href]").OfType<IHtmlAnchorElement>() ?? [])
            {
                var target = link.GetAttribute("href")!.Split('#')[0];
                if (target.StartsWith('/') && !target.Contains("l=", StringComparison.Ordinal)
                    && !Left.Any(left => target.StartsWith(left, StringComparison.Ordinal)) && seen.Add(Shape(target)))
                {
                    var path = Shape(target.Split('?')[0]);
                    ways[path] = ways.GetValueOrDefault(path) + 1;
                    if (ways[path] <= WaysToAsk)
                    {
                        open.Enqueue(target);
                    }
                }
            }
        }

        return pages;
    }

    /// <summary>The address with its codes and numbers blanked.</summary>
    public static string Shape(string address) => Varying().Replace(address, "#");

    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f-]{27}|R\d+-W\d+|\b[A-Z]{1,2}\d+\b|\d+")]
    private static partial Regex Varying();
}

internal sealed record CrawledPage(string Address, HttpResponseMessage Response, IDocument? Page)
{
    public IEnumerable<IHtmlFormElement> Forms => Page?.Forms.Where(form => form.Method == "post" && !form.Action.Contains("/account/sign", StringComparison.Ordinal)) ?? [];
}
