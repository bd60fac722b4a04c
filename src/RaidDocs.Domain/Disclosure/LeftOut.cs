using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Consents;

namespace RaidDocs.Domain.Disclosure;

public enum LeftOutKind
{
    [Display(Name = "what is recorded of her")]
    Woman,

    [Display(Name = "her words")]
    Testimony,

    [Display(Name = "a passage")]
    Passage,

    [Display(Name = "a part of the record")]
    Field,

    [Display(Name = "a file")]
    File,
}

public enum LeftOutReason
{
    [Display(Name = "she was not asked")]
    NeverAsked,

    [Display(Name = "she said no")]
    SaidNo,

    [Display(Name = "she said: only if")]
    OnlyIf,

    [Display(Name = "she took back her yes")]
    TakenBack,

    [Display(Name = "the time of her answer is over")]
    Expired,

    [Display(Name = "her answer does not count yet")]
    NotYet,

    [Display(Name = "police or shelter staff were present when she answered")]
    NotFree,

    [Display(Name = "nobody with a code speaks, so nobody can be asked")]
    NobodyToAsk,

    [Display(Name = "marked: not for disclosure")]
    NotForDisclosure,

    [Display(Name = "marked: it could identify her")]
    IdentifiesHer,

    [Display(Name = "marked: sexual detail")]
    SexualDetail,

    [Display(Name = "she may be a child, and nobody is recorded who stood by her")]
    MayBeAChild,

    [Display(Name = "this audience does not see it")]
    NotForThisAudience,

    [Display(Name = "so few women that one could be told from the others")]
    SmallGroup,
}

/// <summary>Parts of the record that an audience does not see.</summary>
public enum LeftOutField
{
    [Display(Name = "rows about each woman")]
    EachWoman,

    [Display(Name = "her origin, papers, family and results of tests")]
    Herself,

    [Display(Name = "names of places smaller than a province")]
    Places,

    [Display(Name = "days of what happened after the night: the month is told")]
    Days,

    [Display(Name = "broken rights that no second person has agreed to")]
    Unreviewed,

    [Display(Name = "languages that few of the women speak")]
    FewSpeak,

    [Display(Name = "amounts of money of few women")]
    FewPaid,
}

/// <summary>One thing that is not in the document, for the person who makes it. It says what and why, never what it was.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Which">W07, T3, or "T3, 4"; empty for a part of the record.</param>
/// <param name="Reason">Why.</param>
/// <param name="Purpose">The answer that is missing; null when the reason is not hers.</param>
/// <param name="Condition">Her condition, when she said: only if.</param>
/// <param name="Field">Which part of the record.</param>
public sealed record LeftOut(
    LeftOutKind Kind, string Which, LeftOutReason Reason, Purpose? Purpose = null, string? Condition = null, LeftOutField? Field = null)
{
    internal static LeftOut Of(LeftOutField field, LeftOutReason reason) => new(LeftOutKind.Field, "", reason, Field: field);
}
