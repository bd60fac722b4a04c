using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace RaidDocs.Web.Infrastructure;

/// <summary><c>&lt;pages list="Model.Raids"/&gt;</c>: how many there are, and links to the page before and after. Keeps the filter.</summary>
[HtmlTargetElement("pages", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagesTagHelper(Texts texts) : TagHelper
{
    // "page" is the route key that Razor Pages keeps for itself.
    private const string Key = "p";

    public IPaged? List { get; set; }

    /// <summary>What the links keep, after a form was sent; else they keep what stands in the address.</summary>
    public IReadOnlyDictionary<string, string>? Keep { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (List is null || List.LastPage < 2)
        {
            output.SuppressOutput();
            return;
        }

        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = "nav";
        output.Attributes.SetAttribute("class", "pages");
        output.Attributes.SetAttribute("aria-label", texts["Pages of this list"]);
        if (List.Page > 1)
        {
            output.Content.AppendHtml(Link(List.Page - 1, "prev", texts["Page before"]));
        }

        var where = new TagBuilder("span");
        where.InnerHtml.Append(texts["Page {0} of {1}, {2} in all", List.Page, List.LastPage, List.Total]);
        output.Content.AppendHtml(where);
        if (List.Page < List.LastPage)
        {
            output.Content.AppendHtml(Link(List.Page + 1, "next", texts["Next page"]));
        }
    }

    private TagBuilder Link(int page, string relation, string words)
    {
        var request = ViewContext.HttpContext.Request;
        var query = Keep is null ? new QueryBuilder(request.Query.Where(pair => pair.Key != Key)) : new QueryBuilder(Keep);
        query.Add(Key, page.ToString(CultureInfo.InvariantCulture));

        var link = new TagBuilder("a");
        link.Attributes["href"] = request.PathBase + request.Path + query.ToQueryString();
        link.Attributes["rel"] = relation;
        link.InnerHtml.Append(words);
        return link;
    }
}
