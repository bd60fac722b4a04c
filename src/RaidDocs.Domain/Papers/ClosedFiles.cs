using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;

namespace RaidDocs.Domain.Papers;

/// <summary>Why a file is not opened: which answer of which woman stands against it.</summary>
public sealed record ClosedFile(Guid WomanId, Purpose Purpose, ConsentState State);

/// <summary>
/// Which files the team may open. Our own team keeps what it was given of a woman until she says no; a record of her words
/// needs her yes, as her words do; where she can be seen or heard, her taking back that yes closes it too. For whoever reads
/// for the law alone the same holds of her yes to her lawyer.
/// </summary>
public static class ClosedFiles
{
    /// <summary>Those of these files that are closed to the viewer today, each with its first reason.</summary>
    public static async Task<IReadOnlyDictionary<Guid, ClosedFile>> ClosedFilesAsync(
        this RaidDocsDbContext db, IReadOnlyCollection<Guid> evidence, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await db.Evidence.AsNoTracking()
            .Where(row => evidence.Contains(row.Id))
            .Select(row => new
            {
                row.Id,
                row.RaidId,
                row.TestimonyId,
                row.Facts.ShowsHer,
                Speaker = db.Testimonies.Where(told => told.Id == row.TestimonyId).Select(told => told.WomanId).FirstOrDefault(),
                Women = row.Women.Select(link => link.WomanId).ToList(),
            })
            .ToListAsync(cancellationToken);
        var women = rows.SelectMany(row => row.Women.Concat(row.Speaker is { } her ? [her] : [])).Distinct().ToList();
        var raids = rows.Select(row => row.RaidId).Distinct().ToList();
        var records = await db.Consents.AsNoTracking()
            .Where(row => women.Contains(row.WomanId) && raids.Contains(row.RaidId))
            .OrderBy(row => row.RecordedAt)
            .Select(row => new { row.RaidId, row.WomanId, row.TestimonyId, row.Facts })
            .ToListAsync(cancellationToken);
        var closed = new Dictionary<Guid, ClosedFile>();
        foreach (var row in rows)
        {
            foreach (var woman in row.Women.Concat(row.Speaker is { } speaker ? [speaker] : []).Distinct())
            {
                var hers = records.Where(record => record.RaidId == row.RaidId && record.WomanId == woman && (record.TestimonyId is null || record.TestimonyId == row.TestimonyId)).Select(record => record.Facts).ToList();
                if (Against(hers, row.Speaker == woman, row.ShowsHer, db.Viewer.ReadsAsLawyerOnly, today) is { } purpose)
                {
                    closed[row.Id] = new ClosedFile(woman, purpose, hers.StateOf(purpose, today));
                    break;
                }
            }
        }

        return closed;
    }

    /// <summary>The purpose to which her answer closes the file; null when none does.</summary>
    /// <param name="oldestFirst">Her records about all she told, and about the testimony that it is a record of.</param>
    /// <param name="isHerWords">It is a record of her words.</param>
    /// <param name="showsHer">She can be seen or heard in it.</param>
    /// <param name="forLawyer">The reader reads for the law alone.</param>
    /// <param name="today">Local day.</param>
    public static Purpose? Against(IReadOnlyCollection<ConsentFacts> oldestFirst, bool isHerWords, bool showsHer, bool forLawyer, DateOnly today)
    {
        Purpose[] asked = forLawyer ? [Purpose.Keep, Purpose.Lawyer] : [Purpose.Keep];
        foreach (var purpose in asked)
        {
            var state = oldestFirst.StateOf(purpose, today);
            if (isHerWords ? state != ConsentState.Yes : state is ConsentState.No or ConsentState.TakenBack)
            {
                return purpose;
            }
        }

        return showsHer && oldestFirst.StateOf(Purpose.PictureOrVoice, today) == ConsentState.TakenBack ? Purpose.PictureOrVoice : null;
    }
}
