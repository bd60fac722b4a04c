using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Stays;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>The women of a raid by code. No name is read. The number of commands does not grow with the raid.</summary>
internal static class WomenQuery
{
    private const int PageSize = 25;

    public static async Task<PagedList<WomanRow>> ReadWomenAsync(
        this RaidDocsDbContext db, Guid raidId, int page, DateOnly today, CancellationToken cancellationToken)
    {
        var women = await db.Apprehensions.AsNoTracking()
            .Where(row => row.RaidId == raidId)
            .OrderBy(row => row.Number)
            .Select(row => new { row.WomanId, row.Number, row.Woman.Facts.Languages })
            .ToPagedListAsync(page, PageSize, cancellationToken);
        var (first, last) = women.Items is [var from, .., var to] ? (from.Number, to.Number) : women.Items is [var one] ? (one.Number, one.Number) : (0, 0);
        var shown = db.Apprehensions.Where(row => row.RaidId == raidId && row.Number >= first && row.Number <= last);

        var stays = (await db.Stays.AsNoTracking()
            .Where(stay => stay.RaidId == raidId)
            .Join(shown, stay => stay.WomanId, row => row.WomanId, (stay, _) => new { stay.WomanId, stay.Facts, Place = stay.Facility == null ? null : stay.Facility.Facts.Name })
            .ToListAsync(cancellationToken)).ToLookup(stay => stay.WomanId);
        var labels = (await db.Labels.AsNoTracking()
            .Where(label => label.RaidId == raidId && label.TakenBackBecause == null && label.Facts.Voice != Voice.Woman)
            .Join(shown, label => label.WomanId, row => row.WomanId, (label, _) => label)
            .OrderBy(label => label.RecordedAt)
            .Select(label => new { label.WomanId, label.Facts })
            .ToListAsync(cancellationToken)).ToLookup(label => label.WomanId, label => label.Facts);
        var ages = (await db.Ages.AsNoTracking()
            .Where(age => age.RaidId == raidId && age.TakenBackBecause == null)
            .Join(shown, age => age.WomanId, row => row.WomanId, (age, _) => age)
            .OrderBy(age => age.RecordedAt)
            .Select(age => new { age.WomanId, age.Facts })
            .ToListAsync(cancellationToken)).ToLookup(age => age.WomanId, age => age.Facts);

        return new PagedList<WomanRow>(
            [
                .. women.Items.Select(woman =>
                {
                    // A stay that is still open says where she is now, also when another began later on paper.
                    var last = stays[woman.WomanId].InOrder(stay => stay.Facts).OrderBy(stay => stay.Facts.To is null).LastOrDefault();
                    return new WomanRow(
                        woman.Number,
                        last is null ? null : new LastStay(last.Place, last.Facts),
                        Custody.DaysHeld(stays[woman.WomanId].Select(stay => stay.Facts), today),
                        labels[woman.WomanId].OrderBy(label => label.On?.Earliest ?? DateOnly.MinValue).LastOrDefault(),
                        [.. ages[woman.WomanId]],
                        woman.Languages);
                }),
            ],
            women.Page,
            women.PageSize,
            women.Total);
    }
}

/// <summary>One woman of the table.</summary>
public sealed record WomanRow(int Number, LastStay? Last, DaysHeld Days, LabelFacts? Label, IReadOnlyList<AgeFacts> Ages, IReadOnlyList<string> Languages)
{
    public string Code => WomanCode.In(Number);
}

/// <summary>Where she was last; no place when nobody knows.</summary>
public sealed record LastStay(string? Place, StayFacts Facts);
