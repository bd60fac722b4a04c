using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Vault;

/// <summary>Prints a new recovery sheet. It counts once a word of it was typed back.</summary>
[Asks(RecordKind.House, Act.Record)]
public sealed class SheetModel(IServiceProvider services, Texts texts) : PageModel
{
    [BindProperty]
    public SheetForm Form { get; set; } = new();

    internal OpenSheet? Sheet => Sheets.At(Desk);

    public string Label => texts["Word {0} of the sheet", Sheet!.Asked + 1];

    private SheetDesk Sheets => services.GetRequiredService<SheetDesk>();

    private string Desk => $"sheet {Viewers.Of(User).UserId:D}";

    public IActionResult OnGet() => StepUp.Needed(HttpContext) ?? Page();

    public IActionResult OnPostMake()
    {
        if (StepUp.Needed(HttpContext) is { } first)
        {
            return first;
        }

        Sheets.Make(Desk);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (StepUp.Needed(HttpContext) is { } first)
        {
            return first;
        }

        if (Sheet is not { } sheet)
        {
            return RedirectToPage();
        }

        if (ModelState.IsValid && !sheet.IsAsked(Form.Word))
        {
            ModelState.AddModelError("Form.Word", texts["This is not that word. Look at the number before it"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await services.GetRequiredService<SlotDesk>().ReplaceSheetAsync(sheet.Words, cancellationToken);
        Sheets.Clear(Desk);
        TempData["Confirmation"] = texts["The new sheet counts. The one before opens nothing."];
        return RedirectToPage("/Vault/Index");
    }
}
