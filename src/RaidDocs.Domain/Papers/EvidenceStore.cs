using System.IO.Pipelines;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Sources;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Papers;

/// <summary>What is said of a file when it is given.</summary>
/// <param name="Id">Comes with the form, so that the same form sent twice makes one file.</param>
/// <param name="RaidId">Whose case.</param>
/// <param name="Facts">What it is and how it came.</param>
/// <param name="Women">Whom it is about.</param>
public sealed record GivenFile(Guid Id, Guid RaidId, EvidenceFacts Facts, IReadOnlyCollection<Guid> Women)
{
    /// <summary>As the sender's computer called it.</summary>
    public string? Name { get; init; }

    /// <summary>How many bytes are announced, if any are.</summary>
    public long? Expected { get; init; }

    /// <summary>It is a copy of this original.</summary>
    public Guid? Parent { get; init; }

    public Guid? Testimony { get; init; }

    public Guid? Consent { get; init; }

    /// <summary>The source that it is; where none is named, it becomes a source of its own.</summary>
    public Guid? Source { get; init; }
}

/// <summary>Takes files in and gives them out. A file is on the disk, whole, before its row is; whatever fails in between leaves neither.</summary>
public sealed class EvidenceStore(RaidDocsDbContext db, SealedFiles files)
{
    /// <summary>Seals the file while it arrives, looks at it, and keeps it with its row. Nothing plain touches the disk.</summary>
    /// <exception cref="DomainRuleException">It is refused, did not arrive whole, or there is no room. Nothing was kept.</exception>
    public async Task<Guid> ReceiveAsync(GivenFile given, Stream source, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(given);
        var parent = given.Parent is { } id ? await FindAsync(id, cancellationToken) : null;
        await DemandAnswersAsync(given, parent, today, cancellationToken);
        FileKinds.CheckName(FileName.Clean(given.Name));
        await using var file = files.Begin(given.Expected is { } expected ? Math.Min(expected, Evidence.MostBytes) : null);
        FileKind? seen = null;
        await file.FillAsync(source, Evidence.MostBytes, head => seen = FileKinds.Look(head.Span[..Math.Min(head.Length, FileKinds.HeadBytes)]), cancellationToken);
        var (kind, hasPlace) = Inspect(file, seen, cancellationToken);
        if (parent is null)
        {
            return await KeepAsync(given, file, kind, hasPlace, parent, today, cancellationToken);
        }

        if (PictureCopy.Knows(kind))
        {
            await using var bare = await StrippedAsync(file.OpenRead(), kind, cancellationToken);
            return await KeepAsync(given, bare, kind, Inspect(bare, kind, cancellationToken).HasPlace, parent, today, cancellationToken);
        }

        return hasPlace
            ? throw new DomainRuleException($"This copy says where it was made (GPS), and that cannot be taken out of this kind of file here. Save it without the place, or as JPEG or PNG, then send it")
            : await KeepAsync(given, file, kind, hasPlace, parent, today, cancellationToken);
    }

    /// <summary>Makes a copy of a JPEG or PNG without what the camera wrote beside the picture.</summary>
    public async Task<Guid> StripAsync(Guid original, Guid id, DateOnly today, CancellationToken cancellationToken)
    {
        var parent = await FindAsync(original, cancellationToken);
        if (!PictureCopy.Knows(parent.File.Kind) || parent.FileId is null)
        {
            throw new DomainRuleException($"Only a JPEG or PNG picture can be copied without its metadata here");
        }

        var facts = new EvidenceFacts
        {
            Title = parent.Facts.Title,
            ReceivedHow = ReceivedHow.MadeByUs,
            MadeOn = parent.Facts.MadeOn,
            ShowsHer = parent.Facts.ShowsHer,
            Copy = CopyKind.WithoutMetadata,
            Tool = PictureCopy.Tool,
        };
        await using var bare = await StrippedAsync(await OpenReadAsync(original, cancellationToken), parent.File.Kind, cancellationToken);
        return await KeepAsync(
            new GivenFile(id, parent.RaidId, facts, []), bare, parent.File.Kind, Inspect(bare, parent.File.Kind, cancellationToken).HasPlace, parent, today, cancellationToken);
    }

    /// <summary>The plain bytes, each checked before it is given out. Whether the reader may have them is asked elsewhere.</summary>
    /// <exception cref="DamagedFileException">While it is read: it was changed or is damaged.</exception>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public async Task<Stream> OpenReadAsync(Guid evidence, CancellationToken cancellationToken)
    {
        var row = await FindAsync(evidence, cancellationToken);
        return row is { FileId: { } file, Key: { } key } ? files.Open(file, key) : throw new FileNotFoundException("Only what is known of the file is here.");
    }

    /// <summary>Room on the disk of the store for what is read once and then gone; sealed as everything there is.</summary>
    internal SealedSpool Spool() => files.Spool();

