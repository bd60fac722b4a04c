using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>Takes back a number or an answer of the checklist that was written down wrongly. It stays, with the reason.</summary>
[Asks(RecordKind.Raid, Act.Record)]
public sealed class TakeBackModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>"counts" or "checklist".</summary>
    [BindProperty(SupportsGet = true)]
    public string Part { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public TakeBackForm Form { get; set; } = new();

    /// <summary>The row in words; null when there is no such row.</summary>
    public string? What { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return What is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var count = IsCount ? await db.Counts.SingleOrDefaultAsync(row => row.Id == Id && db.Raids.Any(raid => raid.Id == row.RaidId && raid.Code == Code), cancellationToken) : null;
        var answer = IsCount ? null : await db.Checklist.SingleOrDefaultAsync(row => row.Id == Id && db.Raids.Any(raid => raid.Id == row.RaidId && raid.Code == Code), cancellationToken);
        if (count is null && answer is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        // The first reason stands; the same form sent twice changes nothing.
        if ((count?.TakenBackBecause ?? answer?.TakenBackBecause) is null)
        {
            count?.TakeBack(Form.Because.Kept()!);
            answer?.TakeBack(Form.Because.Kept()!);
            await db.SaveChangesAsync(cancellationToken);
        }

        TempData["Confirmation"] = texts["It is taken back. The row stays, with your reason."];
        return Redirect($"/raids/{Code}/{Part}");
    }

    public async Task LoadAsync(CancellationToken cancellationToken) => What = IsCount
        ? await db.Counts.AsNoTracking()
            .Where(row => row.Id == Id && db.Raids.Any(raid => raid.Id == row.RaidId && raid.Code == Code))
            .Select(row => row.Facts)
            .SingleOrDefaultAsync(cancellationToken) is { } count
            ? $"{count.What ?? texts.Of(count.Of)}: {texts.Number(count.Low, count.High, count.About)} ({texts.Of(count.Voice)})"
            : null
        : await db.Checklist.AsNoTracking()
            .Where(row => row.Id == Id && db.Raids.Any(raid => raid.Id == row.RaidId && raid.Code == Code))
            .Select(row => row.Facts)
            .SingleOrDefaultAsync(cancellationToken) is { } answer
            ? $"{lists.Words(ListName.SmartRaid, answer.Criterion, Texts.IsThai)}: {texts.Of(answer.Answer)} ({texts.Of(answer.Voice)})"
            : null;

    private bool IsCount => Part == "counts";

    public sealed class TakeBackForm
    {
        [Required(ErrorMessage = "Write why this was recorded wrongly")]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Why was this recorded wrongly?")]
        public string? Because { get; set; }
    }
}
