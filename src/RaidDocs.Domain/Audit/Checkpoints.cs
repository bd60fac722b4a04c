using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;

namespace RaidDocs.Domain.Audit;

/// <summary>Makes checkpoints of the log. Each goes on from the one before, so it reads only the lines between them.</summary>
public static class Checkpoints
{
    /// <summary>The log as it is now; an earlier checkpoint of the same size stands for it. Null while nothing is logged.</summary>
    public static Task<LogMark?> MakeCheckpointAsync(
        this RaidDocsDbContext db, DateTime at, CheckpointReason reason, CancellationToken cancellationToken) =>
        db.InOneWriteAsync(
            async () =>
            {
                var last = await db.Checkpoints.AsNoTracking().OrderByDescending(one => one.Size).FirstOrDefaultAsync(cancellationToken);
                var tree = last is null ? new MerkleTree() : new MerkleTree(last.Size, last.Edge);
                var lines = db.AuditEntries.AsNoTracking()
                    .Where(entry => entry.Number > tree.Size)
                    .OrderBy(entry => entry.Number)
                    .Select(entry => entry.Json)
                    .AsAsyncEnumerable();
                await foreach (var line in lines.WithCancellation(cancellationToken))
                {
                    tree.Add(line);
                }

                if (tree.Size == (last?.Size ?? 0))
                {
                    return last?.Mark;
                }

                var made = new Checkpoint(tree, at, reason);
                db.Checkpoints.Add(made);
                await db.SaveChangesAsync(cancellationToken);
                return made.Mark;
            },
            cancellationToken);
}
