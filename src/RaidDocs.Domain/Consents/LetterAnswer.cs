using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;

namespace RaidDocs.Domain.Consents;

/// <summary>What a woman is asked before a letter about her goes to a body of the United Nations. Each is an answer of its own.</summary>
public enum LetterQuestion
{
    [Display(Name = "it may be sent")]
    Sending,

    [Display(Name = "she knows that a letter about her goes to the authorities")]
    ToAuthorities,

    [Display(Name = "she knows that a public summary will appear")]
    PublicSummary,

    [Display(Name = "how she is named in it")]
    NameForm,
}

public enum LetterReply
{
    [Display(Name = "no")]
    No,

    [Display(Name = "yes")]
    Yes,

    [Display(Name = "her full name")]
    FullName,

    [Display(Name = "her initials")]
    Initials,

    [Display(Name = "only her code")]
    CodeOnly,
}

/// <summary>What she answered to one of the questions, how she was asked and who was there.</summary>
public record LetterAnswerFacts
{
    public LetterQuestion Question { get; init; }

    public LetterReply Reply { get; init; }

    /// <summary>ISO 639-3 code of the language in which she was asked.</summary>
    [OfList(ListName.Languages)]
    public string? Language { get; init; }

    /// <summary>Spoken, signed, thumbprint, recorded.</summary>
    public string? HowGiven { get; init; }

    public string? AskedBy { get; init; }

    public string? WhoWasPresent { get; init; }

    /// <summary>Police or shelter staff were present: the answer is not free and counts as no until she is asked again.</summary>
    public bool OfficialsPresent { get; init; }

    public PartialDate? On { get; init; }
}

/// <summary>One answer of hers about letters to the United Nations. Never edited: a newer one replaces it.</summary>
public sealed class LetterAnswer : Entity, IOfWoman
{
    public LetterAnswer(Guid raidId, Guid womanId, LetterAnswerFacts facts)
    {
        if (!Replies(facts.Question).Contains(facts.Reply))
        {
            throw new DomainRuleException($"Choose one of the list");
        }

        (RaidId, WomanId, Facts) = (raidId, womanId, facts);
    }

    private LetterAnswer()
    {
        // For EF Core.
        Facts = null!;
    }

    public Guid RaidId { get; private set; }

    public Guid WomanId { get; private set; }

    public LetterAnswerFacts Facts { get; private set; }

    /// <summary>What can be answered to a question.</summary>
    public static IReadOnlyList<LetterReply> Replies(LetterQuestion question) =>
        question == LetterQuestion.NameForm ? [LetterReply.FullName, LetterReply.Initials, LetterReply.CodeOnly] : [LetterReply.Yes, LetterReply.No];
}

/// <summary>How her answers about letters stand. Nothing recorded means no, and no name.</summary>
public static class LetterAnswers
{
    /// <summary>Each of these must be a free yes before she is in a letter.</summary>
    public static readonly IReadOnlyList<LetterQuestion> Needed = [LetterQuestion.Sending, LetterQuestion.ToAuthorities, LetterQuestion.PublicSummary];

    public static ConsentState StateOf(this IEnumerable<LetterAnswerFacts> oldestFirst, LetterQuestion question)
    {
        var records = oldestFirst.Where(record => record.Question == question).ToList();
        return records.LastOrDefault() switch
        {
            null => ConsentState.NeverAsked,
            { Reply: LetterReply.No } => records.Exists(record => record is { Reply: LetterReply.Yes, OfficialsPresent: false }) ? ConsentState.TakenBack : ConsentState.No,
            { OfficialsPresent: true } => ConsentState.NotFree,
            _ => ConsentState.Yes,
        };
    }

    /// <summary>The form of her name that she chose freely; null when she was not asked so.</summary>
    public static LetterReply? NamedAs(this IEnumerable<LetterAnswerFacts> oldestFirst) =>
        oldestFirst.LastOrDefault(record => record.Question == LetterQuestion.NameForm) is { OfficialsPresent: false } newest ? newest.Reply : null;
}
