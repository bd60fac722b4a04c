using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Vault;

/// <summary>Gives a person a slot of her own.</summary>
[Asks(RecordKind.House, Act.Record)]
public sealed class AddModel(IServiceProvider services, Texts texts) : PageModel, IReloads
{
    [BindProperty]
    public AddForm Form { get; set; } = new();

    public string Offered { get; } = WordList.Draw(WordList.OfferedWords);

    public IReadOnlyList<Choice> People { get; private set; } = [];

    private SlotDesk Desk => services.GetRequiredService<SlotDesk>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return StepUp.Needed(HttpContext) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (StepUp.Needed(HttpContext) is { } first)
        {
            return first;
        }

        await LoadAsync(cancellationToken);
        var person = People.FirstOrDefault(one => one.Value == Form.Person);
        if (Form.Person is not null && person is null)
        {
            ModelState.AddModelError("Form.Person", texts["Choose an answer from the list"]);
        }

        if (Form.Passphrase is not null && Form.Again is not null && Secrets.Passphrase(Form.Passphrase) != Secrets.Passphrase(Form.Again))
        {
            ModelState.AddModelError("Form.Again", texts["The two are not the same. Type the vault passphrase again"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var number = await Desk.AddAsync(Form.Passphrase!, Guid.Parse(person!.Value), "create", cancellationToken);
        TempData["Confirmation"] = texts["Slot {0} opens the store for {1}.", number, person.Text];
        return RedirectToPage("/Vault/Index");
    }

    public async Task LoadAsync(CancellationToken cancellationToken) =>
        People = [.. (await Desk.WithoutSlotAsync(cancellationToken)).Select(person => new Choice(person.Id.ToString("D"), person.UserName!))];

    public sealed class AddForm
    {
        [Required(ErrorMessage = "Choose a person")]
        [Display(Name = "For whom")]
        public string? Person { get; set; }

        [Required(ErrorMessage = "Enter a passphrase for the vault")]
        [DataType(DataType.Password)]
        [Display(Name = "Vault passphrase")]
        public string? Passphrase { get; set; }

        [Required(ErrorMessage = "Enter the vault passphrase a second time")]
        [DataType(DataType.Password)]
        [Display(Name = "The same again")]
        public string? Again { get; set; }
    }
}
