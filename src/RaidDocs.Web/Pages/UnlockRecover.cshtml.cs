using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.Vault;

namespace RaidDocs.Web.Pages;

/// <summary>The passphrase is lost: the sheet opens the store, and a new passphrase is given to the vault.</summary>
public sealed class UnlockRecoverModel(
    IServiceProvider services, StoreState state, VaultKeeper vault, Texts texts, ILogger<UnlockModel> log) : PageModel
{
    [BindProperty]
    public RecoverForm Form { get; set; } = new();

    private VaultDoor Door => services.GetRequiredService<VaultDoor>();

    public IActionResult OnGet() => state.IsOpen || !Door.HasVault ? LocalRedirect("/unlock") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (state.IsOpen || !Door.HasVault)
        {
            return LocalRedirect("/unlock");
        }

        if (Form.Sheet is not null && Secrets.Sheet(Form.Sheet) is null)
        {
            ModelState.AddModelError("Form.Sheet", texts["These are not 7 words of a recovery sheet. Compare each with the paper"]);
        }

        if (Form.Read(ModelState, texts) is not { } passphrase)
        {
            return Page();
        }

        Secrets.CheckNew(passphrase);
        try
        {
            // Before it is opened: a page that then says no would leave an open store behind.
            if (!vault.HasRoom)
            {
                ModelState.AddModelError("", texts["All slots are taken. Open with the words of the sheet on the page before this one, then remove a slot"]);
                return Page();
            }

            return await OpenAsync(passphrase, cancellationToken);
        }
        catch (StoreException damaged)
        {
            ModelState.AddModelError("", UnlockModel.SayOnScreen(damaged, log, texts));
            return Page();
        }
    }

    private async Task<IActionResult> OpenAsync(string passphrase, CancellationToken cancellationToken)
    {
        switch (await Door.UnlockAsync(Form.Sheet!, VaultDoor.ClientOf(HttpContext), cancellationToken))
        {
            case UnlockAnswer.OpenedBySheet:
                await services.GetRequiredService<SlotDesk>().AddAsync(passphrase, holder: null, "recover", cancellationToken);
                return LocalRedirect("/");
            case UnlockAnswer.AlreadyOpen or UnlockAnswer.Opened:
                return LocalRedirect("/unlock");
            case UnlockAnswer.Wait:
                return this.Refuse(new Tried(null, VaultLedger.Wait), texts["Too many wrong tries. Wait 15 minutes, then try again"]);
            default:
                ModelState.AddModelError("Form.Sheet", texts["This sheet does not open the vault. A newer one may have been printed. After 5 wrong tries, wait 15 minutes"]);
                return Page();
        }
    }

    public sealed class RecoverForm : PassphraseForm
    {
        [Required(ErrorMessage = "Enter the 7 words of the recovery sheet")]
        [StringLength(200, ErrorMessage = "Seven words are shorter than this")]
        [Display(Name = "The words of the sheet")]
        public string? Sheet { get; set; }
    }
}
