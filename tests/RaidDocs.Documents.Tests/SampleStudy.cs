using RaidDocs.Documents.CaseStudies;

namespace RaidDocs.Documents.Tests;

/// <summary>An invented raid on an invented bar, with everything a chapter can hold: 17 women, six languages.</summary>
public static partial class SampleStudy
{
    public static readonly IReadOnlyList<string> Everyone = Codes(1, 17);

    public static CaseStudy Rich() => new()
    {
        Title = "Raid and rescue at the Harbour Light",
        Subtitle = "A karaoke bar in a border town, March 2024",
        Language = "en",
        Audience = "For the public",
        AsOf = "21 November 2025 (2568)",
        Draft = "Draft 4",
        Organisation = "Case study 3",
        IsInvented = true,
        Notes = ["The women are written as codes. Codes of quoted passages are made for this report and join to no other. Some passages are hard to read."],
        AtAGlance = Glance(),
        HowItBegan = Began(),
        TheNight = Night(),
        WhoWasTaken = Taken(),
        Sorting = Sorted(),
        Procedures = Done(),
        WhereHeld = Held(),
        Interpreters = Interpreted(),
        InCourt = Courts(),
        WhatTheySaid = Quotes(),
        Promises = Promised(),
        RightsBroken = Rights(),
        FamiliesAndMoney = Money(),
        AuthoritiesSay = Statements(),
        WhereNow = Now(),
        WhatWasDone = Interventions(),
        NotKnown = Unknown(),
        SourcesAndMethod = Sources() with { LogMark = "raiddocs-log/1 1204 dd6AvSM1c7hBSXtGfhIwT3bXsGKAmVjpSYJXq2tAAAA=" },
    };

    /// <summary>The same chapter when nothing is known yet, every section with one blank.</summary>
    public static CaseStudy Bare() => Rich() with
    {
        AtAGlance = new([]) { Blanks = ["The day of the raid is not recorded."] },
        HowItBegan = new([]) { Blanks = ["Nobody has been asked why the police came."] },
        TheNight = new([]) { Blanks = ["No hour of the night is recorded."] },
        WhoWasTaken = new([], [], []) { Blanks = ["No count is recorded."] },
        Sorting = new([], []) { Blanks = ["No label is recorded."] },
        Procedures = new([]) { Blanks = ["No test or search is recorded."] },
        WhereHeld = new(null, []) { Blanks = ["No stay is recorded."] },
        Interpreters = new([]) { Blanks = ["No interpreter is recorded."] },
        InCourt = new([]) { Blanks = ["No court case is recorded."] },
        WhatTheySaid = new([]) { Blanks = ["No woman has agreed to be quoted yet."] },
        Promises = new([]) { Blanks = ["The checklist has not been answered."] },
        RightsBroken = new([]) { Blanks = ["No violation has been reviewed."] },
        FamiliesAndMoney = new([], []) { Blanks = ["No sum is recorded."] },
        AuthoritiesSay = new([]) { Blanks = ["No statement is on file."] },
        WhereNow = new("21 November 2025 (2568)", []) { Blanks = ["Nobody's whereabouts are recorded."] },
        WhatWasDone = new([]) { Blanks = ["No letter or visit is recorded."] },
        NotKnown = new([]) { Blanks = ["No open question is recorded."] },
        SourcesAndMethod = new([], []) { Blanks = ["No source is recorded."] },
    };

    /// <summary>The rich chapter with every section withheld. Nothing of its data may print.</summary>
    public static CaseStudy Withheld(string reason)
    {
        var all = Rich();
        return all with
        {
            AtAGlance = all.AtAGlance with { LeftOut = reason },
            HowItBegan = all.HowItBegan with { LeftOut = reason },
            TheNight = all.TheNight with { LeftOut = reason },
            WhoWasTaken = all.WhoWasTaken with { LeftOut = reason },
            Sorting = all.Sorting with { LeftOut = reason },
            Procedures = all.Procedures with { LeftOut = reason },
            WhereHeld = all.WhereHeld with { LeftOut = reason },
            Interpreters = all.Interpreters with { LeftOut = reason },
            InCourt = all.InCourt with { LeftOut = reason },
            WhatTheySaid = all.WhatTheySaid with { LeftOut = reason },
            Promises = all.Promises with { LeftOut = reason },
            RightsBroken = all.RightsBroken with { LeftOut = reason },
            FamiliesAndMoney = all.FamiliesAndMoney with { LeftOut = reason },
            AuthoritiesSay = all.AuthoritiesSay with { LeftOut = reason },
            WhereNow = all.WhereNow with { LeftOut = reason },
            WhatWasDone = all.WhatWasDone with { LeftOut = reason },
            NotKnown = all.NotKnown with { LeftOut = reason },
            SourcesAndMethod = all.SourcesAndMethod with { LeftOut = reason },
        };
    }

    public static IReadOnlyList<string> Codes(int first, int last) =>
        [.. Enumerable.Range(first, last - first + 1).Select(number => $"W{number:00}")];
}
