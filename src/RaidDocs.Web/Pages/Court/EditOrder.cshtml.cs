using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Court;

/// <summary>Changes what is recorded of an order, often because it was carried out.</summary>
[Asks(RecordKind.Court, Act.Record)]
public sealed class EditOrderModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel, IEditsRecord, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public OrderForm Form { get; set; } = new();

    public RaidBar? Bar { get; private set; }

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public IReadOnlyList<Choice> Women { get; private set; } = [];

    public object Mine => Form;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is null || await ReadNowAsync(cancellationToken) is not { Theirs: OrderForm stored })
        {
            return NotFound();
        }

        Form = stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is not { } bar || await db.CourtOrders.Include(row => row.Women).SingleOrDefaultAsync(row => row.Id == Id && row.RaidId == bar.Id, cancellationToken) is not { } order)
        {
            return NotFound();
        }

        if (Form.Read(ModelState, clock.Today()) is not { } facts)
        {
            return Page();
        }

        var source = await db.NamedSourceAsync(bar.Id, Form.Source, cancellationToken);
        var women = await db.ChosenWomenAsync(bar.Id, Form.Women, cancellationToken);
        db.ExpectVersion(order, Form.Version);
        order.Correct(facts, source?.Id);
        order.IsFor(women);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["Saved."];
        return Saved();
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindRaidAsync(Code, cancellationToken);
        Sources = Bar is null ? [] : await db.SourceChoicesAsync(Bar.Id, cancellationToken);
        Women = Bar is null ? [] : await db.WomanChoicesAsync(Bar.Id, cancellationToken);
    }

    public async Task<RecordNow?> ReadNowAsync(CancellationToken cancellationToken)
    {
        var row = await db.CourtOrders.AsNoTracking()
            .Where(row => row.Id == Id && db.Raids.Any(raid => raid.Id == row.RaidId && raid.Code == Code))
            .Select(row => new { row.Facts, row.Version, row.RaidId, Source = row.SourceId == null ? null : row.Source!.Code, Women = row.Women.Select(woman => woman.Id).ToList() })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        var numbers = await db.Apprehensions.AsNoTracking().Where(one => one.RaidId == row.RaidId && row.Women.Contains(one.WomanId)).OrderBy(one => one.Number).Select(one => one.Number).ToListAsync(cancellationToken);
        var (by, at) = await db.LastChangeAsync(Id, cancellationToken);
        return new RecordNow(OrderForm.Of(row.Facts, numbers.Select(WomanCode.In), row.Source, row.Version), row.Version, by, at);
    }

    public IActionResult Saved() => Redirect($"/raids/{Code}/court");
}
