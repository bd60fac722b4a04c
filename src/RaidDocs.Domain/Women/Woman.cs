using RaidDocs.Domain.Common;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Reference;

namespace RaidDocs.Domain.Women;

/// <summary>What she says of herself. No name stands here.</summary>
public record WomanFacts
{
    /// <summary>Her word for her work.</summary>
    public Said? WordForWork { get; init; }

    /// <summary>What she speaks: ISO 639-3 codes of the list languages.</summary>
    [OfList(ListName.Languages)]
    public List<string> Languages { get; init; } = [];

    public Said? Nationality { get; init; }

    public Said? Ethnicity { get; init; }

    /// <summary>Where she comes from, as she says it.</summary>
    public Said? From { get; init; }

    /// <summary>Papers that she has, or had with her.</summary>
    public Said? Papers { get; init; }

    public Said? Dependants { get; init; }

    /// <summary>Her own daily earnings in baht, by her own estimate.</summary>
    public int? DailyEarnings { get; init; }

    public Said? Wants { get; init; }
}

/// <summary>A woman taken in a raid. She is her code everywhere; what she is called lies apart, in <see cref="WomanName"/>.</summary>
public sealed class Woman : Entity
{
    public Woman(WomanFacts facts) => Facts = facts;

    private Woman()
    {
        // For EF Core.
        Facts = null!;
    }

    public WomanFacts Facts { get; private set; }

    public void Describe(WomanFacts facts) => Facts = facts;
}

public record ApprehensionFacts
{
    /// <summary>What she was doing there that night, in her words.</summary>
    public Said? Role { get; init; }

    /// <summary>How that night ended for her.</summary>
    public Said? HowItEnded { get; init; }
}

/// <summary>One woman in one raid. She may be taken again in another.</summary>
public sealed class Apprehension : Entity, IOfWoman
{
    public Apprehension(Raid raid, Woman woman, int number, ApprehensionFacts facts)
    {
        RaidId = raid.Id;
        WomanId = woman.Id;
        Woman = woman;
        Number = number;
        Facts = facts;
    }

    private Apprehension()
    {
        // For EF Core.
        Facts = null!;
    }

    public Guid RaidId { get; private set; }

    public Guid WomanId { get; private set; }

    public Woman Woman { get; private set; } = null!;

    /// <summary>7 is W07.</summary>
    public int Number { get; private set; }

    public ApprehensionFacts Facts { get; private set; }

    /// <summary>Another record of this raid turned out to be the same woman; this code leads to it.</summary>
    public Guid? LeadsToId { get; private set; }

    public string Code => WomanCode.In(Number);

    public void Describe(ApprehensionFacts facts) => Facts = facts;

    /// <summary>She turns out to be a woman who is known from another raid.</summary>
    public void IsOf(Woman woman) => (WomanId, Woman) = (woman.Id, woman);

    /// <summary>The record is counted no more; its code leads to another one of this raid, or stands by itself again.</summary>
    public void LeadsTo(Guid? woman) => LeadsToId = woman;
}
