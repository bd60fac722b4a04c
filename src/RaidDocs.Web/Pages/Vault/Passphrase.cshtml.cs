using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Vault;

/// <summary>Changes the passphrase of one's own slot. For whoever has none, the page is not there.</summary>
[Authorize(Policy = "SignedIn")]
public sealed class PassphraseModel(IServiceProvider services, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty]
    public ChangeForm Form { get; set; } = new();

    public int? Slot { get; private set; }

    private SlotDesk Desk => services.GetRequiredService<SlotDesk>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Slot is null ? NotFound() : this.IsConfirmed(clock) ? Page() : this.AskAgain();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Slot is not { } slot)
        {
            return NotFound();
        }

        if (!this.IsConfirmed(clock))
        {
            return this.AskAgain();
        }

        PassphraseForm.Compare(Form.Passphrase, Form.Again, ModelState, texts);

        // Whoever found her phone must not try here without end.
        var ledger = services.GetRequiredService<VaultLedger>();
        var client = $"slot {slot}";
        if (ModelState.IsValid && !ledger.MayTry(client))
        {
            ModelState.AddModelError("", texts["Too many wrong tries. Wait 15 minutes, then try again"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await Desk.ChangeAsync(slot, Form.Current!, string.IsNullOrEmpty(Form.Passphrase) ? null : Form.Passphrase, cancellationToken);
        ledger.Forgive(client);
        TempData["Confirmation"] = texts["Your vault passphrase is saved."];
        return LocalRedirect("/");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var me = Viewers.Of(User).UserId;
        Slot = (await Desk.ListAsync(cancellationToken)).FirstOrDefault(slot => slot.HolderId is { } holder && holder == me)?.Number;
    }

    public sealed class ChangeForm
    {
        [Required(ErrorMessage = "Enter your present vault passphrase")]
        [DataType(DataType.Password)]
        [Display(Name = "Present vault passphrase")]
        public string? Current { get; set; }

        [DataType(DataType.Password)]
        [Display(Name = "New vault passphrase")]
        public string? Passphrase { get; set; }

        [DataType(DataType.Password)]
        [Display(Name = "The same again")]
        public string? Again { get; set; }
    }
}
