using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Testimonies.Log;

/// <summary>Which passages must be handled with care, and who must never see any of it.</summary>
[Asks(RecordKind.Testimony, Act.Record)]
public sealed class SafetyModel(RaidDocsDbContext db, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    [BindProperty]
    public SafetyForm Form { get; set; } = new();

    public OpenAccount? Account { get; private set; }

    /// <summary>Her passages, in the order of the marks of the form.</summary>
    public IReadOnlyList<PassageText> Passages => Account?.Answers.Passages() ?? [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return this.Show(Account, TestimonySteps.Safety, answers => Form = answers.Safety is { } safety
            ? new() { NeverFor = safety.NeverFor, Marks = [.. Passages.Select(passage => safety.MarksOf(passage.Text) ?? new())] }
            : Form);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        this.TakeAsync(db, clock, Draft, TestimonySteps.Safety, _ => { }, answers => answers.Safety = Form, cancellationToken);

    public Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken) =>
        this.KeepTypedAsync(db, clock, Draft, TestimonySteps.Safety, cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken) => Account = await db.OpenAccountAsync(Draft, cancellationToken);

    /// <summary>A row for every passage; those that nobody looked at have none yet.</summary>
    public void Fill()
    {
        while (Form.Marks.Count < Passages.Count)
        {
            Form.Marks.Add(new());
        }
    }

    public sealed class SafetyForm
    {
        public List<PassageMarks> Marks { get; set; } = [];

        [DataType(DataType.MultilineText)]
        [Display(Name = "Who must never see this?")]
        public string? NeverFor { get; set; }

        /// <summary>The marks stay with their words, also when passages are added before them. Null: nobody looked at this passage.</summary>
        internal PassageMarks? MarksOf(string text)
        {
            var of = PassageMarks.Key(text);
            var marks = Marks.Where(one => one.Of == of).ToList();
            return marks.Count == 0 ? null : new()
            {
                Of = of,
                IdentifiesHer = marks.Exists(one => one.IdentifiesHer),
                SexualDetail = marks.Exists(one => one.SexualDetail),
                NotForDisclosure = marks.Exists(one => one.NotForDisclosure),
            };
        }
    }

    public sealed class PassageMarks
    {
        /// <summary>Which words they are about.</summary>
        public string? Of { get; set; }

        [Display(Name = "It identifies her")]
        public bool IdentifiesHer { get; set; }

        [Display(Name = "It has sexual detail")]
        public bool SexualDetail { get; set; }

        [Display(Name = "It is not for disclosure")]
        public bool NotForDisclosure { get; set; }

        internal static string Key(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
