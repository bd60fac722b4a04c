using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;

namespace RaidDocs.Domain.Audit;

/// <summary>What a check found.</summary>
/// <param name="Lines">How many lines the log has.</param>
/// <param name="Marks">How many checkpoints it was held against.</param>
/// <param name="Findings">One sentence each; none when all is as it was left.</param>
public sealed record LogReport(long Lines, int Marks, IReadOnlyList<FormattableString> Findings);

/// <summary>
/// Walks the whole log again: each line against the hash before it and against its own columns, all of them against every
/// checkpoint, then the store's own links and pages. Trusts nothing that is kept but the lines themselves.
/// </summary>
public static class LogCheck
{
    /// <param name="db">Opened for the person at the command line or the auditor.</param>
    /// <param name="kept">Checkpoints that lay outside the store.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public static async Task<LogReport> CheckLogAsync(
        this RaidDocsDbContext db, IReadOnlyCollection<LogMark> kept, CancellationToken cancellationToken)
    {
        var findings = new FaultList();
        var own = await db.Checkpoints.AsNoTracking().Select(one => new { one.Size, one.Root }).ToListAsync(cancellationToken);
        var marks = kept.Concat(own.Select(one => new LogMark(one.Size, one.Root))).Distinct().ToLookup(mark => mark.Size);
        var tree = new MerkleTree();
        try
        {
            await WalkAsync(db, tree, marks, findings, cancellationToken);
            await db.FindFaultsAsync(findings, cancellationToken);
        }
        catch (SqliteException damaged)
        {
            findings.Tell($"The file of the store is damaged (SQLite error {damaged.SqliteErrorCode}). Go back to the newest backup.");
        }

        foreach (var mark in marks.Where(mark => mark.Key > tree.Size))
        {
            findings.Tell($"The log has {tree.Size} lines, and had {mark.Key} when a checkpoint was made. Lines were cut off, or an older store was put back.");
        }

        return new LogReport(tree.Size, marks.Sum(mark => mark.Count()), findings.Told);
    }

    private static async Task WalkAsync(
        RaidDocsDbContext db, MerkleTree tree, ILookup<long, LogMark> marks, FaultList findings, CancellationToken cancellationToken)
    {
        var (expected, before) = (1L, AuditEntry.FirstHash);
        var entries = db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Number).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            if (entry.Number != expected)
            {
                findings.Tell($"Line {expected} is missing; line {entry.Number} comes next.");
            }

            if (AuditEntry.HashOf(before, entry.Json) != entry.Hash)
            {
                findings.Tell($"Line {entry.Number} does not follow from the line before it: one of them was changed, moved or put in.");
            }

            if (!AgreesWithItself(entry))
            {
                findings.Tell($"Line {entry.Number} shows something else than what was signed.");
            }

            (expected, before) = (entry.Number + 1, entry.Hash);
            tree.Add(entry.Json);
            if (marks.Contains(tree.Size))
            {
                var root = Convert.ToBase64String(tree.Root());
                foreach (var mark in marks[tree.Size].Where(mark => mark.Root != root))
                {
                    findings.Tell($"The first {mark.Size} lines are not the ones a checkpoint was made of. They were written anew.");
                }
            }
        }
    }

    private static bool AgreesWithItself(AuditEntry entry)
    {
        try
        {
            using var json = JsonDocument.Parse(entry.Json);
            var line = json.RootElement;
            return line.GetProperty("seq").GetInt64() == entry.Number
                && StoreTime.Of(line.GetProperty("at").GetDateTime()) == StoreTime.Of(entry.At)
                && line.GetProperty("action").GetString() == entry.Action
                && line.GetProperty("actorId").GetString() == entry.ActorId?.ToString("D")
                && line.GetProperty("objectType").GetString() == entry.ObjectType
                && line.GetProperty("objectId").GetString() == entry.ObjectId
                && line.GetProperty("raidId").GetString() == entry.RaidId?.ToString("D");
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            return false;
        }
    }
}
