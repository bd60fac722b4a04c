using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Consents;

namespace RaidDocs.Domain.Disclosure;

/// <summary>The forms that are filled from the record for a body or a court.</summary>
public enum FormKind
{
    [Display(Name = "questionnaire for the UN Working Group on Arbitrary Detention")]
    ArbitraryDetention,

    [Display(Name = "letter to the Special Procedures of the United Nations")]
    SpecialProcedures,

    [Display(Name = "draft of a petition to a court against unlawful holding")]
    Petition,
}

/// <summary>How a woman may be named. Her name itself is written in by hand.</summary>
public enum NameInForm
{
    [Display(Name = "She was not asked whether her name may stand here. Her code stands.")]
    NotAsked,

    [Display(Name = "She agreed to her full name.")]
    FullName,

    [Display(Name = "She agreed to her initials, not to her full name.")]
    Initials,

    [Display(Name = "She chose another name for print. Ask her for it.")]
    ChosenName,

    [Display(Name = "She wants only her code.")]
    CodeOnly,
}

/// <summary>A woman of the raid and one form: whether she may be in it, and how.</summary>
/// <param name="Code">W07.</param>
/// <param name="Missing">The answer that keeps her out; null when none does, or the missing one is about letters.</param>
/// <param name="Question">The question about letters that keeps her out.</param>
/// <param name="State">How that question stands.</param>
/// <param name="Name">How she may be named.</param>
/// <param name="Letters">Her newest answers about letters, each with its date; empty for the other forms.</param>
public sealed record FormWoman(
    string Code, LeftOut? Missing, LetterQuestion? Question, ConsentState State, NameInForm Name, IReadOnlyList<LetterAnswerFacts> Letters)
{
    public bool MayBeIn => Missing is null && Question is null;
}

/// <summary>What may stand in one form about the chosen women of a raid. Only <see cref="DisclosingForms"/> makes it.</summary>
public sealed class DisclosedForm
{
    internal DisclosedForm(FormKind kind, Disclosed disclosed, IReadOnlyList<FormWoman> women) => (Kind, Disclosed, Women) = (kind, disclosed, women);

    public FormKind Kind { get; }

    /// <summary>With the chosen women alone.</summary>
    public Disclosed Disclosed { get; }

    /// <summary>Every woman of the raid with a code, also those who are not in it.</summary>
    public IReadOnlyList<FormWoman> Women { get; }
}
