using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Family;
using RaidDocs.Family;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Family;

/// <summary>
/// The desk of whoever answers the phone. The caller's number shows what the page would show her, in her language; whose news it is
/// the desk does not learn, and it needs not be on any team.
/// </summary>
[Asks(RecordKind.Family, Act.Record)]
public sealed class PhoneModel(FamilyHouse house, IDataProtectionProvider protection, IServiceScopeFactory scopes, Texts texts) : PageModel
{
    private static readonly TimeSpan LogLife = TimeSpan.FromHours(1);

    [BindProperty]
    [Required(ErrorMessage = "Check the number. It has 16 digits")]
    [Display(Name = "The caller's number")]
    public string? Number { get; set; }

    [BindProperty]
    [Display(Name = "Language to read in")]
    public string? Language { get; set; }

    [BindProperty]
    public CallNotes Call { get; set; } = new();

    public FamilyNews? News { get; private set; }

    public Wording Words => Wording.Of(string.IsNullOrEmpty(Language) ? News?.Language ?? "en" : Language);

    /// <summary>Stands for the number in the form of the log; null where the number leads nowhere.</summary>
    public string? Log { get; private set; }

    public IReadOnlyList<Choice> Languages => [.. house.Settings.Offered.Select(code => new Choice(code, Wording.Of(code).Name))];

    private ITimeLimitedDataProtector Protector => protection.CreateProtector("family call").ToTimeLimitedDataProtector();

    public void OnGet()
    {
        // An empty form.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var digits = FamilyCode.DigitsOf(Number);
        if (ModelState[nameof(Number)]?.Errors.Count is null or 0 && !FamilyCode.Fits(digits))
        {
            ModelState.AddModelError(nameof(Number), texts["Check the number. It has 16 digits"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        News = await house.AskAsync(digits, cancellationToken);
        if (News != FamilyNews.None)
        {
            var key = await house.KeyOfAsync(digits, cancellationToken);
            Log = Protector.Protect(Convert.ToHexString(key.Id), LogLife);
        }

        // The number is not to come back in the page.
        ModelState.Remove(nameof(Number));
        Number = null;
        return Page();
    }

    /// <summary>The call goes to her record, whoever's team that is: the caller had the number.</summary>
    public async Task<IActionResult> OnPostLogAsync(string? link, CancellationToken cancellationToken)
    {
        if (Read(link) is not { } finds)
        {
            return NotFound();
        }

        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await using var db = Store.ContextFor(services, Viewers.Of(User).WithSecond);
        if (await db.FamilyLinks.AsNoTracking().SingleOrDefaultAsync(one => one.Finds == finds, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        var facts = new FamilyCallFacts
        {
            Kind = FamilyCallKind.TheyCalled,
            On = services.GetRequiredService<TimeProvider>().Today(),
            Relation = Call.Relation.Kept() ?? found.Facts.Relation,
            What = Call.What.Kept(),
            CallBack = Call.CallBack,
        };
        db.FamilyCalls.Add(new FamilyCall(found.RaidId, found.WomanId, found.AlarmOfId ?? found.Id, facts));
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["The call is recorded."];
        return RedirectToPage();
    }

    private string? Read(string? link)
    {
        try
        {
            return string.IsNullOrEmpty(link) ? null : Protector.Unprotect(link);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    public sealed class CallNotes
    {
        [StringLength(40, ErrorMessage = "This can have at most 40 letters")]
        [Display(Name = "Who is this person to her?")]
        public string? Relation { get; set; }

        [DataType(DataType.MultilineText)]
        [Display(Name = "What they asked, what was said")]
        public string? What { get; set; }

        [Display(Name = "Somebody has to call back")]
        public bool CallBack { get; set; }
    }
}
