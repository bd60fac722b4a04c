using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace RaidDocs.Web.Infrastructure.Forms;

/// <summary>The control for a text: one line, many lines, a number, a telephone number or a secret.</summary>
internal static class TextControls
{
    public static TagBuilder Of(FieldTagHelper helper, FieldState field)
    {
        var type = field.Metadata.ModelType;
        if (type != typeof(string) && field.Metadata.UnderlyingOrModelType != typeof(int) && field.Metadata.UnderlyingOrModelType != typeof(Guid))
        {
            throw new InvalidOperationException($"A field cannot ask for a {type.Name}. Days are asked for with DateBoxes.");
        }

        var typed = field.Value ?? "";
        var control = TextRules.IsLong(field.Metadata) ? Area(helper, field, typed) : Line(field, typed);
        control.Attributes["autocomplete"] = helper.Autocomplete;
        if (helper.Name)
        {
            control.Attributes["spellcheck"] = "false";
            control.Attributes["autocapitalize"] = "off";
        }

        if (helper.Lang is { } language)
        {
            control.Attributes["lang"] = language;
        }

        if (helper.Width is { } width)
        {
            control.AddCssClass(width);
        }

        field.Describe(control);
        return control;
    }

    private static TagBuilder Area(FieldTagHelper helper, FieldState field, string typed)
    {
        var area = new TagBuilder("textarea");
        area.Attributes["id"] = field.Id;
        area.Attributes["name"] = field.Name;
        area.Attributes["rows"] = helper.Rows.ToString(CultureInfo.InvariantCulture);
        // Browsers swallow one line break after the tag; without this, a text that begins with one would lose it.
        area.InnerHtml.AppendHtml("\n").Append(typed);
        return area;
    }

    private static TagBuilder Line(FieldState field, string typed)
    {
        var type = field.Metadata.DataTypeName switch
        {
            "Password" => "password",
            "PhoneNumber" => "tel",
            _ => "text",
        };
        // A secret is never sent back.
        var input = Html.Input(type, field.Id, field.Name, type == "password" ? null : typed);
        if (IsWhole(field))
        {
            input.Attributes["inputmode"] = "numeric";
            input.AddCssClass("number");
        }

        return input;
    }

    private static bool IsWhole(FieldState field) => field.Metadata.UnderlyingOrModelType == typeof(int)
        || (field.Metadata as DefaultModelMetadata)?.Attributes.PropertyAttributes?.OfType<WholeAttribute>().Any() == true;
}
