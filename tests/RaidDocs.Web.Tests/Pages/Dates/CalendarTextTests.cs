using System.Globalization;
using System.Text;
using RaidDocs.Web.Pages.Dates;

namespace RaidDocs.Web.Tests.Pages.Dates;

public sealed class CalendarTextTests
{
    private static readonly DateTime Changed = new(2026, 11, 21, 2, 0, 0, DateTimeKind.Utc);

    private static CalendarEvent Event { get; } = new("a1", new(2026, 12, 1), new(2026, 12, 1), new(9, 30), "R03 - remand (17)", Changed, false);

    [Theory]
    [InlineData("")]
    [InlineData("th-TH")]
    public async Task An_hour_is_that_of_Bangkok_and_a_day_without_one_is_a_whole_day(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var read = await ReadAsync(
                Event,
                Event with { Id = "a2", At = null },
                Event with { Id = "a3", At = null, From = new(2028, 2, 28), To = new(2028, 3, 1) });

            Assert.Equal(("2.0", "GREGORIAN", "PT12H", "Asia/Bangkok"), (read.Version, read.Scale, read.Refresh, Assert.Single(read.Zones)));
            Assert.Equal(("2026-12-01T09:30:00", "2026-12-01T02:30:00.000Z", "Asia/Bangkok", false), (read.Events[0].Start, read.Events[0].StartUtc, read.Events[0].Zone, read.Events[0].AllDay));
            Assert.Equal(("2026-12-01", "2026-12-02", true), (read.Events[1].Start, read.Events[1].End, read.Events[1].AllDay));
            Assert.Equal(("2028-02-28", "2028-03-02"), (read.Events[2].Start, read.Events[2].End));
            Assert.All(read.Events, one => Assert.Equal(("CONFIDENTIAL", "2026-11-21T02:00:00Z"), (one.Class, one.Stamp)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task What_was_cancelled_says_so_and_a_change_raises_the_sequence()
    {
        var read = await ReadAsync(Event, Event with { Id = "a2", IsCancelled = true, ChangedAt = Changed.AddMinutes(1) });

        Assert.Equal(["CONFIRMED", "CANCELLED"], read.Events.Select(one => one.Status));
        Assert.True(read.Events[1].Sequence > read.Events[0].Sequence);
        Assert.Equal(["a1@dates.invalid", "a2@dates.invalid"], read.Events.Select(one => one.Uid));
    }

    [Fact]
    public async Task Words_come_out_as_they_went_in_whatever_letters_they_have()
    {
        const string Hard = "a, b; c\\n \\ \"d\"\r\ne\nกขคฆงจฉชซ ကခဂဃင 🌺🌺🌺🌺🌺🌺🌺🌺🌺🌺🌺🌺🌺🌺🌺🌺🌺🌺🌺🌺 BEGIN:VEVENT";

        var read = await ReadAsync(Event with { Summary = Hard, Description = Hard + Hard });

        Assert.Equal(Hard.ReplaceLineEndings("\n"), Assert.Single(read.Events).Summary);
        Assert.Equal((Hard + Hard).ReplaceLineEndings("\n"), read.Events[0].Description);
    }

    [Fact]
    public void Lines_end_with_CRLF_and_none_has_more_than_75_octets_or_half_a_letter()
    {
        for (var length = 60; length < 90; length++)
        {
            var text = CalendarText.Write("Dates", [Event with { Summary = new string('a', length) + "ผู้หญิง🌺ဃ" + new string('ก', length) }]);
            var octets = Encoding.UTF8.GetBytes(text);

            Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
            Assert.DoesNotContain('\r', text.Replace("\r\n", "", StringComparison.Ordinal));
            var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
            foreach (var line in Lines(octets))
            {
                Assert.True(line.Length <= 75, $"{line.Length} octets");
                strict.GetString(line);
            }
        }
    }

    [Fact]
    public async Task A_thousand_events_are_read_by_a_parser_that_is_not_ours()
    {
        var events = Enumerable.Range(0, 1000).Select(number => Event with
        {
            Id = $"e{number}",
            From = new DateOnly(2024, 1, 1).AddDays(number),
            To = new DateOnly(2024, 1, 1).AddDays(number),
            At = number % 3 == 0 ? null : new TimeOnly(number % 24, number % 60),
        });

        var read = await IcalReader.ReadAsync(Encoding.UTF8.GetBytes(CalendarText.Write("Dates", events)));

        Assert.Equal(1000, read.Events.Count);
        Assert.Equal(1000, read.Events.Select(one => one.Uid).Distinct().Count());
        Assert.Contains(read.Events, one => one is { Start: "2024-02-29", AllDay: false } or { AllDay: true, Start: "2024-03-01" });
        Assert.All(read.Events, one => Assert.StartsWith("202", one.Start, StringComparison.Ordinal));
    }

    private static Task<ReadCalendar> ReadAsync(params CalendarEvent[] events) => IcalReader.ReadAsync(Encoding.UTF8.GetBytes(CalendarText.Write("Dates", events)));

    // By octets, as the RFC counts: a letter cut in two would not be UTF-8 in either line.
    private static IEnumerable<byte[]> Lines(byte[] text)
    {
        var from = 0;
        for (var at = 0; at + 1 < text.Length; at++)
        {
            if (text[at] == '\r' && text[at + 1] == '\n')
            {
                yield return text[from..at];
                from = at + 2;
            }
        }
    }
}
