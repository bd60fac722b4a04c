using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages;

/// <summary>The passphrase is lost: the sheet opens the store, and a new passphrase is given to the vault.</summary>
public sealed class UnlockRecoverModel(IServiceProvider services, StoreState state, Texts texts) : PageModel
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

        if (Form.Passphrase is not null && Form.Again is not null && Secrets.Passphrase(Form.Passphrase) != Secrets.Passphrase(Form.Again))
        {
            ModelState.AddModelError("Form.Again", texts["The two are not the same. Type the vault passphrase again"]);
        }

        if (Form.Sheet is not null && Secrets.Sheet(Form.Sheet) is null)
        {
            ModelState.AddModelError("Form.Sheet", texts["These are not 7 words of a recovery sheet. Compare each with the paper"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        Secrets.CheckNew(Form.Passphrase!);
        switch (await Door.UnlockAsync(Form.Sheet!, VaultDoor.ClientOf(HttpContext), cancellationToken))
        {
            case UnlockAnswer.OpenedBySheet:
                await services.GetRequiredService<SlotDesk>().AddAsync(Form.Passphrase!, holder: null, "recover", cancellationToken);
                return LocalRedirect("/");
            case UnlockAnswer.AlreadyOpen or UnlockAnswer.Opened:
                return LocalRedirect("/unlock");
            case UnlockAnswer.Wait:
                ModelState.AddModelError("", texts["Too many wrong tries. Wait 15 minutes, then try again"]);
                Response.Headers.RetryAfter = "900";
                return new PageResult { StatusCode = StatusCodes.Status429TooManyRequests, ViewData = ViewData };
            default:
                ModelState.AddModelError("Form.Sheet", texts["This sheet does not open the vault. A newer one may have been printed. After 5 wrong tries, wait 15 minutes"]);
                return Page();
        }
    }

    public sealed class RecoverForm
    {
        [Required(ErrorMessage = "Enter the 7 words of the recovery sheet")]
        [StringLength(200, ErrorMessage = "Seven words are shorter than this")]
        [Display(Name = "The words of the sheet")]
        public string? Sheet { get; set; }

        [Required(ErrorMessage = "Enter a passphrase for the vault")]
        [DataType(DataType.Password)]
        [Display(Name = "New vault passphrase")]
        public string? Passphrase { get; set; }

        [Required(ErrorMessage = "Enter the vault passphrase a second time")]
        [DataType(DataType.Password)]
        [Display(Name = "The same again")]
        public string? Again { get; set; }
    }
}
