using System.IO.Compression;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Records.Tables;

namespace RaidDocs.Domain.Records;

/// <summary>Writes the whole record into a folder or a ZIP, for a store of the same house: a copy, not a disclosure.</summary>
public sealed class RecordExport(RaidDocsDbContext db, EvidenceStore evidence, TimeProvider clock, DateOnly today)
{
    private readonly List<RecordRaid> _raids = [];
    private readonly List<RecordFile> _files = [];
    private readonly List<RecordTable> _tables = [];
    private readonly List<ClosedInRecord> _closed = [];

    /// <summary>All of it or nothing. Each raid is in the log before its file is there.</summary>
    /// <param name="folder">A folder that is not there yet, or is empty.</param>
    /// <param name="progress">Told each raid that is written.</param>
    /// <param name="cancellationToken">Ends the work; nothing is left of it then.</param>
    /// <exception cref="DomainRuleException">The folder is not empty, the disk is full, or a file of the store is damaged.</exception>
    public async Task<RecordManifest> WriteAsync(string folder, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var target = Path.GetFullPath(folder);
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
        {
            throw new DomainRuleException($"{target} is not empty. Name a folder that is not there yet");
        }

        var unfinished = $"{target}.{Guid.NewGuid():N}.new";
        try
        {
            DataFolder.MakePrivate(unfinished);
            var manifest = await FillAsync(new RecordFolder(unfinished), progress, cancellationToken);
            if (Directory.Exists(target))
            {
                Directory.Delete(target);
            }

            Directory.Move(unfinished, target);
            SafeFile.FlushFolder(Path.GetDirectoryName(target)!);
            return manifest;
        }
        catch (Exception failed) when (DatabaseFile.IsOfDisk(failed) || failed is UnauthorizedAccessException || (failed is IOException and not (DamagedFileException or FileNotFoundException)))
        {
            throw new DomainRuleException($"The disk of {target} is full, or it cannot be written to. Nothing was written. Make room, or name another folder");
        }
        finally
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }
    }

    /// <summary>
    /// The same as a ZIP, while it is read. What goes wrong in the middle ends it with an exception, so that no ZIP comes that
    /// opens and is not whole.
    /// </summary>
    /// <exception cref="DomainRuleException">A file of the store is damaged.</exception>
    public async Task<RecordManifest> ZipAsync(Stream target, CancellationToken cancellationToken)
    {
        // The end of an entry is written without waiting, which a connection does not allow.
        var pipe = new Pipe();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var writing = Task.Run(() => PackAsync(pipe.Writer, ended.Token), CancellationToken.None);
        try
        {
            await pipe.Reader.CopyToAsync(target, cancellationToken);
        }
        finally
        {
            await ended.CancelAsync();
            await pipe.Reader.CompleteAsync();
            await Task.WhenAny(writing);
        }

        return await writing;
    }

    private async Task<RecordManifest> PackAsync(PipeWriter target, CancellationToken cancellationToken)
    {
        Exception? failed = new OperationCanceledException();
        try
        {
            await using var stream = target.AsStream(leaveOpen: true);
            var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
            var manifest = await FillAsync(new RecordZip(zip), null, cancellationToken);
            await zip.DisposeAsync();
            failed = null;
            return manifest;
        }
        catch (DomainRuleException refused)
        {
            failed = refused;
            throw;
        }
        finally
        {
            // Not before its last byte: whoever reads would take an end for the end.
            await target.CompleteAsync(failed);
        }
    }

    private async Task<RecordManifest> FillAsync(IRecordTarget target, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var mark = await db.MakeCheckpointAsync(clock.GetUtcNow().UtcDateTime, CheckpointReason.Export, cancellationToken);
        var raids = await db.Raids.AsNoTracking().OrderBy(raid => raid.RecordedAt).Select(raid => new { raid.Id, raid.Code }).ToListAsync(cancellationToken);
        await using (var tables = await RecordTables.BeginAsync(db, evidence, today, cancellationToken))
        {
            foreach (var raid in raids)
            {
                await tables.AddAsync(await WriteRaidAsync(target, raid.Id, raid.Code, cancellationToken), cancellationToken);
                progress?.Report(raid.Code);
            }

            await foreach (var (table, content) in tables.FinishAsync(cancellationToken))
            {
                await AddAsync(target, table.Name, content, cancellationToken);
                _tables.Add(table);
            }
        }

        var manifest = new RecordManifest
        {
            Format = RecordManifest.FormatName,
            MadeAt = clock.GetUtcNow().UtcDateTime,
            Checkpoint = mark?.ToString(),
            Raids = _raids,
            Files = _files,
            Tables = _tables,
            Closed = _closed,
        };
        await target.AddAsync(RecordManifest.FileName, new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(manifest, CaseJson.Options)), cancellationToken);
        return manifest;
    }

    private async Task<CaseFile> WriteRaidAsync(IRecordTarget target, Guid raid, string code, CancellationToken cancellationToken)
    {
        var file = await db.CopyCaseAsync(code, today, cancellationToken) ?? throw new DomainRuleException($"The raid {code} was removed meanwhile");
        var kept = await db.Evidence.AsNoTracking().Where(row => row.RaidId == raid && row.FileId != null)
            .OrderBy(row => row.Number).ThenBy(row => row.Copy)
            .ToListAsync(cancellationToken);
        var closed = await db.ClosedFilesAsync([.. kept.Select(row => row.Id)], today, cancellationToken);
        var open = kept.FindAll(row => !closed.ContainsKey(row.Id));
        db.NoteReading(nameof(Papers.Evidence), open.Select(row => row.Id), raid, "record export");
        db.NoteAct("export", "case", code, raid, RecordManifest.FormatName);
        await db.SaveChangesAsync(cancellationToken);

        await AddAsync(target, $"cases/{code}.json", new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(file, CaseJson.Options)), cancellationToken);
        foreach (var row in open)
        {
            await CopyAsync(target, code, row, cancellationToken);
        }

        _closed.AddRange(kept.Where(row => closed.ContainsKey(row.Id)).Select(row => new ClosedInRecord { Raid = code, File = row.Code, Purpose = closed[row.Id].Purpose }));
        _raids.Add(new RecordRaid { Code = code, Women = file.Women.Count, Testimonies = file.Testimonies.Count, Files = open.Count });
        return file;
    }

    private async Task CopyAsync(IRecordTarget target, string code, Evidence row, CancellationToken cancellationToken)
    {
        try
        {
            await using var plain = await evidence.OpenReadAsync(row.Id, cancellationToken);
            var written = await AddAsync(target, $"evidence/{code}/{row.Code}.{row.File.Kind.Ending()}", plain, cancellationToken);
            if (written.Sha256 == row.File.Sha256)
            {
                return;
            }
        }
        catch (Exception damaged) when (damaged is DamagedFileException or FileNotFoundException)
        {
            // Told below.
        }

        throw new DomainRuleException($"The file {row.Code} of {code} is missing or damaged. Nothing was written. Run verify, and bring the file back from a backup");
    }

    private async Task<RecordFile> AddAsync(IRecordTarget target, string name, Stream content, CancellationToken cancellationToken)
    {
        var file = await target.AddAsync(name, content, cancellationToken);
        _files.Add(file);
        return file;
    }
}
