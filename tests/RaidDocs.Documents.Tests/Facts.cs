using System.Collections;
using System.Text.RegularExpressions;
using RaidDocs.Documents.CaseStudies;

namespace RaidDocs.Documents.Tests;

/// <summary>Finds every text of a record, so that a property nobody prints fails a test.</summary>
public static partial class Facts
{
    // Codes may be written as a run, languages and kinds of place are keys, a bar's place is a hint that only a screen shows.
    private static readonly string[] NotPrinted = ["Women", "Language", "KindKey", nameof(Section.LeftOut)];

    public static IEnumerable<string> Of(object record)
    {
        if (record is HeldBar)
        {
            yield break;
        }

        foreach (var property in record.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0))
        {
            // The women of a section are records; the women of a line are codes.
            var value = property.GetValue(record);
            if (value is null || (NotPrinted.Contains(property.Name) && (value is string or IReadOnlyList<string>)))
            {
                continue;
            }

            foreach (var text in OfValue(value))
            {
                yield return text;
            }
        }
    }

    public static string WithoutSpace(string text) => Space().Replace(text, "");

    private static IEnumerable<string> OfValue(object value) => value switch
    {
        string text => [text],
        IEnumerable many => many.Cast<object>().SelectMany(OfValue),
        _ when value.GetType().Namespace == typeof(CaseStudy).Namespace && value.GetType().IsClass => Of(value),
        _ => [],
    };

    [GeneratedRegex("[\\s\u200B\u00AD\uFEFF]+")]
    private static partial Regex Space();
}
