using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women;

/// <summary>What she answered about letters to the United Nations, and a form for new answers. Never edited: a newer one replaces an older one.</summary>
[Asks(RecordKind.Consent, Act.Record)]
public sealed class CommunicationModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public LettersForm Form { get; set; } = new();

    public WomanBar? Bar { get; private set; }

    public IReadOnlyList<QuestionLine> Standing { get; private set; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<LetterAnswerFacts> History { get; private set; } = [];

    public IReadOnlyList<Choice> Replies(LetterQuestion question) =>
        [.. LetterAnswer.Replies(question).Select(reply => new Choice(reply.ToString(), texts.Of(reply)))];

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

        if (await db.LetterAnswers.AnyAsync(row => row.Id == Form.Number, cancellationToken))
        {
            return Redirect($"/women/{bar.Code}/communication");
        }

        var facts = Form.Read(ModelState, lists, clock.Today());
        if (facts.Count == 0)
        {
            ModelState.AddModelError("Form.Sending", texts["Choose 1 answer or more"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.LetterAnswers.AddRange(facts.Select((one, index) => new LetterAnswer(bar.RaidId, bar.Id, one) { Id = index == 0 ? Form.Number : Guid.CreateVersion7() }));
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["Her answers are recorded."];
        return Redirect($"/women/{bar.Code}/communication");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindWomanAsync(Code, cancellationToken);
        if (Bar is not { } bar)
        {
            return;
        }

        var hers = await db.LetterAnswers.AsNoTracking()
            .Where(row => row.WomanId == bar.Id && row.RaidId == bar.RaidId)
            .OrderBy(row => row.RecordedAt)
            .Select(row => row.Facts)
            .ToListAsync(cancellationToken);
        Standing = [.. Enum.GetValues<LetterQuestion>().Select(question => Line(hers, question))];
        History = [.. hers.AsEnumerable().Reverse()];
    }

    private QuestionLine Line(List<LetterAnswerFacts> hers, LetterQuestion question)
    {
        var (newest, state) = (hers.FindLast(record => record.Question == question), hers.StateOf(question));
        return new(question, newest, state == ConsentState.Yes, state switch
        {
            ConsentState.NeverAsked => texts["She was not asked, so it counts as no"],
            ConsentState.NotFree => texts["Police or shelter staff were present, so it counts as no until she is asked again"],
            ConsentState.Yes when question == LetterQuestion.NameForm => texts.Of(newest!.Reply),
            ConsentState.Yes => texts["She said yes"],
            _ => texts["She said no"],
        });
    }

    public sealed record QuestionLine(LetterQuestion Question, LetterAnswerFacts? Newest, bool Counts, string Why);

    public sealed class LettersForm
    {
        [Display(Name = "May it be sent to the United Nations?")]
        public LetterReply? Sending { get; set; }

        [Display(Name = "Does she know that a letter about her goes to the authorities?")]
        public LetterReply? ToAuthorities { get; set; }

        [Display(Name = "Does she know that a public summary will appear?")]
        public LetterReply? PublicSummary { get; set; }

        [Display(Name = "How may she be named in it?")]
        public LetterReply? NameForm { get; set; }

        [Display(Name = "Asked in which language?")]
        public string? Language { get; set; }

        [Display(Name = "How was it given?")]
        public string? HowGiven { get; set; }

        [Display(Name = "Who asked her?")]
        public string? AskedBy { get; set; }

        [Display(Name = "Who was present?")]
        public string? WhoWasPresent { get; set; }

        [Display(Name = "Police or shelter staff were present")]
        public bool OfficialsPresent { get; set; }

        [Display(Name = "Asked on")]
        public DateBoxes On { get; set; } = new();

        public Guid Number { get; set; } = Guid.CreateVersion7();

        /// <summary>One record for each question that she answered.</summary>
        internal IReadOnlyList<LetterAnswerFacts> Read(Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary state, ReferenceLists lists, DateOnly today)
        {
            var on = On.Read(state, "Form.On", "the day she was asked");
            state.CheckKey("Form.Language", lists, ListName.Languages, Language);
            state.CheckPast("Form.On", on, today);
            (LetterQuestion Question, LetterReply? Reply)[] answers =
            [
                (LetterQuestion.Sending, Sending), (LetterQuestion.ToAuthorities, ToAuthorities), (LetterQuestion.PublicSummary, PublicSummary), (LetterQuestion.NameForm, NameForm),
            ];
            return
            [
                .. answers.Where(one => one.Reply is not null).Select(one => new LetterAnswerFacts
                {
                    Question = one.Question,
                    Reply = one.Reply!.Value,
                    Language = Language,
                    HowGiven = HowGiven.Kept(),
                    AskedBy = AskedBy.Kept(),
                    WhoWasPresent = WhoWasPresent.Kept(),
                    OfficialsPresent = OfficialsPresent,
                    On = on,
                }),
            ];
        }
    }
}
