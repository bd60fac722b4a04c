using System.Globalization;
using RaidDocs.Domain.Clocks;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.Dates;

namespace RaidDocs.Web.Pages;

/// <summary>Clocks in words: the rule, and the sum with its beginning and end in view.</summary>
internal static class ClockWords
{
    public static string RuleWords(this Texts texts, ClockRuleFacts rule) => Texts.IsThai && !string.IsNullOrEmpty(rule.Th) ? rule.Th : rule.En;

    /// <summary>"24 hours".</summary>
    public static string Length(this Texts texts, int number, ClockUnit unit) => unit switch
    {
        ClockUnit.Hours => texts["{0} h", number],
        ClockUnit.Days => number == 1 ? texts["1 day"] : texts["{0} days", number],
        _ => number == 1 ? texts["1 month"] : texts["{0} months", number],
    };

    /// <summary>"12 March 2025 (2568), 22:40 + 24 h + 7 days = 20 March 2025 (2568), 22:40".</summary>
    public static string Sum(this Texts texts, ClockReading reading)
    {
        if (reading.Start is not { } start)
        {
            return texts["The day is not known, so it cannot be counted."];
        }

        var begins = texts.Dates.Of(reading.Facts.Start);
        if (reading.End is not { } end)
        {
            return reading.Rule.Kind == ClockKind.Window
                ? texts["open since {0}", begins]
                : texts["counts up from {0}", begins];
        }

        var sum = $"{begins} {string.Join(' ', Parts(texts, reading).Select(part => "+ " + part))} = {texts.Words(end)}";
        return reading.Last is { } last && last != end ? $"{sum}. {texts["With all further orders at most until {0}.", texts.Words(last)]}" : sum;
    }

    /// <summary>One moment, or the first and last that it can be.</summary>
    public static string Words(this Texts texts, Span span)
    {
        if (span.IsExact)
        {
            return Moment(texts, span.FromAt);
        }

        return span.IsWholeDays
            ? span.FirstDay == span.LastDay
                ? texts["some hour of {0}", texts.Dates.Day(span.FirstDay)]
                : texts["between {0} and {1}", texts.Dates.Day(span.FirstDay), texts.Dates.Day(span.LastDay)]
            : texts["between {0} and {1}", Moment(texts, span.FromAt), Moment(texts, span.ToAt)];
    }

    /// <summary>"in 2 days", "today", "3 days late".</summary>
    public static string InDays(this Texts texts, int days) => days switch
    {
        0 => texts["today"],
        1 => texts["in 1 day"],
        > 1 => texts["in {0} days", days],
        -1 => texts["1 day late"],
        _ => texts["{0} days late", -days],
    };

    /// <summary>The same for a date that may be known by its month alone: while that lasts it is neither today nor late.</summary>
    public static string Due(this Texts texts, DateEntry entry, DateOnly today) => entry.From <= today && today < entry.To
        ? texts["some day until {0}", texts.Dates.Day(entry.To)]
        : texts.InDays(entry.InDays(today));

    /// <summary>The class of the mark that goes with it; the word is always there too.</summary>
    public static string Mark(int days) => days <= 0 ? "late" : "soon";

    private static IEnumerable<string> Parts(Texts texts, ClockReading reading)
    {
        var rule = reading.Rule;
        if (rule is { After: { } after, AfterUnit: { } afterUnit })
        {
            yield return texts.Length(after, afterUnit);
        }

        if (reading.Facts.Extensions > 0 && rule is { Extension: null, Cap: { } all, CapUnit: { } allUnit })
        {
            yield return texts.Length(all, allUnit);
            yield break;
        }

        yield return texts.Length(rule.Length!.Value, rule.Unit!.Value);
        if (reading.Facts.Extensions > 0 && rule is { Extension: { } more, ExtensionUnit: { } moreUnit })
        {
            yield return $"{reading.Facts.Extensions.ToString(CultureInfo.InvariantCulture)} × {texts.Length(more, moreUnit)}";
        }
    }

    private static string Moment(Texts texts, DateTime at) => at.TimeOfDay == TimeSpan.Zero
        ? texts.Dates.Day(DateOnly.FromDateTime(at)) + ", 00:00"
        : $"{texts.Dates.Day(DateOnly.FromDateTime(at))}, {DateWords.Time(TimeOnly.FromDateTime(at))}";
}
