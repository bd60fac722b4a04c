using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Vault;

/// <summary>Writes the store anew under another data key, with a new passphrase for her and a new sheet.</summary>
[Asks(RecordKind.House, Act.Record)]
public sealed class RekeyModel(IServiceProvider services, Texts texts) : PageModel
{
    [BindProperty]
    public RekeyForm Form { get; set; } = new();

    internal OpenSheet? Sheet => Sheets.At(Desk);

    public string Label => texts["Word {0} of the sheet", Sheet!.Asked + 1];

    private SheetDesk Sheets => services.GetRequiredService<SheetDesk>();

    private string Desk => $"rekey {Viewers.Of(User).UserId:D}";

    public IActionResult OnGet() => StepUp.Needed(HttpContext) ?? Page();

    public IActionResult OnPostMake()
    {
        if (StepUp.Needed(HttpContext) is { } first)
        {
            return first;
        }

        Sheets.Make(Desk);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (StepUp.Needed(HttpContext) is { } first)
        {
            return first;
        }

        if (Sheet is not { } sheet)
        {
            return RedirectToPage();
        }

        if (ModelState.IsValid && !sheet.IsAsked(Form.Word))
        {
            ModelState.AddModelError("Form.Word", texts["This is not that word. Look at the number before it"]);
        }

        if (Form.Passphrase is not null && Form.Again is not null && Secrets.Passphrase(Form.Passphrase) != Secrets.Passphrase(Form.Again))
        {
            ModelState.AddModelError("Form.Again", texts["The two are not the same. Type the vault passphrase again"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var isDone = await services.GetRequiredService<VaultDoor>().RekeyAsync(
            Form.Passphrase!, sheet.Words, Viewers.Of(User).UserId!.Value, HttpContext, cancellationToken);
        TempData["Confirmation"] = isDone
            ? texts["The store has a new key. Sign in again."]
            : texts["The key was not changed: there may be no room on the disk. All passphrases and the sheet from before still count. Sign in again."];
        return LocalRedirect("/account/sign-in");
    }

    public sealed class RekeyForm
    {
        [Required(ErrorMessage = "Enter the word that was asked for")]
        [StringLength(40, ErrorMessage = "Enter one word")]
        public string? Word { get; set; }

        [Required(ErrorMessage = "Enter a passphrase for the vault")]
        [DataType(DataType.Password)]
        [Display(Name = "New vault passphrase")]
        public string? Passphrase { get; set; }

        [Required(ErrorMessage = "Enter the vault passphrase a second time")]
        [DataType(DataType.Password)]
        [Display(Name = "The same again")]
        public string? Again { get; set; }
    }
}
