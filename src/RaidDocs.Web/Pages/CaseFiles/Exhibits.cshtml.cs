using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure.Bundles;
using RaidDocs.Web.Hosting;

namespace RaidDocs.Web.Pages.CaseFiles;

/// <summary>Step 4: which papers go with it, and in which order.</summary>
[Asks(RecordKind.Document, Act.Export)]
public sealed class ExhibitsModel(RaidDocsDbContext db, BundlePress press) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    public BundleOrder? Order { get; private set; }

    /// <summary>Those that may go, the chosen ones first and in their order.</summary>
    public IReadOnlyList<(EvidenceInCase File, bool IsChosen)> Files { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    /// <param name="chosen">The codes with a tick, in the order in which they stand.</param>
    /// <param name="up">One that is to stand one place earlier; then the page comes again.</param>
    /// <param name="down">One that is to stand one place later.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IActionResult> OnPostAsync(List<string> chosen, string? up, string? down, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var kept = chosen.Distinct().Where(code => Files.Any(file => file.File.Code == code)).ToList();
        Move(kept, up, -1);
        Move(kept, down, 1);
        return await this.KeepAndGoAsync(db, Draft, wishes => wishes with { Exhibits = kept }, up is null && down is null ? "/preview" : "/exhibits", cancellationToken);
    }

    private static void Move(List<string> codes, string? code, int by)
    {
        var from = code is null ? -1 : codes.IndexOf(code);
        var to = from + by;
        if (from >= 0 && to >= 0 && to < codes.Count)
        {
            (codes[from], codes[to]) = (codes[to], codes[from]);
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Order = await db.FindBundleAsync(Draft, cancellationToken);
        if (Order is null || await press.DiscloseAsync(db, Order.Raid, Order.Wishes with { Exhibits = null }, cancellationToken) is not { } disclosed)
        {
            return false;
        }

        var allowed = disclosed.File.Evidence;
        var chosen = Order.Wishes.Exhibits ?? BundleChoices.Usual(allowed);
        Files =
        [
            .. chosen.Select(code => allowed.Find(file => file.Code == code)).OfType<EvidenceInCase>().Select(file => (file, true)),
            .. BundleChoices.ByDay(allowed.Where(file => !chosen.Contains(file.Code))).Select(file => (file, false)),
        ];
        return true;
    }
}
