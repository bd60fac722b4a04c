using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.Vault;

namespace RaidDocs.Web.Pages;

/// <summary>The first run, first step: the passphrase that opens the store after each start.</summary>
public sealed class SetupModel(IServiceProvider services, Texts texts) : PageModel
{
    [BindProperty]
    public PassphraseForm Form { get; set; } = new();

    /// <summary>Six words, new at each look.</summary>
    public string Offered { get; } = WordList.Draw(WordList.OfferedWords);

    private SetupWizard Wizard => services.GetRequiredService<SetupWizard>();

    public IActionResult OnGet(string? token) => Wizard.Enter(HttpContext, token) ? RedirectToPage()
        : !Wizard.MayEnter(HttpContext) ? NotFound()
        : Wizard.Step == "/Setup" ? Page() : RedirectToPage(Wizard.Step);

    public IActionResult OnPost()
    {
        if (!Wizard.MayEnter(HttpContext) || Wizard.HasStore)
        {
            return NotFound();
        }

        if (Form.Read(ModelState, texts) is not { } passphrase)
        {
            return Page();
        }

        Wizard.TakePassphrase(passphrase);
        return RedirectToPage("/SetupSheet");
    }
}
