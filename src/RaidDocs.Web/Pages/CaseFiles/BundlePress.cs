using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Documents.Bundles;
using RaidDocs.Documents.Common;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Disclosure.Bundles;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.Reports;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.Pages.CaseFiles;

/// <summary>The steps of the making, as they are shown while it goes on.</summary>
public enum BundleStep
{
    [System.ComponentModel.DataAnnotations.Display(Name = "waiting for its turn")]
    Waiting,

    [System.ComponentModel.DataAnnotations.Display(Name = "reading what is recorded")]
    Reading,

    [System.ComponentModel.DataAnnotations.Display(Name = "taking the papers")]
    Papers,

    [System.ComponentModel.DataAnnotations.Display(Name = "printing and binding")]
    Binding,

    [System.ComponentModel.DataAnnotations.Display(Name = "searching it for what must not be in it")]
    Searching,

    [System.ComponentModel.DataAnnotations.Display(Name = "checking the files and closing it")]
    Closing,
}

/// <summary>A case file that was made and listed.</summary>
/// <param name="Export">As it is listed.</param>
/// <param name="Password">Of the PDF; null where it has none. It is nowhere else.</param>
/// <param name="AsOf">How the women's answers stood.</param>
/// <param name="File">It itself.</param>
public sealed record MadeBundle(Export Export, string? Password, AnswersAsOf? AsOf, MadeFile File);

