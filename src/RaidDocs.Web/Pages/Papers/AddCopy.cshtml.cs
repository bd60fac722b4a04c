using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Papers;

/// <summary>Takes in a copy that was made outside: redacted, smaller, written down, translated.</summary>
[Asks(RecordKind.Evidence, Act.Record)]
[StreamsUpload]
public sealed class AddCopyModel(RaidDocsDbContext db, EvidenceStore store, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public CopyForm Form { get; set; } = new();

    public PaperHead? Head { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Form.ShowsHer = Head?.Facts.ShowsHer == true;
        return Head is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await db.FindPaperAsync(Id, cancellationToken) is not { } head)
        {
            return NotFound();
        }

        if (Hosting.Upload.Of(HttpContext) is not { Name.Length: > 0 } file)
        {
            ModelState.AddModelError("Form.File", texts["Choose a file"]);
            return Page();
        }

        if (!ModelState.IsValid)
        {
            ModelState.AddModelError("Form.File", texts["Choose the file again: nothing of it was kept"]);
            return Page();
        }

        var facts = new EvidenceFacts
        {
            Title = Form.Title.Kept() ?? "",
            ReceivedHow = ReceivedHow.MadeByUs,
            MadeOn = head.Facts.MadeOn,
            ShowsHer = Form.ShowsHer,
            Copy = Form.Kind,
            Tool = Form.Tool.Kept(),
            ToolSettings = Form.ToolSettings.Kept(),
            Note = Form.Note.Kept(),
        };
        var copy = await store.ReceiveAsync(
            new GivenFile(Form.Number, head.RaidId, facts, []) { Name = file.Name, Expected = file.Expected, Parent = Id }, file.Content, clock.Today(), cancellationToken);
        db.NoteFile("copy", Id, head.RaidId, copy.ToString("D"));
        await db.SaveChangesAsync(cancellationToken);
        return Redirect($"/evidence/{copy}/receipt");
    }

    public async Task LoadAsync(CancellationToken cancellationToken) => Head = await db.FindPaperAsync(Id, cancellationToken);
}
