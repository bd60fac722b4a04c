using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;

namespace RaidDocs.Domain.Testimonies;

/// <summary>What she says of a passage that is read to her.</summary>
public enum ReadBackMark
{
    [Display(Name = "right")]
    Right,

    [Display(Name = "wrong")]
    Wrong,

    [Display(Name = "do not print")]
    DoNotPrint,
}

public record ReadBackFacts
{
    public ReadBackMark Mark { get; init; }

    /// <summary>What she says instead, in her words.</summary>
    public string? Instead { get; init; }

    /// <summary>ISO 639-3 code of the language in which it was read to her.</summary>
    [OfList(ListName.Languages)]
    public string? Language { get; init; }

    /// <summary>Who read it to her.</summary>
    public string? ReadBy { get; init; }

    public PartialDate? On { get; init; }
}

/// <summary>A passage of one revision was read to her, and what she said of it. Never edited: a newer one counts.</summary>
public sealed class ReadBack : Entity, IOfRaid
{
    public ReadBack(Testimony testimony, Guid sittingId, int number, ReadBackFacts facts)
        : this(testimony, sittingId, testimony.Revision, number, facts)
    {
    }

    /// <summary>Of an earlier revision, as a case brings it from another store; 0 where its words are not kept here.</summary>
    internal ReadBack(Testimony testimony, Guid sittingId, int revision, int number, ReadBackFacts facts)
    {
        RaidId = testimony.RaidId;
        TestimonyId = testimony.Id;
        SittingId = sittingId;
        Revision = revision;
        Number = number;
        Facts = facts;
    }

    private ReadBack()
    {
        // For EF Core.
        Facts = null!;
    }

    public Guid RaidId { get; private set; }

    public Guid TestimonyId { get; private set; }

    /// <summary>One for all passages that were read together: the same form sent twice is one reading.</summary>
    public Guid SittingId { get; private set; }

    public int Revision { get; private set; }

    /// <summary>Of the passage.</summary>
    public int Number { get; private set; }

    public ReadBackFacts Facts { get; private set; }
}
