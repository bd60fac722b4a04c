using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;

namespace RaidDocs.Domain.Drafts;

/// <summary>A form that is not finished, kept on the server for the person who types it.</summary>
public sealed class Draft : Entity, IUnaudited, ISealedWords
{
    public Draft(Guid userId, string kind)
    {
        UserId = userId;
        Kind = kind;
    }

    private Draft()
    {
        // For EF Core.
    }

    public Guid UserId { get; private set; }

    public string Kind { get; private set; } = "";

    /// <summary>What was typed, as JSON.</summary>
    public string Content { get; private set; } = "{}";

    /// <summary>UTC.</summary>
    public DateTime SavedAt { get; private set; }

    /// <summary>What the draft became. A form that is sent again leads there and makes nothing twice.</summary>
    public string? Became { get; private set; }

    public void Keep(string content, DateTime now) => (Content, SavedAt) = (content, now);

    /// <summary>It became what was meant; what was typed, names perhaps, is not kept a second time.</summary>
    public void Finish(string became) => (Became, Content) = (became, "{}");

    void ISealedWords.Change(Func<string, string, string> change) => Content = change(nameof(Content), Content);
}
