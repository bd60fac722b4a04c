using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.Pages.Reports;

/// <summary>The case-study chapter of a raid: choose for whom, see what is left out, look at it, make the PDF.</summary>
[Asks(RecordKind.Document, Act.Export)]
public sealed class CaseStudyModel(RaidDocsDbContext db, CaseStudyPress press, IPdfPrinter printer, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Raid { get; set; } = "";

    /// <summary>For whom the chapter is looked at; null before one is chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "audience")]
    public Audience? Reader { get; set; }

    /// <summary>Who gets it, which stands in no address: it is sent with the form.</summary>
    [BindProperty(Name = "for")]
    public string? ReaderName { get; set; }

    [BindProperty]
    public CaseStudyForm Form { get; set; } = new();

    /// <summary>What the chosen reader gets; null before one is chosen.</summary>
    public Disclosed? Disclosed { get; private set; }

    /// <summary>The passages in it that a woman called wrong. The PDF waits for them.</summary>
    public IReadOnlyList<OpenReadBack> Open { get; private set; } = [];

    public bool HasPrinter => printer.IsAvailable;

    public bool CanCheck => press.CanPrintFor(Audience.Public);

    /// <summary>Shows what a reader with a name gets. Nothing is written.</summary>
    public Task<IActionResult> OnPostLookAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return OnGetAsync(cancellationToken);
    }

    /// <summary>The same chapter for a reader with a name.</summary>
    public Task<IActionResult> OnPostShowAsync(CancellationToken cancellationToken) => OnGetPreviewAsync(cancellationToken);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Reader is not { } reader)
        {
            return await db.Raids.AnyAsync(raid => raid.Code == Raid, cancellationToken) ? Page() : NotFound();
        }

        if (await press.DiscloseAsync(db, Raid, reader, ReaderName, cancellationToken) is not { } disclosed)
        {
            return NotFound();
        }

        Disclosed = disclosed;
        Open = await CaseStudyPress.OpenReadBacksAsync(db, disclosed, cancellationToken);
        Form = new CaseStudyForm { Audience = reader, ForWhom = ReaderName };
        return Page();
    }

    /// <summary>The chapter as a page, the very one that is printed.</summary>
    public async Task<IActionResult> OnGetPreviewAsync(CancellationToken cancellationToken)
    {
        if (Reader is not { } reader || await press.DiscloseAsync(db, Raid, reader, ReaderName, cancellationToken) is not { } disclosed)
        {
            return NotFound();
        }

        // It shows what the women said, as an opened testimony does.
        db.NoteAct("read", ExportKind.CaseStudy, disclosed.RaidId.ToString("D"), disclosed.RaidId, reader.ToString());
        await db.SaveChangesAsync(cancellationToken);
        return Content(await press.HtmlAsync(press.Write(disclosed)), "text/html; charset=utf-8");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await press.DiscloseAsync(db, Raid, Form.Audience, Form.ForWhom, cancellationToken) is not { } disclosed)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!press.CanPrintFor(Form.Audience))
        {
            (Reader, ReaderName) = (Form.Audience, Form.ForWhom);
            return await OnGetPreviewAsync(cancellationToken);
        }

        try
        {
            return File(await press.ExportAsync(db, disclosed, Form.Why.Kept(), cancellationToken), "application/pdf", press.FileName());
        }
        catch (PrintFailedException failed)
        {
            ModelState.AddModelError("", texts[failed.Message]);
            return Page();
        }
    }

    public sealed class CaseStudyForm
    {
        [Display(Name = "For whom is it?")]
        public Audience Audience { get; set; } = Audience.Team;

        [Display(Name = "Who gets it?")]
        public string? ForWhom { get; set; }

        [Display(Name = "What is it for?")]
        public string? Why { get; set; }
    }
}
