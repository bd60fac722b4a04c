using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;

namespace RaidDocs.Domain.Disclosure;

/// <summary>Asks the answers of one woman on behalf of one audience.</summary>
internal sealed class WomanConsents(WomanInCase woman, string? forWhom, DateOnly today)
{
    /// <summary>The first purpose that is not yes, and how it stands; null when all are.</summary>
    /// <param name="needed">What must be yes.</param>
    /// <param name="testimony">Its code; null for what is recorded of her.</param>
    public LeftOut? Missing(IEnumerable<Purpose> needed, string? testimony)
    {
        foreach (var purpose in needed.Order())
        {
            var records = Records(purpose, testimony).ToList();
            if (records.StateOf(purpose, today) is not ConsentState.Yes and var state)
            {
                return new LeftOut(
                    testimony is null ? LeftOutKind.Woman : LeftOutKind.Testimony, testimony ?? woman.Code, ReasonOf(state), purpose,
                    state == ConsentState.OnlyIf ? records[^1].Conditions : null);
            }
        }

        return null;
    }

    public ConsentState StateOf(Purpose purpose) => Records(purpose, null).StateOf(purpose, today);

    /// <summary>The newest answer to a purpose.</summary>
    public ConsentInCase? Newest(Purpose purpose, string? testimony) => Records(purpose, testimony).LastOrDefault();

    // A yes to share with a partner names one, and counts for that one alone. A no may be for all.
    private IEnumerable<ConsentInCase> Records(Purpose purpose, string? testimony) => woman.Consents
        .Where(record => record.Purpose == purpose && (record.Testimony is null || record.Testimony == testimony))
        .Where(record => purpose != Purpose.Partner || IsFor(record));

    private bool IsFor(ConsentInCase record) => record.ForWhom is null
        ? record.Answer == ConsentAnswer.No
        : forWhom is not null && SearchText.Fold(record.ForWhom).Trim() == SearchText.Fold(forWhom).Trim();

    private static LeftOutReason ReasonOf(ConsentState state) => state switch
    {
        ConsentState.NeverAsked => LeftOutReason.NeverAsked,
        ConsentState.OnlyIf => LeftOutReason.OnlyIf,
        ConsentState.TakenBack => LeftOutReason.TakenBack,
        ConsentState.Expired => LeftOutReason.Expired,
        ConsentState.NotYet => LeftOutReason.NotYet,
        ConsentState.NotFree => LeftOutReason.NotFree,
        _ => LeftOutReason.SaidNo,
    };
}
