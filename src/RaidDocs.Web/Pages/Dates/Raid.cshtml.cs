using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Dates;

/// <summary>The clocks of one raid, and those that what is recorded could start: a person ticks them.</summary>
[Asks(RecordKind.Court, Act.Read)]
public sealed class RaidModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    private ClockRuleBook _book = new([]);

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public StartForm Form { get; set; } = new();

    public RaidBar? Bar { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public IReadOnlyList<Offer> Offers { get; private set; } = [];

    public bool MayRecord => db.Viewer.May(RecordKind.Court, Act.Record);

    public DateTime Now => ClockExtensions.InBangkok(clock.UtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Bar is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindRaidAsync(Code, cancellationToken);
        if (Bar is null || !MayRecord)
        {
            return NotFound();
        }

        if (Form.Ticked.Count + Form.All.Count == 0)
        {
            ModelState.AddModelError("", texts["Tick at least one clock"]);
            return Page();
        }

        var started = await db.InOneWriteAsync(() => StartAsync(Bar.Id, cancellationToken), cancellationToken);
        TempData["Confirmation"] = texts["{0} clocks started or moved.", started];
        return Redirect($"/raids/{Bar.Code}/dates");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindRaidAsync(Code, cancellationToken);
        if (Bar is null)
        {
            return;
        }

        _book = await ClockRuleBook.ReadAsync(db, cancellationToken);
        var (proposals, numbers) = await db.ReadProposalsAsync(Bar.Id, _book.Current, cancellationToken);
        Offers =
        [
            .. proposals.Where(proposal => proposal.IsOffered).GroupBy(proposal => proposal.Rule.Code).Select(rule => new Offer(
                rule.First().Rule,
                [.. rule.GroupBy(proposal => texts.Sum(proposal.Reading)).Select(sum => new OfferedSum([.. sum]))])),
        ];

        // Read with the proposals; the context holds them.
        Lines =
        [
            .. db.Clocks.Local.Where(row => row.RaidId == Bar.Id && numbers.ContainsKey(row.WomanId))
                .Select(row => new ClockRow(row, numbers[row.WomanId]))
                .OrderByDescending(row => row.Clock.IsOpen).ThenBy(row => row.Clock.DueOn ?? DateOnly.MaxValue).ThenBy(row => row.Number)
                .GroupBy(row => (row.Clock.RuleId, Sum: texts.Sum(row.Clock.Read()), State: row.Clock.Read().StateAt(Now)))
                .Select(rows => LineOf([.. rows], rows.Key.State)),
        ];
    }

    private Line LineOf(List<ClockRow> rows, ClockState state)
    {
        var first = rows[0].Clock;
        var (rule, current) = (first.Rule, _book.Now(first.Rule.Code));
        return new Line(
            rule,
            first.Read(),
            state,
            current is null || current.Edition == rule.Edition || !rule.IsOffered ? null : ClockReading.Of(current.Facts, first.Facts),
            first.Read().DaysTo(clock.Today()),
            rows);
    }

    private async Task<int> StartAsync(Guid raidId, CancellationToken cancellationToken)
    {
        var rules = (await db.ClockRules.ToListAsync(cancellationToken)).ToDictionary(rule => rule.Id);
        var (proposals, _) = await db.ReadProposalsAsync(raidId, new ClockRuleBook([.. rules.Values]).Current, cancellationToken);
        var chosen = proposals.Where(one => one.IsOffered && (Form.Ticked.Contains(one.Key) || Form.All.Contains(one.Rule.Code))).ToList();
        var sources = await db.Sources.Where(source => source.RaidId == raidId).ToDictionaryAsync(source => source.Id, cancellationToken);
        var moved = new HashSet<Guid>();
        foreach (var one in chosen)
        {
            if (one.Moves is { } clockOfHers && moved.Add(clockOfHers.Id))
            {
                clockOfHers.Change(one.Moved(clockOfHers.Facts), clockOfHers.SourceId);
            }
            else
            {
                // One clock moves to one start; a second start that is ticked has a clock of its own.
                db.Clocks.Add(new Clock(raidId, one.WomanId, rules[one.Rule.Id], one.Facts, one.Event.SourceId is { } id ? sources.GetValueOrDefault(id) : null));
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return chosen.Count;
    }

    public sealed class StartForm
    {
        public List<string> Ticked { get; set; } = [];

        /// <summary>Codes of rules of which everything offered is started.</summary>
        public List<string> All { get; set; } = [];
    }

    /// <summary>Clocks of one rule with one sum and one state.</summary>
    public sealed record Line(ClockRule Rule, ClockReading Reading, ClockState State, ClockReading? Now, DaysHeld? Days, IReadOnlyList<ClockRow> Clocks);

    public sealed record ClockRow(Clock Clock, int Number)
    {
        public Guid Id => Clock.Id;

        public ClockFacts Facts => Clock.Facts;
    }

    public sealed record Offer(ClockRule Rule, IReadOnlyList<OfferedSum> Sums);

    public sealed record OfferedSum(IReadOnlyList<ClockProposal> Proposals);
}
