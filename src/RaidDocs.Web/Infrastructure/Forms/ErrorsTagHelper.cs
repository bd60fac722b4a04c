using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace RaidDocs.Web.Infrastructure.Forms;

/// <summary>
/// <c>&lt;errors/&gt;</c>: what must be put right, each with a link to its field, and both texts after a lost race.
/// The layout shows it above the page; a page that wants it elsewhere writes it there, and it is shown only once.
/// </summary>
[HtmlTargetElement("errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorsTagHelper(Texts texts, IHtmlHelper html) : TagHelper
{
    private static readonly object Shown = new();

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (!Any(ViewContext) || !ViewContext.HttpContext.Items.TryAdd(Shown, true))
        {
            output.SuppressOutput();
            return;
        }

        output.Content.AppendHtml(Summary());
        if (Conflict.Of(ViewContext.HttpContext) is { } conflict)
        {
            ((IViewContextAware)html).Contextualize(ViewContext);
            output.Content.AppendHtml(await html.PartialAsync("_Conflict", conflict));
        }
    }

    /// <summary>True when this answer shows a refused form. A list's bad filter is no form.</summary>
    internal static bool Any(ViewContext view) =>
        HttpMethods.IsPost(view.HttpContext.Request.Method) && !view.ViewData.ModelState.IsValid;

    private TagBuilder Summary()
    {
        var box = Html.Tag("div", "summary");
        box.Attributes["role"] = "alert";
        box.Attributes["tabindex"] = "-1";
        box.Attributes["id"] = "errors";
        box.InnerHtml.AppendHtml(Html.Tag("h2", null, texts["There is a problem"]));
        var list = new TagBuilder("ul");
        var said = new HashSet<(string, string)>();
        foreach (var (key, entry) in ViewContext.ViewData.ModelState.OrderBy(wrong => FieldOrder.Of(ViewContext.HttpContext, wrong.Key)))
        {
            foreach (var error in entry!.Errors.Where(error => said.Add((key, error.ErrorMessage))))
            {
                list.InnerHtml.AppendHtml(Item(key, error));
            }
        }

        box.InnerHtml.AppendHtml(list);
        return box;
    }

    private static TagBuilder Item(string key, ModelError error)
    {
        var item = new TagBuilder("li");
        if (key.Length == 0)
        {
            item.InnerHtml.Append(error.ErrorMessage);
            return item;
        }

        var link = Html.Tag("a", null, error.ErrorMessage);
        link.Attributes["href"] = "#" + Html.Id(key);
        item.InnerHtml.AppendHtml(link);
        return item;
    }
}
