using RaidDocs.Documents.Bundles;
using RaidDocs.Documents.Common;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.Pages.CaseFiles;

/// <summary>A volume that was bound.</summary>
/// <param name="Path">In the work folder.</param>
/// <param name="Printed">Our own pages of it, before papers were bound in.</param>
/// <param name="Headings">The English headings that must be in it.</param>
internal sealed record BoundVolume(string Path, byte[] Printed, IReadOnlyList<string> Headings);

/// <summary>
/// Prints and binds the volumes. Running numbers count every page, ours and those of papers, over all volumes; index and
/// sources name them.
/// </summary>
internal sealed class BundleBook(PrintRenderer renderer, IPdfPrinter printer, PdfBinder binder, Texts texts, WorkFolder work)
{
    /// <summary>What a court takes in one volume, after the guidance on bundles (ux.md 8.2).</summary>
    public const int MostPages = 300;

    private const double A4Width = 595;
    private const double A4Height = 842;

    // The cover of a later volume and the list of what is in it.
    private const int LaterFront = 2;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>The page on which each paper begins, by anchor.</summary>
    public IReadOnlyDictionary<string, int> Numbers => _numbers;

    /// <exception cref="PrintFailedException">With a sentence for the reader.</exception>
    public async Task<IReadOnlyList<BoundVolume>> BindAsync(
        BundleWriter writer, BundleFacts facts, IReadOnlyList<BoundPaper> papers, CancellationToken cancellationToken)
    {
        IReadOnlyList<IReadOnlyList<VolumePart>> volumes = [[.. papers.Select(paper => new VolumePart(paper, 1, paper.Pages))]];
        var first = await PrintAsync(() => writer.First(facts, papers, volumes), volumes[0], 0, 1, cancellationToken);
        if (first.Total > MostPages && papers.Count > 0)
        {
            volumes = Share(papers, first.Own - papers.Count);
            return await BindAllAsync(writer, facts, papers, volumes, cancellationToken);
        }

        return [await BindAsync(first, volumes[0], 0, 1, facts, cancellationToken)];
    }

    private async Task<IReadOnlyList<BoundVolume>> BindAllAsync(
        BundleWriter writer, BundleFacts facts, IReadOnlyList<BoundPaper> papers, IReadOnlyList<IReadOnlyList<VolumePart>> volumes, CancellationToken cancellationToken)
    {
        Bundle Written(int number) => number == 1 ? writer.First(facts, papers, volumes) : writer.Later(facts, number, volumes);

        // Once to know how many pages each has, and once more with all the numbers.
        var printed = new List<Printed>();
        for (var pass = 1; pass <= 2; pass++)
        {
            var before = printed.Select(volume => volume.Total).ToList();
            printed.Clear();
            var offset = 0;
            for (var number = 1; number <= volumes.Count; number++)
            {
                var at = number;
                printed.Add(await PrintAsync(() => Written(at), volumes[number - 1], offset, volumes.Count, cancellationToken));
                offset += printed[^1].Total;
            }

            _numbers[BundleOutline.End] = offset;
            if (pass == 2 && !before.SequenceEqual(printed.Select(volume => volume.Total)))
            {
                throw new PrintFailedException("The page numbers did not settle. Nothing was kept. Make it again.");
            }
        }

        var bound = new List<BoundVolume>();
        var from = 0;
        for (var number = 1; number <= volumes.Count; number++)
        {
            bound.Add(await BindAsync(printed[number - 1], volumes[number - 1], from, number, facts, cancellationToken));
            from += printed[number - 1].Total;
        }

        return bound;
    }

    private async Task<Printed> PrintAsync(Func<Bundle> write, IReadOnlyList<VolumePart> parts, int offset, int volumes, CancellationToken cancellationToken)
    {
        var bundle = write();
        IReadOnlyDictionary<string, int> headings = new Dictionary<string, int>();
        var numbers = new PrintExtras(PrintExtras.None.Pictures, found =>
        {
            headings = found;
            var here = found.ToDictionary(one => one.Key, one => offset + Running(one.Value, found, parts), StringComparer.Ordinal);
            foreach (var (id, number) in here.Where(one => one.Key != BundleOutline.End))
            {
                _numbers[id] = number;
            }

            if (volumes == 1 && here.TryGetValue(BundleOutline.End, out var end))
            {
                _numbers[BundleOutline.End] = end;
            }

            return _numbers;
        });
        var pdf = await printer.PrintAsync(
            () => renderer.RenderAsync<BundlePrint>(new() { ["Bundle"] = bundle, ["Say"] = (Func<string, string>)(english => texts[english]) }), numbers, cancellationToken);
        return new Printed(pdf, headings, headings[BundleOutline.End], headings[BundleOutline.End] + parts.Sum(part => part.Pages), [bundle.Title, .. BundleOutline.Of(bundle).Select(section => section.Heading)]);
    }

