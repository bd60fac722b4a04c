using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;

namespace RaidDocs.Web.Pages.Testimonies.Log;

/// <summary>The parts of an account and how far each of them is.</summary>
[Asks(RecordKind.Testimony, Act.Record)]
public sealed class IndexModel(RaidDocsDbContext db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    public OpenAccount Account { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.OpenAccountAsync(Draft, cancellationToken) is not { } account)
        {
            return NotFound();
        }

        Account = account;
        return account.Became is { } became ? Redirect(became) : Page();
    }
}
