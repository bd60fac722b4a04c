using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Drafts;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.Testimonies;

namespace RaidDocs.Web.Pages.Women.Testimonies;

/// <summary>Her words as they stand now, passage by passage, the translation beside the original.</summary>
[Asks(RecordKind.Testimony, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db, TimeProvider clock) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public WomanBar Bar { get; private set; } = null!;

    public PagedList<PassageLine> Passages { get; private set; } = null!;

    /// <summary>All her accounts in the order in which she told them, also those whose words are withheld.</summary>
    public IReadOnlyList<AccountRow> Accounts { get; private set; } = [];

    public IReadOnlyDictionary<Guid, Withheld> Withheld { get; private set; } = new Dictionary<Guid, Withheld>();

    /// <summary>The days on which she was asked and said: not today.</summary>
    public IReadOnlyList<PartialDate?> NotToday { get; private set; } = [];

    public IReadOnlyList<OpenDraft> Open { get; private set; } = [];

    public bool MayRecord => db.Viewer.May(RecordKind.Testimony, Act.Record);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.FindWomanAsync(Code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        var today = clock.Today();
        var hers = db.Testimonies.AsNoTracking().Where(testimony => testimony.WomanId == bar.Id && testimony.RaidId == bar.RaidId);
        var accounts = await hers.Select(testimony => new AccountRow(testimony.Id, testimony.Code, testimony.Facts.ToldOn, testimony.RecordedAt)).ToListAsync(cancellationToken);
        Accounts = [.. accounts.OrderBy(account => SuccessiveAccounts.Told(account.ToldOn, account.RecordedAt)).ThenBy(account => account.RecordedAt)];
        Withheld = await db.WithheldAsync([.. accounts.Select(account => account.Id)], today, cancellationToken);
        NotToday = await db.NotToday.AsNoTracking()
            .Where(row => row.WomanId == bar.Id && row.RaidId == bar.RaidId)
            .OrderBy(row => row.RecordedAt)
            .Select(row => row.Facts.On)
            .ToListAsync(cancellationToken);
        Passages = await db.ReadableTestimonies(today).AsNoTracking()
            .Where(testimony => testimony.WomanId == bar.Id && testimony.RaidId == bar.RaidId)
            .Join(
                db.Passages,
                testimony => new { TestimonyId = testimony.Id, testimony.Revision },
                passage => new { passage.TestimonyId, passage.Revision },
                (testimony, passage) => new { testimony, passage })
            .OrderBy(both => both.testimony.RecordedAt).ThenBy(both => both.passage.Number)
            .Select(both => new PassageLine(both.testimony.Id, both.testimony.Code, both.testimony.Revision, both.testimony.Facts, both.passage.Number, both.passage.Facts))
            .ToPagedListAsync(PageNumber, PageSize, cancellationToken);
        await db.NoteOpenedAsync(Passages.Items.Select(line => line.Id).Distinct(), bar.RaidId, "her account", cancellationToken);
        Open = [.. (await db.OpenAccountsAsync(bar.RaidId, cancellationToken)).Where(draft => draft.Title == bar.Code)];
        return Page();
    }

    public sealed record AccountRow(Guid Id, string Code, PartialDate? ToldOn, DateTime RecordedAt);

    public sealed record PassageLine(Guid Id, string Testimony, int Revision, TestimonyFacts About, int Number, PassageText Text);
}
