using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Money;
using RaidDocs.Domain.Stays;
using RaidDocs.Domain.Women;

namespace RaidDocs.Web.Pages.Women;

/// <summary>All that her page shows, read with the same few queries however many rows there are.</summary>
public sealed record WomanFile(WomanHead Head)
{
    public WomanBar Bar => Head.Bar;

    public IReadOnlyList<StayRow> Stays { get; private init; } = [];

    public IReadOnlyList<LabelRow> Labels { get; private init; } = [];

    public IReadOnlyList<AgeRow> Ages { get; private init; } = [];

    public IReadOnlyList<PartRow> Parts { get; private init; } = [];

    public IReadOnlyList<Clock> Clocks { get; private init; } = [];

    public IReadOnlyList<MoneyFacts> Money { get; private init; } = [];

    public IReadOnlyList<ConsentFacts> Consents { get; private init; } = [];

    public IReadOnlyList<string> OtherRaids { get; private init; } = [];

    public static async Task<WomanFile?> ReadAsync(RaidDocsDbContext db, string code, DateOnly today, DateTime readSince, CancellationToken cancellationToken)
    {
        if (WomanCode.Read(code) is not { } read
            || await WomanQueries.Head.Of(db)(db, read.Raid, read.Number, db.Viewer.UserId, today, db.Now.UtcDateTime, readSince, cancellationToken) is not { } head)
        {
            return null;
        }

        var (woman, raid) = (head.Bar.Id, head.Bar.RaidId);
        return new(head)
        {
            Stays = await StaysAsync(db, woman, raid, cancellationToken),
            Labels = head.Labels == 0 ? [] : await WomanQueries.Labels.Of(db)(db, woman, raid).ToListAsync(cancellationToken),
            Ages = head.Ages == 0 ? [] : await WomanQueries.Ages.Of(db)(db, woman, raid).ToListAsync(cancellationToken),
            Parts = head.Parts == 0 ? [] : await db.CourtParts.AsNoTracking()
                .Where(part => part.WomanId == woman && part.RaidId == raid && part.TakenBackBecause == null)
                .OrderBy(part => part.RecordedAt)
                .Join(db.CourtCases, part => part.CourtCaseId, courtCase => courtCase.Id, (part, courtCase) => new PartRow(
                    courtCase.Code,
                    courtCase.Facts.About,
                    part.Facts,
                    db.Hearings.Where(day => day.CourtCaseId == courtCase.Id).Select(day => new CourtDays(day.Facts.On, day.Facts.Next)).ToList()))
                .ToListAsync(cancellationToken),
            Clocks = head.Clocks == 0 ? [] : await db.Clocks.AsNoTracking().Include(clock => clock.Rule)
                .Where(clock => clock.WomanId == woman && clock.RaidId == raid)
                .OrderByDescending(clock => clock.IsOpen).ThenBy(clock => clock.DueOn)
                .ToListAsync(cancellationToken),
            Money = head.MoneyLines == 0 ? [] : await db.MoneyLines.AsNoTracking()
                .Where(line => line.WomanId == woman && line.RaidId == raid)
                .OrderBy(line => line.RecordedAt)
                .Select(line => line.Facts)
                .ToListAsync(cancellationToken),
            Consents = await WomanQueries.Consents.Of(db)(db, woman, raid).ToListAsync(cancellationToken),
            OtherRaids = head.OtherRaids == 0 ? [] : await db.Apprehensions.AsNoTracking()
                .Where(row => row.WomanId == woman && row.RaidId != raid)
                .Join(db.Raids, row => row.RaidId, other => other.Id, (row, other) => new { other.Code, row.Number })
                .OrderBy(other => other.Code)
                .Select(other => new WomanCode(other.Code, other.Number).ToString())
                .ToListAsync(cancellationToken),
        };
    }

    /// <summary>Her stays in one raid, in the order in which they began.</summary>
    public static async Task<IReadOnlyList<StayRow>> StaysAsync(RaidDocsDbContext db, Guid woman, Guid raid, CancellationToken cancellationToken) =>
        [.. (await WomanQueries.Stays.Of(db)(db, woman, raid).ToListAsync(cancellationToken)).InOrder(stay => stay.Facts)];
}

/// <summary>Her record, and how much there is of what few women have: what is not there is not asked for.</summary>
/// <remarks>Readers are those who read her names since a certain time.</remarks>
public sealed record WomanHead(
    WomanBar Bar, WomanFacts Facts, ApprehensionFacts Night, int Procedures, int Testimonies, int Names, int Joins, int Clocks, int Labels, int Ages, int Parts, int MoneyLines, int FamilyLinks, int OtherRaids, bool IsFromFile, NamesGround NamesGround, int Readers);

public sealed record StayRow(Guid Id, StayFacts Facts, string? PlaceCode, string? Place, string? Kind, string? Source)
{
    public PlacedStay Placed => new(Facts, Place, Kind);
}

public sealed record LabelRow(Guid Id, LabelFacts Facts, string? Source, string? TakenBack);

public sealed record AgeRow(Guid Id, AgeFacts Facts, string? Source, string? TakenBack)
{
    /// <summary>"19", or "16 to 18".</summary>
    public string Years => Facts.High is { } high && high != Facts.Low
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Facts.Low} - {high}")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Facts.Low}");
}

public sealed record PartRow(string Case, string About, CourtRoleFacts Facts, IReadOnlyList<CourtDays> Days);

/// <summary>A day in court, and the next one that was told there.</summary>
public sealed record CourtDays(PartialDateTime? On, PartialDateTime? Next);
