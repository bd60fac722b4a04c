using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Women;

/// <summary>Who read her names, when and why, out of the log.</summary>
[Asks(RecordKind.WomanName, Act.Read)]
public sealed class SeenByModel(RaidDocsDbContext db, Texts texts) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public WomanBar Bar { get; private set; } = null!;

    public PagedList<Reading> Readings { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.FindWomanAsync(Code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        var key = bar.Id.ToString("D");
        Readings = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.ObjectId == key && entry.Action == "read" && entry.ObjectType == nameof(WomanName))
            .OrderByDescending(entry => entry.Number)
            .Select(entry => new Reading(db.Users.Where(user => user.Id == entry.ActorId).Select(user => user.UserName).FirstOrDefault(), entry.At, entry.Json,
                db.NamesShown.Where(shown => shown.UserId == entry.ActorId && shown.RaidId == entry.RaidId && shown.Since <= entry.At && shown.Until >= entry.At)
                    .OrderByDescending(shown => shown.Until).Select(shown => shown.Note).FirstOrDefault()))
            .ToPagedListAsync(PageNumber, PageSize, cancellationToken);
        return Page();
    }

    /// <summary>The reason that was chosen, in words.</summary>
    public string Why(Reading reading)
    {
        using var line = JsonDocument.Parse(reading.Json);
        var why = string.Join(", ", line.RootElement.GetProperty("fields").EnumerateArray()
            .Select(field => Enum.TryParse<ReadingReason>(field.GetString(), out var reason) ? texts.Of(reason) : field.GetString()));
        return reading.Note is null ? why : $"{why}: {reading.Note}";
    }

    public sealed record Reading(string? By, DateTime AtUtc, string Json, string? Note);
}
