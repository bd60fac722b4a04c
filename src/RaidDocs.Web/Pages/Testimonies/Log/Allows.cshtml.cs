using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;
using RaidDocs.Web.Pages.Women.Consents;

namespace RaidDocs.Web.Pages.Testimonies.Log;

public enum AfterAnswer
{
    [Display(Name = "yes")]
    Yes,

    [Display(Name = "no")]
    No,

    [Display(Name = "only if")]
    OnlyIf,

    /// <summary>Counts as no until she is asked again.</summary>
    [Display(Name = "ask me again")]
    AskAgain,
}

/// <summary>What she allows to be done with her account: each purpose on its own.</summary>
[Asks(RecordKind.Testimony, Act.Record)]
public sealed class AllowsModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    [BindProperty]
    public AllowsForm Form { get; set; } = new();

    public OpenAccount? Account { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Account is { Became: null } account)
        {
            Form.Language = account.Answers.Language?.Spoken;
            Form.Sheet = account.Answers.Before?.Sheet;
            Form.OfficialsPresent = account.Answers.Where?.OfficialsInRoom ?? false;
        }

        return this.Show(Account, TestimonySteps.Allows, answers => Form = answers.Allows ?? Form);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        this.TakeAsync(db, clock, Draft, TestimonySteps.Allows, Check, answers => answers.Allows = Form, cancellationToken);

    private void Check(OpenAccount account)
    {
        Form.Rows = [.. Enum.GetValues<Purpose>().Select(purpose => Form.Rows.Find(row => row.Purpose == purpose) ?? new() { Purpose = purpose })];
        for (var at = 0; at < Form.Rows.Count; at++)
        {
            var row = Form.Rows[at];
            if (row.Answer is null)
            {
                ModelState.AddModelError($"Form.Rows[{at}].Answer", texts["Choose an answer for \"{0}\"", row.Purpose]);
            }

            if (row.Answer == AfterAnswer.OnlyIf && string.IsNullOrWhiteSpace(row.Condition))
            {
                ModelState.AddModelError($"Form.Rows[{at}].Condition", texts["Write her condition, in her words"]);
            }
        }

        if (Form.Rows.Exists(row => row is { Purpose: Purpose.Partner, Answer: AfterAnswer.Yes or AfterAnswer.OnlyIf }) && string.IsNullOrWhiteSpace(Form.ForWhom))
        {
            ModelState.AddModelError("Form.ForWhom", texts["Write which partner or body. Her yes counts for this one alone"]);
        }

        if (Form.IdentityForm == IdentityForm.ChosenName && string.IsNullOrWhiteSpace(Form.ChosenName))
        {
            ModelState.AddModelError("Form.ChosenName", texts["Write the name she chose, or choose another form"]);
        }

        if (string.IsNullOrWhiteSpace(Form.HowGiven))
        {
            ModelState.AddModelError("Form.HowGiven", texts["Write how she gave it: spoken, signed, thumbprint or recorded"]);
        }

        ModelState.RefuseUnknown("Form.Language", lists, ListName.Languages, Form.Language);
        if (!string.IsNullOrEmpty(Form.Sheet) && InformationSheets.Find(Form.Sheet) is null)
        {
            ModelState.AddModelError("Form.Sheet", texts["Choose one of the list"]);
        }
    }

    public Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken) =>
        this.KeepTypedAsync(db, clock, Draft, TestimonySteps.Allows, cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken) => Account = await db.OpenAccountAsync(Draft, cancellationToken);

    public sealed class AllowsForm
    {
        public List<PurposeRow> Rows { get; set; } = [.. Enum.GetValues<Purpose>().Select(purpose => new PurposeRow { Purpose = purpose })];

        [Display(Name = "For which partner or body?")]
        public string? ForWhom { get; set; }

        [Display(Name = "Under which name may she appear?")]
        public IdentityForm? IdentityForm { get; set; }

        [Display(Name = "The name she chose for print")]
        public string? ChosenName { get; set; }

        [Display(Name = "How was it given?")]
        public string? HowGiven { get; set; }

        [Display(Name = "Who was present?")]
        public string? WhoWasPresent { get; set; }

        [Display(Name = "Police or shelter staff were present")]
        public bool OfficialsPresent { get; set; }

        [Display(Name = "Asked in which language?")]
        public string? Language { get; set; }

        [Display(Name = "Which information sheet was read to her?")]
        public string? Sheet { get; set; }
    }

    public sealed class PurposeRow
    {
        public Purpose Purpose { get; set; }

        public AfterAnswer? Answer { get; set; }

        [Display(Name = "Her condition, in her words")]
        public string? Condition { get; set; }
    }
}
