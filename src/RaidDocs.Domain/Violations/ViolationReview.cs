using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Violations;

public enum ReviewKind
{
    [Display(Name = "agrees")]
    Agrees,

    [Display(Name = "changed it")]
    Changes,

    [Display(Name = "wants to talk about it")]
    TalksAbout,
}

/// <summary>What a second person said of a violation, and what stood there before. It stays when the violation changes.</summary>
public sealed class ViolationReview : Entity, IOfRaid
{
    internal ViolationReview(Violation violation, ReviewKind kind, string? saidBy, string? note)
    {
        RaidId = violation.RaidId;
        ViolationId = violation.Id;
        Kind = kind;
        SaidBy = saidBy;
        Note = note;
        Act = violation.Facts.Act;
        Articles = [.. violation.Facts.Articles];
    }

    private ViolationReview()
    {
        // For EF Core.
    }

    public Guid RaidId { get; private set; }

    public Guid ViolationId { get; private set; }

    public ReviewKind Kind { get; private set; }

    /// <summary>Sign-in name.</summary>
    public string? SaidBy { get; private set; }

    public string? Note { get; private set; }

    /// <summary>The act as it stood when she read it.</summary>
    public string Act { get; private set; } = "";

    /// <summary>The articles as they stood when she read it.</summary>
    public List<string> Articles { get; private set; } = [];
}
