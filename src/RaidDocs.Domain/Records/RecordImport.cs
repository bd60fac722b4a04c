using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Records;

/// <summary>What is wrong in a whole record.</summary>
/// <param name="File">The file in its folder or ZIP.</param>
/// <param name="Path">The place in it; "$" for the file itself.</param>
/// <param name="Sentence">What is wrong, and what to do.</param>
public sealed record RecordProblem(string File, string Path, string Sentence)
{
    public override string ToString() => $"{File} {Path}: {Sentence}";
}

/// <summary>What came in, or would.</summary>
/// <param name="Raids">The codes that the raids have in this store.</param>
/// <param name="Women">How many women they hold.</param>
/// <param name="Files">How many files came in with their bytes.</param>
/// <param name="Problems">Empty when all is well; else nothing was written.</param>
public sealed record RecordImportResult(IReadOnlyList<string> Raids, int Women, int Files, IReadOnlyList<RecordProblem> Problems);

/// <summary>Brings a whole record into the store: all of it or nothing. Its tables are checked and not read: they say less than its cases.</summary>
public sealed partial class RecordImport(RaidDocsDbContext db, EvidenceStore evidence, ReferenceLists lists, DateOnly today)
{
    private readonly List<RecordProblem> _problems = [];
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);
    private readonly List<Guid> _kept = [];
    private int _women;
    private int _files;

    /// <param name="source">As <see cref="RecordExport"/> wrote it.</param>
    /// <param name="checkOnly">Write nothing.</param>
    /// <param name="team">Who may see the raids.</param>
    /// <param name="progress">Told each raid.</param>
    /// <param name="cancellationToken">Ends the work; nothing is written then.</param>
    public async Task<RecordImportResult> RunAsync(
        RecordSource source, bool checkOnly, IReadOnlyList<Guid> team, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (ReadManifest(source) is { } manifest && await IsWholeAsync(source, manifest, cancellationToken))
        {
            await BringInAsync(source, manifest, checkOnly, team, progress, cancellationToken);
        }

        return _problems.Count > 0
            ? new RecordImportResult([], 0, 0, _problems)
            : new RecordImportResult([.. _codes.Values], _women, _files, []);
    }

    private async Task BringInAsync(
        RecordSource source, RecordManifest manifest, bool checkOnly, IReadOnlyList<Guid> team, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var isIn = false;
        try
        {
            await db.InOneWriteAsync(
                async () =>
                {
                    foreach (var raid in manifest.Raids)
                    {
                        await AddRaidAsync(source, manifest, raid.Code, checkOnly, team, cancellationToken);
                        progress?.Report(raid.Code);
                    }

                    // A later raid asks for the women of an earlier one, so all are written before it is known whether they may stay.
                    return checkOnly || _problems.Count > 0 ? throw new UndoneException() : true;
                },
                cancellationToken);
            isIn = true;
        }
        catch (UndoneException)
        {
            // Nothing stays.
        }
        finally
        {
            if (!isIn)
            {
                await evidence.ForgetAsync(_kept);
            }
        }
    }

    private async Task AddRaidAsync(
        RecordSource source, RecordManifest manifest, string code, bool checkOnly, IReadOnlyList<Guid> team, CancellationToken cancellationToken)
    {
        var name = $"cases/{code}.json";
        var (read, problems) = CaseReader.Read(await ReadCaseAsync(source, name, cancellationToken), lists);
        _problems.AddRange(problems.Select(problem => new RecordProblem(name, problem.Path, problem.Sentence)));
        if (read is null || problems.Count > 0)
        {
            return;
        }

        var import = new CaseImport(db, today);
        var result = await import.AddAsync(read with { Women = [.. read.Women.Select(Here)] }, checkOnly: false, again: false, _codes.Values, team, cancellationToken);
        _problems.AddRange(result.Problems.Select(problem => new RecordProblem(name, problem.Path, problem.Sentence)));
        if (result.RaidCode is not { } here)
        {
            return;
        }

        _codes[code] = here;
        _women += result.Women;
        foreach (var file in read.Evidence)
        {
            var lies = $"evidence/{code}/{file.Code}.{file.File.Kind.Ending()}";
            if (!checkOnly && manifest.Files.Exists(one => one.Name == lies))
            {
                await using var bytes = source.Open(lies);
                await GiveBackAsync(import.RaidId, file, lies, bytes, cancellationToken);
            }
        }

        db.ChangeTracker.Clear();
    }

    private async Task GiveBackAsync(Guid raid, EvidenceInCase file, string name, Stream bytes, CancellationToken cancellationToken)
    {
        try
        {
            await evidence.GiveBackAsync(raid, file.File, bytes, _kept, cancellationToken);
            _files++;
        }
        catch (DomainRuleException refused)
        {
            _problems.Add(new RecordProblem(name, "$", refused.Message + "."));
        }
    }

    // The raid in which she was first may have another code here.
    private WomanInCase Here(WomanInCase woman) =>
        woman.SameAs is { } same && WomanCode.Read(same) is { } first && _codes.TryGetValue(first.Raid, out var raid)
            ? woman with { SameAs = new WomanCode(raid, first.Number).ToString() }
            : woman;

    // No more than the reader takes, so that it says itself that a case is too large.
    private static async Task<byte[]> ReadCaseAsync(RecordSource source, string name, CancellationToken cancellationToken)
    {
        var bytes = new byte[Math.Min(source.SizeOf(name) ?? 0, CaseReader.MaxBytes + 1)];
        await using var file = source.Open(name);
        var read = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return bytes[..read];
    }

    private RecordManifest? ReadManifest(RecordSource source)
    {
        if (source.SizeOf(RecordManifest.FileName) is not { } size || size > RecordSource.MostManifestBytes)
        {
            Add(RecordManifest.FileName, $"It is missing or too large. Name what export wrote, as it was.");
            return null;
        }

        try
        {
            using var json = source.Open(RecordManifest.FileName);
            if (JsonSerializer.Deserialize<RecordManifest>(json, CaseJson.Options) is { } manifest)
            {
                if (manifest.Format == RecordManifest.FormatName)
                {
                    return manifest;
                }

                Add(RecordManifest.FileName, $"It is of the format {manifest.Format}; this version reads {RecordManifest.FormatName}. Bring it in with the version that wrote it.");
                return null;
            }
        }
        catch (InvalidDataException)
        {
            Add(RecordManifest.FileName, "It was changed or damaged since it was written. Copy it again, or write it anew.");
            return null;
        }
        catch (JsonException broken)
        {
            Add(RecordManifest.FileName, $"It cannot be read: {broken.Path ?? "$"}. Name what export wrote, as it was.");
            return null;
        }

        Add(RecordManifest.FileName, "It is empty. Name what export wrote, as it was.");
        return null;
    }

    // Every file of the manifest is there, byte for byte, and nothing else is.
    private async Task<bool> IsWholeAsync(RecordSource source, RecordManifest manifest, CancellationToken cancellationToken)
    {
        var named = new HashSet<string>(StringComparer.Ordinal) { RecordManifest.FileName };
        foreach (var file in manifest.Files)
        {
            if (!Name().IsMatch(file.Name) || !named.Add(file.Name))
            {
                Add(RecordManifest.FileName, $"“{file.Name}” is no name of a file of a record, or stands there twice. Name what export wrote, as it was.");
                continue;
            }

            if (source.SizeOf(file.Name) is not { } size)
            {
                Add(file.Name, "It is missing. Copy all of it again.");
            }
            else if (size != file.Bytes || await HashAsync(source, file.Name, cancellationToken) != file.Sha256)
            {
                Add(file.Name, "It was changed or damaged since it was written. Copy it again, or write it anew.");
            }
        }

        foreach (var raid in manifest.Raids.Where(raid => !named.Contains($"cases/{raid.Code}.json")))
        {
            Add(RecordManifest.FileName, $"The raid {raid.Code} has no file. Name what export wrote, as it was.");
        }

        foreach (var more in source.Names)
        {
            if (!named.Contains(more))
            {
                Add(more, "It was put there later. Take it out.");
            }
        }

        return _problems.Count == 0;
    }

    // Null where it cannot be read to its end.
    private static async Task<string?> HashAsync(RecordSource source, string name, CancellationToken cancellationToken)
    {
        try
        {
            await using var bytes = source.Open(name);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellationToken));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private void Add(string file, string sentence) => _problems.Add(new RecordProblem(file, "$", sentence));

    [GeneratedRegex(@"^(cases/R[0-9]{2,9}\.json|evidence/R[0-9]{2,9}/E[0-9]{1,9}(\.[0-9]{1,9})?\.[a-z0-9]{2,5}|tables/[a-z_]{1,40}\.csv)$")]
    private static partial Regex Name();

    private sealed class UndoneException : Exception;
}
