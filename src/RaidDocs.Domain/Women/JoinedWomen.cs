using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Women;

/// <summary>Two records turned out to be one woman. Ids of what moved are kept, so that it can be undone for 30 days.</summary>
public sealed class JoinedWomen : Entity, IOfRaid
{
    public static readonly TimeSpan UndoLife = TimeSpan.FromDays(30);

    public JoinedWomen(Guid raidId, Guid keptId, Guid joinedId, string code, DateTime now)
    {
        RaidId = raidId;
        KeptId = keptId;
        JoinedId = joinedId;
        Code = code;
        Until = now + UndoLife;
    }

    private JoinedWomen()
    {
        // For EF Core.
    }

    public Guid RaidId { get; private set; }

    public Guid KeptId { get; private set; }

    public Guid JoinedId { get; private set; }

    /// <summary>The code that now leads to the record that stays.</summary>
    public string Code { get; private set; } = "";

    /// <summary>What moved: "Stay 0198...". </summary>
    public List<string> Moved { get; private set; } = [];

    /// <summary>What she said of herself that was filled in from the other record.</summary>
    public List<string> Filled { get; private set; } = [];

    /// <summary>UTC.</summary>
    public DateTime Until { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? UndoneAt { get; private set; }

    public void Undo(DateTime now)
    {
        if (UndoneAt is not null || now >= Until)
        {
            throw new DomainRuleException($"This cannot be undone any more. Thirty days have passed, or it was undone already");
        }

        UndoneAt = now;
    }
}
