using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using RaidDocs.Domain.Common;

namespace RaidDocs.Web.Infrastructure;

/// <summary>
/// <c>&lt;when value="..."/&gt;</c> shows a day, a partly known date or a UTC moment in words, inside a time element
/// that machines read in the Western calendar.
/// </summary>
[HtmlTargetElement("when", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WhenTagHelper(Texts texts) : TagHelper
{
    public object? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (words, machine) = Value switch
        {
            DateOnly day => (texts.Dates.Day(day), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            DateTime utc => (texts.Dates.Moment(utc), utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            PartialDate date => (texts.Dates.Of(date), DateWords.Machine(date)),
            PartialDateTime moment => (texts.Dates.Of(moment), DateWords.Machine(moment.Date)),
            _ => ("", null),
        };

        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = machine is null ? "span" : "time";
        if (machine is not null)
        {
            output.Attributes.SetAttribute("datetime", machine);
        }

        output.Content.SetContent(words);
    }
}
