using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Family;
using RaidDocs.Domain.Women;

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

    /// <summary>Answers of women that count today and run out within so many days, the soonest first: ask again in time.</summary>
    public static Task<List<EndingAnswer>> EndingAnswersAsync(this RaidDocsDbContext db, DateOnly today, int days, int most, CancellationToken cancellationToken)
    {
        var last = today.AddDays(days);
        return db.Consents.AsNoTracking()
            .Where(row => row.Facts.Answer == ConsentAnswer.Yes && !row.Facts.OfficialsPresent && row.Facts.ValidTo != null && row.Facts.ValidTo >= today && row.Facts.ValidTo <= last)
            .Where(row => !db.Consents.Any(newer => newer.WomanId == row.WomanId && newer.RaidId == row.RaidId && newer.Facts.Purpose == row.Facts.Purpose
                && (newer.TestimonyId == null || newer.TestimonyId == row.TestimonyId) && newer.RecordedAt > row.RecordedAt))
            .OrderBy(row => row.Facts.ValidTo)
            .Take(most)
            .Join(db.Apprehensions, row => new { row.RaidId, row.WomanId }, one => new { one.RaidId, one.WomanId }, (row, one) => new { row, one.Number })
            .Join(db.Raids, both => both.row.RaidId, raid => raid.Id, (both, raid) => new EndingAnswer(
                new WomanCode(raid.Code, both.Number).ToString(), both.row.Facts.Purpose, both.row.Facts.ValidTo!.Value))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Calls with families that wait for somebody, the alarms first.</summary>
    public static Task<List<FamilyTask>> FamilyTasksAsync(this RaidDocsDbContext db, int most, CancellationToken cancellationToken) =>
        db.FamilyCalls.AsNoTracking()
            .Where(call => call.DoneOn == null && (call.Facts.CallBack || call.Facts.Kind == FamilyCallKind.Alarm || call.Facts.Kind == FamilyCallKind.CallFirst))
            .OrderBy(call => call.Facts.Kind == FamilyCallKind.Alarm ? 0 : 1)
            .ThenBy(call => call.RecordedAt)
            .Take(most)
            .Join(db.Apprehensions, call => new { call.RaidId, call.WomanId }, one => new { one.RaidId, one.WomanId }, (call, one) => new { call, one.Number })
            .Join(db.Raids, both => both.call.RaidId, raid => raid.Id, (both, raid) => new FamilyTask(
                new WomanCode(raid.Code, both.Number).ToString(), both.call.Facts.Kind, both.call.Facts.On))
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
                stay.Facts.ToldOn,
                stay.Facts))
            .ToListAsync(cancellationToken);
}

/// <summary>A family to call, or that was threatened.</summary>
public sealed record FamilyTask(string Woman, FamilyCallKind Kind, DateOnly On);

/// <summary>A yes that runs out soon.</summary>
public sealed record EndingAnswer(string Woman, Purpose Purpose, DateOnly LastDay);
