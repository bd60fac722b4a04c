using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages;

/// <summary>The first run, last step: the neutral name of the house, its first administrator and its first research leader.</summary>
public sealed class SetupPeopleModel(IServiceProvider services) : PageModel
{
    [BindProperty]
    public SetupForm Form { get; set; } = new();

    private SetupWizard Wizard => services.GetRequiredService<SetupWizard>();

    public IActionResult OnGet(string? token) => Wizard.Enter(HttpContext, token) ? RedirectToPage()
        : !Wizard.MayEnter(HttpContext) ? NotFound()
        : IsNext ? Page() : RedirectToPage(Wizard.Step);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Wizard.MayEnter(HttpContext))
        {
            return NotFound();
        }

        if (!IsNext)
        {
            return RedirectToPage(Wizard.Step);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await Wizard.MakeAsync(() => NameAsync(cancellationToken), cancellationToken);
        services.GetRequiredService<IOptions<FrameOptions>>().Value.ServiceName = Form.HouseName!.Trim();
        return RedirectToPage("/Account/SignIn");
    }

    private bool IsNext => Wizard.HasStore || Wizard.Step == "/SetupPeople";

    private async Task NameAsync(CancellationToken cancellationToken)
    {
        var request = services.GetRequiredService<RaidDocsDbContext>();

        // All of it or nothing: a name that is refused must not leave half a house behind.
        var (administrator, leader) = await request.InOneWriteAsync(
            async () => (
                await Hosting.Setup.AddPersonAsync(services, Form.Administrator!, Form.AdministratorPassphrase!, StaffRole.Administrator),
                await Hosting.Setup.AddPersonAsync(services, Form.Leader!, Form.LeaderPassphrase!, StaffRole.ResearchLeader)),
            cancellationToken);

        await using var db = Store.OperatorContext(services);
        db.Settings.Add(new HouseSetting(HouseSetting.Name, Form.HouseName!.Trim()));
        await db.SaveChangesAsync(cancellationToken);
        if (services.GetRequiredService<StoreState>().Slot is { } slot)
        {
            await db.NoteSlotAsync(slot, (Form.Holder == SlotOwner.Administrator ? administrator : leader).Id, "create", cancellationToken);
        }

        await Hosting.Setup.AdoptRaidsAsync(db, leader.Id, cancellationToken);
    }

    public enum SlotOwner
    {
        [Display(Name = "The first research leader")]
        Leader,

        [Display(Name = "The first administrator")]
        Administrator,
    }

    public sealed class SetupForm
    {
        [Required(ErrorMessage = "Enter a neutral name, like Notes")]
        [StringLength(40, ErrorMessage = "The name can have at most 40 letters")]
        [Display(Name = "A neutral name for the pages")]
        public string? HouseName { get; set; } = "Notes";

        [Required(ErrorMessage = "Enter the sign-in name of the first administrator")]
        [Display(Name = "First administrator: sign-in name")]
        public string? Administrator { get; set; }

        [Required(ErrorMessage = "Enter a passphrase for the administrator")]
        [DataType(DataType.Password)]
        [Display(Name = "First administrator: passphrase")]
        public string? AdministratorPassphrase { get; set; }

        [Required(ErrorMessage = "Enter the sign-in name of the first research leader")]
        [Display(Name = "First research leader: sign-in name")]
        public string? Leader { get; set; }

        [Required(ErrorMessage = "Enter a passphrase for the research leader")]
        [DataType(DataType.Password)]
        [Display(Name = "First research leader: passphrase")]
        public string? LeaderPassphrase { get; set; }

        [Display(Name = "Who keeps the vault passphrase")]
        public SlotOwner Holder { get; set; }
    }
}
