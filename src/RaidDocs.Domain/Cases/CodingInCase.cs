using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using RaidDocs.Domain.Reference;

namespace RaidDocs.Domain.Cases;

/// <summary>A passage that a violation stands on.</summary>
public sealed record PassageInCase
{
    /// <summary>Code of a testimony of this file.</summary>
    public required string Testimony { get; init; }

    /// <summary>Number of the passage, from 1.</summary>
    public required int Passage { get; init; }

    /// <summary>Where the marked part begins, counted from 0 in UTF-16 units; left out for the whole passage.</summary>
    public int? From { get; init; }

    /// <summary>The place after the marked part.</summary>
    public int? To { get; init; }

    /// <summary>It was marked in an earlier version of her words, which were other words.</summary>
    public bool EarlierWords { get; init; }

    /// <summary>Sign-in name of the coder.</summary>
    public string? MarkedBy { get; init; }

    /// <summary>She had not seen what others coded there.</summary>
    public bool Alone { get; init; }
}

/// <summary>A passage in which somebody found nothing to code.</summary>
public sealed record NothingInCase
{
    /// <summary>Code of a testimony of this file.</summary>
    public required string Testimony { get; init; }

    /// <summary>Number of the passage, from 1.</summary>
    public required int Passage { get; init; }

    /// <summary>It was said of an earlier version of her words, which were other words.</summary>
    public bool EarlierWords { get; init; }

    /// <summary>Sign-in name of the coder.</summary>
    public string? SaidBy { get; init; }

    /// <summary>She had not seen what others coded there.</summary>
    public bool Alone { get; init; }
}

/// <summary>An act or an article of the organisation. Where its code means something else in the store, it is given the next one.</summary>
public sealed record OwnItemInCase : OwnItemFacts
{
    public OwnItemInCase()
    {
    }

    [SetsRequiredMembers]
    public OwnItemInCase(string code, OwnItemFacts facts)
        : base(facts) => Code = code;

    /// <summary>RD-01 for an act, RA-01 for an article.</summary>
    [JsonPropertyOrder(-1)]
    public required string Code { get; init; }

    /// <summary>1, 2, 3, ...; which edition of its words this is.</summary>
    public int Edition { get; init; } = 1;

    /// <summary>The organisation offers it no longer.</summary>
    public bool IsRetired { get; init; }
}
