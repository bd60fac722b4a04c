using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Vault;

/// <summary>Takes a slot away. Its passphrase opens nothing any more.</summary>
[Asks(RecordKind.House, Act.Record)]
public sealed class RemoveModel(IServiceProvider services, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public string? Holder { get; private set; }

    private SlotDesk Desk => services.GetRequiredService<SlotDesk>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return !await IsThereAsync(cancellationToken) ? NotFound() : StepUp.Needed(HttpContext) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (StepUp.Needed(HttpContext) is { } first)
        {
            return first;
        }

        if (!await IsThereAsync(cancellationToken))
        {
            return NotFound();
        }

        await Desk.RemoveAsync(Number, cancellationToken);
        TempData["Confirmation"] = texts["Slot {0} is removed.", Number];
        return RedirectToPage("/Vault/Index");
    }

    public async Task LoadAsync(CancellationToken cancellationToken) =>
        Holder = (await Desk.ListAsync(cancellationToken)).FirstOrDefault(slot => slot.Number == Number)?.Holder;

    private async Task<bool> IsThereAsync(CancellationToken cancellationToken) =>
        (await Desk.ListAsync(cancellationToken)).Any(slot => slot.Number == Number && slot.Kind == SlotKind.Passphrase);
}
