namespace RaidDocs.Domain.Disclosure;

/// <summary>What an audience may see of a case. Names are in no chapter.</summary>
public static class AudienceRules
{
    /// <summary>Published numbers count so many women or more: 10 outside the house, after security.md 3.5 (the public data of CTDC hold 11).</summary>
    public const int SmallestPublicGroup = 10;

    /// <summary>Rows about one woman: her labels, ages, tests, money.</summary>
    public static bool SeesEachWoman(this Audience audience) => audience is Audience.Team or Audience.Lawyer or Audience.Court or Audience.Un;

    /// <summary>What she told of her origin, papers and family, and results of tests.</summary>
    public static bool SeesHerself(this Audience audience) => audience is Audience.Team or Audience.Lawyer;

    /// <summary>Names of places smaller than a province.</summary>
    public static bool SeesPlaces(this Audience audience) => audience is not (Audience.Public or Audience.Partner);

    /// <summary>The day of what happened to women; others read the month.</summary>
    public static bool SeesDays(this Audience audience) => audience is not (Audience.Public or Audience.Partner);

    /// <summary>Rights that nobody has agreed to yet as a second person.</summary>
    public static bool SeesUnreviewed(this Audience audience) => audience is Audience.Team or Audience.Lawyer;

    /// <summary>Passages marked as identifying her or as sexual detail.</summary>
    public static bool SeesMarkedPassages(this Audience audience) => audience is Audience.Team or Audience.Lawyer;

    /// <summary>A number of women out of so many; null where it, or what is left of the whole, is a group that singles somebody out.</summary>
    public static int? Tell(this Audience audience, int count, int of) =>
        audience.SeesEachWoman() || count == 0 || count == of || (count >= SmallestPublicGroup && of - count >= SmallestPublicGroup) ? count : null;

    public static Audience? Read(string? typed) =>
        Enum.TryParse<Audience>(typed, ignoreCase: true, out var audience) && Enum.IsDefined(audience) && !char.IsAsciiDigit(typed[0]) ? audience : null;
}
