using Microsoft.AspNetCore.Mvc.Rendering;

namespace RaidDocs.Web.Infrastructure.Forms;

/// <summary>The few lines of HTML that the tag helpers share.</summary>
internal static class Html
{
    public static TagBuilder Tag(string name, string? css, string? words = null)
    {
        var tag = new TagBuilder(name);
        if (css is not null)
        {
            tag.Attributes["class"] = css;
        }

        if (words is not null)
        {
            tag.InnerHtml.Append(words);
        }

        return tag;
    }

    public static TagBuilder Label(string id, string words)
    {
        var label = Tag("label", null, words);
        label.Attributes["for"] = id;
        return label;
    }

    public static TagBuilder Input(string type, string id, string name, string? value)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = type;
        input.Attributes["id"] = id;
        input.Attributes["name"] = name;
        if (value is not null)
        {
            input.Attributes["value"] = value;
        }

        return input;
    }

    /// <summary>A tick box or radio button with its words beside it.</summary>
    public static TagBuilder Choice(string type, string id, string name, string value, string words, bool chosen)
    {
        var box = Tag("div", "choice");
        var input = Input(type, id, name, value);
        if (chosen)
        {
            input.Attributes["checked"] = "checked";
        }

        box.InnerHtml.AppendHtml(input).AppendHtml(Label(id, words));
        return box;
    }

    public static TagBuilder Select(string id, string name, IEnumerable<Choice> options, string? chosen)
    {
        var list = new TagBuilder("select");
        list.Attributes["id"] = id;
        list.Attributes["name"] = name;
        foreach (var group in options.GroupBy(option => option.Group))
        {
            var parent = list;
            if (group.Key is not null)
            {
                parent = new TagBuilder("optgroup");
                parent.Attributes["label"] = group.Key;
            }

            foreach (var option in group)
            {
                var item = Tag("option", null, option.Text);
                item.Attributes["value"] = option.Value;
                if (option.Value == (chosen ?? ""))
                {
                    item.Attributes["selected"] = "selected";
                }

                parent.InnerHtml.AppendHtml(item);
            }

            if (parent != list)
            {
                list.InnerHtml.AppendHtml(parent);
            }
        }

        return list;
    }

    public static string Id(string name) => TagBuilder.CreateSanitizedId(name, "_");
}
