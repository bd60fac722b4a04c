using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.Pages.Reports;

/// <summary>The case-study chapter of a raid: choose for whom, look at it, make the PDF.</summary>
[Asks(RecordKind.Document, Act.Export)]
public sealed class CaseStudyModel(RaidDocsDbContext db, CaseStudyPress press, IPdfPrinter printer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Raid { get; set; } = "";

    [BindProperty]
    public CaseStudyForm Form { get; set; } = new();

    public bool CanPrint => printer.IsAvailable;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await press.FindRaidAsync(db, Raid, cancellationToken) is null ? NotFound() : Page();

    /// <summary>The chapter as a page, the very one that is printed.</summary>
    public async Task<IActionResult> OnGetPreviewAsync(Audience audience, CancellationToken cancellationToken) =>
        await press.WriteAsync(db, Raid, audience, cancellationToken) is { } study
            ? Content(await press.HtmlAsync(study), "text/html; charset=utf-8")
            : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await press.WriteAsync(db, Raid, Form.Audience, cancellationToken) is not { } study)
        {
            return NotFound();
        }

        if (!printer.IsAvailable)
        {
            return RedirectToPage(null, "Preview", new { raid = Raid, audience = Form.Audience });
        }

        var pdf = await press.ExportAsync(db, study, Raid, Form.Audience, cancellationToken);
        return File(pdf, "application/pdf", press.FileName());
    }

    public sealed class CaseStudyForm
    {
        [Display(Name = "For whom is it?")]
        public Audience Audience { get; set; } = Audience.Team;
    }
}
