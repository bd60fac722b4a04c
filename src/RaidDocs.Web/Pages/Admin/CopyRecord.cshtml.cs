using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Records;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Admin;

/// <summary>A copy of all cases that she may see, once a second person has agreed. It goes out while it is read and lies nowhere.</summary>
[Asks(RecordKind.WholeRecord, Act.Export)]
public sealed class CopyRecordModel(RaidDocsDbContext db, IServiceProvider services, EvidenceStore evidence, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty]
    public BecauseForm Form { get; set; } = new();

    internal KeyTurn Turn { get; private set; }

    public int Raids { get; private set; }

    private KeyActs Acts => services.GetRequiredService<KeyActs>();

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken)
    {
        db.Demand(new Asked(RecordKind.WholeRecord, Act.Export) { HasSecond = true });
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await Acts.AskAsync(TwoPersonKind.CopyRecord, null, null, cancellationToken, Form.Because.Kept()!);
        TempData["Confirmation"] = texts["Asked. Another administrator or a research leader must agree within 24 hours."];
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancellationToken)
    {
        db.Demand(new Asked(RecordKind.WholeRecord, Act.Export) { HasSecond = true });
        Turn = await Acts.TurnAsync(TwoPersonKind.CopyRecord, null, null, cancellationToken);
        if (!Turn.IsOpen())
        {
            return RedirectToPage();
        }

        var today = clock.Today();
        var name = new ContentDispositionHeaderValue("attachment") { FileName = string.Create(CultureInfo.InvariantCulture, $"notes-{today:yyyy-MM-dd}.zip") };
        (Response.ContentType, Response.Headers.ContentDisposition) = ("application/zip", name.ToString());
        await new RecordExport(db, evidence, clock, today).ZipAsync(Response.Body, cancellationToken);

        // A line that breaks spends nothing; what went out is in the log, raid by raid, before it went.
        await Acts.DoAsync(TwoPersonKind.CopyRecord, null, null, () => Task.CompletedTask, CancellationToken.None);
        return new EmptyResult();
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Turn = await Acts.TurnAsync(TwoPersonKind.CopyRecord, null, null, cancellationToken);
        Raids = await db.Raids.CountAsync(cancellationToken);
    }
}
