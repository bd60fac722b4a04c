using System.Globalization;
using System.Text;

namespace RaidDocs.Web.Pages.Dates;

/// <summary>One entry of a calendar file. Its words are ours: nothing that somebody typed is in it.</summary>
/// <param name="Id">Makes the UID: the same for the same thing for ever.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="At">The time on the clocks of Bangkok; null makes it last whole days.</param>
/// <param name="Summary">Codes and a word of a closed list.</param>
/// <param name="ChangedAt">UTC.</param>
/// <param name="IsCancelled">It will not be, or is over.</param>
public sealed record CalendarEvent(string Id, DateOnly From, DateOnly To, TimeOnly? At, string Summary, DateTime ChangedAt, bool IsCancelled)
{
    public string? Description { get; init; }
}

/// <summary>
/// A calendar file after RFC 5545: lines end with CRLF and are folded at 75 octets, never inside a letter; times are those of
/// Asia/Bangkok, which has no summer time; years are Western, whatever the culture of the machine.
/// </summary>
public static class CalendarText
{
    public const string ContentType = "text/calendar; charset=utf-8";

    private const int LineOctets = 75;
    private const string Zone = "Asia/Bangkok";

    // SEQUENCE grows with each change: seconds since then fit it until 2088.
    private static readonly DateTime FirstSecond = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static string Write(string name, IEnumerable<CalendarEvent> events)
    {
        var text = new StringBuilder();
        foreach (var line in Lines(name, events))
        {
            Fold(text, line);
        }

        return text.ToString();
    }

    /// <summary>Backslash, semicolon, comma and the ends of lines mean something else in a calendar.</summary>
    public static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");

    private static IEnumerable<string> Lines(string name, IEnumerable<CalendarEvent> events)
    {
        string[] head =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Notes//Dates//EN", "CALSCALE:GREGORIAN",
            $"NAME:{Escape(name)}", $"X-WR-CALNAME:{Escape(name)}", $"X-WR-TIMEZONE:{Zone}",
            "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H",
            "BEGIN:VTIMEZONE", $"TZID:{Zone}", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0700", "TZOFFSETTO:+0700", "TZNAME:+07", "END:STANDARD", "END:VTIMEZONE",
        ];
        return [.. head, .. events.SelectMany(Lines), "END:VCALENDAR"];
    }

    private static IEnumerable<string> Lines(CalendarEvent one)
    {
        yield return "BEGIN:VEVENT";
        yield return $"UID:{one.Id}@dates.invalid";
        yield return $"DTSTAMP:{Utc(one.ChangedAt)}";
        yield return $"LAST-MODIFIED:{Utc(one.ChangedAt)}";
        yield return string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{Math.Max(0, (long)(one.ChangedAt - FirstSecond).TotalSeconds)}");
        if (one.At is { } at && one.From == one.To)
        {
            yield return $"DTSTART;TZID={Zone}:{Day(one.From)}T{at.ToString("HHmmss", CultureInfo.InvariantCulture)}";
        }
        else
        {
            yield return $"DTSTART;VALUE=DATE:{Day(one.From)}";

            // The end is the day after the last one.
            yield return $"DTEND;VALUE=DATE:{Day(one.To.AddDays(1))}";
            yield return "TRANSP:TRANSPARENT";
        }

        yield return $"SUMMARY:{Escape(one.Summary)}";
        if (one.Description is { } description)
        {
            yield return $"DESCRIPTION:{Escape(description)}";
        }

        yield return $"STATUS:{(one.IsCancelled ? "CANCELLED" : "CONFIRMED")}";
        yield return "CLASS:CONFIDENTIAL";
        yield return "END:VEVENT";
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Utc(DateTime at) => at.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static void Fold(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
