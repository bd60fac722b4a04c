using RaidDocs.Documents.CaseStudies;
using RaidDocs.Documents.Statements;

namespace RaidDocs.Documents.Bundles;

/// <summary>
/// A lawyer's case file as it is bound: the pages that we print. Papers of others are bound in behind their sheets. Every text
/// is ready to show, in the language of the document. A part that is null was left away by whoever made it.
/// </summary>
public sealed record Bundle
{
    public required string Title { get; init; }

    /// <summary>BCP 47: en, th.</summary>
    public required string Language { get; init; }

    /// <summary>At the head of each page on the right.</summary>
    public required string Mark { get; init; }

    /// <summary>What stands on the cover: label and value.</summary>
    public required IReadOnlyList<(string Label, string Value)> Cover { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    public required IReadOnlyList<IndexLine> Index { get; init; }

    public IReadOnlyList<PersonRow>? Persons { get; init; }

    public IReadOnlyList<ChronologyRow>? Chronology { get; init; }

    public CustodyPart? Custody { get; init; }

    public IReadOnlyList<BundleStatement>? Statements { get; init; }

    public IReadOnlyList<ExhibitSheet>? Exhibits { get; init; }

    public RightsBroken? Rights { get; init; }

    public IReadOnlyList<ClockSheetRow>? Clocks { get; init; }

    public MissingPart? Missing { get; init; }

    /// <summary>S1, S2, ...: every mark in it leads here, and from here to the exhibit.</summary>
    public IReadOnlyList<SourceRow>? Sources { get; init; }

    public IReadOnlyList<HashRow>? Hashes { get; init; }

    /// <summary>How it was made and how it is checked.</summary>
    public IReadOnlyList<string> How { get; init; } = [];
}

/// <summary>One line of the index. Its page is written by the printer.</summary>
/// <param name="Id">The anchor of the heading.</param>
/// <param name="What">The section or the document.</param>
/// <param name="Date">The date of the document.</param>
/// <param name="Exhibit">E7.</param>
/// <param name="IsSection">A heading, else a document under it.</param>
/// <param name="Volume">In which volume it lies, where it is not this one.</param>
public sealed record IndexLine(string Id, string What, string? Date = null, string? Exhibit = null, bool IsSection = false, string? Volume = null);

public sealed record PersonRow(string Code, string? Name, string What);

/// <summary>One thing that happened, with the source and where it lies in this bundle.</summary>
public sealed record ChronologyRow(string When, string What, string Whose, string? Standing, IReadOnlyList<SourceMark> Sources, IReadOnlyList<string> Women);

/// <param name="Mark">S4.</param>
/// <param name="Exhibit">E7, where it is bound in.</param>
public sealed record SourceMark(string Mark, string? Exhibit);

/// <summary>Where each woman was held, and what was done to her there and in court.</summary>
public sealed record CustodyPart(IReadOnlyList<string> Summary, IReadOnlyList<WomanCustody> Women, Sorting Sorting, Procedures Procedures, InCourt Court);

public sealed record WomanCustody(string Code, string Total, IReadOnlyList<HeldStay> Stays);

/// <summary>A testimony in numbered paragraphs, the translation beside the original.</summary>
public sealed record BundleStatement(string Id, string Heading, IReadOnlyList<(string Label, string Value)> Rows, IReadOnlyList<StatementParagraph> Paragraphs, string Closing);

/// <summary>The sheet before a paper: what it is, and how it is with it.</summary>
public sealed record ExhibitSheet(string Id, string Code, string Title, IReadOnlyList<(string Label, string Value)> Rows, string Bound);

public sealed record ClockSheetRow(IReadOnlyList<string> Women, string Rule, string Sum, string State, string Basis, IReadOnlyList<string> Sources);

public sealed record MissingPart(NotKnown NotKnown, IReadOnlyList<string> Blanks);

public sealed record SourceRow(string Mark, string What, string? When, string? Exhibit);

/// <param name="Exhibit">E7; null for a file of the bundle itself.</param>
/// <param name="File">Its name in the folder files/.</param>
/// <param name="Sha256">In groups of eight.</param>
public sealed record HashRow(string? Exhibit, string File, string Sha256);
