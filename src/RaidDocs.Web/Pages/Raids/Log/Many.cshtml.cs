using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Web.Hosting;

namespace RaidDocs.Web.Pages.Raids.Log;

/// <summary>How many were taken, and how many got away.</summary>
[Asks(RecordKind.Raid, Act.Record)]
public sealed class ManyModel(RaidDocsDbContext db, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    [BindProperty]
    public ManyForm Form { get; set; } = new();

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        this.ShowStepAsync(db, Draft, draft => Form = draft.Many ?? Form, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => ModelState.IsValid
        ? await this.KeepStepAsync(db, clock, Draft, "many", draft => draft.Many = Form, cancellationToken)
        : Page();

    public sealed class ManyForm
    {
        [Range(0, RaidLog.MostWomen, ErrorMessage = "Here 500 women can get a code. Write how many more there were on the page of counts")]
        [Display(Name = "Number of women")]
        public int? Women { get; set; }

        [Display(Name = "How many of them are said to be under 18")]
        public int? Under18 { get; set; }

        [Display(Name = "Who says they are under 18")]
        public Voice? Under18By { get; set; }

        [Display(Name = "Number of people who got away")]
        public int? GotAway { get; set; }

        [Display(Name = "Number of men or others taken")]
        public int? Others { get; set; }
    }
}
