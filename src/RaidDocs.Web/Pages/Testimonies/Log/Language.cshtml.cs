using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Testimonies.Log;

/// <summary>In which language she told it, who interpreted, and what she thinks of that.</summary>
[Asks(RecordKind.Testimony, Act.Record)]
public sealed class LanguageModel(RaidDocsDbContext db, ReferenceLists lists, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    /// <summary>The testimony whose answers are to stand in the boxes.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Same { get; set; }

    [BindProperty]
    public LanguageForm Form { get; set; } = new();

    public OpenAccount? Account { get; private set; }

    /// <summary>Offered once, for a part that nobody began.</summary>
    public LastTold? Last { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Last = await db.FindLastToldAsync(Account, TestimonySteps.Language, cancellationToken);
        if (Same is { } same && same == Last?.Code)
        {
            var last = Last.Facts;
            Form.Spoken = last.Language;
            Form.Interpreter = last.Interpreter;
            Form.InterpretedInto = last.InterpretedInto;
        }

        return this.Show(Account, TestimonySteps.Language, answers => Form = answers.Language ?? Form);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        this.TakeAsync(db, clock, Draft, TestimonySteps.Language, Check, answers => answers.Language = Form, cancellationToken);

    private void Check(OpenAccount account)
    {
        ModelState.RefuseUnknown("Form.Spoken", lists, ListName.Languages, Form.Spoken);
        ModelState.RefuseUnknown("Form.InterpretedInto", lists, ListName.Languages, Form.InterpretedInto);
    }

    public Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken) =>
        this.KeepTypedAsync(db, clock, Draft, TestimonySteps.Language, cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken) => Account = await db.OpenAccountAsync(Draft, cancellationToken);

    public sealed class LanguageForm
    {
        [Display(Name = "In which language?")]
        public string? Spoken { get; set; }

        [Display(Name = "Interpreter")]
        public InterpreterKind Interpreter { get; set; }

        [Display(Name = "Interpreted into which language?")]
        public string? InterpretedInto { get; set; }

        [Display(Name = "Did they understand each other?")]
        public Answer Understood { get; set; }

        [DataType(DataType.MultilineText)]
        [Display(Name = "What does she think of the interpreter?")]
        public string? Opinion { get; set; }

        [DataType(DataType.MultilineText)]
        [Display(Name = "Is the interpreter tied to one of the sides?")]
        public string? Conflict { get; set; }
    }
}
