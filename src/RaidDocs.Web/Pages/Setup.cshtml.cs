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

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>Six words, new at each look.</summary>
    public string Offered { get; } = WordList.Draw(WordList.OfferedWords);

    private SetupWizard Wizard => services.GetRequiredService<SetupWizard>();

    public IActionResult OnGet() => !Wizard.MayEnter(HttpContext, Token)
        ? NotFound()
        : Wizard.Step == "/Setup" ? Page() : RedirectToPage(Wizard.Step, new { Token });

    public IActionResult OnPost()
    {
        if (!Wizard.MayEnter(HttpContext, Token) || Wizard.HasStore)
        {
            return NotFound();
        }

        if (Form.Read(ModelState, texts) is not { } passphrase)
        {
            return Page();
        }

        Wizard.TakePassphrase(passphrase);
        return RedirectToPage("/SetupSheet", new { Token });
    }
}
