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

/// <summary>Who came.</summary>
[Asks(RecordKind.Raid, Act.Record)]
public sealed class WhoModel(RaidDocsDbContext db, ReferenceLists lists, TimeProvider clock) : PageModel
{
    // Those who come to raids, the likeliest first. The whole list of agencies also holds courts and prisons.
    private static readonly string[] Comers =
    [
        "local-police", "anti-trafficking-police", "provincial-police", "immigration", "soldiers", "dsi", "social-workers", "welfare-ministry",
        "ngo-staff", "journalists", "former-customer", "district-officials", "labour-officials", "foreign-police", "other", "not-known",
    ];

    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    [BindProperty]
    public WhoForm Form { get; set; } = new();

    public IEnumerable<Choice> Choices => Comers.Select(key => new Choice(key, lists.Words(ListName.Agencies, key, Texts.IsThai)));

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        this.ShowStepAsync(db, Draft, draft => Form = draft.Who ?? Form, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.CheckKeys(lists, ListName.Agencies, "Form.Agencies", Form.Agencies);
        return ModelState.IsValid
            ? await this.KeepStepAsync(db, clock, Draft, "who", draft => draft.Who = Form, cancellationToken)
            : Page();
    }

    public sealed class WhoForm
    {
        [Display(Name = "Tick all who were seen")]
        public List<string> Agencies { get; set; } = [];

        [Display(Name = "Names, units or car numbers you saw")]
        public string? Note { get; set; }
    }
}
