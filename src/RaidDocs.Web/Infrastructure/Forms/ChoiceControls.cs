using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace RaidDocs.Web.Infrastructure.Forms;

/// <summary>Tick boxes and radio buttons.</summary>
internal static class ChoiceControls
{
    /// <summary>More choices than this are a list to open.</summary>
    public const int MostRadios = 7;

    public static IReadOnlyList<Choice> YesOrNo(Texts texts) => [new("true", texts["Yes"]), new("false", texts["No"])];

    public static void AppendChoices(IHtmlContentBuilder content, FieldState field, string type, IReadOnlyList<Choice> choices)
    {
        var chosen = type == "radio" && field.Values.Count == 0 ? [""] : field.Values;
        string? group = null;
        for (var index = 0; index < choices.Count; index++)
        {
            var choice = choices[index];
            if (choice.Group != group && choice.Group is not null)
            {
                content.AppendHtml(Html.Tag("p", "group", choice.Group));
            }

            group = choice.Group;
            // The first one has the field's own id: the link of an error leads to it.
            var id = index == 0 ? field.Id : string.Create(CultureInfo.InvariantCulture, $"{field.Id}-{index}");
            content.AppendHtml(Html.Choice(
                type, id, field.Name, choice.Value, choice.Text, chosen.Contains(choice.Value, StringComparer.OrdinalIgnoreCase)));
        }
    }
}
