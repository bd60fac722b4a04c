using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Importing;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Admin.Importing;

/// <summary>The report on one file, and the button that brings it in. The page asks again by itself while it works, without scripts.</summary>
[Asks(RecordKind.Import, Act.Read)]
public sealed class DetailsModel(RaidDocsDbContext db, ImportWork work, Texts texts) : PageModel
{
    private const int AskAgainSeconds = 2;
    private const int OnPage = 50;

    private ImportJob? _seen;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public ImportJob Job { get; private set; } = null!;

    /// <summary>The job at one moment: it goes on while the page is written.</summary>
    public ImportJob Seen => _seen ??= Job.AsSeen();

    /// <summary>What is wrong, or if nothing is, what is worth a look.</summary>
    public PagedList<ImportProblem> Rows { get; private set; } = new([], 1, 1, 0);

    public IActionResult OnGet()
    {
        if (!Load())
        {
            return NotFound();
        }

        if (Seen.IsAtWork)
        {
            Response.Headers["Refresh"] = AskAgainSeconds.ToString(CultureInfo.InvariantCulture);
        }

        if (Seen.Result?.Report is { } report)
        {
            var all = report.IsClean ? report.Warnings : report.Problems;
            Rows = all.ToPagedList(PageNumber, OnPage);
        }

        return Page();
    }

    /// <summary>The whole report as a table, for whoever mends the file.</summary>
    public IActionResult OnGetReport()
    {
        if (!Load() || Seen.Result?.Report is not { } report)
        {
            return NotFound();
        }

        var rows = report.Problems.Concat(report.Warnings).Select(row => new[]
        {
            row.File, row.Row == 0 ? "" : row.Row.ToString(CultureInfo.InvariantCulture), row.Column ?? "",
            row.IsWarning ? texts["Worth a look"] : texts["Wrong"], texts.Of(row.Sentence),
        });
        return File(CsvText.Table([texts["File"], texts["Row"], texts["Column"], texts["What is wrong"], texts["What to write"]], rows), "text/csv; charset=utf-8", "report.csv");
    }

    public async Task<IActionResult> OnPostAsync(bool everybody, CancellationToken cancellationToken)
    {
        if (!Load())
        {
            return NotFound();
        }

        db.Demand(new Asked(RecordKind.Import, Act.Record));
        var me = db.Viewer.UserId!.Value;
        work.BringIn(Job, db.Viewer, everybody ? [.. (await db.LeadersAsync(cancellationToken)).Append(me).Distinct()] : [me]);
        return Redirect($"/admin/import/{Id}");
    }

    public IActionResult OnPostAgain()
    {
        if (!Load())
        {
            return NotFound();
        }

        work.Again(Job);
        return Redirect($"/admin/import/{Id}");
    }

    public IActionResult OnPostDrop()
    {
        if (!Load())
        {
            return NotFound();
        }

        work.Drop(Job);
        TempData["Confirmation"] = texts["The file is gone."];
        return Redirect("/admin/import");
    }

    private bool Load()
    {
        Job = work.Find(Id, db.Viewer)!;
        return Job is not null;
    }
}
