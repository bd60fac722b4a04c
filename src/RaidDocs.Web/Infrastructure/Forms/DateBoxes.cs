using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Common;

namespace RaidDocs.Web.Infrastructure.Forms;

/// <summary>
/// A date as it is asked for: three boxes, any of them empty, in either era and any digits; or why it is missing.
/// The boxes hold what was typed, also when it is no date.
/// </summary>
public class DateBoxes
{
    private const int BuddhistOffset = 543;

    [Display(Name = "Day")]
    public string? Day { get; set; }

    [Display(Name = "Month")]
    public string? Month { get; set; }

    [Display(Name = "Year")]
    public string? Year { get; set; }

    public bool About { get; set; }

    /// <summary>Why there is no date: the name of a <see cref="Domain.Common.Gap"/>.</summary>
    public string? Gap { get; set; }

    /// <summary>A date that three boxes cannot hold, such as "between March and May 2011". Shown only when there is one.</summary>
    [Display(Name = "In words")]
    public string? Words { get; set; }

    internal bool IsBlank => Blank(Day) && Blank(Month) && Blank(Year);

    /// <summary>
    /// The date of the boxes. If it is none, the sentence goes to <paramref name="state"/> under <paramref name="key"/>
    /// ("Form.On"). <paramref name="subject"/> names the date inside a sentence: "the date of the raid".
    /// </summary>
    public PartialDate? Read(ModelStateDictionary state, string key, string subject, bool required = false)
    {
        if (TypedDate(state, key, subject, required) is not { } typed)
        {
            return null;
        }

        if (PartialDate.TryRead(typed, out var date, out var problem))
        {
            return date;
        }

        Refuse(state, key, PartialDate.Sentence(problem, typed, Texts.Shared[subject]));
        return null;
    }

    public static DateBoxes Of(PartialDate? date)
    {
        var boxes = new DateBoxes();
        boxes.Restore(date);
        return boxes;
    }

    /// <summary>What stands in the boxes, as one line; empty when nothing does.</summary>
    public virtual string InWords(Texts texts) => ReadGap() is { } gap
        ? texts.Of(gap)
        : !IsBlank ? PartialDate.FromBoxes(Day, Month, Year, About) : Words ?? "";

    protected string? TypedDate(ModelStateDictionary state, string key, string subject, bool required)
    {
        var texts = Texts.Shared;
        var hasDate = !IsBlank || !Blank(Words);
        switch (ReadGap(), hasDate)
        {
            case ({ }, true):
                state.AddModelError(key, texts["Enter {0} or choose why it is missing, not both", texts[subject]]);
                return null;
            case ({ } gap, false):
                return Gaps.Phrase(gap);
            case (null, false) when required:
                state.AddModelError(key, texts["Enter {0}, or choose \"I do not know the date\"", texts[subject]]);
                return null;
            case (null, false):
                return null;
            default:
                return IsBlank ? Words : PartialDate.FromBoxes(Day, Month, Year, About);
        }
    }

    protected void Restore(PartialDate? date)
    {
        if (date?.Gap is { } gap)
        {
            Gap = gap.ToString();
        }
        else if (date is not null && !RestoreTyped(date))
        {
            RestoreRead(date);
        }
    }

    protected static void Refuse(ModelStateDictionary state, string key, FormattableString sentence)
    {
        var words = Texts.Shared.Of(sentence);
        // A sentence may begin with its subject, which is written for the middle of one.
        state.AddModelError(key, words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..]);
    }

    protected static bool Blank(string? text) => string.IsNullOrWhiteSpace(text);

    private Gap? ReadGap() => Enum.TryParse<Gap>(Gap, out var gap) && Enum.IsDefined(gap) ? gap : null;

    // Only when putting the boxes together again gives exactly what was typed.
    private bool RestoreTyped(PartialDate date)
    {
        var words = date.About && date.Typed.StartsWith("about ", StringComparison.Ordinal) ? date.Typed[6..] : date.Typed;
        var parts = words.Split([' ', '/', '-'], StringSplitOptions.RemoveEmptyEntries);
        (string? day, string? month, string? year) = parts switch
        {
            [var d, var m, var y] when d.Length <= 2 => (d, m, y),
            [var m, var y] => (null, m, y),
            [var y] => (null, null, y),
            _ => (null, null, (string?)null),
        };
        if (year is null || PartialDate.FromBoxes(day, month, year, date.About) != date.Typed)
        {
            return false;
        }

        (Day, Month, Year, About) = (day, month, year, date.About);
        return true;
    }

    private void RestoreRead(PartialDate date)
    {
        if (date.Precision is DatePrecision.Range or DatePrecision.Unknown)
        {
            Words = date.Typed;
            return;
        }

        var from = date.Earliest;
        Year = Text(date.Era == Era.Buddhist ? from.Year + BuddhistOffset : from.Year);
        Month = date.Precision is DatePrecision.Day or DatePrecision.Month ? Text(from.Month) : null;
        Day = date.Precision == DatePrecision.Day ? Text(from.Day) : null;
        About = date.About;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
