using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages;

/// <summary>Says that the store is closed, and opens it with a passphrase of the vault or the words of the sheet.</summary>
public sealed class UnlockModel(IServiceProvider services, StoreState state, Texts texts, ILogger<UnlockModel> log) : PageModel
{
    [BindProperty]
    public UnlockForm Form { get; set; } = new();

    public bool HasVault => Door.HasVault;

    private VaultDoor Door => services.GetRequiredService<VaultDoor>();

    public IActionResult OnGet() => state.IsOpen ? LocalRedirect("/") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (state.IsOpen)
        {
            return LocalRedirect("/");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            switch (await Door.UnlockAsync(Form.Passphrase!, VaultDoor.ClientOf(HttpContext), cancellationToken))
            {
                case UnlockAnswer.Opened or UnlockAnswer.OpenedBySheet:
                    return await OpenedAsync(cancellationToken);
                case UnlockAnswer.AlreadyOpen:
                    return LocalRedirect("/");
                case UnlockAnswer.Wait:
                    return this.Refuse(new Tried(null, VaultLedger.Wait), texts["Too many wrong tries. Wait 15 minutes, then try again"]);
                default:
                    ModelState.AddModelError("Form.Passphrase", texts["This does not open the vault. After 5 wrong tries, wait 15 minutes"]);
                    break;
            }
        }
        catch (StoreException damaged)
        {
            ModelState.AddModelError("", SayOnScreen(damaged, log, texts));
        }

        return Page();
    }

    /// <summary>The reason names the folder: it is for the person at the computer. The page says where it stands.</summary>
    internal static string SayOnScreen(StoreException damaged, ILogger log, Texts texts)
    {
        log.LogError("The store was not opened: {Kind}", damaged.GetType().Name);
        Console.WriteLine(damaged.Message);
        return texts["The store could not be opened. The reason stands on the screen of the computer where the program runs"];
    }

    // Whoever opened it may also name the first people, where nobody was named yet.
    private async Task<IActionResult> OpenedAsync(CancellationToken cancellationToken)
    {
        if (!await Hosting.Setup.IsNeededAsync(services, cancellationToken))
        {
            return LocalRedirect("/");
        }

        var wizard = services.GetRequiredService<SetupWizard>();
        return wizard.Enter(HttpContext, wizard.Issue()) ? RedirectToPage("/SetupPeople") : LocalRedirect("/");
    }

    public sealed class UnlockForm
    {
        [Required(ErrorMessage = "Enter the vault passphrase")]
        [StringLength(1000, ErrorMessage = "A vault passphrase is shorter than this")]
        [DataType(DataType.Password)]
        [Display(Name = "Vault passphrase")]
        public string? Passphrase { get; set; }
    }
}
