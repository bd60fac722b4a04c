using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Papers;

/// <summary>Takes a file in: a paper, a photo, a recording, the signed form of an answer.</summary>
[Asks(RecordKind.Evidence, Act.Record)]
[StreamsUpload]
public sealed class UploadModel(RaidDocsDbContext db, EvidenceStore store, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>W07: whom it is about, when the form is opened from her page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Woman { get; set; }

    [BindProperty]
    public UploadForm Form { get; set; } = new();

    public RaidBar? Bar { get; private set; }

    /// <summary>The code of the testimony that it belongs to.</summary>
    public string? Told { get; private set; }

    public IReadOnlyList<Choice> Women { get; private set; } = [];

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid? testimony, Guid? consent, CancellationToken cancellationToken)
    {
        (Form.Testimony, Form.Consent) = (testimony, consent);
        await LoadAsync(cancellationToken);
        if (Bar is null || !await IsTiedAsync(Bar.Id, cancellationToken))
        {
            return NotFound();
        }

        Form.Women = Woman is { } code && Women.Any(choice => choice.Value == code) ? [code] : [];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(Code, cancellationToken) is not { } raid || !await IsTiedAsync(raid.Id, cancellationToken))
        {
            return NotFound();
        }

        var facts = Facts();
        var women = await db.WomenOfAsync(raid.Id, Form.Women, ModelState, "Form.Women", cancellationToken);
        var source = await db.SourceOfAsync(raid.Id, Form.Source, ModelState, cancellationToken);
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

        var given = new GivenFile(Form.Number, raid.Id, facts, [.. women.Select(woman => woman.Id)])
        {
            Name = file.Name,
            Expected = file.Expected,
            Testimony = Form.Testimony,
            Consent = Form.Consent,
            Source = source?.Id,
        };
        var id = await store.ReceiveAsync(given, file.Content, clock.Today(), cancellationToken);
        return Redirect($"/evidence/{id}/receipt");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindRaidAsync(Code, cancellationToken);
        if (Bar is null)
        {
            return;
        }

        Women = await db.WomenChoicesAsync(Bar.Id, cancellationToken);
        Sources = await db.SourceChoicesAsync(Bar.Id, cancellationToken);
        Told = await db.Testimonies.Where(row => row.Id == Form.Testimony).Select(row => row.Code).SingleOrDefaultAsync(cancellationToken);
    }

    private EvidenceFacts Facts()
    {
        var facts = new EvidenceFacts
        {
            Title = Form.Title.Kept() ?? "",
            ReceivedFrom = Form.ReceivedFrom.Kept(),
            ReceivedHow = Form.ReceivedHow,
            ReceivedOn = Form.ReceivedOn.Read(ModelState, "Form.ReceivedOn", "the day on which it came to us"),
            Device = Form.Device.Kept(),
            MadeOn = Form.MadeOn.Read(ModelState, "Form.MadeOn", "the date of the file"),
            CourtMark = Form.CourtMark.Kept(),
            ShowsHer = Form.ShowsHer,
            Note = Form.Note.Kept(),
        };
        ModelState.RefuseFuture("Form.ReceivedOn", facts.ReceivedOn, clock.Today());
        ModelState.RefuseFuture("Form.MadeOn", facts.MadeOn, clock.Today());
        return facts;
    }

    // A testimony or an answer of another raid is not there.
    private async Task<bool> IsTiedAsync(Guid raid, CancellationToken cancellationToken) =>
        (Form.Testimony is null || await db.Testimonies.AnyAsync(row => row.Id == Form.Testimony && row.RaidId == raid, cancellationToken))
        && (Form.Consent is null || await db.Consents.AnyAsync(row => row.Id == Form.Consent && row.RaidId == raid, cancellationToken));
}
