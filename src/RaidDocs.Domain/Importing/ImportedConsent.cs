using RaidDocs.Domain.Consents;

namespace RaidDocs.Domain.Importing;

/// <summary>One word of a file for what she allows. It is recorded as it was given; how she was asked, nobody claims.</summary>
/// <param name="Allowed">What it says yes to.</param>
internal sealed record ImportedConsent(IReadOnlySet<Purpose> Allowed)
{
    private static readonly Purpose[] All = Enum.GetValues<Purpose>();

    /// <param name="allowed">Names of purposes, as codes.json has them; nothing for a consent that was taken back.</param>
    public static ImportedConsent Of(string? allowed) => new(
        (allowed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Enum.Parse<Purpose>(name)).ToHashSet());

    /// <summary>About all she told.</summary>
    public IEnumerable<ConsentFacts> ForHer() => Allowed.Count == 0
        ? All.Select(purpose => Fact(purpose, ConsentAnswer.No))
        : All.Where(Allowed.Contains).Select(purpose => Fact(purpose, ConsentAnswer.Yes));

    /// <summary>
    /// About one testimony. The narrower of the two words counts: what she refused for all she told is not allowed by a word about
    /// one testimony, and what she allowed for all is refused for one that allows less.
    /// </summary>
    public IEnumerable<ConsentFacts> ForOne(ImportedConsent? forHer) => All
        .Select(purpose => (purpose, Here: Allowed.Contains(purpose), There: forHer?.Allowed.Contains(purpose)))
        .Where(both => (both.Here && both.There != false) || (!both.Here && (both.There == true || Allowed.Count == 0)))
        .Select(both => Fact(both.purpose, both.Here ? ConsentAnswer.Yes : ConsentAnswer.No));

    private static ConsentFacts Fact(Purpose purpose, ConsentAnswer answer) => new()
    {
        Purpose = purpose,
        Answer = answer,
        IdentityForm = purpose == Purpose.QuoteInReport && answer == ConsentAnswer.Yes ? IdentityForm.NoName : null,
        HowGiven = "as it stands in a file that was brought in",
    };
}
