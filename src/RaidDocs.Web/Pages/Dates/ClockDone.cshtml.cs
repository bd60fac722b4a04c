using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Dates;

/// <summary>What happened about one time limit: a paper lengthens it, somebody asked again, or it is over.</summary>
[Asks(RecordKind.Court, Act.Record)]
public sealed class ClockDoneModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel, IEditsRecord, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public DoneForm Form { get; set; } = new();

    public Clock? Clock { get; private set; }

    public WomanBar? Bar { get; private set; }

    public IReadOnlyList<Choice> Acts => [.. Choice.Of<ClockAct>(texts).Where(choice => Clock!.Rule.Facts is { Kind: ClockKind.Limit } rule
        ? choice.Value != nameof(ClockAct.Asked) && (choice.Value != nameof(ClockAct.Longer) || rule.Extension is not null || rule.Cap is not null)
        : choice.Value != nameof(ClockAct.Longer))];

    /// <summary>The sum with one more order, where the rule knows of any.</summary>
    public ClockReading? IfLonger => Clock is { IsOpen: true } && Clock.Rule.Facts is { Kind: ClockKind.Limit } rule && (rule.Extension is not null || rule.Cap is not null)
        ? ClockReading.Of(rule, Clock.Facts with { Extensions = Clock.Facts.Extensions + 1 })
        : null;

    public object Mine => Form;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Clock is null || Bar is null)
        {
            return NotFound();
        }

        Form = DoneForm.Of(Clock);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Clock is null || Bar is null)
        {
            return NotFound();
        }

        if (Form.Read(ModelState, Clock, clock.Today()) is not { } facts)
        {
            return Page();
        }

        var row = await db.Clocks.Include(one => one.Rule).SingleAsync(one => one.Id == Id, cancellationToken);
        db.ExpectVersion(row, Form.Version);
        row.Change(facts, row.SourceId);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = row.DueOn is { } due ? texts["Saved. The next date is {0}.", due] : texts["Saved."];
        return Saved();
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Clock = await db.Clocks.AsNoTracking().Include(one => one.Rule).SingleOrDefaultAsync(one => one.Id == Id, cancellationToken);
        if (Clock is { } found)
        {
            Bar = await db.Apprehensions.AsNoTracking().Where(row => row.WomanId == found.WomanId && row.RaidId == found.RaidId)
                .Join(db.Raids, row => row.RaidId, raid => raid.Id, (row, raid) => new WomanBar(row.WomanId, raid.Id, raid.Code, raid.Facts.Name, raid.IsInvented, row.Number))
                .SingleOrDefaultAsync(cancellationToken);
        }
    }

    public async Task<RecordNow?> ReadNowAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Clock is null)
        {
            return null;
        }

        var (by, at) = await db.LastChangeAsync(Id, cancellationToken);
        return new RecordNow(DoneForm.Of(Clock), Clock.Version, by, at);
    }

    public IActionResult Saved() => Redirect($"/raids/{Bar!.RaidCode}/dates");

    public enum ClockAct
    {
        [Display(Name = "a paper or recorded reason makes it longer")]
        Longer,

        [Display(Name = "we asked again, and it goes on")]
        Asked,

        [Display(Name = "it was done in time, or is over")]
        Over,

        [Display(Name = "her stay ended")]
        SheLeft,

        [Display(Name = "it was done too late")]
        TooLate,

        [Display(Name = "it was started by mistake")]
        Mistake,
    }

    public sealed class DoneForm
    {
        [Required(ErrorMessage = "Choose what happened")]
        [Display(Name = "What happened?")]
        public ClockAct? Did { get; set; }

        [Display(Name = "When did it happen?")]
        public MomentBoxes On { get; set; } = new();

        [Display(Name = "Was a paper seen that allows it?")]
        public Answer PaperSeen { get; set; }

        [Display(Name = "Which paper?")]
        public string? Paper { get; set; }

        [DataType(DataType.MultilineText)]
        [Display(Name = "In words")]
        public string? What { get; set; }

        public Guid Version { get; set; }

        public static DoneForm Of(Clock clock) => new()
        {
            Did = clock.Facts.End switch
            {
                ClockEnd.Over => ClockAct.Over,
                ClockEnd.SheLeft => ClockAct.SheLeft,
                ClockEnd.TooLate => ClockAct.TooLate,
                ClockEnd.Mistake => ClockAct.Mistake,
                _ => null,
            },
            On = MomentBoxes.Of(clock.Facts.EndedOn),
            PaperSeen = clock.Facts.PaperSeen,
            Paper = clock.Facts.Paper,
            What = clock.Facts.What,
            Version = clock.Version,
        };

        internal ClockFacts? Read(ModelStateDictionary state, Clock clock, DateOnly today)
        {
            var on = On.ReadMoment(state, "Form.On", "the day it happened");
            state.RefuseFuture("Form.On", on?.Date, today);
            if (!state.IsValid)
            {
                return null;
            }

            var facts = clock.Facts with { PaperSeen = PaperSeen, Paper = Paper.Kept(), What = What.Kept() };
            return Did switch
            {
                // The paper allows the time that it adds. For what comes after that, no paper was seen yet.
                ClockAct.Longer => facts with { Extensions = facts.Extensions + 1, PaperSeen = Answer.NotAsked, End = null, EndedOn = null },
                ClockAct.Asked => facts with { AskedOn = on?.Date ?? PartialDate.OfDay(today), End = null, EndedOn = null },
                var done => facts with { End = Enum.Parse<ClockEnd>(done.ToString()!), EndedOn = on },
            };
        }
    }
}
