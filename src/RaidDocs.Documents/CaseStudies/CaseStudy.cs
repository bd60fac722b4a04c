namespace RaidDocs.Documents.CaseStudies;

/// <summary>
/// Everything a case-study chapter may print. What is not here cannot leak into the PDF. Every text is ready to show, in the
/// language of the document; women are codes only.
/// </summary>
public sealed record CaseStudy
{
    public required string Title { get; init; }

    /// <summary>A line under the title: kind of venue, region, when.</summary>
    public string? Subtitle { get; init; }

    /// <summary>BCP 47: en, th, my, shn, lo, km.</summary>
    public required string Language { get; init; }

    /// <summary>For whom it is made, in words: "For the public".</summary>
    public required string Audience { get; init; }

    /// <summary>The day up to which everything is told: "21 November 2026 (2569)".</summary>
    public required string AsOf { get; init; }

    /// <summary>"Draft 4"; null when it is no draft.</summary>
    public string? Draft { get; init; }

    public string? Organisation { get; init; }

    /// <summary>An invented case says so at the head of every page.</summary>
    public bool IsInvented { get; init; }

    /// <summary>What a reader must know first: how codes work, that some passages are hard to read.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public required AtAGlance AtAGlance { get; init; }

    public required HowItBegan HowItBegan { get; init; }

    public required TheNight TheNight { get; init; }

    public required WhoWasTaken WhoWasTaken { get; init; }

    public required Sorting Sorting { get; init; }

    public required Procedures Procedures { get; init; }

    public required WhereHeld WhereHeld { get; init; }

    public required Interpreters Interpreters { get; init; }

    public required InCourt InCourt { get; init; }

    public required WhatTheySaid WhatTheySaid { get; init; }

    public required Promises Promises { get; init; }

    public required RightsBroken RightsBroken { get; init; }

    public required FamiliesAndMoney FamiliesAndMoney { get; init; }

    public required AuthoritiesSay AuthoritiesSay { get; init; }

    public required WhereNow WhereNow { get; init; }

    public required WhatWasDone WhatWasDone { get; init; }

    public required NotKnown NotKnown { get; init; }

    public required SourcesAndMethod SourcesAndMethod { get; init; }

    public IReadOnlyList<Section> Sections => [.. CaseStudyOutline.Of(this).Select(entry => entry.Section)];

    /// <summary>The English headings of its sections, as they print: whoever checks the print looks for them.</summary>
    public IReadOnlyList<string> Headings => [.. CaseStudyOutline.Of(this).Select(entry => entry.Heading)];
}
