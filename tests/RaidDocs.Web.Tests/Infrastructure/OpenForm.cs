using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace RaidDocs.Web.Tests.Infrastructure;

/// <summary>A form as a person sees it: filled by label, posted with its hidden fields and anti-forgery token.</summary>
internal sealed class OpenForm
{
    private readonly HttpClient _client;
    private readonly IHtmlFormElement _form;

    /// <summary>The first form of the page, or the one with this button.</summary>
    public OpenForm(HttpClient client, IDocument page, string? button = null)
    {
        _client = client;
        Page = page;
        var forms = page.QuerySelectorAll<IHtmlFormElement>("main form[method=post]");
        _form = forms.FirstOrDefault(form => button is null || Buttons(form).Any(pressed => WordsOf(pressed) == button))
            ?? throw new InvalidOperationException($"The page has no form{(button is null ? "" : $" with the button '{button}'")}: {page.Title}");
    }

    public IDocument Page { get; }

    /// <summary>Writes into the field with this label, or chooses the entry of a list by its words or its value.</summary>
    public OpenForm Fill(string label, string value)
    {
        switch (Control(_form, label))
        {
            case IHtmlInputElement { Type: "checkbox" or "radio" }:
                throw new InvalidOperationException($"'{label}' is ticked or chosen, not filled.");
            case IHtmlInputElement input:
                input.Value = value;
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlSelectElement list:
                list.Value = (list.Options.FirstOrDefault(option => option.Text.Trim() == value)
                    ?? list.Options.FirstOrDefault(option => option.Value == value)
                    ?? throw new InvalidOperationException($"'{label}' has no choice '{value}'.")).Value;
                break;
        }

        return this;
    }

    /// <summary>Ticks the box with this label.</summary>
    public OpenForm Tick(string label, bool ticked = true)
    {
        ((IHtmlInputElement)Control(_form, label)).IsChecked = ticked;
        return this;
    }

    /// <summary>Chooses the radio button, or ticks the box, that a question (its legend) offers.</summary>
    public OpenForm Choose(string legend, string choice)
    {
        var question = Group(legend);
        var chosen = (IHtmlInputElement)Control(question, choice);
        if (chosen.Type == "radio")
        {
            foreach (var other in question.QuerySelectorAll<IHtmlInputElement>("input[type=radio]"))
            {
                other.IsChecked = false;
            }
        }

        chosen.IsChecked = true;
        return this;
    }

    /// <summary>Writes into the boxes of a date (by its legend). Null leaves a box as it is.</summary>
    public OpenForm FillDate(string legend, string? day = null, string? month = null, string? year = null, bool? about = null)
    {
        foreach (var (box, value) in new[] { ("Day", day), ("Month", month), ("Year", year) })
        {
            if (value is not null)
            {
                FillIn(legend, box, value);
            }
        }

        if (about is { } isAbout)
        {
            ((IHtmlInputElement)Control(Group(legend), "About this date")).IsChecked = isAbout;
        }

        return this;
    }

    /// <summary>Writes into one box of a group: the "Time, like 22:40" of "When it happened".</summary>
    public OpenForm FillIn(string legend, string box, string value)
    {
        switch (Control(Group(legend), box))
        {
            case IHtmlSelectElement list:
                list.Value = list.Options.Single(option => option.Text.Trim() == value || option.Value == value).Value;
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
        }

        return this;
    }

    /// <summary>What stands in the field with this label, or in one box of a group.</summary>
    public string Value(string label, string? box = null) => Control(box is null ? _form : Group(label), box ?? label) switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } choice => choice.IsChecked ? "true" : "",
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement list => list.Options.FirstOrDefault(option => option.IsSelected)?.Text.Trim() ?? "",
        var other => other.TextContent,
    };

    /// <summary>What is chosen of the answers to one question.</summary>
    public IEnumerable<string> Chosen(string legend) =>
        Group(legend).QuerySelectorAll<IHtmlInputElement>("input")
            .Where(input => input.Type is "radio" or "checkbox" && input.IsChecked)
            .Select(input => WordsOf(_form.Owner!.QuerySelector($"label[for='{input.Id}']")!));

    /// <summary>A field that no label names: a hidden mark, or what an attacker would change.</summary>
    public OpenForm Set(string name, string value)
    {
        ((IHtmlInputElement)_form.Elements.Single(element => element.GetAttribute("name") == name)).Value = value;
        return this;
    }

    /// <summary>One more value, as an attacker would send it.</summary>
    public OpenForm Also(string name, string value)
    {
        var field = (IHtmlInputElement)Page.CreateElement("input");
        (field.Type, field.Name, field.Value) = ("hidden", name, value);
        _form.AppendChild(field);
        return this;
    }

    public string Hidden(string name) =>
        _form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Single(input => input.Name == name).Value;

    /// <summary>Sends just what a browser would: AngleSharp knows the rules for boxes, lists and text areas.</summary>
    public async Task<HttpResponseMessage> PostAsync(string? button = null)
    {
        var pressed = button is null ? null : Buttons(_form).Single(one => WordsOf(one) == button);
        var submission = (pressed is null ? _form.GetSubmission() : _form.GetSubmission(pressed))!;
        var content = new StreamContent(submission.Body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(submission.MimeType!);
        return await _client.PostAsync(new Uri(submission.Target.Href), content);
    }

    private static IEnumerable<IHtmlElement> Buttons(IHtmlFormElement form) =>
        form.QuerySelectorAll<IHtmlElement>("button").Where(button => button.GetAttribute("type") is null or "submit");

    private IElement Group(string legend) =>
        _form.QuerySelectorAll("fieldset").SingleOrDefault(group => WordsOf(group.QuerySelector("legend")) == legend)
        ?? throw new InvalidOperationException($"No question '{legend}'. There are: {string.Join(" | ", _form.QuerySelectorAll("legend").Select(WordsOf))}");

    private static IHtmlElement Control(IElement place, string label)
    {
        var named = place.QuerySelectorAll<IHtmlLabelElement>("label").Where(one => WordsOf(one) == label).ToList();
        return named is [{ Control: { } control }]
            ? control
            : throw new InvalidOperationException(
                $"{named.Count} labels read '{label}'. There are: {string.Join(" | ", place.QuerySelectorAll("label").Select(WordsOf))}");
    }

    private static string WordsOf(IElement? element) => element?.TextContent.Trim() ?? "";
}
