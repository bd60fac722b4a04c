using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Api;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Account;

/// <summary>The tokens with which her own programs read: made once and shown once, each with its days and with what it may read.</summary>
[Asks(RecordKind.Document, Act.Export)]
public sealed class TokensModel(RaidDocsDbContext db, TimeProvider clock, Texts texts) : PageModel, IReloads
{
    private const int PageSize = 50;

    [BindProperty]
    public TokenForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>Only in the answer that made it.</summary>
    public string? NewToken { get; private set; }

    /// <summary>Has the administrator let programs in?</summary>
    public bool IsOn { get; private set; }

    public PagedList<ApiToken> Mine { get; private set; } = new([], 1, PageSize, 0);

    public IReadOnlyList<Choice> Choices => [.. Enum.GetValues<ApiScope>().Select(scope => new Choice(scope.ToString(), texts.Of(scope)))];

    public DateOnly Today => clock.Today();

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var token = ApiToken.NewToken();
        db.ApiTokens.Add(new ApiToken(db.Viewer.UserId!.Value, Form.Purpose!, token, Form.Scopes, clock.Today(), Form.Days));
        await db.SaveChangesAsync(cancellationToken);

        // Not by a redirect: it would have to be kept somewhere in between.
        NewToken = token;
        ModelState.Clear();
        Form = new();
        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancellationToken)
    {
        var me = db.Viewer.UserId;
        if (await db.ApiTokens.SingleOrDefaultAsync(token => token.Id == id && token.UserId == me, cancellationToken) is not { } mine)
        {
            return NotFound();
        }

        mine.Revoke(clock.UtcNow());
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["The token has ended. A program that uses it is told that nothing is there."];
        return RedirectToPage();
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var (me, today) = (db.Viewer.UserId, clock.Today());
        IsOn = await db.Settings.AnyAsync(setting => setting.Key == HouseSetting.Programs && setting.Value == ApiDoor.On, cancellationToken);
        Mine = await db.ApiTokens.AsNoTracking()
            .Where(token => token.UserId == me && token.RevokedAt == null && token.LastDay >= today)
            .OrderByDescending(token => token.RecordedAt)
            .ToPagedListAsync(PageNumber, PageSize, cancellationToken);
    }

    public string WordsOf(ApiToken token) => string.Join(", ", Enum.GetValues<ApiScope>().Where(token.May).Select(scope => texts.Of(scope)));

    public sealed class TokenForm
    {
        [Required(ErrorMessage = "Write which program it is for")]
        [StringLength(100, ErrorMessage = "At most 100 letters")]
        [Display(Name = "Which program is it for?")]
        public string? Purpose { get; set; }

        [MinLength(1, ErrorMessage = "Choose what it may read")]
        [Display(Name = "What may it read?")]
        public List<ApiScope> Scopes { get; set; } = [];

        [Range(1, ApiToken.LongestDays, ErrorMessage = "Days must be a number from 1 to 90")]
        [Display(Name = "For how many days?")]
        public int Days { get; set; } = 30;
    }
}
