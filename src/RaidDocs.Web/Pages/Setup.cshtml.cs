using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

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

/// <summary>A new passphrase for the vault, typed twice.</summary>
public sealed class PassphraseForm
{
    [Required(ErrorMessage = "Enter a passphrase for the vault")]
    [DataType(DataType.Password)]
    [Display(Name = "Vault passphrase")]
    public string? Passphrase { get; set; }

    [Required(ErrorMessage = "Enter the vault passphrase a second time")]
    [DataType(DataType.Password)]
    [Display(Name = "The same again")]
    public string? Again { get; set; }

    internal string? Read(Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary state, Texts texts)
    {
        if (Passphrase is not null && Again is not null && Secrets.Passphrase(Passphrase) != Secrets.Passphrase(Again))
        {
            state.AddModelError("Form.Again", texts["The two are not the same. Type the vault passphrase again"]);
        }

        return state.IsValid ? Passphrase : null;
    }
}
