using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.Vault;

namespace RaidDocs.Web.Pages;

/// <summary>The first run, second step: the sheet is printed, and one word of it typed back.</summary>
public sealed class SetupSheetModel(IServiceProvider services, Texts texts) : PageModel
{
    [BindProperty]
    public SheetForm Form { get; set; } = new();

    public IReadOnlyList<string> Words => Wizard.Sheet!.List;

    public string Label => texts["Word {0} of the sheet", Wizard.Sheet!.Asked + 1];

    private SetupWizard Wizard => services.GetRequiredService<SetupWizard>();

    public IActionResult OnGet(string? token) => Wizard.Enter(HttpContext, token) ? RedirectToPage()
        : !Wizard.MayEnter(HttpContext) ? NotFound()
        : Wizard.Sheet is null ? RedirectToPage(Wizard.Step) : Page();

    public IActionResult OnPost()
    {
        if (!Wizard.MayEnter(HttpContext))
        {
            return NotFound();
        }

        if (Wizard.Sheet is null)
        {
            return RedirectToPage(Wizard.Step);
        }

        return Form.Read(ModelState, texts, Wizard.TypeBack) ? RedirectToPage("/SetupPeople") : Page();
    }
}
