using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;

namespace RaidDocs.Domain.Papers;

/// <summary>What happens to files when a woman or a raid is erased.</summary>
internal static class ErasingPapers
{
    /// <summary>
    /// Files that are about these women alone, records of their words and their signed forms go, with every copy of them. A file
    /// that is about others too stays, and names these no more.
    /// </summary>
    public static async Task ErasePapersAsync(this RaidDocsDbContext db, IReadOnlyCollection<Guid> women, CancellationToken cancellationToken)
    {
        var told = await db.Testimonies.Where(row => row.WomanId != null && women.Contains(row.WomanId.Value)).Select(row => row.Id).ToListAsync(cancellationToken);
        var answers = await db.Consents.Where(row => women.Contains(row.WomanId)).Select(row => row.Id).ToListAsync(cancellationToken);
        var hers = await db.Evidence
            .Where(row => (row.TestimonyId != null && told.Contains(row.TestimonyId.Value))
                || (row.ConsentId != null && answers.Contains(row.ConsentId.Value))
                || (row.Women.Any() && row.Women.All(link => women.Contains(link.WomanId))))
            .Select(row => row.Id)
            .ToListAsync(cancellationToken);
        var gone = await db.Evidence.Include(row => row.Women)
            .Where(row => hers.Contains(row.Id) || (row.ParentId != null && hers.Contains(row.ParentId.Value)))
            .ToListAsync(cancellationToken);
        var ids = gone.ConvertAll(row => row.Id);
        foreach (var source in await db.Sources.Where(source => source.EvidenceId != null && ids.Contains(source.EvidenceId.Value)).ToListAsync(cancellationToken))
        {
            source.LiesIn(null);
        }

        foreach (var source in await db.Sources.Where(source => source.TestimonyId != null && told.Contains(source.TestimonyId.Value)).ToListAsync(cancellationToken))
        {
            source.IsOf(null);
        }

        db.RemoveRange(gone.SelectMany(row => row.Women));
        db.RemoveRange(gone);
    }

    /// <summary>The sealed files of rows that this save deletes. To be asked before it.</summary>
    public static IReadOnlyList<Guid> FilesLosingTheirRow(this RaidDocsDbContext db) =>
        [.. db.ChangeTracker.Entries<Evidence>().Where(entry => entry.State == EntityState.Deleted).Select(entry => entry.Entity.FileId).OfType<Guid>().Distinct()];

    /// <summary>Removes files of which no row is left. Their keys went with the rows, so they are unreadable already.</summary>
    public static async Task RemoveFilesAsync(this RaidDocsDbContext db, SealedFiles files, IReadOnlyCollection<Guid> lost)
    {
        var kept = await db.Evidence.IgnoreQueryFilters().Where(row => row.FileId != null && lost.Contains(row.FileId.Value)).Select(row => row.FileId!.Value).ToListAsync(CancellationToken.None);
        foreach (var file in lost.Except(kept))
        {
            files.Delete(file);
        }
    }
}
