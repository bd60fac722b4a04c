using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>What happened, line by line. Two versions of one moment stand one after the other.</summary>
[Asks(RecordKind.Raid, Act.Read)]
public sealed class ChronologyModel(RaidDocsDbContext db) : PageModel
{
    /// <summary>The name of a <see cref="Domain.Raids.Topic"/>; anything else shows all.</summary>
    [BindProperty(SupportsGet = true, Name = "topic")]
    public string? TopicName { get; set; }

    /// <summary>"disputed" or "no-source".</summary>
    [BindProperty(SupportsGet = true)]
    public string? Only { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public RaidBar Bar { get; private set; } = null!;

    public PagedList<ChronologyRow> Lines { get; private set; } = new([], 1, 1, 0);

    public Topic? Topic => Enum.TryParse<Topic>(TopicName, out var topic) && Enum.IsDefined(topic) ? topic : null;

    public bool IsFiltered => Topic is not null || Only is "disputed" or "no-source";

    public bool MayRecord => db.MayRecord(RecordKind.Raid);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        Lines = await db.ReadChronologyAsync(bar.Id, Topic, Only, PageNumber, cancellationToken);
        return Page();
    }
}
