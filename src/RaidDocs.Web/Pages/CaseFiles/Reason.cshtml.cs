using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure.Bundles;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.CaseFiles;

/// <summary>Step 6: why, on which way, until when; then it is made.</summary>
[Asks(RecordKind.Document, Act.Export)]
public sealed class ReasonModel(RaidDocsDbContext db, BundlePress press, BundleWork work, TimeAuthority authority, TimeProvider clock, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    [BindProperty]
    public ReasonForm Form { get; set; } = new();

    public BundleOrder? Order { get; private set; }

    /// <summary>Whom it would ask for a stamp; null while nobody is to be asked.</summary>
    public string? Authority => authority.Address?.ToString();

    public IReadOnlyList<string> Lacks => press.Lacks;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Order is not { Export: null })
        {
            return NotFound();
        }

        var wishes = Order.Wishes;
        Form = new ReasonForm { Why = wishes.Why, SentHow = wishes.SentHow, Password = wishes.Password, Stamp = wishes.Stamp };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        db.DemandExport();
        if (await db.FindBundleAsync(Draft, cancellationToken) is not { } order)
        {
            return NotFound();
        }

        var until = Form.KeepUntil.Read(ModelState, "Form.KeepUntil", "the last day");
        if (until is { Precision: not DatePrecision.Day })
        {
            ModelState.AddModelError("Form.KeepUntil", texts["Enter the last day with day, month and year"]);
        }
        else if (until is { Gap: null } && until.Earliest < clock.Today())
        {
            ModelState.AddModelError("Form.KeepUntil", texts["The last day must be today or later"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (order.Export is null && press.CanMake)
        {
            var wishes = order.Wishes with
            {
                Why = Form.Why.Kept(),
                SentHow = Form.SentHow.Kept(),
                KeepUntil = until is { Gap: null } ? until.Earliest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
                Password = Form.Password,
                Stamp = Form.Stamp && Authority is not null,
                Language = Texts.Language,
            };
            await db.KeepAsync(order, wishes, cancellationToken);
            await work.StartAsync(order, db.Viewer, cancellationToken);
        }

        return Redirect($"/casefiles/{Draft}");
    }

    public async Task LoadAsync(CancellationToken cancellationToken) => Order = await db.FindBundleAsync(Draft, cancellationToken);

    public sealed class ReasonForm
    {
        [Required(ErrorMessage = "Enter what it is needed for, like \"petition against holding her\"")]
        [Display(Name = "What is it for?")]
        public string? Why { get; set; }

        [Display(Name = "How does it go to them?")]
        public string? SentHow { get; set; }

        [Display(Name = "Until when may they keep it?")]
        public DateBoxes KeepUntil { get; set; } = new();

        [Display(Name = "The PDF opens with a password only")]
        public bool Password { get; set; } = true;

        [Display(Name = "Let a time authority stamp it")]
        public bool Stamp { get; set; }
    }
}
