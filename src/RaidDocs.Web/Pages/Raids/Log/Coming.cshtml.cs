using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Raids.Log;

/// <summary>A day that was announced, such as court tomorrow.</summary>
[Asks(RecordKind.Raid, Act.Record)]
public sealed class ComingModel(RaidDocsDbContext db, TimeProvider clock, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    [BindProperty]
    public ComingForm Form { get; set; } = new();

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        this.ShowStepAsync(db, Draft, draft => Form = draft.Coming ?? Form, cancellationToken);

    /// <param name="skip">Pressed when nothing is coming: what stands in the form does not count.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IActionResult> OnPostAsync(string? skip, CancellationToken cancellationToken)
    {
        if (skip is not null)
        {
            ModelState.Clear();
            Form = new();
        }

        var day = Form.On.Read(ModelState, "Form.On", "the date");
        if (day is null && ModelState.IsValid && !string.IsNullOrWhiteSpace(Form.What))
        {
            ModelState.AddModelError("Form.On", texts["Enter the date, or choose \"I do not know the date\""]);
        }

        return ModelState.IsValid
            ? await this.KeepStepAsync(db, clock, Draft, "coming", draft => draft.Coming = Form, cancellationToken)
            : Page();
    }

    public enum ComingKind
    {
        [Display(Name = "a day in court")]
        Court,

        [Display(Name = "something else")]
        Other,
    }

    public sealed class ComingForm
    {
        [Display(Name = "The day")]
        public DateBoxes On { get; set; } = new();

        [Display(Name = "What for?")]
        public ComingKind Kind { get; set; }

        [Display(Name = "What was said about it")]
        public string? What { get; set; }

        internal Topic Topic => Kind == ComingKind.Court ? Topic.Court : Topic.Other;
    }
}
