using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Testimonies.Log;

/// <summary>Quick answers about what happened. They say where to look when it is coded.</summary>
[Asks(RecordKind.Testimony, Act.Record)]
public sealed class TicksModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    [BindProperty]
    public TicksForm Form { get; set; } = new();

    public OpenAccount? Account { get; private set; }

    public IEnumerable<Choice> Answers => new[] { Answer.Yes, Answer.No, Answer.NotKnown, Answer.RatherNotSay }.Select(answer => new Choice(answer.ToString(), texts.Of(answer)));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return this.Show(Account, TestimonySteps.Ticks, answers => Form = answers.Ticks ?? Form);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        this.TakeAsync(db, clock, Draft, TestimonySteps.Ticks, _ => { }, answers => answers.Ticks = Form, cancellationToken);

    public Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken) =>
        this.KeepTypedAsync(db, clock, Draft, TestimonySteps.Ticks, cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken) => Account = await db.OpenAccountAsync(Draft, cancellationToken);

    public sealed class TicksForm
    {
        [Display(Name = "Did they tell her the reason?")]
        public Answer? ToldWhy { get; set; }

        [Display(Name = "Did they ask her age?")]
        public Answer? AskedAge { get; set; }

        [Display(Name = "Was her body, a bone or her teeth checked for her age?")]
        public Answer? AgeTest { get; set; }

        [Display(Name = "Was there a medical test without asking her?")]
        public Answer? TestUnasked { get; set; }

        [Display(Name = "Was her phone taken?")]
        public Answer? PhoneTaken { get; set; }

        [Display(Name = "Could she call her family?")]
        public Answer? CouldCallFamily { get; set; }

        [Display(Name = "Could she leave?")]
        public Answer? CouldLeave { get; set; }

        [Display(Name = "Did she sign a paper?")]
        public Answer? SignedPaper { get; set; }

        [Display(Name = "Could she read it?")]
        public Answer? CouldReadPaper { get; set; }

        [Display(Name = "Did she pay anything?")]
        public Answer? PaidAnything { get; set; }

        [Display(Name = "Was money or anything of hers taken?")]
        public Answer? ThingsTaken { get; set; }

        internal QuickTicks Ticks() => new()
        {
            ToldWhy = ToldWhy ?? Answer.NotAsked,
            AskedAge = AskedAge ?? Answer.NotAsked,
            AgeTest = AgeTest ?? Answer.NotAsked,
            TestUnasked = TestUnasked ?? Answer.NotAsked,
            PhoneTaken = PhoneTaken ?? Answer.NotAsked,
            CouldCallFamily = CouldCallFamily ?? Answer.NotAsked,
            CouldLeave = CouldLeave ?? Answer.NotAsked,
            SignedPaper = SignedPaper ?? Answer.NotAsked,
            CouldReadPaper = CouldReadPaper ?? Answer.NotAsked,
            PaidAnything = PaidAnything ?? Answer.NotAsked,
            ThingsTaken = ThingsTaken ?? Answer.NotAsked,
        };
    }
}
