using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
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

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public ImportJob Job { get; private set; } = null!;

    /// <summary>What is wrong, or if nothing is, what is worth a look.</summary>
    public PagedList<KeptProblem> Rows { get; private set; } = new([], 1, 1, 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Job.IsAtWork)
        {
            Response.Headers["Refresh"] = AskAgainSeconds.ToString(CultureInfo.InvariantCulture);
        }

        if (Job.Result is { } report)
        {
            var all = report.IsClean ? report.Warnings : report.Problems;
            Rows = all.ToPagedList(PageNumber, OnPage);
        }

        return Page();
    }

    /// <summary>The whole report as a table, for whoever mends the file.</summary>
    public async Task<IActionResult> OnGetReportAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || Job.Result is not { } report)
        {
            return NotFound();
        }

        var rows = report.Problems.Select(row => (Row: row, How: texts["Wrong"])).Concat(report.Warnings.Select(row => (Row: row, How: texts["Worth a look"]))).Select(one => new[]
        {
            one.Row.File, one.Row.Row == 0 ? "" : one.Row.Row.ToString(CultureInfo.InvariantCulture), one.Row.Column ?? "", one.How, one.Row.Sentence,
        });
        return File(CsvText.Table([texts["File"], texts["Row"], texts["Column"], texts["What is wrong"], texts["What to write"]], rows), "text/csv; charset=utf-8", "report.csv");
    }

    public async Task<IActionResult> OnPostAsync(bool everybody, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        db.Demand(new Asked(RecordKind.Import, Act.Record));
        var me = db.Viewer.UserId!.Value;
        await work.BringInAsync(Id, db.Viewer, everybody ? [.. (await db.LeadersAsync(cancellationToken)).Append(me).Distinct()] : [me], cancellationToken);
        return Redirect($"/admin/import/{Id}");
    }

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        await work.AgainAsync(Id, cancellationToken);
        return Redirect($"/admin/import/{Id}");
    }

    public async Task<IActionResult> OnPostDropAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        await work.DropAsync(Id, cancellationToken);
        TempData["Confirmation"] = texts["The file is gone."];
        return Redirect("/admin/import");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Job = (await work.FindAsync(Id, db.Viewer, cancellationToken))!;
        return Job is not null;
    }
}
