using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Women;

namespace RaidDocs.Web.Pages;

/// <summary>What stands at the head of every page of a raid, and on its line of the list.</summary>
public sealed record RaidBar(Guid Id, string Code, string Name, bool IsInvented, PartialDateTime? When, string? Province, int Women, int Held);

/// <summary>What stands at the head of every page of a woman: her code, and where she is.</summary>
public sealed record WomanBar(Guid Id, Guid RaidId, string RaidCode, string RaidName, bool IsInvented, int Number)
{
    /// <summary>R03-W07, as in addresses.</summary>
    public string Code => new WomanCode(RaidCode, Number).ToString();
}

internal static class BarQueries
{
    /// <summary>Null when there is no such raid for this viewer.</summary>
    public static Task<RaidBar?> FindRaidAsync(this RaidDocsDbContext db, string code, CancellationToken cancellationToken) => db.Raids
        .AsNoTracking()
        .Where(raid => raid.Code == code)
        .Select(raid => new RaidBar(
            raid.Id,
            raid.Code,
            raid.Facts.Name,
            raid.IsInvented,
            raid.Facts.When,
            raid.Facts.Province,
            db.Apprehensions.Count(row => row.RaidId == raid.Id),
            db.Stays.Where(stay => stay.RaidId == raid.Id && stay.Facts.To == null).Select(stay => stay.WomanId).Distinct().Count()))
        .SingleOrDefaultAsync(cancellationToken);

    /// <summary>The woman of a code like R03-W07; null when there is none for this viewer.</summary>
    public static async Task<WomanBar?> FindWomanAsync(this RaidDocsDbContext db, string code, CancellationToken cancellationToken)
    {
        if (WomanCode.Read(code) is not { } read)
        {
            return null;
        }

        var (raidCode, number) = (read.Raid, read.Number);
        return await db.Apprehensions
            .AsNoTracking()
            .Where(row => row.Number == number)
            .Join(db.Raids.Where(raid => raid.Code == raidCode), row => row.RaidId, raid => raid.Id, (row, raid) => new { row, raid })
            .Select(both => new WomanBar(both.row.WomanId, both.raid.Id, both.raid.Code, both.raid.Facts.Name, both.raid.IsInvented, both.row.Number))
            .SingleOrDefaultAsync(cancellationToken);
    }
}
