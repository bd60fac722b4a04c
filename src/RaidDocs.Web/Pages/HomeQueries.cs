using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Family;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Stays;
using RaidDocs.Domain.Violations;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Pages.Dates;

namespace RaidDocs.Web.Pages;

internal static class HomeQueries
{
    /// <summary>What there is for this viewer, in one query: what is not there is not asked for.</summary>
    public static Task<HomeNumbers> HomeNumbersAsync(this RaidDocsDbContext db, DateOnly today, int days, int most, CancellationToken cancellationToken)
    {
        var codes = db.Viewer.May(RecordKind.Violation, Act.Record);
        var families = db.Viewer.May(RecordKind.Family, Act.Record);
        // By testimony: whether she may read one is asked once, not for each passage in it.
        var uncoded = db.UncodedPassages(db.Testimonies);
        var toCode = db.ReadableTestimonies(today).Where(told => uncoded.Any(passage => passage.TestimonyId == told.Id && passage.Revision == told.Revision));
        var (calls, answers) = (FamilyCalls(db), EndingAnswers(db, today, days));
        var (lateDays, lateClocks) = (db.LateInCourt(today), db.LateClocks(today));
        var (raids, held) = (db.Raids.AsNoTracking(), HeldRaids(db));
        return db.Database.SqlQuery<int>($"SELECT 1 AS \"Value\"")
            .Select(_ => new HomeNumbers(
                raids.Any(),
                held.Count(),
                raids.Any(raid => !db.Sources.Any(source => source.RaidId == raid.Id)),
                lateDays.Count(),
                lateClocks.Count(),
                db.Violations.Where(violation => violation.ReviewedBy == null).Take(most).Count(),
                codes ? toCode.Take(most).Count() : 0,
                codes ? db.Violations.Where(violation => violation.ToTalkAbout).Take(most).Count() : 0,
                answers.Any(),
                families && calls.Any()))
            .SingleAsync(cancellationToken);
    }

    /// <summary>Raids in which somebody is still held, the newest first.</summary>
    public static Task<List<RaidRow>> HeldRaidRowsAsync(this RaidDocsDbContext db, int most, CancellationToken cancellationToken) =>
        HeldRaids(db)
            .OrderByDescending(raid => raid.RecordedAt)
            .Take(most)
            .Select(raid => new RaidRow(raid.Id, raid.Code, db.Apprehensions.Count(row => row.RaidId == raid.Id)))
            .ToListAsync(cancellationToken);

    /// <summary>Raids that no source is recorded of, the newest first.</summary>
    public static Task<List<BareRaid>> BareRaidsAsync(this RaidDocsDbContext db, int most, CancellationToken cancellationToken) =>
        db.Raids.AsNoTracking()
            .Where(raid => !db.Sources.Any(source => source.RaidId == raid.Id))
            .OrderByDescending(raid => raid.RecordedAt)
            .Take(most)
            .Select(raid => new BareRaid(raid.Code, raid.Facts.Name))
            .ToListAsync(cancellationToken);

    /// <summary>Answers of women that count today and run out within so many days, the soonest first: ask again in time.</summary>
    public static Task<List<EndingAnswer>> EndingAnswersAsync(this RaidDocsDbContext db, DateOnly today, int days, int most, CancellationToken cancellationToken) =>
        EndingAnswers(db, today, days)
            .OrderBy(row => row.Facts.ValidTo)
            .Take(most)
            .Join(db.Apprehensions, row => new { row.RaidId, row.WomanId }, one => new { one.RaidId, one.WomanId }, (row, one) => new { row, one.Number })
            .Join(db.Raids, both => both.row.RaidId, raid => raid.Id, (both, raid) => new EndingAnswer(
                new WomanCode(raid.Code, both.Number).ToString(), both.row.Facts.Purpose, both.row.Facts.ValidTo!.Value))
            .ToListAsync(cancellationToken);

    /// <summary>Calls with families that wait for somebody, the alarms first.</summary>
    public static Task<List<FamilyTask>> FamilyTasksAsync(this RaidDocsDbContext db, int most, CancellationToken cancellationToken) =>
        FamilyCalls(db)
            .OrderBy(call => call.Facts.Kind == FamilyCallKind.Alarm ? 0 : 1)
            .ThenBy(call => call.RecordedAt)
            .Take(most)
            .Join(db.Apprehensions, call => new { call.RaidId, call.WomanId }, one => new { one.RaidId, one.WomanId }, (call, one) => new { call, one.Number })
            .Join(db.Raids, both => both.call.RaidId, raid => raid.Id, (both, raid) => new FamilyTask(
                new WomanCode(raid.Code, both.Number).ToString(), both.call.Facts.Kind, both.call.Facts.On))
            .ToListAsync(cancellationToken);

    /// <summary>All stays of these raids.</summary>
    public static Task<List<StayRow>> StayRowsAsync(this RaidDocsDbContext db, IReadOnlyList<Guid> raids, CancellationToken cancellationToken) =>
        db.Stays.AsNoTracking()
            .Where(stay => raids.Contains(stay.RaidId))
            .Select(stay => new StayRow(
                stay.RaidId,
                stay.WomanId,
                stay.FacilityId == null ? null : stay.Facility!.Facts.Kind,
                new StaySpan(stay.Facts.From, stay.Facts.To, stay.Facts.PaperSeen),
                stay.Facts.Ending,
                stay.Facts.ToldOn))
            .ToListAsync(cancellationToken);

    private static IQueryable<Raid> HeldRaids(RaidDocsDbContext db) =>
        db.Raids.AsNoTracking().Where(raid => db.Stays.Any(stay => stay.RaidId == raid.Id && stay.Facts.To == null));

    private static IQueryable<FamilyCall> FamilyCalls(RaidDocsDbContext db) => db.FamilyCalls.AsNoTracking()
        .Where(call => call.DoneOn == null && (call.Facts.CallBack || call.Facts.Kind == FamilyCallKind.Alarm || call.Facts.Kind == FamilyCallKind.CallFirst));

    private static IQueryable<Consent> EndingAnswers(RaidDocsDbContext db, DateOnly today, int days)
    {
        var last = today.AddDays(days);
        return db.Consents.AsNoTracking()
            .Where(row => row.Facts.Answer == ConsentAnswer.Yes && !row.Facts.OfficialsPresent && row.Facts.ValidTo != null && row.Facts.ValidTo >= today && row.Facts.ValidTo <= last)
            .Where(row => !db.Consents.Any(newer => newer.WomanId == row.WomanId && newer.RaidId == row.RaidId && newer.Facts.Purpose == row.Facts.Purpose
                && (newer.TestimonyId == null || newer.TestimonyId == row.TestimonyId) && newer.RecordedAt > row.RecordedAt));
    }
}

/// <summary>What there is to show. The counts of things to do stop at what the page can say.</summary>
public sealed record HomeNumbers(
    bool HasRaids, int HeldRaids, bool HasBareRaids, int LateInCourt, int LateClocks, int Unreviewed, int ToCode, int ToTalkAbout, bool HasEndingAnswers, bool HasFamilyTasks);

public sealed record RaidRow(Guid Id, string Code, int Women);

public sealed record BareRaid(string Code, string Name);

/// <summary>A family to call, or that was threatened.</summary>
public sealed record FamilyTask(string Woman, FamilyCallKind Kind, DateOnly On);

/// <summary>A yes that runs out soon.</summary>
public sealed record EndingAnswer(string Woman, Purpose Purpose, DateOnly LastDay);
