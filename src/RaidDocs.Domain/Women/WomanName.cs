using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Sources;

namespace RaidDocs.Domain.Women;

public enum NameKind
{
    [Display(Name = "what she is called")]
    Called,

    [Display(Name = "name on papers")]
    OnPapers,

    [Display(Name = "other spelling")]
    OtherSpelling,
}

public record NameFacts : Told
{
    public required string Text { get; init; }

    public NameKind Kind { get; init; }

    /// <summary>ISO 639-3 code of the language it is written in.</summary>
    [OfList(ListName.Languages)]
    public string? Language { get; init; }
}

/// <summary>A name of a woman, in a table of its own. Each reading of it is recorded.</summary>
public sealed class WomanName : Claim<NameFacts>, IOfWoman, ISealedWords
{
    public WomanName(Guid raidId, Guid womanId, NameFacts facts, Source? source)
        : base(raidId, facts, source) => WomanId = womanId;

    private WomanName()
    {
        // For EF Core.
    }

    public Guid WomanId { get; private set; }

    void ISealedWords.Change(Func<string, string, string> change) => Facts = Facts with
    {
        Text = change(nameof(NameFacts.Text), Facts.Text),
        Note = Facts.Note is null ? null : change(nameof(NameFacts.Note), Facts.Note),
    };
}
