using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Papers;

/// <summary>Puts right what is said of a file, and whom it is about.</summary>
[Asks(RecordKind.Evidence, Act.Record)]
public sealed class EditModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel, IEditsRecord, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public DescribeForm Form { get; set; } = new();

    public PaperHead? Head { get; private set; }

    public IReadOnlyList<Choice> Women { get; private set; } = [];

    public object Mine => Form;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Head is null)
        {
            return NotFound();
        }

        Form = FormOf(Head);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await db.Evidence.Include(row => row.Women).SingleOrDefaultAsync(row => row.Id == Id, cancellationToken) is not { } row)
        {
            return NotFound();
        }

        var madeOn = Form.MadeOn.Read(ModelState, "Form.MadeOn", "the date of the file");
        ModelState.RefuseFuture("Form.MadeOn", madeOn, clock.Today());
        var women = await db.WomenOfAsync(row.RaidId, Form.Women, ModelState, "Form.Women", cancellationToken);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.ExpectVersion(row, Form.Version);
        row.Describe(Form.Title.Kept() ?? "", madeOn, Form.CourtMark.Kept(), Form.ShowsHer, Form.Note.Kept());
        row.IsAbout(women.Select(woman => woman.Id));
        await db.SaveChangesAsync(cancellationToken);
        return Saved();
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Head = await db.FindPaperAsync(Id, cancellationToken);
        Women = Head is null ? [] : await db.WomenChoicesAsync(Head.RaidId, cancellationToken);
    }

    public async Task<RecordNow?> ReadNowAsync(CancellationToken cancellationToken)
    {
        if (await db.FindPaperAsync(Id, cancellationToken) is not { } head)
        {
            return null;
        }

        var (by, at) = await db.LastChangeAsync(Id, cancellationToken);
        return new RecordNow(FormOf(head), head.Version, by, at);
    }

    public IActionResult Saved()
    {
        TempData["Confirmation"] = texts["Saved."];
        return Redirect($"/evidence/{Id}");
    }

    private static DescribeForm FormOf(PaperHead head) => new()
    {
        Title = head.Facts.Title,
        MadeOn = DateBoxes.Of(head.Facts.MadeOn),
        Women = [.. head.Women.Distinct().Order().Select(WomanCode.In)],
        ShowsHer = head.Facts.ShowsHer,
        CourtMark = head.Facts.CourtMark,
        Note = head.Facts.Note,
        Version = head.Version,
    };
}
