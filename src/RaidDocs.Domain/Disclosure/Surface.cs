using RaidDocs.Domain.Consents;

namespace RaidDocs.Domain.Disclosure;

/// <summary>Where a woman's words could show.</summary>
public enum Surface
{
    List,
    Search,
    CaseScreen,
    Report,
    Statistics,
    Bundle,
    Csv,
    FamilyPage,
}

/// <summary>Which of a woman's answers a surface needs. One table for every way in and every way out.</summary>
public static class NeededConsent
{
    /// <summary>All of these must be yes. Without her yes to being kept nothing shows anywhere.</summary>
    /// <param name="surface">Where it would show.</param>
    /// <param name="audience">To whom. On screens a legal advisor is <see cref="Audience.Lawyer"/>, the others are the team.</param>
    /// <param name="isPictureOrVoice">It is her picture or her voice.</param>
    /// <param name="caseIsClosed">The case is over, so it needs her yes to the archive too.</param>
    public static IReadOnlySet<Purpose> For(Surface surface, Audience audience, bool isPictureOrVoice = false, bool caseIsClosed = false)
    {
        HashSet<Purpose> needed = [Purpose.Keep];
        needed.UnionWith(surface switch
        {
            Surface.List or Surface.Search or Surface.CaseScreen => audience == Audience.Lawyer ? [Purpose.Lawyer] : [],
            Surface.Report => [Purpose.QuoteInReport, .. ToLeaveFor(audience), .. isPictureOrVoice ? [Purpose.PictureOrVoice] : Array.Empty<Purpose>()],
            Surface.Statistics => [Purpose.CountInStatistics],
            Surface.Bundle => ToLeaveFor(audience),
            Surface.Csv => [Purpose.CountInStatistics, .. ToLeaveFor(audience)],
            Surface.FamilyPage => [Purpose.TellFamily],
            _ => throw new ArgumentOutOfRangeException(nameof(surface)),
        });
        if (caseIsClosed)
        {
            needed.Add(Purpose.Archive);
        }

        return needed;
    }

    /// <summary>What a row about one woman needs to be told to this audience.</summary>
    public static Purpose[] ToLeaveFor(Audience audience) => audience switch
    {
        Audience.Team => [],
        Audience.Lawyer => [Purpose.Lawyer],
        Audience.Court => [Purpose.Court],
        Audience.Un or Audience.Partner => [Purpose.Partner],
        Audience.Public => [Purpose.QuoteInReport],
        _ => throw new ArgumentOutOfRangeException(nameof(audience)),
    };
}
