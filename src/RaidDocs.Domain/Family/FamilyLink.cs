using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Family;

/// <summary>How much she lets this one person know.</summary>
public enum FamilyLevel
{
    [Display(Name = "nothing")]
    Nothing,

    [Display(Name = "that there is contact")]
    Contact,

    [Display(Name = "kind of place, days and next date")]
    Place,

    [Display(Name = "that, and she takes messages")]
    Messages,
}

/// <summary>The sentence that the family reads. Painful news has none of its own: it is told by a voice.</summary>
public enum FamilySentence
{
    [Display(Name = "We are in contact with her.")]
    InContact,

    [Display(Name = "She is staying in a government place in Thailand.")]
    GovernmentPlace,

    [Display(Name = "She is free to come and go.")]
    FreeToCome,

    [Display(Name = "She has left that place. Please call us.")]
    HasLeft,

    [Display(Name = "We do not know where she is today. We are asking. Please call us.")]
    NotKnown,

    [Display(Name = "Please call us. We would like to talk with you.")]
    PleaseCall,
}

public enum FamilyPlace
{
    [Display(Name = "Ask your contact")]
    AskYourContact,

    [Display(Name = "Government home")]
    GovernmentHome,

    [Display(Name = "Police place")]
    PolicePlace,

    [Display(Name = "Immigration place")]
    ImmigrationPlace,

    [Display(Name = "Hospital")]
    Hospital,

    [Display(Name = "With friends")]
    WithFriends,
}

/// <summary>What one contact is told. A sentence of the closed list and days; no name, no place, no words of ours.</summary>
public record FamilyLinkFacts
{
    /// <summary>"mother". Never a name.</summary>
    public required string Relation { get; init; }

    /// <summary>Of the family page: "my", "shn".</summary>
    public required string Language { get; init; }

    public FamilyLevel Level { get; init; }

    public FamilySentence Sentence { get; init; }

    public FamilyPlace Place { get; init; }

    /// <summary>The day of the last news.</summary>
    public DateOnly NewsOn { get; init; }

    /// <summary>Days are counted from here.</summary>
    public DateOnly? Since { get; init; }

    public DateOnly? MovedOn { get; init; }

    public DateOnly? NextOn { get; init; }
}

/// <summary>
/// A number that one contact of a woman may type on the family page. It opens nothing else, and nothing here tells the number: only
/// its last four digits, and what finds and opens its capsule.
/// </summary>
public sealed class FamilyLink : Entity, IOfWoman
{
    /// <summary>After so many days without use a number dies.</summary>
    public const int DaysAlive = 90;

    public FamilyLink(Guid raidId, Guid womanId, FamilyLinkFacts facts, string finds, string opens, string lastFour, DateOnly givenOn)
    {
        (RaidId, WomanId, Facts) = (raidId, womanId, facts);
        (Finds, Opens, LastFour, GivenOn) = (finds, opens, lastFour, givenOn);
    }

    private FamilyLink()
    {
        // For EF Core.
        Facts = null!;
    }

    public Guid RaidId { get; private set; }

    public Guid WomanId { get; private set; }

    public FamilyLinkFacts Facts { get; private set; }

    /// <summary>Where its capsule lies, hexadecimal.</summary>
    public string Finds { get; private set; } = "";

    /// <summary>What opens its capsule, hexadecimal.</summary>
    public string Opens { get; private set; } = "";

    public string LastFour { get; private set; } = "";

    public DateOnly GivenOn { get; private set; }

    /// <summary>The day only; never who or from where.</summary>
    public DateOnly? UsedOn { get; private set; }

    public DateOnly? RevokedOn { get; private set; }

    /// <summary>There is reason to fear this contact: whatever is known, the page says "please call us".</summary>
    public bool IsSuspected { get; private set; }

    /// <summary>The second number of this link: typed under threat, it opens a harmless page and raises the alarm.</summary>
    public Guid? AlarmOfId { get; private set; }

    public bool IsAlarm => AlarmOfId is not null;

    /// <summary>Custody was changed and nobody has said yet what the family shall see.</summary>
    public bool IsBehind { get; private set; }

    public bool IsRevoked => RevokedOn is not null;

    /// <summary>It has not run out by itself.</summary>
    public bool IsFreshOn(DateOnly today) => today <= LastDay;

    /// <summary>The last day on which it answers, unless it is used again.</summary>
    public DateOnly LastDay => (UsedOn is { } used && used > GivenOn ? used : GivenOn).AddDays(DaysAlive);

    /// <summary>The second number for the same contact.</summary>
    public FamilyLink Alarm(string finds, string opens, string lastFour, DateOnly givenOn) => new(RaidId, WomanId, Facts, finds, opens, lastFour, givenOn)
    {
        AlarmOfId = Id,
    };

    /// <summary>The family reads this from now on.</summary>
    public void Tell(FamilyLinkFacts facts)
    {
        if (IsRevoked)
        {
            throw new DomainRuleException($"This number was revoked. Give a new one");
        }

        (Facts, IsBehind) = (facts, false);
    }

    /// <summary>Somebody looked: what the page says stays.</summary>
    public void Leave() => IsBehind = false;

    /// <summary>Her custody changed.</summary>
    public void FallBehind() => IsBehind = true;

    public void Suspect(bool suspected) => IsSuspected = suspected;

    /// <summary>It leads nowhere from now on, and cannot be given back.</summary>
    public void Revoke(DateOnly on) => RevokedOn ??= on;

    public void NoteUse(DateOnly on)
    {
        if (UsedOn is null || on > UsedOn)
        {
            UsedOn = on;
        }
    }
}
