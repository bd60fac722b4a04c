using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Women;

/// <summary>What her page asks each time, translated once.</summary>
internal static class WomanQueries
{
    /// <summary>By raid, number in it, who asks, today, now, and since when readers of her names count.</summary>
    public static readonly Translated<Func<RaidDocsDbContext, string, int, Guid?, DateOnly, DateTime, DateTime, CancellationToken, Task<WomanHead?>>> Head = new(() =>
        EF.CompileAsyncQuery((RaidDocsDbContext db, string raidCode, int number, Guid? viewer, DateOnly today, DateTime now, DateTime readSince, CancellationToken _) =>
            db.Apprehensions.AsNoTracking()
                .Where(row => row.Number == number)
                .Join(db.Raids.Where(raid => raid.Code == raidCode), row => row.RaidId, raid => raid.Id, (row, raid) => new { row, raid })
                .Select(both => new WomanHead(
                    new WomanBar(both.row.WomanId, both.raid.Id, both.raid.Code, both.raid.Facts.Name, both.raid.IsInvented, both.row.Number),
                    both.row.Woman.Facts,
                    both.row.Facts,
                    db.Procedures.Count(row => row.WomanId == both.row.WomanId && row.RaidId == both.raid.Id),
                    db.Testimonies.Count(row => row.WomanId == both.row.WomanId && row.RaidId == both.raid.Id),
                    db.WomanNames.Count(row => row.WomanId == both.row.WomanId && row.RaidId == both.raid.Id),
                    db.JoinedWomen.Count(row => row.KeptId == both.row.WomanId && row.UndoneAt == null),
                    db.Clocks.Count(row => row.WomanId == both.row.WomanId && row.RaidId == both.raid.Id),
                    db.Labels.Count(row => row.WomanId == both.row.WomanId && row.RaidId == both.raid.Id),
                    db.Ages.Count(row => row.WomanId == both.row.WomanId && row.RaidId == both.raid.Id),
                    db.CourtParts.Count(row => row.WomanId == both.row.WomanId && row.RaidId == both.raid.Id),
                    db.MoneyLines.Count(row => row.WomanId == both.row.WomanId && row.RaidId == both.raid.Id),
                    db.FamilyLinks.Count(row => row.WomanId == both.row.WomanId && row.RaidId == both.raid.Id),
                    db.Apprehensions.Count(row => row.WomanId == both.row.WomanId && row.RaidId != both.raid.Id),
                    db.ImportedRows.Any(row => row.WomanId == both.row.WomanId && row.RaidId == both.raid.Id && row.Rest != null),
                    new NamesGround(
                        db.NamesRights.Any(row => row.RaidId == both.raid.Id && row.UserId == viewer && row.LastDay >= today),
                        db.NamesShown.Where(row => row.RaidId == both.raid.Id && row.UserId == viewer && row.Until > now).Max(row => (DateTime?)row.Until)),

                    // The log writes ids in small letters, which the database is told here.
#pragma warning disable CA1304, CA1311, CA1862
                    db.AuditEntries
                        .Where(entry => entry.ObjectId == both.row.WomanId.ToString().ToLower() && entry.Action == "read" && entry.ObjectType == nameof(WomanName) && entry.At >= readSince)
                        .Select(entry => entry.ActorId).Distinct().Count()))
#pragma warning restore CA1304, CA1311, CA1862
                .SingleOrDefault()));

    /// <summary>By woman and raid, as the next three.</summary>
    public static readonly Translated<Func<RaidDocsDbContext, Guid, Guid, IAsyncEnumerable<StayRow>>> Stays = new(() =>
        EF.CompileAsyncQuery((RaidDocsDbContext db, Guid woman, Guid raid) => db.Stays.AsNoTracking()
            .Where(stay => stay.WomanId == woman && stay.RaidId == raid)
            .OrderBy(stay => stay.RecordedAt)
            .Select(stay => new StayRow(stay.Id, stay.Facts, stay.Facility!.Code, stay.Facility.Facts.Name, stay.Facility.Facts.Kind, stay.Source!.Code))));

    public static readonly Translated<Func<RaidDocsDbContext, Guid, Guid, IAsyncEnumerable<LabelRow>>> Labels = new(() =>
        EF.CompileAsyncQuery((RaidDocsDbContext db, Guid woman, Guid raid) => db.Labels.AsNoTracking()
            .Where(row => row.WomanId == woman && row.RaidId == raid)
            .OrderBy(row => row.RecordedAt)
            .Select(row => new LabelRow(row.Id, row.Facts, row.Source!.Code, row.TakenBackBecause))));

    public static readonly Translated<Func<RaidDocsDbContext, Guid, Guid, IAsyncEnumerable<AgeRow>>> Ages = new(() =>
        EF.CompileAsyncQuery((RaidDocsDbContext db, Guid woman, Guid raid) => db.Ages.AsNoTracking()
            .Where(row => row.WomanId == woman && row.RaidId == raid)
            .OrderBy(row => row.RecordedAt)
            .Select(row => new AgeRow(row.Id, row.Facts, row.Source!.Code, row.TakenBackBecause))));

    public static readonly Translated<Func<RaidDocsDbContext, Guid, Guid, IAsyncEnumerable<ConsentFacts>>> Consents = new(() =>
        EF.CompileAsyncQuery((RaidDocsDbContext db, Guid woman, Guid raid) => db.Consents.AsNoTracking()
            .Where(row => row.WomanId == woman && row.RaidId == raid && row.TestimonyId == null)
            .OrderBy(row => row.RecordedAt)
            .Select(row => row.Facts)));
}
