using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Tests.Areas.Kit.Pages;

/// <summary>A page with every kind of field.</summary>
public sealed class SampleModel(SampleStore store) : PageModel, IEditsRecord, IReloads
{
    public enum RaidKind
    {
        [Display(Name = "Police raid")]
        Police,

        [Display(Name = "Inspection")]
        Inspection,
    }

    public static IReadOnlyList<Choice> Agencies { get; } =
        [new("police", "Local police", "Police"), new("tourist", "Tourist police", "Police"), new("ngo", "An NGO", "Others")];

    public static IReadOnlyList<Choice> Provinces { get; } = [new("TH-63", "Tak"), new("TH-50", "Chiang Mai")];

    [BindProperty]
    public SampleForm Form { get; set; } = new();

    public string Loaded { get; private set; } = "";

    public DateOnly Stored { get; } = new(2025, 3, 12);

    public object Mine => Form;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Form = store.Stored;
        Form.Version = store.Version;
        return Page();
    }

    public IActionResult OnPost()
    {
        var when = Form.When.ReadMoment(ModelState, "Form.When", "the night of the raid", required: true);
        Form.HeardOn.Read(ModelState, "Form.HeardOn", "the day you heard of it");
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (when!.Date.Precision != DatePrecision.Unknown && when.Date.Earliest > new DateOnly(2026, 5, 20))
        {
            throw new DomainRuleException($"The raid cannot be after {new DateOnly(2026, 5, 20)}.");
        }

        if (Form.Version != store.Version)
        {
            throw new DbUpdateConcurrencyException();
        }

        store.Stored = Form;
        store.Version = Guid.NewGuid();
        store.Saves++;
        TempData["Confirmation"] = "The raid is saved.";
        return Saved();
    }

    public IActionResult Saved() => RedirectToPage("/Sample");

    public Task<RecordNow?> ReadNowAsync(CancellationToken cancellationToken) =>
        Task.FromResult<RecordNow?>(new(store.Stored, store.Version, "Dao", new DateTime(2026, 5, 19, 14, 16, 0, DateTimeKind.Utc)));

    public Task LoadAsync(CancellationToken cancellationToken)
    {
        Loaded = "Loaded";
        return Task.CompletedTask;
    }

    public sealed class SampleForm
    {
        [Required]
        [Display(Name = "What the place is called")]
        public string? Place { get; set; }

        [Display(Name = "When it happened")]
        public MomentBoxes When { get; set; } = new();

        [Display(Name = "When you heard of it")]
        public DateBoxes HeardOn { get; set; } = new();

        [Display(Name = "Number of women")]
        public int? Taken { get; set; }

        [Display(Name = "Kind of raid")]
        public RaidKind? Kind { get; set; }

        [Required]
        [Display(Name = "Day of the week")]
        public DayOfWeek? Day { get; set; }

        [Display(Name = "Who came")]
        public List<string> Came { get; set; } = [];

        [Display(Name = "Province")]
        public string? Province { get; set; }

        [DataType(DataType.MultilineText)]
        [Display(Name = "What happened")]
        public string? Told { get; set; }

        [Display(Name = "She agreed")]
        public bool Agreed { get; set; }

        [Display(Name = "Safe to talk now")]
        public bool? Safe { get; set; }

        public Guid Number { get; set; }

        public Guid Version { get; set; }
    }
}
