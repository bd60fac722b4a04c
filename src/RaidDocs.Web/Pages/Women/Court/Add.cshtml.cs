using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women.Court;

/// <summary>Adds the role in which, by one voice, a court treats her. The case itself is made on the page of the raid.</summary>
[Asks(RecordKind.Court, Act.Record)]
public sealed class AddModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public PartForm Form { get; set; } = new();

    public WomanBar? Bar { get; private set; }

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public IReadOnlyList<Choice> Cases { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Bar is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await db.FindWomanAsync(Code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        if (await db.CourtParts.AnyAsync(row => row.Id == Form.Number, cancellationToken))
        {
            return Redirect($"/women/{bar.Code}/court");
        }

        var toldOn = Form.ReadToldOn(ModelState);
        ModelState.CheckPast("Form.ToldOn", toldOn, clock.Today());
        var asked = Form.AskedToTestifyOn.ReadMoment(ModelState, "Form.AskedToTestifyOn", "the day she asked");
        ModelState.CheckPast("Form.AskedToTestifyOn", asked?.Date, clock.Today());
        var courtCase = await db.CourtCases.SingleOrDefaultAsync(row => row.RaidId == bar.RaidId && row.Code == Form.Case, cancellationToken);
        if (courtCase is null && !string.IsNullOrEmpty(Form.Case))
        {
            ModelState.AddModelError("Form.Case", texts["Choose one of the list"]);
        }

        var source = await db.ChosenSourceAsync(ModelState, bar.RaidId, Form.Source, cancellationToken);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.CourtParts.Add(new CourtPart(bar.RaidId, bar.Id, courtCase!, Form.Facts(toldOn, asked), source) { Id = Form.Number });
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["Recorded. What was recorded before stands beside it."];
        return Redirect($"/women/{bar.Code}/court");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindWomanAsync(Code, cancellationToken);
        Sources = Bar is null ? [] : await db.SourceChoicesAsync(Bar.RaidId, cancellationToken);
        Cases = Bar is null ? [] : await db.CourtCases.AsNoTracking()
            .Where(row => row.RaidId == Bar.RaidId)
            .OrderBy(row => row.Code)
            .Select(row => new Choice(row.Code, row.Code + " " + row.Facts.About, null))
            .ToListAsync(cancellationToken);
    }

    public sealed class PartForm : ToldForm
    {
        [Required(ErrorMessage = "Choose a court case of this raid")]
        [Display(Name = "Court case")]
        public string? Case { get; set; }

        [Required(ErrorMessage = "Choose her role in it")]
        [Display(Name = "Her role in it")]
        public CourtRole? Role { get; set; }

        [Display(Name = "Did she agree to it?")]
        public Answer Agreed { get; set; }

        [Display(Name = "Did she ask to be heard early? When?")]
        public MomentBoxes AskedToTestifyOn { get; set; } = new();

        internal CourtRoleFacts Facts(PartialDate? toldOn, PartialDateTime? asked) => new()
        {
            Voice = Voice!.Value,
            ToldOn = toldOn,
            Reliability = Reliability,
            At = At.Kept(),
            Note = Note.Kept(),
            Role = Role!.Value,
            Agreed = Agreed,
            AskedToTestifyOn = asked,
        };
    }
}
