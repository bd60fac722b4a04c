using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Testimonies;

/// <summary>A testimony as it stands now: each passage as it was said, with its translation beside it. Without her yes: that it is there, and why it is not shown.</summary>
[Asks(RecordKind.Testimony, Act.Read)]
public sealed class DetailsModel(RaidDocsDbContext db, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public TestimonyHead Head { get; private set; } = null!;

    /// <summary>Why her words are not shown; null when they are.</summary>
    public Withheld? Withheld { get; private set; }

    /// <summary>Null while her words are withheld.</summary>
    public TestimonyFacts? Facts { get; private set; }

    public IReadOnlyList<PassageRow> Passages { get; private set; } = [];

    /// <summary>What she last said of a passage, by its number.</summary>
    public IReadOnlyDictionary<int, ReadBack> ReadBacks { get; private set; } = new Dictionary<int, ReadBack>();

    /// <summary>Photos of notes, sound files.</summary>
    public IReadOnlyList<FileRow> Files { get; private set; } = [];

    public bool MayUpload => db.Viewer.May(RecordKind.Evidence, Act.Record);

    public bool MayRecord => db.Viewer.May(RecordKind.Testimony, Act.Record);

    public bool MayExport => db.Viewer.May(RecordKind.Document, Act.Export);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.FindTestimonyAsync(Id, cancellationToken) is not { } head)
        {
            return NotFound();
        }

        Head = head;
        var today = clock.Today();
        Withheld = await db.WhyWithheldAsync(Id, today, cancellationToken);
        var told = await db.ReadableTestimonies(today).AsNoTracking().Include(row => row.Passages).SingleOrDefaultAsync(row => row.Id == Id, cancellationToken);
        if (told is not null)
        {
            (Facts, Passages) = (told.Facts, [.. told.Words.Select(passage => new PassageRow(passage.Number, passage.Facts))]);
            ReadBacks = told.Newest(await db.ReadBacks.AsNoTracking().Where(row => row.TestimonyId == Id).ToListAsync(cancellationToken));
            var files = await db.Evidence.AsNoTracking().Where(row => row.TestimonyId == Id).OrderBy(row => row.Number).ThenBy(row => row.Copy)
                .Select(row => new { row.Id, row.Number, row.Copy, row.Facts.Title }).ToListAsync(cancellationToken);
            Files = [.. files.Select(row => new FileRow(row.Id, Evidence.CodeOf(row.Number, row.Copy), row.Title))];
            await db.NoteOpenedAsync([Id], head.RaidId, "testimony", cancellationToken);
        }

        return Page();
    }

    public sealed record FileRow(Guid Id, string Code, string Title);

    public sealed record PassageRow(int Number, PassageText Facts);
}
