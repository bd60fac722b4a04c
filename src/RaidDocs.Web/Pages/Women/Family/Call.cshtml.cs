using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Family;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women.Family;

/// <summary>Records that her family called or asked, or that they were called. It needs no yes of hers: nothing is told by it.</summary>
[Asks(RecordKind.Family, Act.Record)]
public sealed class CallModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public CallForm Form { get; set; } = new();

    public WomanBar? Bar { get; private set; }

    public IReadOnlyList<Choice> Kinds =>
        [.. Choice.Of<FamilyCallKind>(texts).Where(kind => kind.Value is not nameof(FamilyCallKind.Alarm) and not nameof(FamilyCallKind.CallFirst))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Bar is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is not { } bar)
        {
            return NotFound();
        }

        if (await db.FamilyCalls.AnyAsync(call => call.Id == Form.Number, cancellationToken))
        {
            return Redirect($"/women/{bar.Code}/family");
        }

        var on = Form.On.Read(ModelState, "Form.On", "the day of the call");
        ModelState.CheckPast("Form.On", on, clock.Today());
        if (on is { Precision: not DatePrecision.Day })
        {
            ModelState.AddModelError("Form.On", texts["A call needs a day, a month and a year"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var facts = new FamilyCallFacts
        {
            Kind = Form.Kind!.Value,
            On = on?.Earliest ?? clock.Today(),
            Relation = Form.Relation.Kept(),
            What = Form.What.Kept(),
            CallBack = Form.CallBack,
        };
        db.FamilyCalls.Add(new FamilyCall(bar.RaidId, bar.Id, null, facts) { Id = Form.Number });
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["The call is recorded."];
        return Redirect($"/women/{bar.Code}/family");
    }

    public async Task LoadAsync(CancellationToken cancellationToken) => Bar = await db.FindWomanAsync(Code, cancellationToken);

    public sealed class CallForm
    {
        [Required(ErrorMessage = "Choose who called")]
        [Display(Name = "Who called whom?")]
        public FamilyCallKind? Kind { get; set; }

        [Required(ErrorMessage = "Write who this person is to her, like mother")]
        [StringLength(40, ErrorMessage = "This can have at most 40 letters")]
        [Display(Name = "Who is this person to her?")]
        public string? Relation { get; set; }

        [Display(Name = "Called on")]
        public DateBoxes On { get; set; } = new();

        [DataType(DataType.MultilineText)]
        [Display(Name = "What they asked, what was said")]
        public string? What { get; set; }

        [Display(Name = "Somebody has to call back")]
        public bool CallBack { get; set; }

        public Guid Number { get; set; } = Guid.CreateVersion7();
    }
}
