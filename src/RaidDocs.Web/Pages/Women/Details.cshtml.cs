using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Family;
using RaidDocs.Domain.Money;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Women;
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

    public int Readers => Her.Head.Readers;

    public bool MayRecord => db.Viewer.May(RecordKind.Woman, Act.Record);

    public bool MayRecordCourt => db.Viewer.May(RecordKind.Court, Act.Record);

    /// <summary>By the clocks of Thailand.</summary>
    public DateTime Now { get; } = ClockExtensions.InBangkok(clock.UtcNow());

    public bool MayJoin => db.Viewer.May(RecordKind.Woman, Act.Join);

    public bool MayUndo => db.Viewer.Is(StaffRole.ResearchLeader);

    public HerNames HerNames { get; private set; } = null!;

    /// <summary>Empty while they are hidden.</summary>
    public IReadOnlyList<NameFacts> Names { get; private set; } = [];

    public IReadOnlyList<JoinedRow> Joined { get; private set; } = [];

    /// <summary>What a file said of her that no field holds, such as notes.</summary>
    public IReadOnlyList<string> FromFile { get; private set; } = [];

    /// <summary>The nearest day in court from today on.</summary>
    public PartialDateTime? NextHearing { get; private set; }

    public int ConsentsGiven { get; private set; }

    public bool MayTellFamily => db.Viewer.May(RecordKind.Family, Act.Record);

    /// <summary>How many of her family have a number that was not revoked.</summary>
    public int Contacts { get; private set; }

    /// <summary>What the family page still says although her custody changed.</summary>
    public IReadOnlyList<FamilySentence> ToldBefore { get; private set; } = [];

    public IEnumerable<(MoneyKind Kind, long Baht, int Unknown)> MoneyTotals =>
        from line in Her.Money
        group line by line.Kind into kind
        select (kind.Key, kind.Sum(line => (long)(line.Baht ?? 0)), kind.Count(line => line.Baht is null));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        if (await WomanFile.ReadAsync(db, Code, today, clock.UtcNow().AddDays(-DaysOfReading), cancellationToken) is not { } file)
        {
            return await db.FindLedAsync(Code, cancellationToken) is { } led ? Redirect($"/women/{led}") : NotFound();
        }

        Her = file;
        Where = Whereabouts.Of([.. file.Stays.Select(stay => stay.Placed)], today);
        Chain = StayChain.Of(file.Stays, today);
        NextHearing = file.Parts
            .SelectMany(part => part.Days)
            .SelectMany(hearing => new[] { hearing.On, hearing.Next })
            .Where(day => day is { Date.Precision: not DatePrecision.Unknown } && day.Date.Latest >= today)
            .Min();
        ConsentsGiven = Enum.GetValues<Purpose>().Count(purpose => file.Consents.Allow(purpose, today));
        await ReadFamilyAsync(cancellationToken);
        await ReadNamesAsync(cancellationToken);
        return Page();
    }

    private async Task ReadFamilyAsync(CancellationToken cancellationToken)
    {
        if (!MayTellFamily || Her.Head.FamilyLinks == 0)
        {
            return;
        }

        var (woman, raid) = (Her.Bar.Id, Her.Bar.RaidId);
        var links = await db.FamilyLinks.AsNoTracking()
            .Where(link => link.WomanId == woman && link.RaidId == raid && link.RevokedOn == null && link.AlarmOfId == null)
            .Select(link => new { link.Facts.Sentence, link.IsBehind })
            .ToListAsync(cancellationToken);
        Contacts = links.Count;
        ToldBefore = [.. links.Where(link => link.IsBehind).Select(link => link.Sentence).Distinct()];
    }

    private async Task ReadNamesAsync(CancellationToken cancellationToken)
    {
        var (woman, raid, now) = (Her.Bar.Id, Her.Bar.RaidId, clock.UtcNow());
        var state = await db.NamesStateAsync(raid, Her.Head.NamesGround, cancellationToken);
        HerNames = await db.OpenNamesAsync(Her.Bar, clock.Today(), state, Her.Head.Names, cancellationToken);
        if (HerNames.IsShown)
        {
            Names = (await db.WomanNames.AsNoTracking()
                    .Where(row => row.WomanId == woman && row.RaidId == raid && row.TakenBackBecause == null)
                    .OrderBy(row => row.RecordedAt)
                    .ToListAsync(cancellationToken))
                .ConvertAll(row => row.Facts);
        }

        FromFile = !Her.Head.IsFromFile ? [] : (await db.ImportedRows.AsNoTracking()
                .Where(row => row.WomanId == woman && row.RaidId == raid && row.Rest != null)
                .ToListAsync(cancellationToken))
            .ConvertAll(row => row.Rest!);
        if (Her.Head.Joins > 0)
        {
            Joined = await db.JoinedWomen.AsNoTracking()
                .Where(row => row.KeptId == woman && row.UndoneAt == null && row.Until > now)
                .Select(row => new JoinedRow(row.Id, row.Code, row.Until))
                .ToListAsync(cancellationToken);
        }
    }

    public sealed record JoinedRow(Guid Id, string Code, DateTime Until)
    {
        public DateOnly LastDay => DateOnly.FromDateTime(ClockExtensions.InBangkok(Until));
    }
}