    /// <summary>A picture without what the camera wrote beside it, in memory, to be printed. Other kinds of picture come as they are.</summary>
    /// <exception cref="DomainRuleException">It is damaged.</exception>
    public async Task<byte[]> ReadBareAsync(Guid evidence, CancellationToken cancellationToken)
    {
        var row = await FindAsync(evidence, cancellationToken);
        await using var plain = await OpenReadAsync(evidence, cancellationToken);
        using var copy = new MemoryStream();
        if (PictureCopy.Knows(row.File.Kind))
        {
            PictureCopy.Strip(plain, row.File.Kind, copy);
        }
        else
        {
            await plain.CopyToAsync(copy, cancellationToken);
        }

        return copy.ToArray();
    }

    /// <summary>
    /// The bytes of a file that is only known so far, within the caller's write. They must be those whose hash is known, and of
    /// the kind that is said.
    /// </summary>
    /// <param name="raid">Whose case.</param>
    /// <param name="known">What is known of the file.</param>
    /// <param name="source">Its bytes.</param>
    /// <param name="kept">Takes the file, which must be forgotten if the write is undone.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="DomainRuleException">They are other bytes, are refused, or there is no room.</exception>
    internal async Task GiveBackAsync(Guid raid, FileFacts known, Stream source, ICollection<Guid> kept, CancellationToken cancellationToken)
    {
        var rows = await db.Evidence.Where(row => row.RaidId == raid && row.File.Sha256 == known.Sha256 && row.FileId == null).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return;
        }

        await using var file = files.Begin(Math.Min(known.Bytes, Evidence.MostBytes));
        FileKind? seen = null;
        await file.FillAsync(source, Evidence.MostBytes, head => seen = FileKinds.Look(head.Span[..Math.Min(head.Length, FileKinds.HeadBytes)]), cancellationToken);
        if (file.Sha256 != known.Sha256 || Inspect(file, seen, cancellationToken).Kind != known.Kind)
        {
            throw new DomainRuleException($"These are not the bytes that the case tells of. Copy the folder again");
        }

        file.Keep();
        kept.Add(file.Id);
        rows.ForEach(row => row.LiesIn(file.Id, file.Key));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>
    /// Removes files whose write failed. A server may have kept the write although its answer was lost: what a row names stays, and all stays
    /// while nobody can say. A file without a row is found by verify and harms nobody; a row without its file is a loss.
    /// </summary>
    internal async Task ForgetAsync(IReadOnlyCollection<Guid> undone)
    {
        if (db.Database.IsSqlite())
        {
            foreach (var file in undone)
            {
                files.Delete(file);
            }

            return;
        }

        try
        {
            // A turn among the writers begins when the write that failed has really ended.
            await db.InOneWriteAsync(
                async () =>
                {
                    await db.RemoveFilesAsync(files, undone);
                    return true;
                },
                CancellationToken.None);
        }
        catch (Exception unknown) when (unknown is System.Data.Common.DbException or InvalidOperationException or IOException)
        {
            // Why the write failed is told, not this.
        }
    }

    // What she refuses to have kept is not kept, and her words not before she said yes.
    private async Task DemandAnswersAsync(GivenFile given, Evidence? parent, DateOnly today, CancellationToken cancellationToken)
    {
        var testimony = given.Testimony ?? parent?.TestimonyId;
        var speaker = await db.Testimonies.Where(told => told.Id == testimony).Select(told => told.WomanId).SingleOrDefaultAsync(cancellationToken);
        var women = given.Women.Concat(parent?.Women.Select(link => link.WomanId) ?? []).Concat(speaker is { } her ? [her] : []).Distinct().ToList();
        var records = await db.Consents.AsNoTracking()
            .Where(row => row.RaidId == given.RaidId && women.Contains(row.WomanId) && (row.TestimonyId == null || row.TestimonyId == testimony))
            .OrderBy(row => row.RecordedAt)
            .Select(row => new { row.WomanId, row.Facts })
            .ToListAsync(cancellationToken);
        foreach (var woman in women)
        {
            var hers = records.Where(record => record.WomanId == woman).Select(record => record.Facts).ToList();
            if (ClosedFiles.Against(hers, woman == speaker, given.Facts.ShowsHer, forLawyer: false, today) is { } purpose)
            {
                var number = await db.Apprehensions.Where(row => row.RaidId == given.RaidId && row.WomanId == woman).Select(row => row.Number).FirstOrDefaultAsync(cancellationToken);
                throw new DomainRuleException($"{WomanCode.In(number)} does not allow this: “{purpose}”. Nothing was kept. Ask her, record her answer, then send it again");
            }
        }
    }

    private async Task<Evidence> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Evidence.AsNoTracking().Include(row => row.Women).SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
        ?? throw new DomainRuleException($"The original is not here any more");

    private static (FileKind Kind, bool HasPlace) Inspect(UnfinishedFile file, FileKind? seen, CancellationToken cancellationToken)
    {
        using var plain = file.OpenRead();
        var kind = seen ?? OfficeFile.Check(plain, cancellationToken);
        return (kind, PlaceSearch.HasPlace(plain, kind, cancellationToken));
    }

