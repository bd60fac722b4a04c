using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Extensions;

namespace RaidDocs.Web.Infrastructure;

/// <summary>The same page in another language.</summary>
internal static class LanguageLinks
{
    public static string To(HttpRequest request, string language)
    {
        var query = new QueryBuilder(request.Query.Where(pair => pair.Key != Language.Key)) { { Language.Key, language } };
        // On the page for a missing address, the address that was asked for.
        var asked = request.HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath;
        return request.PathBase + new PathString(asked ?? request.Path.Value) + query.ToQueryString();
    }
}
