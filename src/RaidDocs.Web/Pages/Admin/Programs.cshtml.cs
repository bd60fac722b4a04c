using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Api;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Admin;

/// <summary>Whether programs may read at all. Off until an administrator switches it on.</summary>
[Asks(RecordKind.House, Act.Record)]
public sealed class ProgramsModel(RaidDocsDbContext db, TimeProvider clock, Texts texts) : PageModel
{
    private const string Off = "off";

    public bool IsOn { get; private set; }

    /// <summary>How many tokens work today.</summary>
    public int Tokens { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        IsOn = await db.Settings.AnyAsync(setting => setting.Key == HouseSetting.Programs && setting.Value == ApiDoor.On, cancellationToken);
        Tokens = await db.ApiTokens.CountAsync(token => token.RevokedAt == null && token.LastDay >= today, cancellationToken);
    }

    public Task<IActionResult> OnPostOnAsync(CancellationToken cancellationToken) =>
        SetAsync(ApiDoor.On, texts["Programs with a token may read now."], cancellationToken);

    public Task<IActionResult> OnPostOffAsync(CancellationToken cancellationToken) =>
        SetAsync(Off, texts["Programs may not read any more. Their tokens are told that nothing is there."], cancellationToken);

    private async Task<IActionResult> SetAsync(string value, string said, CancellationToken cancellationToken)
    {
        if (await db.Settings.SingleOrDefaultAsync(setting => setting.Key == HouseSetting.Programs, cancellationToken) is { } kept)
        {
            kept.Set(value);
        }
        else
        {
            db.Settings.Add(new HouseSetting(HouseSetting.Programs, value));
        }

        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = said;
        return RedirectToPage();
    }
}
