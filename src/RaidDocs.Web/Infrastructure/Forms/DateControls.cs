using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using RaidDocs.Domain.Common;

namespace RaidDocs.Web.Infrastructure.Forms;

/// <summary>The boxes of a date: day, month, year, "about", why it is missing, and for a moment also the time.</summary>
internal static class DateControls
{
    public static string DefaultHint { get; } = Texts.Text("Like 12 3 2568 or 12 March 2025. Leave empty what is not known.");

    public static void Append(IHtmlContentBuilder content, FieldState field, Texts texts, bool withTime)
    {
        var boxes = field.Model as DateBoxes ?? new DateBoxes();
        var row = Html.Tag("div", "boxes");
        row.InnerHtml
            // The first box has the field's own id: the link of an error leads to it.
            .AppendHtml(Box(field, field.Id, nameof(DateBoxes.Day), texts["Day"], boxes.Day, "two"))
            .AppendHtml(Box(field, null, nameof(DateBoxes.Month), texts["Month"], boxes.Month, "month"))
            .AppendHtml(Box(field, null, nameof(DateBoxes.Year), texts["Year"], boxes.Year, "four"));
        content.AppendHtml(row);
        AppendTick(content, field, nameof(DateBoxes.About), texts["About this date"], boxes.About);

        if (field.Part(nameof(DateBoxes.Words), boxes.Words) is { Length: > 0 } words)
        {
            content.AppendHtml(Box(field, null, nameof(DateBoxes.Words), texts["In words"], words, null));
        }

        if (withTime)
        {
            AppendTime(content, field, texts, boxes as MomentBoxes ?? new MomentBoxes());
        }

        AppendList(content, field, nameof(DateBoxes.Gap), texts["If there is no date"], boxes.Gap, Reasons(field, texts, boxes.Gap));
    }

    private static void AppendTime(IHtmlContentBuilder content, FieldState field, Texts texts, MomentBoxes boxes)
    {
        var row = Html.Tag("div", "boxes");
        row.InnerHtml.AppendHtml(Box(field, null, nameof(MomentBoxes.Time), texts["Time, like 22:40"], boxes.Time, "four"));
        content.AppendHtml(row);
        AppendTick(content, field, nameof(MomentBoxes.AboutTime), texts["About this time"], boxes.AboutTime);
        AppendList(content, field, nameof(MomentBoxes.Part), texts["Part of the day"], boxes.Part,
            [new Choice("", texts["Not known"]), .. Choice.Of<PartOfDay>(texts)]);
    }

    private static IEnumerable<Choice> Reasons(FieldState field, Texts texts, string? stored)
    {
        yield return new Choice("", texts["There is one"]);
        yield return new Choice(nameof(Gap.NotKnown), texts["I do not know the date"]);
        yield return new Choice(nameof(Gap.RatherNotSay), texts["She would rather not say"]);
        yield return new Choice(nameof(Gap.Withheld), texts["It is withheld"]);
        if (field.Part(nameof(DateBoxes.Gap), stored) == nameof(Gap.NotAsked))
        {
            yield return new Choice(nameof(Gap.NotAsked), texts["Not asked"]);
        }
    }

    private static TagBuilder Box(FieldState field, string? id, string part, string label, string? stored, string? css)
    {
        var box = new TagBuilder("div");
        var name = $"{field.Name}.{part}";
        var input = Html.Input("text", id ?? Html.Id(name), name, field.Part(part, stored));
        input.Attributes["autocomplete"] = "off";
        if (css is not null)
        {
            input.AddCssClass(css);
        }

        if (css == "two" || part == nameof(DateBoxes.Year))
        {
            input.Attributes["inputmode"] = "numeric";
        }

        field.Describe(input);
        // The hint and the error are read once, with the legend.
        input.Attributes.Remove("aria-describedby");
        box.InnerHtml.AppendHtml(Html.Label(id ?? Html.Id(name), label)).AppendHtml(input);
        return box;
    }

    private static void AppendTick(IHtmlContentBuilder content, FieldState field, string part, string label, bool stored)
    {
        var name = $"{field.Name}.{part}";
        content.AppendHtml(Html.Choice(
            "checkbox", Html.Id(name), name, "true", label, field.Part(part, stored ? "true" : null) == "true"));
    }

    private static void AppendList(
        IHtmlContentBuilder content, FieldState field, string part, string label, string? stored, IEnumerable<Choice> options)
    {
        var name = $"{field.Name}.{part}";
        var box = Html.Tag("div", "sub");
        box.InnerHtml.AppendHtml(Html.Label(Html.Id(name), label))
            .AppendHtml(Html.Select(Html.Id(name), name, options, field.Part(part, stored)));
        content.AppendHtml(box);
    }
}