    // A page of ours comes after the pages of all papers whose sheets stand before it.
    private static int Running(int page, IReadOnlyDictionary<string, int> headings, IReadOnlyList<VolumePart> parts) =>
        page + parts.Where(part => headings[part.Id] < page).Sum(part => part.Pages);

    private async Task<BoundVolume> BindAsync(Printed printed, IReadOnlyList<VolumePart> parts, int offset, int number, BundleFacts facts, CancellationToken cancellationToken)
    {
        var name = FormattableString.Invariant($"volume-{number}");
        var (own, stamps, target) = (work[$"{name}-own.pdf"], work[$"{name}-stamps.pdf"], work[$"{name}.pdf"]);
        await File.WriteAllBytesAsync(own, printed.Pdf, cancellationToken);
        var pieces = new List<Piece>();
        var marks = new List<Stamp>();
        var next = 1;
        foreach (var part in parts.Where(part => part.Pages > 0))
        {
            // The papers follow the last page of their sheet.
            var sheetEnds = printed.Headings.Values.Where(page => page > printed.Headings[part.Id]).DefaultIfEmpty(printed.Own + 1).Min() - 1;
            Add(new Piece(own, next, sheetEnds), null);
            Add(new Piece(part.Paper.Path!, part.Paper.From + part.From - 1, part.Paper.From + part.To - 1), part);
            next = sheetEnds + 1;
        }

        Add(new Piece(own, next, printed.Own), null);
        await File.WriteAllBytesAsync(stamps, StampPdf.Make(marks, $"copy {BundleWriter.CopyNumber(facts.Copy)}"), cancellationToken);
        await binder.BindAsync(pieces, stamps, target, cancellationToken);
        return new BoundVolume(target, printed.Pdf, printed.MustHave);

        void Add(Piece piece, VolumePart? part)
        {
            if (piece.Count <= 0)
            {
                return;
            }

            pieces.Add(piece);
            for (var page = 0; page < piece.Count; page++)
            {
                var (width, height) = part is null ? (A4Width, A4Height) : part.Paper.Sizes[part.From - 1 + page];
                marks.Add(new Stamp(width, height, offset + marks.Count + 1, part is null ? null : FormattableString.Invariant($"{part.Paper.Code} - {part.From + page}/{part.Paper.Pages}")));
            }
        }
    }

    /// <summary>Shares the papers out. What does not fit into a volume goes on in the next.</summary>
    /// <param name="papers">In order.</param>
    /// <param name="front">Pages of the first volume that are no sheets.</param>
    internal static IReadOnlyList<IReadOnlyList<VolumePart>> Share(IReadOnlyList<BoundPaper> papers, int front)
    {
        List<List<VolumePart>> volumes = [[]];
        var room = Math.Max(0, MostPages - front);
        foreach (var paper in papers)
        {
            // A paper that fits into a volume of its own is not torn.
            if (1 + paper.Pages > room && 1 + paper.Pages <= MostPages - LaterFront)
            {
                Next();
            }

            var from = 1;
            do
            {
                if (room < 2)
                {
                    Next();
                }

                var to = Math.Min(paper.Pages, from + room - 2);
                volumes[^1].Add(new VolumePart(paper, from, to));
                room -= 1 + (paper.Pages == 0 ? 0 : to - from + 1);
                from = to + 1;
            }
            while (from <= paper.Pages);
        }

        return volumes;

        void Next()
        {
            volumes.Add([]);
            room = MostPages - LaterFront;
        }
    }

    private sealed record Printed(byte[] Pdf, IReadOnlyDictionary<string, int> Headings, int Own, int Total, IReadOnlyList<string> MustHave);
}
