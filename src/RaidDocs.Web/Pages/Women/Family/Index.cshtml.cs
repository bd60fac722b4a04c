using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Family;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Hosting.Family;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Women.Family;

/// <summary>Who of her family has a number, what they are told, and what was spoken with them.</summary>
[Asks(RecordKind.Family, Act.Record)]
public sealed class IndexModel(RaidDocsDbContext db, FamilyBook book, Texts texts, TimeProvider clock) : PageModel
{
    private const int MostCalls = 50;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public WomanBar? Bar { get; private set; }

    public FamilyConsent Consent { get; private set; } = null!;

    public IReadOnlyList<FamilyLink> Links { get; private set; } = [];

    /// <summary>Contacts that have a second number.</summary>
    public IReadOnlySet<Guid> Alarms { get; private set; } = new HashSet<Guid>();

    public IReadOnlySet<Guid> Answering { get; private set; } = new HashSet<Guid>();

    public IReadOnlyList<FamilyCall> Calls { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindWomanAsync(Code, cancellationToken);
        if (Bar is not { } bar)
        {
            return NotFound();
        }

        await book.CollectAsync(cancellationToken);
        Consent = await FamilyConsent.OfAsync(db, bar.RaidId, bar.Id, clock.Today(), cancellationToken);
        var all = await db.FamilyLinks.AsNoTracking()
            .Where(link => link.WomanId == bar.Id && link.RaidId == bar.RaidId)
            .OrderBy(link => link.RecordedAt)
            .ToListAsync(cancellationToken);
        Links = [.. all.Where(link => !link.IsAlarm).OrderBy(link => link.IsRevoked)];
        Alarms = all.Where(link => link is { IsAlarm: true, IsRevoked: false }).Select(link => link.AlarmOfId!.Value).ToHashSet();
        Answering = Links.Where(book.Answers).Select(link => link.Id).ToHashSet();
        Calls = await db.FamilyCalls.AsNoTracking()
            .Where(call => call.WomanId == bar.Id && call.RaidId == bar.RaidId)
            .OrderByDescending(call => call.RecordedAt)
            .Take(MostCalls)
            .ToListAsync(cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostLeaveAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(id, link => link.Leave(), texts["The page goes on saying what it says."], cancellationToken);

    public Task<IActionResult> OnPostSuspectAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(id, link => link.Suspect(!link.IsSuspected), texts["Changed. It holds from the next time the page is opened."], cancellationToken);

    public Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(id, link => link.Revoke(clock.Today()), texts["The number is revoked. The page answers it like any number that does not exist."], cancellationToken);

    public async Task<IActionResult> OnPostDoneAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.FindWomanAsync(Code, cancellationToken) is not { } bar
            || await db.FamilyCalls.SingleOrDefaultAsync(call => call.Id == id && call.WomanId == bar.Id && call.RaidId == bar.RaidId, cancellationToken) is not { } call)
        {
            return NotFound();
        }

        call.Done(clock.Today());
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["Done."];
        return Redirect($"/women/{bar.Code}/family");
    }

    private async Task<IActionResult> ChangeAsync(Guid id, Action<FamilyLink> change, string said, CancellationToken cancellationToken)
    {
        if (await db.FindWomanAsync(Code, cancellationToken) is not { } bar || await db.FindLinkAsync(bar, id, cancellationToken) is not { } link)
        {
            return NotFound();
        }

        // The second number goes the way of the first.
        change(link);
        foreach (var second in await db.FamilyLinks.Where(one => one.AlarmOfId == link.Id && one.RevokedOn == null).ToListAsync(cancellationToken))
        {
            if (link.IsRevoked)
            {
                second.Revoke(clock.Today());
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = said;
        return Redirect($"/women/{bar.Code}/family");
    }
}
