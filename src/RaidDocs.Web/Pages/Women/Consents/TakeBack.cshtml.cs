using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women.Consents;

/// <summary>She takes back what she allowed: one step, no reason asked, and it holds from the next request on.</summary>
[Asks(RecordKind.Consent, Act.Record)]
public sealed class TakeBackModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>T3, when she takes back what is about that testimony alone.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Testimony { get; set; }

    [BindProperty]
    public TakeBackForm Form { get; set; } = new();

    public WomanBar? Bar { get; private set; }

    /// <summary>What she allows today.</summary>
    public IReadOnlyList<Choice> Allowed { get; private set; } = [];

    private IReadOnlyList<(Purpose Purpose, Guid? Testimony)> Yes { get; set; } = [];

    private Guid? About { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Form.Purposes = [.. Allowed.Select(choice => Enum.Parse<Purpose>(choice.Value))];
        return Bar is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is not { } bar)
        {
            return NotFound();
        }

        var on = Form.On.Read(ModelState, "Form.On", "the day she said it");
        ModelState.CheckPast("Form.On", on, clock.Today());
        if (Form.Purposes.Count == 0)
        {
            ModelState.AddModelError("Form.Purposes", texts["Choose what she takes back"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        // A no to all she told covers each testimony too: the newest answer counts. Sent twice, it finds nothing left to take back.
        var taken = Form.Purposes.Where(purpose => Yes.Any(yes => yes.Purpose == purpose)).Distinct().ToList();
        db.Consents.AddRange(taken.Select(purpose => new Consent(bar.RaidId, bar.Id, About, new ConsentFacts
        {
            Purpose = purpose,
            Answer = ConsentAnswer.No,
            On = on ?? PartialDate.OfDay(clock.Today()),
            HowGiven = Form.HowGiven.Kept(),
            AskedBy = Form.ToldTo.Kept(),
        })));
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["It is taken back. From now on it is not used any more."];
        return Redirect($"/women/{bar.Code}/consents/recall");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindWomanAsync(Code, cancellationToken);
        if (Bar is not { } bar)
        {
            return;
        }

        About = Testimony is null ? null : await db.Testimonies
            .Where(row => row.WomanId == bar.Id && row.RaidId == bar.RaidId && row.Code == Testimony)
            .Select(row => (Guid?)row.Id)
            .SingleOrDefaultAsync(cancellationToken);
        if (Testimony is not null && About is null)
        {
            Bar = null;
            return;
        }

        Yes = await HerAnswers.OfAsync(db, bar, cancellationToken) is { } answers
            ? [.. answers.WithState(ConsentState.Yes, clock.Today()).Where(yes => About is null || yes.Testimony is null || yes.Testimony == About)]
            : [];
        Allowed = [.. Yes.Select(yes => yes.Purpose).Distinct().Order().Select(purpose => new Choice(purpose.ToString(), texts.Of(purpose)))];
    }

    public sealed class TakeBackForm
    {
        [Display(Name = "What does she take back?")]
        public List<Purpose> Purposes { get; set; } = [];

        [Display(Name = "When did she say it?")]
        public DateBoxes On { get; set; } = new();

        [Display(Name = "How did she say it?")]
        public string? HowGiven { get; set; }

        [Display(Name = "To whom? The code of the person")]
        public string? ToldTo { get; set; }
    }
}
