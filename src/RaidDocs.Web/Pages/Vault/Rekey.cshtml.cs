using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Vault;

/// <summary>Writes the store anew under another data key, with a new passphrase for her and a new sheet, once two have agreed.</summary>
[Asks(RecordKind.Key, Act.Record)]
public sealed class RekeyModel(IServiceProvider services, Texts texts) : PageModel
{
    [BindProperty]
    public RekeyForm Form { get; set; } = new();

    internal OpenSheet? Sheet => Sheets.At(Desk);

    internal KeyTurn Turn { get; private set; }

    public string Label => texts["Word {0} of the sheet", Sheet!.Asked + 1];

    private SheetDesk Sheets => services.GetRequiredService<SheetDesk>();

    private KeyActs Keys => services.GetRequiredService<KeyActs>();

    private string Desk => $"rekey {Viewers.Of(User).UserId:D}";

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken)
    {
        await Keys.AskAsync(TwoPersonKind.ChangeKey, null, null, cancellationToken);
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

        if (!services.GetRequiredService<StoreEngine>().IsEmbedded)
        {
            ModelState.AddModelError("", texts["The key of a store on a server is changed at its computer: store copy --to file, vault rekey, store copy --to postgres. Nothing was changed"]);
            return Page();
        }

        SheetForm.Check(Form.Word, ModelState, texts, sheet.IsAsked);
        if (Form.Read(ModelState, texts) is not { } passphrase)
        {
            return Page();
        }

        // All that the store knows of it is written before: afterwards nobody is signed in.
        Secrets.CheckNew(passphrase);
        await Keys.DoAsync(TwoPersonKind.ChangeKey, null, null, () => Task.CompletedTask, cancellationToken);
        var isDone = await services.GetRequiredService<VaultDoor>().RekeyAsync(
            passphrase, sheet.Words, Viewers.Of(User).UserId!.Value, HttpContext, cancellationToken);
        TempData["Confirmation"] = isDone
            ? texts["The store has a new key. Sign in again."]
            : texts["The key was not changed: there may be no room on the disk. All passphrases and the sheet from before still count. Sign in again."];
        return LocalRedirect("/account/sign-in");
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Turn = await Keys.TurnAsync(TwoPersonKind.ChangeKey, null, null, cancellationToken);

    public sealed class RekeyForm : PassphraseForm
    {
        [Required(ErrorMessage = "Enter the word that was asked for")]
        [StringLength(40, ErrorMessage = "Enter one word")]
        public string? Word { get; set; }
    }
}
