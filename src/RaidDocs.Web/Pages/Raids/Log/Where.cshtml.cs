using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;

namespace RaidDocs.Web.Pages.Raids.Log;

/// <summary>Where it happened. All of it may stay empty.</summary>
[Asks(RecordKind.Raid, Act.Record)]
public sealed class WhereModel(RaidDocsDbContext db, ReferenceLists lists, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    [BindProperty]
    public WhereForm Form { get; set; } = new();

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        this.ShowStepAsync(db, Draft, draft => Form = draft.Where ?? Form, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.CheckKeys(lists, ListName.VenueKinds, "Form.VenueKind", Form.VenueKind);
        ModelState.CheckKeys(lists, ListName.Provinces, "Form.Province", Form.Province);
        return ModelState.IsValid
            ? await this.KeepStepAsync(db, clock, Draft, "where", draft => draft.Where = Form, cancellationToken)
            : Page();
    }

    public sealed class WhereForm
    {
        [Display(Name = "What the place is called")]
        public string? VenueName { get; set; }

        [Display(Name = "Kind of place")]
        public string? VenueKind { get; set; }

        [Display(Name = "Province")]
        public string? Province { get; set; }

        [Display(Name = "District, or how to find it")]
        public string? Place { get; set; }
    }
}
