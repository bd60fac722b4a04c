using System.ComponentModel.DataAnnotations;

namespace RaidDocs.Domain.Common;

/// <summary>Why there is no answer. An empty box says nothing; each of these is something she or the interviewer said.</summary>
public enum Gap
{
    [Display(Name = "not asked")]
    NotAsked,

    [Display(Name = "asked, not known")]
    NotKnown,

    [Display(Name = "she would rather not say")]
    RatherNotSay,

    [Display(Name = "withheld for safety")]
    Withheld,
}

/// <summary>The phrases that stand for a gap wherever an answer can be typed.</summary>
public static class Gaps
{
    /// <summary>The gap that a phrase stands for; null when the text is an answer.</summary>
    public static Gap? Read(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed.Trim().ToLowerInvariant() switch
        {
            "not asked" => Gap.NotAsked,
            "not known" or "asked, not known" or "unknown" => Gap.NotKnown,
            "would rather not say" or "she would rather not say" => Gap.RatherNotSay,
            "withheld" or "withheld for safety" => Gap.Withheld,
            _ => null,
        };
    }

    /// <summary>The one phrase that is kept and shown for the gap.</summary>
    public static string Phrase(Gap gap) => gap switch
    {
        Gap.NotAsked => "not asked",
        Gap.NotKnown => "not known",
        Gap.RatherNotSay => "would rather not say",
        Gap.Withheld => "withheld for safety",
        _ => throw new ArgumentOutOfRangeException(nameof(gap), gap, null),
    };
}
