using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Dates;

/// <summary>A day in court is over: what happened, and when the next one is.</summary>
[Asks(RecordKind.Court, Act.Record)]
public sealed class HearingDoneModel(RaidDocsDbContext db, Texts texts) : PageModel, IEditsRecord, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public DoneForm Form { get; set; } = new();

    public RaidBar? Raid { get; private set; }

    public string Case { get; private set; } = "";

    public string Kind { get; private set; } = "";

    public PartialDateTime? On { get; private set; }

    public object Mine => Form;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Raid is null || await ReadNowAsync(cancellationToken) is not { Theirs: DoneForm stored })
        {
            return NotFound();
        }

        Form = stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Raid is null || await db.Hearings.SingleOrDefaultAsync(row => row.Id == Id, cancellationToken) is not { } hearing)
        {
            return NotFound();
        }

        if (Form.Read(ModelState, hearing.Facts) is not { } facts)
        {
            return Page();
        }

        return await db.InOneWriteAsync(
            async () =>
            {
                (await db.Raids.AsNoTracking().SingleAsync(raid => raid.Id == hearing.RaidId, cancellationToken)).CheckHearing(facts);
                db.ExpectVersion(hearing, Form.Version);
                hearing.Correct(facts, hearing.SourceId);
                if (facts.Next is { } next && !await db.Hearings.AnyAsync(row => row.FollowsId == Id && row.Facts.On == next, cancellationToken))
                {
                    var courtCase = await db.CourtCases.SingleAsync(row => row.Id == hearing.CourtCaseId, cancellationToken);
                    var source = await db.Sources.SingleOrDefaultAsync(row => row.Id == hearing.SourceId, cancellationToken);
                    db.Hearings.Add(new Hearing(
                        hearing.RaidId,
                        courtCase,
                        new HearingFacts { Voice = facts.Voice, ToldOn = facts.ToldOn, Kind = Form.NextKind.Kept() ?? facts.Kind, On = next, Room = facts.Room },
                        source,
                        hearing));
                }

                await db.SaveChangesAsync(cancellationToken);
                TempData["Confirmation"] = facts.Next is null ? texts["Saved."] : texts["Saved. The next date is {0}.", facts.Next];
                return Saved();
            },
            cancellationToken);
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var row = await db.Hearings.AsNoTracking().Where(day => day.Id == Id)
            .Join(db.CourtCases, day => day.CourtCaseId, one => one.Id, (day, one) => new { day.RaidId, day.Facts.Kind, day.Facts.On, one.Code })
            .Join(db.Raids, day => day.RaidId, raid => raid.Id, (day, raid) => new { day, raid.Code })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is not null)
        {
            Raid = await db.FindRaidAsync(row.Code, cancellationToken);
            (Case, Kind, On) = (row.day.Code, row.day.Kind, row.day.On);
        }
    }

    public async Task<RecordNow?> ReadNowAsync(CancellationToken cancellationToken)
    {
        var row = await db.Hearings.AsNoTracking().Where(row => row.Id == Id).Select(row => new { row.Facts, row.Version }).SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        var (by, at) = await db.LastChangeAsync(Id, cancellationToken);
        return new RecordNow(DoneForm.Of(row.Facts, row.Version), row.Version, by, at);
    }

    public IActionResult Saved() => Redirect("/dates");

    public sealed class DoneForm
    {
        [Required(ErrorMessage = "Choose what happened")]
        [Display(Name = "What happened?")]
        public HearingResult? Result { get; set; }

        [DataType(DataType.MultilineText)]
        [Display(Name = "What came of it?")]
        public string? Outcome { get; set; }

        [Display(Name = "Was an interpreter there?")]
        public Answer InterpreterPresent { get; set; }

        [Display(Name = "How far did the women follow?")]
        public LanguageLevel? Followed { get; set; }

        [Display(Name = "Was her lawyer there?")]
        public Answer LawyerPresent { get; set; }

        [Display(Name = "When is the next one?")]
        public MomentBoxes Next { get; set; } = new();

        [Display(Name = "What kind of day is that?")]
        public string? NextKind { get; set; }

        public Guid Version { get; set; }

        public static DoneForm Of(HearingFacts facts, Guid version) => new()
        {
            Result = facts.Result,
            Outcome = facts.Outcome,
            InterpreterPresent = facts.InterpreterPresent,
            Followed = facts.Followed,
            LawyerPresent = facts.LawyerPresent,
            Next = MomentBoxes.Of(facts.Next),
            NextKind = facts.Kind,
            Version = version,
        };

        internal HearingFacts? Read(ModelStateDictionary state, HearingFacts before)
        {
            var next = Next.ReadMoment(state, "Form.Next", "the next day in court", required: Result == HearingResult.PutOff);
            if (before.On is { Date.Precision: not DatePrecision.Unknown } on && next is { Date.Precision: not DatePrecision.Unknown } && next.Date.Latest < on.Date.Earliest)
            {
                state.AddModelError("Form.Next", Infrastructure.Texts.Shared["The next day in court must be after {0}", on]);
            }

            return !state.IsValid ? null : before with
            {
                Result = Result,
                Outcome = Outcome.Kept(),
                InterpreterPresent = InterpreterPresent,
                Followed = Followed,
                LawyerPresent = LawyerPresent,
                Next = next,
            };
        }
    }
}
