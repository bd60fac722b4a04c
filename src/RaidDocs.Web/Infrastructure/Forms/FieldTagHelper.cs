using System.Collections;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace RaidDocs.Web.Infrastructure.Forms;

/// <summary>
/// <c>&lt;field asp-for="Form.Place" hint="..."/&gt;</c>: label, hint, error and the control that fits the property.
/// Text, whole number, tick box, one of an enum, one or several of <see cref="Options"/>, a date or a moment.
/// Label and hint are English masters; the reader sees her language.
/// </summary>
[HtmlTargetElement("field", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(Texts texts) : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>Instead of the property's Display name.</summary>
    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Lines of a multiline text.</summary>
    public int Rows { get; set; } = 4;

    /// <summary>The language of what is typed, when it is known.</summary>
    public string? Lang { get; set; }

    /// <summary>"short" or "medium"; else the whole width.</summary>
    public string? Width { get; set; }

    /// <summary>The choices of a text, an id or a list.</summary>
    public IEnumerable<Choice>? Options { get; set; }

    /// <summary>Shows <see cref="Options"/> as radio buttons instead of a list to open.</summary>
    public bool Radios { get; set; }

    /// <summary>What it means to choose nothing, in the reader's language; "Not asked" where it is not said.</summary>
    public string? Empty { get; set; }

    /// <summary>For a name or code: nothing is underlined or put in capitals.</summary>
    public bool Name { get; set; }

    /// <summary>"username", "current-password", "one-time-code"...; else off.</summary>
    public string Autocomplete { get; set; } = "off";

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new FieldState(For, ViewContext, texts);
        FieldOrder.Note(ViewContext.HttpContext, field.Name);
        var type = Nullable.GetUnderlyingType(For.Metadata.ModelType) ?? For.Metadata.ModelType;
        output.TagMode = TagMode.StartTagAndEndTag;
        if (typeof(DateBoxes).IsAssignableFrom(type))
        {
            Group(output, field, "field date", Hint ?? DateControls.DefaultHint);
            DateControls.Append(output.Content, field, texts, withTime: type == typeof(MomentBoxes));
        }
        else if (type == typeof(bool) && !For.Metadata.IsNullableValueType)
        {
            TickBox(output, field);
        }
        else if (type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type))
        {
            Group(output, field, "field", Hint);
            ChoiceControls.AppendChoices(output.Content, field, "checkbox", Choices(For.Metadata.ElementType!) ?? []);
        }
        else if (Choices(type) is { } choices)
        {
            OneOf(output, field, choices, radios: Options is null ? choices.Count <= ChoiceControls.MostRadios : Radios);
        }
        else
        {
            Frame(output, field, "div", "field", Hint, asLegend: false);
            output.Content.AppendHtml(TextControls.Of(this, field));
        }
    }

    private List<Choice>? Choices(Type type)
    {
        var given = Options ?? (type.IsEnum ? Choice.Of(type, texts) : type == typeof(bool) ? ChoiceControls.YesOrNo(texts) : null);
        return given?.ToList();
    }

    private void OneOf(TagHelperOutput output, FieldState field, List<Choice> choices, bool radios)
    {
        // A radio button cannot be taken back, so "not asked" is a choice of its own.
        if (!For.Metadata.IsRequired || !radios)
        {
            choices.Insert(0, new Choice("", Empty ?? texts[For.Metadata.IsRequired ? "Choose" : "Not asked"]));
        }

        if (radios)
        {
            Group(output, field, "field", Hint);
            ChoiceControls.AppendChoices(output.Content, field, "radio", choices);
            return;
        }

        Frame(output, field, "div", "field", Hint, asLegend: false);
        var list = Html.Select(field.Id, field.Name, choices, field.Value);
        field.Describe(list);
        output.Content.AppendHtml(list);
    }

    private void TickBox(TagHelperOutput output, FieldState field)
    {
        Shape(output, field, "div", "field");
        var box = Html.Choice("checkbox", field.Id, field.Name, "true", Words(field), field.Values.Contains("true", StringComparer.OrdinalIgnoreCase));
        field.AppendHint(output.Content, Hint);
        field.AppendErrors(output.Content);
        output.Content.AppendHtml(box);
    }

    private void Group(TagHelperOutput output, FieldState field, string css, string? hint)
    {
        Frame(output, field, "fieldset", css, hint, asLegend: true);
        field.Describe(output.Attributes);
    }

    private void Frame(TagHelperOutput output, FieldState field, string tag, string css, string? hint, bool asLegend)
    {
        Shape(output, field, tag, css);
        output.Content.AppendHtml(asLegend ? Html.Tag("legend", null, Words(field)) : Html.Label(field.Id, Words(field)));
        field.AppendHint(output.Content, hint);
        field.AppendErrors(output.Content);
    }

    private static void Shape(TagHelperOutput output, FieldState field, string tag, string css)
    {
        output.TagName = tag;
        output.Attributes.SetAttribute("class", field.Errors.Count > 0 ? css + " bad" : css);
    }

    private string Words(FieldState field) => Label is null ? field.Label : texts[Label];
}
