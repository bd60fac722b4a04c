using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;

namespace RaidDocs.Domain.Papers;

/// <summary>What a check of the files found.</summary>
/// <param name="Files">How many were read.</param>
/// <param name="Bytes">Their plain bytes.</param>
/// <param name="Findings">One sentence each.</param>
public sealed record FileReport(int Files, long Bytes, IReadOnlyList<FormattableString> Findings);

/// <summary>Opens every file, takes its SHA-256 again, and holds it against its row; then looks for files and rows that have lost each other.</summary>
public static class FileCheck
{
    private const int ReadBytes = 256 * 1024;

    /// <param name="db">Opened for the person at the command line or the auditor.</param>
    /// <param name="files">Where they lie.</param>
    /// <param name="settled">Files that are younger may be on their way to their row; null when nobody writes.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public static async Task<FileReport> CheckFilesAsync(this RaidDocsDbContext db, SealedFiles files, DateTime? settled, CancellationToken cancellationToken)
    {
        var lying = files.All().ToList();
        var rows = await RowsAsync(db, cancellationToken);
        var known = rows.Select(row => row.FileId).ToHashSet();
        var findings = new ConcurrentBag<(int Order, FormattableString Sentence)>();
        var bytes = 0L;
        var distinct = rows.DistinctBy(row => row.FileId).Index().ToList();
        await Parallel.ForEachAsync(
            distinct,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken },
            async (one, token) =>
            {
                var (order, row) = one;
                if (await Task.Run(() => Check(files, row, ref bytes, token), token) is { } wrong)
                {
                    findings.Add((order, wrong));
                }
            });

        foreach (var (id, name, written) in lying.Where(file => (file.Id is not { } id || !known.Contains(id)) && (settled is null || file.WrittenUtc < settled)))
        {
            findings.Add((int.MaxValue, id is null ? NotOurs(name) : NoRecord(name)));
        }

        return new FileReport(distinct.Count, bytes, [.. findings.OrderBy(one => one.Order).Select(one => one.Sentence)]);
    }

    /// <summary>What is wrong with one file; null when it is as it came.</summary>
    public static async Task<FormattableString?> CheckFileAsync(this RaidDocsDbContext db, SealedFiles files, Guid evidence, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(db, cancellationToken, evidence);
        var bytes = 0L;
        return rows is [var row] ? await Task.Run(() => Check(files, row, ref bytes, cancellationToken), cancellationToken) : NotHere();
    }

    private static Task<List<Row>> RowsAsync(RaidDocsDbContext db, CancellationToken cancellationToken, Guid? only = null)
    {
        var isNamed = !db.Viewer.Roles.Contains(Staff.StaffRole.Auditor);
        return db.Evidence.IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.FileId != null && row.Key != null && (only == null || row.Id == only))
            .OrderBy(row => row.RecordedAt)
            .Select(row => new Row(
                row.Id, isNamed ? db.Raids.IgnoreQueryFilters().Where(raid => raid.Id == row.RaidId).Select(raid => raid.Code).First() : null,
                row.Number, row.Copy, row.FileId!.Value, row.Key!, row.File.Sha256, row.File.Bytes))
            .ToListAsync(cancellationToken);
    }

    private static FormattableString Another(string name) => $"The file of {name} is another one than its record says. Take it from a backup.";

    private static FormattableString Damaged(string name, long at) =>
        $"The file of {name} was changed or is damaged: it opens up to byte {at} and no further. Take it from a backup.";

    private static FormattableString Missing(string name) => $"The file of {name} is missing. Take it from a backup.";

    private static FormattableString NotHere() => $"Only what is known of this file is here, not its bytes.";

    private static FormattableString NotOurs(string name) => $"A file lies among the files of the store and is none of it: {name}.";

    private static FormattableString NoRecord(string name) =>
        $"A file has no record: {name}. It may be left from an upload that was cut off, or its record was removed.";

    private static FormattableString? Check(SealedFiles files, Row row, ref long all, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ReadBytes);
        try
        {
            using var plain = files.Open(row.FileId, row.Key);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var length = 0L;
            for (int count; (count = plain.Read(buffer, 0, buffer.Length)) > 0; length += count)
            {
                hash.AppendData(buffer, 0, count);
                cancellationToken.ThrowIfCancellationRequested();
            }

            Interlocked.Add(ref all, length);
            if (length == row.Bytes && Convert.ToHexStringLower(hash.GetHashAndReset()) == row.Sha256)
            {
                return null;
            }

            return Another(row.Name);
        }
        catch (DamagedFileException damaged)
        {
            return Damaged(row.Name, damaged.At);
        }
        catch (FileNotFoundException)
        {
            return Missing(row.Name);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private sealed record Row(Guid Id, string? Raid, int Number, int Copy, Guid FileId, byte[] Key, string Sha256, long Bytes)
    {
        /// <summary>Who reads the log alone knows ids.</summary>
        public string Name => Raid is null ? Id.ToString("D") : $"{Raid} {Evidence.CodeOf(Number, Copy)} ({Id})";
    }
}
