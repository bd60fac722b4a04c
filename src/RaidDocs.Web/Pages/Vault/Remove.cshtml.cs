using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Vault;

/// <summary>Takes a slot away, once two have agreed. Its passphrase opens nothing any more.</summary>
[Asks(RecordKind.Key, Act.Record)]
public sealed class RemoveModel(IServiceProvider services, Texts texts) : PageModel, IReloads
{
    private SlotRow? _slot;

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public string? Holder => _slot?.Holder;

    internal KeyTurn Turn { get; private set; }

    private SlotDesk Desk => services.GetRequiredService<SlotDesk>();

    private KeyActs Keys => services.GetRequiredService<KeyActs>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return _slot is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (_slot is null)
        {
            return NotFound();
        }

        await Keys.AskAsync(TwoPersonKind.RemoveSlot, _slot.HolderId, Number, cancellationToken);
        TempData["Confirmation"] = texts["Asked. Another administrator or a research leader must agree within 24 hours."];
        return RedirectToPage("/Vault/Index");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (_slot is null)
        {
            return NotFound();
        }

        await Keys.DoAsync(TwoPersonKind.RemoveSlot, _slot.HolderId, Number, () => Desk.RemoveAsync(Number, cancellationToken), cancellationToken);
        TempData["Confirmation"] = texts["Slot {0} is removed.", Number];
        return RedirectToPage("/Vault/Index");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        _slot = (await Desk.ListAsync(cancellationToken)).FirstOrDefault(slot => slot.Number == Number && slot.Kind == SlotKind.Passphrase);
        Turn = await Keys.TurnAsync(TwoPersonKind.RemoveSlot, _slot?.HolderId, Number, cancellationToken);
    }
}
