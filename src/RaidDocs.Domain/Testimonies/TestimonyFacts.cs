using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;

namespace RaidDocs.Domain.Testimonies;

public enum InterpreterKind
{
    [Display(Name = "not known")]
    NotKnown,

    [Display(Name = "none needed")]
    None,

    [Display(Name = "from the community")]
    Community,

    [Display(Name = "the shelter's")]
    Shelter,

    [Display(Name = "the police's")]
    Police,

    [Display(Name = "an NGO's")]
    Ngo,
}

public enum HowTold
{
    [Display(Name = "not known")]
    NotKnown,

    [Display(Name = "in person")]
    InPerson,

    [Display(Name = "by phone")]
    Phone,

    [Display(Name = "by message")]
    Message,

    [Display(Name = "she wrote it herself")]
    OwnWriting,
}

/// <summary>How a testimony was taken. <see cref="Told.Voice"/> says who speaks.</summary>
public record TestimonyFacts : Told
{
    /// <summary>Who speaks, when it is not a woman with a code: "a witness", "her mother".</summary>
    public string? Speaker { get; init; }

    /// <summary>ISO 639-3 code of the language spoken.</summary>
    [OfList(ListName.Languages)]
    public string? Language { get; init; }

    /// <summary>The day on which she agreed to talk, before anything was written.</summary>
    public PartialDate? AgreedOn { get; init; }

    /// <summary>Which information sheet was read to her before, as language and edition: "shn-1".</summary>
    public string? SheetBefore { get; init; }

    /// <summary>SHA-256 of that sheet's text in UTF-8, lower-case hex.</summary>
    public string? SheetBeforeHash { get; init; }

    public HowTold How { get; init; }

    /// <summary>Kind of place, never an address.</summary>
    public string? PlaceKind { get; init; }

    public string? WhoWasInTheRoom { get; init; }

    /// <summary>Police or shelter staff were in the room or near enough to hear.</summary>
    public bool OfficialsInRoom { get; init; }

    /// <summary>Code of the person who asked.</summary>
    public string? Interviewer { get; init; }

    public InterpreterKind Interpreter { get; init; }

    public Answer InterpreterUnderstood { get; init; }

    /// <summary>The language into which it was interpreted.</summary>
    [OfList(ListName.Languages)]
    public string? InterpretedInto { get; init; }

    /// <summary>What she thought of the interpreter, in her words.</summary>
    public string? InterpreterOpinion { get; init; }

    /// <summary>What ties the interpreter to one of the sides, such as a police officer or the owner's friend.</summary>
    public string? InterpreterConflict { get; init; }

    /// <summary>Who must never see it, in her words.</summary>
    public string? NeverFor { get; init; }

    public QuickTicks Ticks { get; init; } = new();
}
