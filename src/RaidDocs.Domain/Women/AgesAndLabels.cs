using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Sources;

namespace RaidDocs.Domain.Women;

/// <summary>How old she is, as one voice says it.</summary>
public record AgeFacts : Told
{
    /// <summary>Years of age at the raid, or the lower end of the range.</summary>
    public required int Low { get; init; }

    public int? High { get; init; }

    /// <summary>Key of the list age-methods: her word, a paper, a bone test.</summary>
    [OfList(ListName.AgeMethods)]
    public string? Method { get; init; }

    /// <summary>What the method rests on, and its margin.</summary>
    public string? Basis { get; init; }

    /// <summary>What was decided from it.</summary>
    public string? DecidedFromIt { get; init; }

    public string? HerAnswer { get; init; }

    public Answer Challenged { get; init; }
}

/// <summary>One voice on her age. Two ages may stand side by side for ever.</summary>
public sealed class AgeClaim : Claim<AgeFacts>, IOfWoman
{
    public AgeClaim(Guid raidId, Guid womanId, AgeFacts facts, Source? source)
        : base(raidId, Checked(facts), source) => WomanId = womanId;

    private AgeClaim()
    {
        // For EF Core.
    }

    public Guid WomanId { get; private set; }

    private static AgeFacts Checked(AgeFacts facts) =>
        facts.Low is < 0 or > 120 || facts.High is < 0 or > 120 || facts.High < facts.Low
            ? throw new DomainRuleException($"Age must be a number from 0 to 120, like 23")
            : facts;
}

/// <summary>What an agency called her on a day.</summary>
public record LabelFacts : Told
{
    /// <summary>Key of the list label-kinds.</summary>
    [OfList(ListName.LabelKinds)]
    public required string Kind { get; init; }

    /// <summary>The words that were used, as they were said or written.</summary>
    public string? Words { get; init; }

    /// <summary>Who called her so: key of the list agencies.</summary>
    [OfList(ListName.Agencies)]
    public string? By { get; init; }

    public PartialDate? On { get; init; }

    public string? Basis { get; init; }

    /// <summary>What she says to it, or calls herself.</summary>
    public string? HerAnswer { get; init; }

    public Answer Challenged { get; init; }
}

/// <summary>A label is an event, not a property: what somebody called her on a date, on a basis, perhaps against her word.</summary>
public sealed class Label : Claim<LabelFacts>, IOfWoman
{
    public Label(Guid raidId, Guid womanId, LabelFacts facts, Source? source)
        : base(raidId, facts, source) => WomanId = womanId;

    private Label()
    {
        // For EF Core.
    }

    public Guid WomanId { get; private set; }
}
