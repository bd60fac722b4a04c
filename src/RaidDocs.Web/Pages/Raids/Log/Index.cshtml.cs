using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Drafts;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Raids.Log;

/// <summary>The first page of a log: when it happened. It also lists what was begun and not finished.</summary>
[Asks(RecordKind.Raid, Act.Record)]
public sealed class IndexModel(RaidDocsDbContext db, TimeProvider clock, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid? Draft { get; set; }

    [BindProperty]
    public WhenForm Form { get; set; } = new();

    public IReadOnlyList<OpenDraft> Open { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Draft is { } id
            ? await this.ShowStepAsync(db, id, draft => Form = draft.When ?? Form, cancellationToken)
            : Page();
    }

    public async Task LoadAsync(CancellationToken cancellationToken) =>
        Open = Draft is null ? await db.OpenDraftsAsync(DraftKind.Raid, cancellationToken) : [];

    /// <param name="night">"today" or "last": the shortcut that was pressed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IActionResult> OnPostAsync(string? night, CancellationToken cancellationToken)
    {
        if (night is not null)
        {
            TakeShortcut(night);
        }

        var when = Form.When.ReadMoment(ModelState, "Form.When", "the date of the raid", required: true);
        if (when is { Date: { Precision: not DatePrecision.Unknown } date } && date.Earliest > clock.Today())
        {
            ModelState.AddModelError("Form.When", texts["The date of the raid must be today or in the past"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var id = Draft ?? Form.Number;
        if (Draft is null && !await db.Drafts.AnyAsync(draft => draft.Id == id, cancellationToken))
        {
            db.Drafts.Add(new Draft(db.Viewer.UserId!.Value, DraftKind.Raid) { Id = id });
            await db.SaveChangesAsync(cancellationToken);
        }

        return await this.KeepStepAsync(db, clock, id, "", draft => draft.When = Form, cancellationToken);
    }

    /// <summary>Throws away what was begun, and nothing else.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.FindDraftAsync(id, DraftKind.Raid, cancellationToken) is { Became: null } draft)
        {
            db.Drafts.Remove(draft);
            await db.SaveChangesAsync(cancellationToken);
            TempData["Confirmation"] = texts["What you had begun is removed. No raid was touched."];
        }

        return Redirect("/raids/new");
    }

    private void TakeShortcut(string night)
    {
        var today = clock.Today();
        var boxes = Form.When;
        var day = MomentBoxes.Of(PartialDateTime.Of(PartialDate.OfDay(night == "last" ? today.AddDays(-1) : today)));
        (day.Time, day.AboutTime, day.Part) = (boxes.Time, boxes.AboutTime, boxes.Part);
        if (night == "last" && string.IsNullOrWhiteSpace(day.Time) && string.IsNullOrEmpty(day.Part))
        {
            day.Part = nameof(PartOfDay.Night);
        }

        Form.When = day;
        ModelState.Clear();
    }

    public sealed class WhenForm
    {
        [Display(Name = "When did it happen?")]
        public MomentBoxes When { get; set; } = new();

        /// <summary>The id of the draft that the form begins.</summary>
        public Guid Number { get; set; } = Guid.CreateVersion7();
    }
}
