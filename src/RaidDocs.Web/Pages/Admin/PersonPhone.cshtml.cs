using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Admin;

/// <summary>After a phone was lost: how much of which kind it was used for. Counts, never what it was.</summary>
[Asks(RecordKind.Role, Act.Read)]
public sealed class PersonPhoneModel(RaidDocsDbContext db, TimeProvider clock) : PageModel
{
    private static readonly TimeSpan Back = TimeSpan.FromDays(30);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public string? Name { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Name = await db.Users.Where(person => person.Id == Id).Select(person => person.UserName).SingleOrDefaultAsync(cancellationToken);
        if (Name is null)
        {
            return NotFound();
        }

        var since = clock.UtcNow() - Back;
        Rows = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.ActorId == Id && entry.At >= since)
            .GroupBy(entry => new { entry.Action, entry.ObjectType })
            .Select(group => new Row(group.Key.Action, group.Key.ObjectType, group.Count(), group.Select(entry => entry.ObjectId).Distinct().Count(), group.Max(entry => entry.At)))
            .ToListAsync(cancellationToken);
        Rows = [.. Rows.OrderByDescending(row => row.Times)];
        return Page();
    }

    public sealed record Row(string Action, string Kind, int Times, int Records, DateTime Last);
}
