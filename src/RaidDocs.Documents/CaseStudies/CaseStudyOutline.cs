using RaidDocs.Documents.CaseStudies.Parts;

namespace RaidDocs.Documents.CaseStudies;

/// <summary>One section in its place: its anchor, its English heading, the component that prints its inside.</summary>
internal sealed record OutlineEntry(string Id, string Heading, Type Part, Section Section);

/// <summary>The sections of a chapter, in the order in which they print.</summary>
internal static class CaseStudyOutline
{
    public static IReadOnlyList<OutlineEntry> Of(CaseStudy study) =>
    [
        new("at-a-glance", "At a glance", typeof(AtAGlancePart), study.AtAGlance),
        new("how-it-began", "How it began", typeof(HowItBeganPart), study.HowItBegan),
        new("the-night", "The night, hour by hour", typeof(TheNightPart), study.TheNight),
        new("who-was-taken", "Who was taken", typeof(WhoWasTakenPart), study.WhoWasTaken),
        new("sorting", "Sorting, labels and ages", typeof(SortingPart), study.Sorting),
        new("procedures", "Tests, searches, papers signed", typeof(ProceduresPart), study.Procedures),
        new("where-held", "Where they were held", typeof(WhereHeldPart), study.WhereHeld),
        new("interpreters", "Interpreters and languages", typeof(InterpretersPart), study.Interpreters),
        new("court", "Court", typeof(InCourtPart), study.InCourt),
        new("words", "What the women said", typeof(WhatTheySaidPart), study.WhatTheySaid),
        new("promises", "What a smart raid promises, and what happened", typeof(PromisesPart), study.Promises),
        new("rights", "Rights broken", typeof(RightsBrokenPart), study.RightsBroken),
        new("money", "Families and money", typeof(FamiliesAndMoneyPart), study.FamiliesAndMoney),
        new("authorities", "What the authorities say", typeof(AuthoritiesSayPart), study.AuthoritiesSay),
        new("now", "Where they are now", typeof(WhereNowPart), study.WhereNow),
        new("done", "What was done about it", typeof(WhatWasDonePart), study.WhatWasDone),
        new("not-known", "What we do not know", typeof(NotKnownPart), study.NotKnown),
        new("sources", "Sources and method", typeof(SourcesAndMethodPart), study.SourcesAndMethod),
    ];
}
