using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Vault;

/// <summary>Chooses who is to have a slot of her own, and asks a second person.</summary>
[Asks(RecordKind.Key, Act.Record)]
public sealed class AddModel(IServiceProvider services, Texts texts) : PageModel, IReloads
{
    [BindProperty]
    public AddForm Form { get; set; } = new();

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Form.Person is not null && People.All(one => one.Value != Form.Person))
        {
            ModelState.AddModelError("Form.Person", texts["Choose an answer from the list"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (keys, person) = (services.GetRequiredService<KeyActs>(), Guid.Parse(Form.Person!));
        if ((await keys.TurnAsync(TwoPersonKind.AddSlot, person, null, cancellationToken)).IsOpen())
        {
            return RedirectToPage("/Vault/Give", new { person });
        }

        await keys.AskAsync(TwoPersonKind.AddSlot, person, null, cancellationToken);
        TempData["Confirmation"] = texts["Asked. Another administrator or a research leader must agree within 24 hours."];
        return RedirectToPage("/Vault/Index");
    }

    public async Task LoadAsync(CancellationToken cancellationToken) => People =
        [.. (await services.GetRequiredService<SlotDesk>().WithoutSlotAsync(cancellationToken)).Select(person => new Choice(person.Id.ToString("D"), person.UserName!))];

    public sealed class AddForm
    {
        [Required(ErrorMessage = "Choose a person")]
        [Display(Name = "For whom")]
        public string? Person { get; set; }
    }
}
