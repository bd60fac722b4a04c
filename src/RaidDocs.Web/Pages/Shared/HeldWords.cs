using System.Globalization;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Stays;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages;

/// <summary>Days held in words; the numbers are those of <see cref="HeldTime"/> everywhere.</summary>
internal static class HeldWords
{
    /// <summary>"619", or "610 to 640".</summary>
    public static string Number(this Texts texts, DaysHeld days) => days.Min == days.Max
        ? days.Min.ToString(CultureInfo.InvariantCulture)
        : texts["{0} to {1}", days.Min, days.Max];

    /// <summary>"No paper was seen for 612 of these days (98%)."; nothing where there are no days.</summary>
    public static string WithoutPaper(this Texts texts, HeldTime held) => held.Share switch
    {
        null => "",
        0 when held.WithoutPaper.Max == 0 => texts["A paper was seen for all of these days."],
        var share => texts["No paper was seen for {0} of these days ({1}%).", texts.Number(held.WithoutPaper), share],
    };
}
