using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Money;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Women;

/// <summary>One woman: where she is and for how long, what she was called and what she says, and what is known beside it.</summary>
[Asks(RecordKind.Woman, Act.Read)]
public sealed class DetailsModel(RaidDocsDbContext db, TimeProvider clock) : PageModel
{
    private const int DaysOfReading = 30;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public WomanFile Her { get; private set; } = null!;

    public Whereabouts Where { get; private set; } = null!;

    public StayChain Chain { get; private set; } = null!;

    public int Readers { get; private set; }

    public bool MayRecord => May(RecordKind.Woman, Act.Record);

    public bool MayReadNames => May(RecordKind.WomanName, Act.Read);

    /// <summary>The nearest day in court from today on.</summary>
    public PartialDateTime? NextHearing { get; private set; }

    public int ConsentsGiven { get; private set; }

    public IEnumerable<(MoneyKind Kind, long Baht, int Unknown)> MoneyTotals =>
        from line in Her.Money
        group line by line.Kind into kind
        select (kind.Key, kind.Sum(line => (long)(line.Baht ?? 0)), kind.Count(line => line.Baht is null));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await WomanFile.ReadAsync(db, Code, cancellationToken) is not { } file)
        {
            return NotFound();
        }

        var today = clock.Today();
        Her = file;
        Where = Whereabouts.Of([.. file.Stays.Select(stay => stay.Placed)], today);
        Chain = StayChain.Of(file.Stays, today);
        NextHearing = file.Hearings
            .SelectMany(hearing => new[] { hearing.On, hearing.Next })
            .Where(day => day is { Date.Precision: not DatePrecision.Unknown } && day.Date.Latest >= today)
            .Min();
        ConsentsGiven = Enum.GetValues<Purpose>().Count(purpose => file.Consents.Allow(purpose, today));
        Readers = await WomanFile.ReadersAsync(db, file.Bar.Id, clock.UtcNow().AddDays(-DaysOfReading), cancellationToken);
        return Page();
    }

    private bool May(RecordKind kind, Act act) => AccessRules.Decide(db.Viewer, kind, act, isOnTeam: true) == Decision.Allow;
}
