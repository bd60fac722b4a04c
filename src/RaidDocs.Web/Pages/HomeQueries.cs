using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;

namespace RaidDocs.Web.Pages;

internal static class HomeQueries
{
    /// <summary>Every day in court that this viewer may see.</summary>
    public static Task<List<HearingRow>> HearingRowsAsync(this RaidDocsDbContext db, CancellationToken cancellationToken) =>
        db.Hearings.AsNoTracking()
            .Join(db.CourtCases, hearing => hearing.CourtCaseId, court => court.Id, (hearing, court) => new { hearing, court })
            .Join(db.Raids, both => both.hearing.RaidId, raid => raid.Id, (both, raid) => new HearingRow(
                both.court.Id,
                raid.Code,
                both.court.Code,
                both.hearing.Facts.Kind,
                both.hearing.Facts.On,
                both.hearing.Facts.Next,
                both.hearing.Facts.Outcome != null))
            .ToListAsync(cancellationToken);

    /// <summary>All stays of the raids in which somebody is still held.</summary>
    public static Task<List<StayRow>> HeldStayRowsAsync(this RaidDocsDbContext db, CancellationToken cancellationToken) =>
        db.Stays.AsNoTracking()
            .Where(stay => db.Stays.Any(open => open.RaidId == stay.RaidId && open.Facts.To == null))
            .Select(stay => new StayRow(
                stay.RaidId,
                stay.WomanId,
                stay.FacilityId == null ? null : stay.Facility!.Facts.Kind,
                stay.Facts.From,
                stay.Facts.To,
                stay.Facts.Ending,
                stay.Facts.ToldOn))
            .ToListAsync(cancellationToken);
}
