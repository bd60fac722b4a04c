using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Disclosure.Bundles;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.CaseFiles;

/// <summary>Step 2: for whom. It sets what is left out by itself.</summary>
[Asks(RecordKind.Document, Act.Export)]
public sealed class WhomModel(RaidDocsDbContext db, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    [BindProperty]
    public WhomForm Form { get; set; } = new();

    public BundleOrder? Order { get; private set; }

    public IReadOnlyList<Choice> Audiences =>
    [
        .. BundleChoices.Audiences.Select(audience => new Choice(audience.ToString(), texts["{0} ({1})", texts.Of(audience), audience switch
        {
            Audience.Lawyer => texts["names of the women who allow it"],
            Audience.Court => texts["names as each woman chose for the court"],
            Audience.Public => texts["new codes, months, kinds of places"],
            _ => texts["codes"],
        }])),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Order is null)
        {
            return NotFound();
        }

        Form = new WhomForm { Audience = Order.Wishes.Audience, ForWhom = Order.Wishes.ForWhom };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        db.DemandExport();
        if (await db.FindBundleAsync(Draft, cancellationToken) is null)
        {
            return NotFound();
        }

        if (!BundleChoices.Audiences.Contains(Form.Audience))
        {
            ModelState.AddModelError("Form.Audience", texts["Choose one of the list"]);
        }

        return ModelState.IsValid
            ? await this.KeepAndGoAsync(db, Draft, wishes => wishes with
            {
                Audience = Form.Audience,
                ForWhom = Form.ForWhom.Kept(),
                Exhibits = wishes.Audience == Form.Audience ? wishes.Exhibits : null,
            }, "/left-out", cancellationToken)
            : Page();
    }

    public async Task LoadAsync(CancellationToken cancellationToken) => Order = await db.FindBundleAsync(Draft, cancellationToken);

    public sealed class WhomForm
    {
        [Display(Name = "For whom is it?")]
        public Audience Audience { get; set; }

        [Required(ErrorMessage = "Enter who gets it, like \"Lawyer A\" or \"Provincial Court\"")]
        [Display(Name = "Who gets it?")]
        public string? ForWhom { get; set; }
    }
}
