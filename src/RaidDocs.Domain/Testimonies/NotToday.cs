using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Testimonies;

public record NotTodayFacts
{
    /// <summary>The day on which she was asked.</summary>
    public PartialDate? On { get; init; }
}

/// <summary>She was asked whether she wants to talk and said: not today. Kept only if she agreed to that; it changes nothing she allows.</summary>
public sealed class NotToday : Entity, IOfWoman
{
    public NotToday(Guid raidId, Guid womanId, NotTodayFacts facts) => (RaidId, WomanId, Facts) = (raidId, womanId, facts);

    private NotToday()
    {
        // For EF Core.
        Facts = null!;
    }

    public Guid RaidId { get; private set; }

    public Guid WomanId { get; private set; }

    public NotTodayFacts Facts { get; private set; }
}
