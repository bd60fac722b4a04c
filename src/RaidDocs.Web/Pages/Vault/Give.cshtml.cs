using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Vault;

/// <summary>Gives a person the slot that two have agreed to. She types its passphrase.</summary>
[Asks(RecordKind.Key, Act.Record)]
public sealed class GiveModel(IServiceProvider services, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Person { get; set; }

    [BindProperty]
    public PassphraseForm Form { get; set; } = new();

    public string Offered { get; } = WordList.Draw(WordList.OfferedWords);

    public string? Name { get; private set; }

    internal KeyTurn Turn { get; private set; }

    private SlotDesk Desk => services.GetRequiredService<SlotDesk>();

    private KeyActs Keys => services.GetRequiredService<KeyActs>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Name is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Name is null)
        {
            return NotFound();
        }

        if (Form.Read(ModelState, texts) is not { } passphrase)
        {
            return Page();
        }

        Secrets.CheckNew(passphrase);
        var number = 0;
        await Keys.DoAsync(
            TwoPersonKind.AddSlot, Person, null, async () => number = await Desk.AddAsync(passphrase, Person, "create", cancellationToken), cancellationToken);
        TempData["Confirmation"] = texts["Slot {0} opens the store for {1}.", number, Name];
        return RedirectToPage("/Vault/Index");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Turn = await Keys.TurnAsync(TwoPersonKind.AddSlot, Person, null, cancellationToken);
        Name = Turn.IsOpen() ? (await Desk.WithoutSlotAsync(cancellationToken)).FirstOrDefault(person => person.Id == Person)?.UserName : null;
    }
}
