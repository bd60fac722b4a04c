using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Violations.Coding;

/// <summary>The coding sheet of a raid: acts down, women across, by codes alone. No word of a testimony stands on it.</summary>
[Asks(RecordKind.Violation, Act.Read)]
public sealed class SheetModel(RaidDocsDbContext db, TimeProvider clock) : PageModel
{
    // As many women as an upright page holds.
    private const int Across = 18;

    public RaidBar Bar { get; private set; } = null!;

    public DateOnly Today => clock.Today();

    /// <summary>The numbers of the women, in blocks that fit on paper.</summary>
    public IReadOnlyList<int[]> Blocks { get; private set; } = [];

    public IReadOnlyList<SheetRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        var numbers = await db.Apprehensions.AsNoTracking()
            .Where(row => row.RaidId == bar.Id)
            .OrderBy(row => row.Number)
            .Select(row => new { row.WomanId, row.Number })
            .ToListAsync(cancellationToken);
        Blocks = [.. numbers.Select(row => row.Number).Chunk(Across)];
        var coded = await db.Violations.AsNoTracking()
            .Where(violation => violation.RaidId == bar.Id)
            .Select(violation => new { violation.Facts.Act, violation.Facts.AllWomen, violation.ReviewedBy, Women = violation.Women.Select(woman => woman.Id).ToList() })
            .ToListAsync(cancellationToken);
        Rows =
        [
            .. coded.GroupBy(one => one.Act).OrderBy(act => act.Key, StringComparer.Ordinal).Select(act => new SheetRow(
                act.Key,
                numbers.Select(row => (row.Number, Mine: act.Where(one => one.AllWomen || one.Women.Contains(row.WomanId)).ToList()))
                    .Where(row => row.Mine.Count > 0)
                    .ToDictionary(row => row.Number, row => row.Mine.Exists(one => one.ReviewedBy is not null)))),
        ];
        return Page();
    }

    /// <summary>An act and the women it happened to: true where a second person agreed to it for her.</summary>
    public sealed record SheetRow(string Act, IReadOnlyDictionary<int, bool> Women);
}
