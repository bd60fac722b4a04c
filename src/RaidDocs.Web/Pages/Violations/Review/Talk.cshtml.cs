using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Violations.Review;

/// <summary>Somebody does not agree yet and wants to talk. Until somebody agrees it prints nowhere in public.</summary>
[Asks(RecordKind.Violation, Act.Record)]
public sealed class TalkModel(RaidDocsDbContext db, Texts texts) : PageModel, Infrastructure.Forms.IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public TalkForm Form { get; set; } = new();

    public string? WhatHappened { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Form.Version = await db.Violations.Where(row => row.Id == Id).Select(row => row.Version).SingleOrDefaultAsync(cancellationToken);
        return WhatHappened is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var violation = await db.Violations.SingleOrDefaultAsync(
            row => row.Id == Id && db.Raids.Any(raid => raid.Id == row.RaidId && raid.Code == Code), cancellationToken);
        if (violation is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            await LoadAsync(cancellationToken);
            return Page();
        }

        db.ExpectVersion(violation, Form.Version);
        var isNew = !violation.ToTalkAbout;
        db.ViolationReviews.Add(violation.TalkAboutAs(User.Identity!.Name!, PlainText.Kept(Form.Note!.Trim())));
        if (!isNew)
        {
            // One more voice: the row itself does not change, but the form was opened on it.
            db.Entry(violation).Property(row => row.ToTalkAbout).IsModified = true;
        }

        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["It waits in the list of what to talk about."];
        return Redirect($"/raids/{Code}/violations/{Id}");
    }

    public async Task LoadAsync(CancellationToken cancellationToken) => WhatHappened = await db.Violations.AsNoTracking()
        .Where(row => row.Id == Id && db.Raids.Any(raid => raid.Id == row.RaidId && raid.Code == Code))
        .Select(row => row.Facts.Act)
        .SingleOrDefaultAsync(cancellationToken);

    public sealed class TalkForm
    {
        [Required(ErrorMessage = "Write what there is to talk about")]
        [DataType(DataType.MultilineText)]
        [Display(Name = "What is there to talk about?")]
        public string? Note { get; set; }

        public Guid Version { get; set; }
    }
}
