using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Testimonies.Log;

/// <summary>When and where she told it, and who could hear it.</summary>
[Asks(RecordKind.Testimony, Act.Record)]
public sealed class WhereModel(RaidDocsDbContext db, ReferenceLists lists, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    /// <summary>The testimony whose answers are to stand in the boxes.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Same { get; set; }

    [BindProperty]
    public WhereForm Form { get; set; } = new();

    public OpenAccount? Account { get; private set; }

    /// <summary>Offered once, for a part that nobody began.</summary>
    public LastTold? Last { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Form.ToldOn = DateBoxes.Of(PartialDate.OfDay(clock.Today()));
        Last = await db.FindLastToldAsync(Account, TestimonySteps.Where, cancellationToken);
        if (Same is { } same && same == Last?.Code)
        {
            var last = Last.Facts;
            Form.How = last.How;
            Form.PlaceKind = last.PlaceKind;
            Form.Interviewer = last.Interviewer;
        }

        return this.Show(Account, TestimonySteps.Where, answers => Form = answers.Where ?? Form);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        this.TakeAsync(db, clock, Draft, TestimonySteps.Where, Check, answers => answers.Where = Form, cancellationToken);

    private void Check(OpenAccount account)
    {
        var toldOn = Form.ToldOn.Read(ModelState, "Form.ToldOn", "the day it was told");
        ModelState.RefuseFuture("Form.ToldOn", toldOn, clock.Today());
        ModelState.RefuseAgreedAfter("Form.ToldOn", account.Answers.Before?.AgreedOn.Read(new(), "", "the day she agreed"), toldOn);
        ModelState.RefuseUnknown("Form.PlaceKind", lists, ListName.FacilityKinds, Form.PlaceKind);
    }

    public Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken) =>
        this.KeepTypedAsync(db, clock, Draft, TestimonySteps.Where, cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken) => Account = await db.OpenAccountAsync(Draft, cancellationToken);

    public sealed class WhereForm
    {
        [Display(Name = "When was it told?")]
        public DateBoxes ToldOn { get; set; } = new();

        [Display(Name = "How was it told?")]
        public HowTold How { get; set; }

        [Display(Name = "Kind of place")]
        public string? PlaceKind { get; set; }

        [Display(Name = "Who was in the room?")]
        public string? WhoWasInTheRoom { get; set; }

        [Display(Name = "Police or shelter staff were there, or near enough to hear")]
        public bool OfficialsInRoom { get; set; }

        [Display(Name = "Who asked? Her code")]
        public string? Interviewer { get; set; }
    }
}
