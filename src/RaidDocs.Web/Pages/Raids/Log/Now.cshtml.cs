using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Raids.Log;

/// <summary>Where they are now: one answer for all.</summary>
[Asks(RecordKind.Raid, Act.Record)]
public sealed class NowModel(RaidDocsDbContext db, ReferenceLists lists, TimeProvider clock, Texts texts) : PageModel
{
    public const string NotKnown = "not-known";
    public const string Several = "several";

    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    [BindProperty]
    public NowForm Form { get; set; } = new();

    public IReadOnlyList<Choice> Choices =>
    [
        .. lists.Choices(ListName.FacilityKinds).Where(kind => kind.Value != NotKnown),
        new(Several, texts["More than one place"]),
        new(NotKnown, texts["We do not know"]),
    ];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        this.ShowStepAsync(db, Draft, draft => Form = draft.Now ?? Form, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Form.Kind != Several)
        {
            ModelState.CheckKeys(lists, ListName.FacilityKinds, "Form.Kind", Form.Kind);
        }

        if (!string.IsNullOrWhiteSpace(Form.Name) && string.IsNullOrEmpty(Form.Kind))
        {
            ModelState.AddModelError("Form.Kind", texts["Choose what kind of place it is"]);
        }

        return ModelState.IsValid
            ? await this.KeepStepAsync(db, clock, Draft, "now", draft => draft.Now = Form, cancellationToken)
            : Page();
    }

    public sealed class NowForm
    {
        [Display(Name = "One answer for all of them")]
        public string? Kind { get; set; }

        [Display(Name = "What that place is called")]
        public string? Name { get; set; }
    }
}
