using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Court;

/// <summary>Adds an order of a court, for some women of the raid.</summary>
[Asks(RecordKind.Court, Act.Record)]
public sealed class AddOrderModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>C1, C2, ... within the raid.</summary>
    [BindProperty(SupportsGet = true)]
    public string Case { get; set; } = "";

    [BindProperty]
    public OrderForm Form { get; set; } = new();

    public RaidBar? Bar { get; private set; }

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public IReadOnlyList<Choice> Women { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Bar is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is null)
        {
            return NotFound();
        }

        if (Form.Read(ModelState, clock.Today()) is not { } facts)
        {
            return Page();
        }

        if (!await db.CourtOrders.AnyAsync(order => order.Id == Form.Number, cancellationToken))
        {
            var courtCase = await db.CourtCases.SingleAsync(row => row.RaidId == Bar.Id && row.Code == Case, cancellationToken);
            var source = await db.NamedSourceAsync(Bar.Id, Form.Source, cancellationToken);
            var women = await db.ChosenWomenAsync(Bar.Id, Form.Women, cancellationToken);
            db.CourtOrders.Add(new CourtOrder(Bar.Id, courtCase, facts, source, women) { Id = Form.Number });
            await db.SaveChangesAsync(cancellationToken);
        }

        TempData["Confirmation"] = texts["Saved."];
        return Redirect($"/raids/{Code}/court");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindRaidAsync(Code, cancellationToken);
        if (Bar is { } bar && !await db.CourtCases.AnyAsync(row => row.RaidId == bar.Id && row.Code == Case, cancellationToken))
        {
            Bar = null;
        }

        Sources = Bar is null ? [] : await db.SourceChoicesAsync(Bar.Id, cancellationToken);
        Women = Bar is null ? [] : await db.WomanChoicesAsync(Bar.Id, cancellationToken);
    }
}
