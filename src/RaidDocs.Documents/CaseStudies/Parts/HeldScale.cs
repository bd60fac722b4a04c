using System.Globalization;

namespace RaidDocs.Documents.CaseStudies.Parts;

/// <summary>Where days, stays and gaps fall on the chart, in units of its drawing.</summary>
public sealed class HeldScale(HeldChart chart)
{
    public const int Width = 500;
    private const double RoomForArrow = 9;
    private const double NarrowestBar = 3;

    private readonly double _perDay = (Width - RoomForArrow) / Math.Max(1, chart.To.DayNumber - chart.From.DayNumber);

    public double X(DateOnly day) => (Math.Clamp(day.DayNumber, chart.From.DayNumber, chart.To.DayNumber) - chart.From.DayNumber) * _perDay;

    /// <summary>One stay: the days that are certain in the middle, the days that are not at its ends.</summary>
    public HeldShape Shape(HeldBar bar)
    {
        var to = bar.Open ? chart.To : bar.LatestTo;
        var sureTo = bar.Open ? chart.To : bar.EarliestTo;
        var left = X(bar.EarliestFrom);
        var right = Math.Max(X(to), left + NarrowestBar);
        var sureLeft = X(bar.LatestFrom);

        // A stay of a day or two keeps a width that can be seen; so does its certain part when all of it is certain.
        var sureRight = sureTo == to ? right : X(sureTo);
        return new HeldShape(left, right, sureLeft, Math.Max(sureLeft, sureRight));
    }

    /// <summary>The days between two stays of which nobody has said where she was.</summary>
    public IEnumerable<(double Left, double Right)> Gaps(HeldRow row)
    {
        var bars = row.Bars.OrderBy(bar => bar.EarliestFrom).ToList();
        var reached = bars.Count > 0 ? End(bars[0]) : chart.From;
        foreach (var bar in bars.Skip(1))
        {
            if (bar.EarliestFrom.DayNumber > reached.DayNumber + 1)
            {
                yield return (X(reached), X(bar.EarliestFrom));
            }

            reached = End(bar) > reached ? End(bar) : reached;
        }
    }

    /// <summary>The first of each month that gets a line, and the words for some of them.</summary>
    public IEnumerable<HeldTick> Ticks(string language)
    {
        var months = ((chart.To.Year - chart.From.Year) * 12) + chart.To.Month - chart.From.Month;
        var step = months switch { <= 8 => 1, <= 18 => 2, <= 30 => 3, <= 60 => 6, _ => 12 };
        var first = new DateOnly(chart.From.Year, chart.From.Month, 1);
        var isFirst = true;
        for (var month = first < chart.From ? first.AddMonths(1) : first; month <= chart.To; month = month.AddMonths(1))
        {
            // Counted from January, so that each year begins with a line of its own.
            if ((month.Month - 1) % step == 0)
            {
                yield return new HeldTick(X(month), month.ToString("MMM", CultureInfo.InvariantCulture), isFirst || month.Month == 1 ? Year(month.Year, language) : null);
                isFirst = false;
            }
        }
    }

    public static string Units(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static DateOnly End(HeldBar bar) => bar.Open ? DateOnly.MaxValue : bar.LatestTo;

    // Both eras, that of the language first.
    private static string Year(int year, string language) =>
        language == "th" ? $"{year + 543} ({year})" : $"{year} ({year + 543})";
}

/// <summary>The ends of a stay, and within them the ends of what is certain.</summary>
public sealed record HeldShape(double Left, double Right, double SureLeft, double SureRight)
{
    private const double RoomForLetter = 11;

    public bool HasLetter => Right - Left >= RoomForLetter;

    public double Middle => SureRight > SureLeft ? (SureLeft + SureRight) / 2 : (Left + Right) / 2;
}

/// <summary>A line of the axis, its English month and, where a year begins, the year.</summary>
public sealed record HeldTick(double X, string Month, string? Year);