/// <summary>Makes a case file, for the button and for the command line alike. Where anything fails, nothing is kept.</summary>
public sealed class BundlePress(
    PrintRenderer renderer, IPdfPrinter printer, PdfInside inside, PdfBinder binder, SealedFiles files, MadeFiles made, TimeAuthority authority,
    ReferenceLists lists, Texts texts, TimeProvider clock)
{
    // Pictures that are printed together; more would be in memory at once.
    private const long PicturesAtOnce = 8 * 1024 * 1024;
    private const long LargestPicture = 25 * 1024 * 1024;

    // What a paper takes in the work folder: itself, made fit, bound, stamped, locked.
    private const int RoomFor = 5;

    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public bool CanMake => printer.IsAvailable && inside.IsAvailable && binder.IsAvailable;

    /// <summary>What the machine lacks, as Debian packages.</summary>
    public IReadOnlyList<string> Lacks =>
    [
        .. printer.IsAvailable ? [] : new[] { "chromium" },
        .. inside.IsAvailable ? [] : new[] { "poppler-utils" },
        .. binder.IsAvailable ? [] : new[] { "qpdf" },
    ];

    public Task<Disclosed?> DiscloseAsync(RaidDocsDbContext db, string raid, BundleWishes wishes, CancellationToken cancellationToken) =>
        db.DiscloseBundleAsync(raid, wishes, clock.Today(), Words(), cancellationToken);

    public Bundle Write(Disclosed disclosed, BundleWishes wishes, IReadOnlyList<BoundPaper> papers) =>
        Writer(disclosed, wishes).First(new BundleFacts(0, new string('0', 16), null), papers, [[.. papers.Select(paper => new VolumePart(paper, 1, paper.Pages))]]);

    public Task<string> HtmlAsync(Bundle bundle) =>
        renderer.RenderAsync<BundlePrint>(new() { ["Bundle"] = bundle, ["Say"] = (Func<string, string>)(english => texts[english]) });

    /// <summary>The papers in their order, before anybody opened them.</summary>
    public static async Task<IReadOnlyList<BoundPaper>> PapersAsync(RaidDocsDbContext db, Disclosed disclosed, BundleWishes wishes, CancellationToken cancellationToken) =>
        wishes.Parts.Contains(BundlePart.Papers)
            ? [.. (await db.ExhibitsAsync(disclosed, cancellationToken)).Index().Select(one => new BoundPaper(one.Item, one.Index + 1))]
            : [];

    /// <param name="db">The store, for the person who asked.</param>
    /// <param name="order">Under which the finished file can be opened in <see cref="MadeFiles"/>.</param>
    /// <param name="raid">R03.</param>
    /// <param name="wishes">What she wants in it.</param>
    /// <param name="step">Is told how far it is.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="DomainRuleException">It must not leave like this, with the reason.</exception>
    /// <exception cref="PrintFailedException">There is no PDF.</exception>
    public async Task<MadeBundle> MakeAsync(RaidDocsDbContext db, Guid order, string raid, BundleWishes wishes, Action<BundleStep> step, CancellationToken cancellationToken)
    {
        step(BundleStep.Reading);
        var disclosed = await DiscloseAsync(db, raid, wishes, cancellationToken) ?? throw new DomainRuleException($"There is no such raid or woman any more");
        await RefuseAsync(db, disclosed, cancellationToken);
        var copy = 1 + (await db.Exports.IgnoreQueryFilters().MaxAsync(row => row.Copy, cancellationToken) ?? 0);
        var mark = await db.MakeCheckpointAsync(clock.UtcNow(), CheckpointReason.Export, cancellationToken);
        var papers = await PapersAsync(db, disclosed, wishes, cancellationToken);

        step(BundleStep.Papers);
        var store = new EvidenceStore(db, files);
        using var work = WorkFolder.Make((RoomFor * papers.Where(paper => paper.Exhibit.Told.File.Kind is FileKind.Pdf || paper.Exhibit.Told.File.Kind.IsPicture()).Sum(paper => paper.Exhibit.Told.File.Bytes)) + (64 * 1024 * 1024));
        papers = await TakeAsync(store, papers, work, cancellationToken);
        await SearchPapersAsync(db, disclosed, papers, cancellationToken);

        step(BundleStep.Binding);
        var manifest = BundleTexts.ManifestOf(disclosed, wishes, papers, clock.UtcNow(), copy);
        var facts = new BundleFacts(copy, BundleTexts.Sum(manifest)[..16], mark?.ToString().TrimEnd().Replace('\n', ' '));
        var book = new BundleBook(renderer, printer, binder, texts, work);
        var volumes = await book.BindAsync(Writer(disclosed, wishes), facts, papers, cancellationToken);

        step(BundleStep.Searching);
        var small = await SmallFilesAsync(db, disclosed, wishes, papers, book, mark, cancellationToken);
        await SearchAsync(db, disclosed, volumes, small, cancellationToken);

        step(BundleStep.Closing);
        small[BundleTexts.Manifest] = manifest;
        var password = wishes.Password ? Passwords.Next() : null;
        var bound = await LockAsync(volumes, password, work, cancellationToken);
        var file = await made.WriteAsync(order, zip => ZipAsync(zip, store, bound, papers, small, wishes, cancellationToken), cancellationToken);
        try
        {
            DateOnly? until = DateOnly.TryParseExact(wishes.KeepUntil, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
            var export = await db.RecordExportAsync(
                disclosed,
                new ExportedFile(ExportKind.CaseFile, wishes.Why, file.Sha256, file.Bytes) { Copy = copy, SentHow = wishes.SentHow, KeepUntil = until },
                [.. papers.Where(paper => paper.WhyNot != NotBound.NotHere).Select(paper => paper.Exhibit)],
                cancellationToken);
            return new MadeBundle(export, password, disclosed.AsOf, file);
        }
        catch
        {
            made.Undo(file);
            throw;
        }
    }

    private BundleWriter Writer(Disclosed disclosed, BundleWishes wishes) => new(disclosed, wishes, clock.Today(), lists, texts);

    private GateWords Words() =>
        new(texts["a woman"], texts["a place"], kind => lists.Words(ListName.FacilityKinds, kind, Texts.IsThai), number => texts["Woman {0}", number]);

    private async Task RefuseAsync(RaidDocsDbContext db, Disclosed disclosed, CancellationToken cancellationToken)
    {
        if (disclosed.NamesInTexts.Count > 0)
        {
            throw new DomainRuleException($"The name of a woman stands in what was written: {string.Join("; ", disclosed.NamesInTexts.Select(text => PlacesInCase.Of(text.Place, texts)))}. Write her code there, then make the document");
        }

        if (await CaseStudyPress.OpenReadBacksAsync(db, disclosed, cancellationToken) is { Count: > 0 } open)
        {
            throw new DomainRuleException($"She said that a passage is wrong: {ReadBackWords.Places(open, texts)}. Correct it with her, then make the document");
        }
    }

    private async Task<IReadOnlyList<BoundPaper>> TakeAsync(EvidenceStore store, IReadOnlyList<BoundPaper> papers, WorkFolder work, CancellationToken cancellationToken)
    {
        var taken = new List<BoundPaper>();
        foreach (var paper in papers)
        {
            taken.Add(paper switch
            {
                { Exhibit.IsHere: false } => paper with { WhyNot = NotBound.NotHere },
                { Exhibit.Told.File.Kind: FileKind.Pdf } => await TakePdfAsync(store, paper, work, cancellationToken),
                { Exhibit.Told.File: { Kind: FileKind.Jpeg or FileKind.Png or FileKind.WebP, Bytes: <= LargestPicture } } => paper,
                _ => paper with { WhyNot = paper.Exhibit.Told.File.Kind.IsPicture() ? NotBound.NoPrint : NotBound.NoPages },
            });
        }

        var pictures = new List<int>();
        var together = 0L;
        foreach (var (index, paper) in taken.ToList().Index().Where(one => one.Item is { WhyNot: null, Path: null }))
        {
            if (pictures.Count > 0 && together + paper.Exhibit.Told.File.Bytes > PicturesAtOnce)
            {
                await PrintPicturesAsync();
            }

            pictures.Add(index);
            together += paper.Exhibit.Told.File.Bytes;
        }

        if (pictures.Count > 0)
        {
            await PrintPicturesAsync();
        }

        return taken;

        async Task PrintPicturesAsync()
        {
            await PrintAsync(store, taken, pictures, work, cancellationToken);
            pictures.Clear();
            together = 0;
        }
    }

    private async Task<BoundPaper> TakePdfAsync(EvidenceStore store, BoundPaper paper, WorkFolder work, CancellationToken cancellationToken)
    {
        var (came, fit) = (work[$"{paper.Id}-came.pdf"], work[$"{paper.Id}.pdf"]);
        await using (var plain = await store.OpenReadAsync(paper.Exhibit.Id, cancellationToken))
        await using (var file = new FileStream(came, FileMode.CreateNew, FileAccess.Write))
        {
            await plain.CopyToAsync(file, cancellationToken);
        }

        var sizes = await binder.TakeAsync(came, fit, cancellationToken);
        File.Delete(came);
        return sizes is { Count: > 0 } ? paper with { Path = fit, Sizes = sizes } : paper with { WhyNot = NotBound.Closed };
    }

    // Each picture becomes a page. One that the browser cannot read would come out empty, so it says so by its size.
    private async Task PrintAsync(EvidenceStore store, List<BoundPaper> taken, List<int> pictures, WorkFolder work, CancellationToken cancellationToken)
    {
        var assets = new Dictionary<string, PrintAsset>(StringComparer.Ordinal);
        var shown = new List<(string Code, string Path)>();
        foreach (var paper in pictures.Select(index => taken[index]))
        {
            var path = $"/picture/{paper.Id}";
            assets[path] = new PrintAsset(paper.Exhibit.Told.File.Kind switch { FileKind.Jpeg => "image/jpeg", FileKind.Png => "image/png", _ => "image/webp" }, await store.ReadBareAsync(paper.Exhibit.Id, cancellationToken));
            shown.Add((paper.Code, path));
        }

        var pdf = await printer.PrintAsync(
            () => renderer.RenderAsync<PicturePages>(new() { ["Title"] = "", ["Language"] = Texts.Language, ["Pictures"] = shown }), new PrintExtras(assets), cancellationToken);
        var target = work[$"pictures-{pictures[0]}.pdf"];
        await File.WriteAllBytesAsync(target, pdf, cancellationToken);
        var sizes = await PdfBinder.SizesAsync(target, cancellationToken);
        if (sizes?.Count != pictures.Count)
        {
            throw new PrintFailedException("A picture could not be printed. Leave the pictures out, or send copies of them as PDF.");
        }

        foreach (var (place, index) in pictures.Index())
        {
            taken[index] = taken[index] with { Path = target, From = place + 1, Sizes = [sizes[place]] };
        }
    }

    // In what others wrote only names and the words that the maker hides are searched; the rest of it is theirs.
    private static async Task SearchPapersAsync(RaidDocsDbContext db, Disclosed disclosed, IReadOnlyList<BoundPaper> papers, CancellationToken cancellationToken)
    {
        var sought = disclosed.Withheld.Where(text => text.Kind == WithheldKind.Name || text.Place == HiddenPlace).ToList();
        if (sought.Count == 0)
        {
            return;
        }

        var found = new List<string>();
        foreach (var paper in papers.Where(paper => paper.Exhibit.Told.File.Kind == FileKind.Pdf && paper.Path is not null))
        {
            found.AddRange(LeakSearch.Find(sought, await PdfInside.PagesOfAsync(paper.Path!, cancellationToken), []).Select(leak => $"{paper.Code} ({leak.Where})").Distinct());
        }

        if (found.Count > 0)
        {
            await NoteStoppedAsync(db, disclosed, found);
            throw new DomainRuleException($"A name or a word that must not leave stands in a paper: {string.Join("; ", found)}. Leave the paper out, or add a copy in which it is made unreadable. Nothing was kept");
        }
    }

    private const string HiddenPlace = "words to hide";

    private async Task<Dictionary<string, byte[]>> SmallFilesAsync(
        RaidDocsDbContext db, Disclosed disclosed, BundleWishes wishes, IReadOnlyList<BoundPaper> papers, BundleBook book, LogMark? mark, CancellationToken cancellationToken)
    {
        var custody = await db.CustodyOfAllAsync([.. papers.Select(paper => paper.Exhibit.Id)], cancellationToken);
        return new(StringComparer.Ordinal)
        {
            ["index.csv"] = BundleTexts.IndexOf(papers, book.Numbers, texts),
            ["custody.csv"] = BundleTexts.CustodyOf(papers, custody, wishes.Hide.StaffNames || disclosed.Audience != Audience.Lawyer),
            ["checkpoint.txt"] = BundleTexts.CheckpointOf(mark),
            ["README.txt"] = BundleTexts.Readme(wishes.Stamp),
        };
    }

    private async Task SearchAsync(
        RaidDocsDbContext db, Disclosed disclosed, IReadOnlyList<BoundVolume> volumes, IReadOnlyDictionary<string, byte[]> small, CancellationToken cancellationToken)
    {
        List<string> own = [.. texts.All, .. lists.All.Select(item => Texts.IsThai ? item.Th : item.En)];
        var leaks = new List<Leak>();
        foreach (var volume in volumes)
        {
            try
            {
                await inside.CheckAsync(volume.Printed, disclosed.Withheld, volume.Headings.Select(heading => texts[heading]), own, cancellationToken);
            }
            catch (LeakFoundException found)
            {
                leaks.AddRange(found.Leaks);
            }
        }

        (string, string)[] written = [.. small.Where(file => file.Key is "index.csv" or "custody.csv").Select(file => (file.Key, System.Text.Encoding.UTF8.GetString(file.Value)))];
        leaks.AddRange(LeakSearch.Find([.. disclosed.Withheld.Where(text => text.Kind is WithheldKind.Name or WithheldKind.Code || text.Place == HiddenPlace)], written, own));
        if (leaks.Count > 0)
        {
            await NoteStoppedAsync(db, disclosed, leaks.Select(leak => leak.Where));
            throw new DomainRuleException($"Something that {disclosed.Audience} may not read stands in the document: {string.Join("; ", leaks.Select(leak => $"{PlacesInCase.Of(leak.Place, texts)} ({leak.Where})").Distinct())}. Nothing was kept");
        }
    }

    private static async Task NoteStoppedAsync(RaidDocsDbContext db, Disclosed disclosed, IEnumerable<string> where)
    {
        db.NoteAct("stopped", ExportKind.CaseFile, disclosed.RaidId.ToString("D"), disclosed.RaidId, [.. where.Distinct()]);
        await db.SaveChangesAsync(CancellationToken.None);
    }

    // Names in the ZIP, and where they lie.
    private async Task<IReadOnlyList<(string Name, string Path)>> LockAsync(IReadOnlyList<BoundVolume> volumes, string? password, WorkFolder work, CancellationToken cancellationToken)
    {
        var bound = new List<(string, string)>();
        foreach (var (index, volume) in volumes.Index())
        {
            var path = volume.Path;
            if (password is not null)
            {
                path = work[$"locked-{index}.pdf"];
                await binder.LockAsync(volume.Path, path, password, cancellationToken);
                File.Delete(volume.Path);
            }

            bound.Add((index == 0 ? "bundle.pdf" : FormattableString.Invariant($"bundle-{index + 1}.pdf"), path));
        }

        return bound;
    }

    private async Task ZipAsync(
        Stream target, EvidenceStore store, IReadOnlyList<(string Name, string Path)> bound, IReadOnlyList<BoundPaper> papers, IReadOnlyDictionary<string, byte[]> small, BundleWishes wishes, CancellationToken cancellationToken)
    {
        var sums = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        async Task AddAsync(string name, Func<Stream, Task> write)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
            entry.LastWriteTime = NoTime;
            await using var content = await entry.OpenAsync(cancellationToken);
            await write(content);
        }

        async Task CopyAsync(string name, Stream source, string? expected)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await AddAsync(name, async content =>
            {
                var buffer = new byte[128 * 1024];
                for (int count; (count = await source.ReadAsync(buffer, cancellationToken)) > 0;)
                {
                    hash.AppendData(buffer.AsSpan(0, count));
                    await content.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
                }
            });
            sums[name] = Convert.ToHexStringLower(hash.GetHashAndReset());
            if (expected is not null && sums[name] != expected)
            {
                throw new DomainRuleException($"The file of {Path.GetFileName(name)} is another one than its record says. Nothing was kept. Take it from a backup, or leave it out");
            }
        }

        foreach (var (name, path) in bound)
        {
            await using var file = File.OpenRead(path);
            await CopyAsync(name, file, null);
        }

        foreach (var paper in papers.Where(paper => paper.WhyNot != NotBound.NotHere))
        {
            await using var plain = await store.OpenReadAsync(paper.Exhibit.Id, cancellationToken);
            await CopyAsync(paper.FileName, plain, paper.Exhibit.Told.File.Sha256);
        }

        foreach (var (name, file) in small.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            await CopyAsync(name, new MemoryStream(file), null);
        }

        var list = BundleTexts.SumsOf(sums);
        await AddAsync(BundleTexts.Sums, content => content.WriteAsync(list, cancellationToken).AsTask());
        if (wishes.Stamp && authority.Address is not null)
        {
            var stamp = await authority.StampAsync(list, cancellationToken);
            await AddAsync($"{BundleTexts.Sums}.tsr", content => content.WriteAsync(stamp, cancellationToken).AsTask());
        }
    }
}
