using System.Globalization;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Tests.Common;

public sealed class DaysInTextTests
{
    [Theory]
    [InlineData("taken on 12 March 2025 at night", "2025-03-12")]
    [InlineData("(told on 12 March 2025 (2568))", "2025-03-12")]
    [InlineData("12 \u0e21\u0e35\u0e19\u0e32\u0e04\u0e21 2568", "2025-03-12")]
    [InlineData("\u0e27\u0e31\u0e19\u0e17\u0e35\u0e4812\u0e21\u0e35\u0e19\u0e32\u0e04\u0e212568", "2025-03-12")]
    [InlineData("\u0e51\u0e52 \u0e21\u0e35\u0e19\u0e32\u0e04\u0e21 \u0e52\u0e55\u0e56\u0e58", "2025-03-12")]
    [InlineData("S11 February 2026, 17\nMarch 2025, 17  March 2025", "")]
    [InlineData("the 12th of March, 2025", "2025-03-12")]
    [InlineData("March 12, 2025", "2025-03-12")]
    [InlineData("on 12/3/2568.", "2025-03-12")]
    [InlineData("2025-03-12T22:40", "2025-03-12")]
    [InlineData("29 February 2024 and 2 March 2025", "2024-02-29 2025-03-02")]
    [InlineData("29 February 2025, 12 women 2025, March 2025, about 2554, 112 March 2025", "")]
    public void Days_are_found_however_they_are_written(string text, string days) =>
        Assert.Equal(days, string.Join(' ', DaysInText.Find(text).Order().Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("taken on 12 March 2025, let go on 13 March 2025", "taken on March 2025, let go on 13 March 2025")]
    [InlineData("\u0e51\u0e52 \u0e21\u0e35\u0e19\u0e32\u0e04\u0e21 \u0e52\u0e55\u0e56\u0e58", "\u0e21\u0e35\u0e19\u0e32\u0e04\u0e21 \u0e52\u0e55\u0e56\u0e58")]
    [InlineData("the 12th of March, 2025; March 12, 2025; 12/3/2568; 2025-03-12", "the March, 2025; March 2025; 3/2568; 2025-03")]
    [InlineData("12 March 2025 12 March 2025", "March 2025 March 2025")]
    public void A_hidden_day_keeps_its_month_and_the_rest_stays_as_typed(string text, string shortened) =>
        Assert.Equal(shortened, DaysInText.Shorten(text, day => day == new DateOnly(2025, 3, 12)));
}
