using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Sources;

namespace RaidDocs.Domain.Procedures;

public enum ProcedureKind
{
    [Display(Name = "age test")]
    AgeTest,

    [Display(Name = "medical test or examination")]
    MedicalTest,

    [Display(Name = "search of her body or things")]
    Search,

    [Display(Name = "photograph or filming")]
    Photograph,

    [Display(Name = "questioning")]
    Questioning,

    [Display(Name = "paper signed")]
    PaperSigned,

    [Display(Name = "money taken")]
    MoneyTaken,

    [Display(Name = "phone taken")]
    PhoneTaken,

    [Display(Name = "papers taken")]
    PapersTaken,

    [Display(Name = "work or training")]
    Work,

    [Display(Name = "other")]
    Other,
}

/// <summary>How a statement or paper came to be signed (after HURIDOCS list 36).</summary>
public enum Signing
{
    [Display(Name = "she was not asked to sign")]
    NotAsked,

    [Display(Name = "she was forced to sign")]
    Forced,

    [Display(Name = "she was asked and refused")]
    Refused,

    [Display(Name = "she signed and understood it")]
    Understood,

    [Display(Name = "she signed and did not understand it")]
    NotUnderstood,
}

/// <summary>Which kinds are of her body: medical facts, which stand behind a second reveal.</summary>
public static class MedicalKinds
{
    public static readonly IReadOnlyList<ProcedureKind> All = [ProcedureKind.AgeTest, ProcedureKind.MedicalTest, ProcedureKind.Search];

    public static bool IsMedical(this ProcedureKind kind) => All.Contains(kind);
}

/// <summary>What was done to her body, papers or things, as one voice tells it.</summary>
public record ProcedureFacts : Told
{
    public ProcedureKind Kind { get; init; }

    public PartialDateTime? On { get; init; }

    /// <summary>Who did it: key of the list agencies.</summary>
    [OfList(ListName.Agencies)]
    public string? By { get; init; }

    /// <summary>What was done, and how.</summary>
    public string? What { get; init; }

    /// <summary>Did she agree?</summary>
    public Answer Consent { get; init; }

    /// <summary>Of a statement or paper: was it signed, and how?</summary>
    public Signing? SignedHow { get; init; }

    /// <summary>ISO 639-3 code of the language in which it was explained.</summary>
    [OfList(ListName.Languages)]
    public string? Language { get; init; }

    public Answer Interpreter { get; init; }

    /// <summary>Did she understand what it was for?</summary>
    public Answer Understood { get; init; }

    public string? Result { get; init; }

    public Answer ResultTold { get; init; }

    /// <summary>What was taken: was it given back?</summary>
    public Answer Returned { get; init; }
}

/// <summary>One procedure, in one version. Medical facts stand here and nowhere else.</summary>
public sealed class Procedure : RecordedFact<ProcedureFacts>, IOfWoman
{
    public Procedure(Guid raidId, Guid womanId, ProcedureFacts facts, Source? source)
        : base(raidId, facts, source) => WomanId = womanId;

    private Procedure()
    {
        // For EF Core.
    }

    public Guid WomanId { get; private set; }
}
