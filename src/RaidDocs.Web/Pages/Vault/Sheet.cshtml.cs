using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Vault;

/// <summary>Prints a new recovery sheet, once two have agreed. It counts when a word of it was typed back.</summary>
[Asks(RecordKind.Key, Act.Record)]
public sealed class SheetModel(IServiceProvider services, Texts texts) : PageModel
{
    [BindProperty]
    public SheetForm Form { get; set; } = new();

    internal OpenSheet? Sheet => Sheets.At(Desk);

    internal KeyTurn Turn { get; private set; }

    public string Label => texts["Word {0} of the sheet", Sheet!.Asked + 1];

    private SheetDesk Sheets => services.GetRequiredService<SheetDesk>();

    private KeyActs Keys => services.GetRequiredService<KeyActs>();

    private string Desk => $"sheet {Viewers.Of(User).UserId:D}";

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken)
    {
        await Keys.AskAsync(TwoPersonKind.NewSheet, null, null, cancellationToken);
        TempData["Confirmation"] = texts["Asked. Another administrator or a research leader must agree within 24 hours."];
        return RedirectToPage("/Vault/Index");
    }

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Turn.IsOpen())
        {
            Sheets.Make(Desk);
        }

        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!Turn.IsOpen() || Sheet is not { } sheet)
        {
            return RedirectToPage();
        }

        if (!Form.Read(ModelState, texts, sheet.IsAsked))
        {
            return Page();
        }

        await Keys.DoAsync(
            TwoPersonKind.NewSheet, null, null, () => services.GetRequiredService<SlotDesk>().ReplaceSheetAsync(sheet.Words, cancellationToken), cancellationToken);
        Sheets.Clear(Desk);
        TempData["Confirmation"] = texts["The new sheet counts. The one before opens nothing."];
        return RedirectToPage("/Vault/Index");
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Turn = await Keys.TurnAsync(TwoPersonKind.NewSheet, null, null, cancellationToken);
}
