using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Women;

namespace RaidDocs.Web.Pages.Round;

/// <summary>A woman whose stay has no end yet.</summary>
public sealed record HeldWoman(
    Guid StayId, Guid WomanId, int Number, string? PlaceCode, string? Place, PartialDateTime? From, PartialDate? ToldOn)
{
    public string Code => WomanCode.In(Number);

    public DaysHeld Days { get; init; } = new(0, 0, false, default);

    /// <summary>The day of the newest news of her; null when none has a day.</summary>
    public DateOnly? LastNews { get; init; }
}

internal static class HeldWomen
{
    /// <summary>The women of a raid who are still held, by place and number.</summary>
    public static async Task<IReadOnlyList<HeldWoman>> HeldWomenAsync(
        this RaidDocsDbContext db, Guid raidId, DateOnly today, CancellationToken cancellationToken)
    {
        var open = await db.Stays.AsNoTracking()
            .Where(stay => stay.RaidId == raidId && stay.Facts.To == null)
            .Join(
                db.Apprehensions.Where(row => row.RaidId == raidId),
                stay => stay.WomanId,
                row => row.WomanId,
                (stay, row) => new HeldWoman(
                    stay.Id,
                    stay.WomanId,
                    row.Number,
                    stay.FacilityId == null ? null : stay.Facility!.Code,
                    stay.FacilityId == null ? null : stay.Facility!.Facts.Name,
                    stay.Facts.From,
                    stay.Facts.ToldOn))
            .ToListAsync(cancellationToken);
        var stays = (await db.Stays.AsNoTracking()
            .Where(stay => stay.RaidId == raidId)
            .Select(stay => new { stay.WomanId, stay.Facts.From, stay.Facts.To })
            .ToListAsync(cancellationToken)).ToLookup(stay => stay.WomanId);
        var news = (await db.Chronology.AsNoTracking()
            .Where(line => line.RaidId == raidId && line.Facts.Topic == Topic.Custody)
            .SelectMany(line => line.Women, (line, woman) => new { woman.Id, line.Facts.When })
            .ToListAsync(cancellationToken)).ToLookup(line => line.Id, line => line.When?.Date);
        return
        [
            .. open
                .Select(woman => woman with
                {
                    Days = DaysHeld.Of(stays[woman.WomanId].Select(stay => (stay.From?.Date, stay.To?.Date)), today),
                    LastNews = news[woman.WomanId].Append(woman.From?.Date).Append(woman.ToldOn)
                        .Where(date => date is { Precision: not DatePrecision.Unknown } && date.Latest <= today)
                        .Max(date => (DateOnly?)date!.Latest),
                })
                .OrderBy(woman => woman.PlaceCode is null)
                .ThenBy(woman => woman.PlaceCode, StringComparer.Ordinal)
                .ThenBy(woman => woman.Number),
        ];
    }
}
