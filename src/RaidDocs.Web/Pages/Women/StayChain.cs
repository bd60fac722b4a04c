using RaidDocs.Domain.Common;
using RaidDocs.Domain.Stays;

namespace RaidDocs.Web.Pages.Women;

/// <summary>Her stays in order, with what is wrong between them: shown, never repaired.</summary>
public sealed record StayChain(IReadOnlyList<StayLink> Links, HeldTime Held, DateOnly? From, DateOnly? To, bool HasBreaks)
{
    public DaysHeld Days => Held.All;

    public static StayChain Of(IReadOnlyList<StayRow> ordered, DateOnly today)
    {
        var findings = Chain.Find([.. ordered.Select(stay => (stay.Facts.From?.Date, stay.Facts.To?.Date))]);
        var links = ordered.Select((stay, at) => new StayLink(
            stay,
            Custody.DaysHeld([stay.Facts], today),
            findings.FirstOrDefault(finding => finding.Second == at),
            findings.FirstOrDefault(finding => finding.Second == at) is { } found ? ordered[found.First].Place : null));
        var known = ordered.Select(stay => stay.Facts).Where(stay => stay.From?.Date is { Precision: not DatePrecision.Unknown }).ToList();
        var ends = known.Select(stay => stay.To is null ? today : stay.To.Date.Precision == DatePrecision.Unknown ? (DateOnly?)null : stay.To.Date.Latest).ToList();
        return new(
            [.. links],
            HeldTime.Of(ordered.Select(stay => stay.Facts), today),
            known.Count == 0 ? null : known.Min(stay => stay.From!.Date.Earliest),
            ends.Max() is { } last && last > today ? today : ends.Max(),
            findings.Any(finding => finding.Kind == ChainFindingKind.Gap));
    }
}

/// <summary>One stay, its days, and what lies between it and an earlier one.</summary>
public sealed record StayLink(StayRow Stay, DaysHeld Days, ChainFinding? Finding, string? EarlierPlace)
{
    /// <summary>"2", or "0 to 3".</summary>
    public string FindingDays => Finding is null ? "" : Finding.MinDays == Finding.MaxDays
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Finding.MinDays}")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Finding.MinDays} - {Finding.MaxDays}");
}
