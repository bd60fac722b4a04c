using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Procedures;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Women.Procedures;

/// <summary>Papers signed, things taken; and tests on her body, which are only counted until somebody asks to see them, which is recorded.</summary>
[Asks(RecordKind.Woman, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db, TimeProvider clock) : PageModel
{
    private const int PageSize = 25;
    private const string Mark = "MedicalShown";
    private static readonly TimeSpan MarkLife = TimeSpan.FromMinutes(1);

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public WomanBar Bar { get; private set; } = null!;

    public PagedList<ProcedureRow> Procedures { get; private set; } = null!;

    /// <summary>How many tests on her body are recorded.</summary>
    public int Medical { get; private set; }

    /// <summary>This answer shows them.</summary>
    public bool IsMedicalShown { get; private set; }

    public bool MayRecord => db.Viewer.May(RecordKind.Woman, Act.Record);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.FindWomanAsync(Code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        var ofBody = MedicalKinds.All;
        Medical = await db.Procedures.CountAsync(row => row.WomanId == bar.Id && row.RaidId == bar.RaidId && ofBody.Contains(row.Facts.Kind), cancellationToken);

        // Good for the one answer that follows. A reload asks again.
        IsMedicalShown = TempData[Mark] is string mark && IsOf(mark, bar);
        var all = IsMedicalShown;
        Procedures = await db.Procedures.AsNoTracking()
            .Where(row => row.WomanId == bar.Id && row.RaidId == bar.RaidId && (all || !ofBody.Contains(row.Facts.Kind)))
            .OrderBy(row => row.Facts.On == null).ThenBy(row => row.Facts.On).ThenBy(row => row.RecordedAt)
            .Select(row => new ProcedureRow(row.Id, row.Facts, row.Source!.Code))
            .ToPagedListAsync(PageNumber, PageSize, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await db.FindWomanAsync(Code, cancellationToken) is not { } bar || !db.Viewer.May(RecordKind.Medical, Act.Reveal))
        {
            return NotFound();
        }

        db.NoteReading(nameof(Procedure), [bar.Id], bar.RaidId, nameof(RecordKind.Medical));
        await db.SaveChangesAsync(cancellationToken);
        TempData[Mark] = $"{bar.Id:D} {bar.RaidId:D} {clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}";
        return Redirect($"/women/{bar.Code}/procedures");
    }

    private bool IsOf(string mark, WomanBar her) => mark.Split(' ') is [var woman, var raid, var at]
        && woman == her.Id.ToString("D") && raid == her.RaidId.ToString("D")
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) < MarkLife;

    public sealed record ProcedureRow(Guid Id, ProcedureFacts Facts, string? Source);
}
