using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages;

/// <summary>The first run, second step: the sheet is printed, and one word of it typed back.</summary>
public sealed class SetupSheetModel(IServiceProvider services, Texts texts) : PageModel
{
    [BindProperty]
    public SheetForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    public IReadOnlyList<string> Words => Wizard.Sheet!.List;

    public string Label => texts["Word {0} of the sheet", Wizard.Sheet!.Asked + 1];

    private SetupWizard Wizard => services.GetRequiredService<SetupWizard>();

    public IActionResult OnGet() => !Wizard.MayEnter(HttpContext, Token)
        ? NotFound()
        : Wizard.Sheet is null ? RedirectToPage(Wizard.Step, new { Token }) : Page();

    public IActionResult OnPost()
    {
        if (!Wizard.MayEnter(HttpContext, Token))
        {
            return NotFound();
        }

        if (Wizard.Sheet is null)
        {
            return RedirectToPage(Wizard.Step, new { Token });
        }

        if (ModelState.IsValid && !Wizard.TypeBack(Form.Word))
        {
            ModelState.AddModelError("Form.Word", texts["This is not that word. Look at the number before it"]);
        }

        return ModelState.IsValid ? RedirectToPage("/SetupPeople", new { Token }) : Page();
    }
}

/// <summary>One word of a new sheet, typed back.</summary>
public sealed class SheetForm
{
    [Required(ErrorMessage = "Enter the word that was asked for")]
    [StringLength(40, ErrorMessage = "Enter one word")]
    public string? Word { get; set; }
}