    private async Task<UnfinishedFile> StrippedAsync(Stream original, FileKind kind, CancellationToken cancellationToken)
    {
        var pipe = new Pipe();
        var bare = files.Begin(original.Length);
        try
        {
            var stripping = Task.Run(
                async () =>
                {
                    // Whatever goes wrong, the other end must not wait for ever.
                    Exception? failed = new IOException("The original could not be read to its end.");
                    try
                    {
                        PictureCopy.Strip(original, kind, pipe.Writer.AsStream(leaveOpen: true));
                        failed = null;
                    }
                    catch (DomainRuleException wrong)
                    {
                        failed = wrong;
                    }
                    finally
                    {
                        await pipe.Writer.CompleteAsync(failed);
                    }
                },
                CancellationToken.None);
            await using (var plain = pipe.Reader.AsStream())
            {
                await bare.FillAsync(plain, Evidence.MostBytes, null, cancellationToken);
            }

            await stripping;
            return bare;
        }
        catch
        {
            await bare.DisposeAsync();
            throw;
        }
    }

    private async Task<Guid> KeepAsync(
        GivenFile given, UnfinishedFile file, FileKind kind, bool hasPlace, Evidence? parent, DateOnly today, CancellationToken cancellationToken)
    {
        // From here on it is finished, whether or not the sender still waits.
        cancellationToken.ThrowIfCancellationRequested();
        file.Keep();
        try
        {
            var isUsed = false;
            var kept = await db.InOneWriteAsync(
                async () =>
                {
                    if (await db.Evidence.AnyAsync(row => row.Id == given.Id, CancellationToken.None))
                    {
                        return given.Id;
                    }

                    // She may have taken back her yes while it arrived.
                    await DemandAnswersAsync(given, parent, today, CancellationToken.None);
                    var facts = new FileFacts { Kind = kind, Sha256 = file.Sha256, Bytes = file.Bytes, OriginalName = FileName.AsGiven(given.Name), HasPlace = hasPlace };
                    var row = await RowAsync(given, facts, parent);
                    isUsed = await PlaceAsync(row, file);
                    db.Add(row);
                    if (parent is null)
                    {
                        await NameSourceAsync(given, row);
                    }

                    await db.SaveChangesAsync(CancellationToken.None);
                    return given.Id;
                },
                CancellationToken.None);
            if (!isUsed)
            {
                files.Delete(file.Id);
            }

            return kept;
        }
        catch
        {
            await ForgetAsync([file.Id]);
            throw;
        }
    }

    private async Task<Evidence> RowAsync(GivenFile given, FileFacts file, Evidence? parent)
    {
        var (raid, root) = (given.RaidId, parent?.Number);
        var number = root ?? 1 + (await db.Evidence.Where(row => row.RaidId == raid).MaxAsync(row => (int?)row.Number, CancellationToken.None) ?? 0);
        var copy = parent is null ? 0 : 1 + await db.Evidence.Where(row => row.RaidId == raid && row.Number == number).MaxAsync(row => row.Copy, CancellationToken.None);
        var made = new Evidence(raid, number, copy, given.Facts, file) { Id = given.Id };
        made.IsAbout(given.Women.Concat(parent?.Women.Select(link => link.WomanId) ?? []));
        made.IsRecordOf(given.Testimony, given.Consent);
        if (parent is not null)
        {
            made.IsCopyOf(parent);
        }

        return made;
    }

    // The same bytes are kept once in a case, and each receipt names them. Rows that only knew of them have them now.
    private async Task<bool> PlaceAsync(Evidence row, UnfinishedFile file)
    {
        var same = await db.Evidence.Where(other => other.RaidId == row.RaidId && other.File.Sha256 == row.File.Sha256).ToListAsync(CancellationToken.None);
        if (same.Find(other => other.FileId is { } there && files.Has(there)) is { FileId: { } known, Key: { } key })
        {
            row.LiesIn(known, key);
            return false;
        }

        row.LiesIn(file.Id, file.Key);
        foreach (var other in same.Where(other => other.FileId is null))
        {
            other.LiesIn(file.Id, file.Key);
        }

        return true;
    }

    private async Task NameSourceAsync(GivenFile given, Evidence row)
    {
        var sources = await db.Sources.Where(source => source.RaidId == given.RaidId).ToListAsync(CancellationToken.None);
        if (given.Source is { } named && sources.Find(source => source.Id == named) is { } source)
        {
            if (source.EvidenceId is null)
            {
                source.LiesIn(row.Id);
            }

            return;
        }

        // A signed form is no source of the case.
        if (given.Consent is null)
        {
            var facts = new SourceFacts { Kind = KindOf(row), Title = row.Facts.Title, Date = row.Facts.MadeOn };
            var made = new Source(given.RaidId, Codes.Next("S", sources.Select(other => other.Code)), facts);
            made.LiesIn(row.Id);
            made.IsOf(given.Testimony);
            db.Add(made);
        }
    }

    private static SourceKind KindOf(Evidence row) => row switch
    {
        { TestimonyId: not null } => SourceKind.Testimony,
        { File.Kind: var kind } when kind.IsPicture() || kind.IsVideo() => SourceKind.Picture,
        _ => SourceKind.Paper,
    };
}
