using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace RaidDocs.Web.Infrastructure.Forms;

/// <summary>
/// <c>&lt;form-marks asp-for="Form"/&gt;</c>: the hidden marks of a form, as far as it has them. <c>Guid Number</c> is new
/// for each opened form, so that a form sent twice is known; <c>Guid Version</c> says which row it was opened on.
/// </summary>
[HtmlTargetElement("form-marks", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormMarksTagHelper : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        foreach (var name in new[] { Conflict.NumberName, Conflict.VersionName })
        {
            if (For.Metadata.ModelType.GetProperty(name) is not { } property || property.PropertyType != typeof(Guid))
            {
                continue;
            }

            var field = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName($"{For.Name}.{name}");
            var value = For.Model is null ? Guid.Empty : (Guid)property.GetValue(For.Model)!;
            // What was typed before she was signed out keeps the marks it was typed with.
            if (KeptFields.Of(ViewContext.HttpContext)?.GetValueOrDefault(field) is [var kept] && Guid.TryParse(kept, out var before))
            {
                value = before;
            }

            // A form that comes back keeps its number; a form that is opened gets one.
            var mark = name == Conflict.NumberName && value == Guid.Empty ? Guid.CreateVersion7() : value;
            output.Content.AppendHtml(Html.Input("hidden", Html.Id(field), field, mark.ToString()));
        }
    }
}
