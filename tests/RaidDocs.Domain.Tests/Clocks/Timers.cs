using System.Globalization;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Tests.Clocks;

/// <summary>The rules that the program carries, and clocks under them.</summary>
internal static class Timers
{
    public static IReadOnlyList<ClockRule> All { get; } = ClockRuleBook.Carried();

    public static ClockRule Rule(string code) => All.Single(rule => rule.Code == code);

    public static ClockFacts Clock(string code, string? start) => new()
    {
        Voice = Voice.Woman,
        Rule = code,
        Edition = Rule(code).Edition,
        Start = start is null ? null : PartialDateTime.Read(start),
    };

    public static ClockReading Read(string code, string? start, int extensions = 0) =>
        ClockReading.Of(Rule(code).Facts, Clock(code, start) with { Extensions = extensions });

    /// <summary>"2025-03-13 22:40", or the first and last with an arrow between.</summary>
    public static string Words(Span? span) => span is not { } known ? "-" : known.IsExact ? Minute(known.FromAt) : $"{Minute(known.FromAt)} > {Minute(known.ToAt)}";

    public static DateTime At(string moment) => DateTime.ParseExact(moment, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Minute(DateTime at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
