using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace RaidDocs.Web.Infrastructure.Forms;

/// <summary>What a field shows: its names, what was typed into it (else what is stored), and what is wrong with it.</summary>
internal sealed class FieldState
{
    private readonly ModelStateDictionary _state;
    private readonly Texts _texts;
    private readonly List<string> _describedBy = [];

    public FieldState(ModelExpression field, ViewContext view, Texts texts)
    {
        _state = view.ViewData.ModelState;
        _texts = texts;
        Metadata = field.Metadata;
        Name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(field.Name);
        Model = field.Model;
        Label = Metadata.GetDisplayName();
        Values = Typed(Name) ?? Stored(Model);
        Errors =
        [
            .. _state.Where(entry => entry.Key == Name || entry.Key.StartsWith(Name + ".", StringComparison.Ordinal))
                .SelectMany(entry => entry.Value!.Errors.Select(error => error.ErrorMessage))
                .Distinct(),
        ];
    }

    public ModelMetadata Metadata { get; }

    public string Name { get; }

    public string Id => Html.Id(Name);

    public object? Model { get; }

    public string Label { get; }

    public IReadOnlyList<string> Values { get; }

    public string? Value => Values is [var first, ..] ? first : null;

    public IReadOnlyList<string> Errors { get; }

    /// <summary>What was typed into one box of this field, else what is stored.</summary>
    public string Part(string part, string? stored) => (Typed($"{Name}.{part}") is [var typed, ..] ? typed : null) ?? stored ?? "";

    public void AppendHint(IHtmlContentBuilder content, string? hint)
    {
        if (hint is null)
        {
            return;
        }

        var line = Html.Tag("p", "hint", _texts[hint]);
        line.Attributes["id"] = Id + "-hint";
        _describedBy.Add(Id + "-hint");
        content.AppendHtml(line);
    }

    public void AppendErrors(IHtmlContentBuilder content)
    {
        if (Errors.Count == 0)
        {
            return;
        }

        var line = Html.Tag("p", "error");
        line.Attributes["id"] = Id + "-error";
        line.InnerHtml.AppendHtml(Html.Tag("span", "unseen", _texts["Error:"] + " ")).Append(string.Join(" ", Errors));
        _describedBy.Add(Id + "-error");
        content.AppendHtml(line);
    }

    public void Describe(TagBuilder control)
    {
        if (_describedBy.Count > 0)
        {
            control.Attributes["aria-describedby"] = string.Join(' ', _describedBy);
        }

        if (Errors.Count > 0)
        {
            control.Attributes["aria-invalid"] = "true";
        }
    }

    public void Describe(TagHelperAttributeList group)
    {
        if (_describedBy.Count > 0)
        {
            group.SetAttribute("aria-describedby", string.Join(' ', _describedBy));
        }
    }

    private string[]? Typed(string name) => _state.TryGetValue(name, out var entry)
        ? entry.RawValue switch
        {
            string one => [one],
            string[] many => many,
            // Bound, but nothing was sent: for a list that means none.
            _ => entry.AttemptedValue is { } text ? [text] : null,
        }
        : null;

    private static string[] Stored(object? model) => model switch
    {
        null => [],
        string text => [text],
        bool yes => [yes ? "true" : "false"],
        IFormattable number => [number.ToString(null, CultureInfo.InvariantCulture)],
        IEnumerable list => [.. list.Cast<object>().SelectMany(Stored)],
        _ => [],
    };
}
