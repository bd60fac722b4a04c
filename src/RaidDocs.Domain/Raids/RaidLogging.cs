using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Facilities;
using RaidDocs.Domain.Reference;

namespace RaidDocs.Domain.Raids;

/// <summary>Puts a logged raid into the store.</summary>
public static class RaidLogging
{
    /// <summary>Adds the raid of the first hour; the caller saves, inside <see cref="RaidDocsDbContext.InOneWriteAsync{T}"/>.</summary>
    public static async Task<RaidLog> LogRaidAsync(
        this RaidDocsDbContext db, FirstHour hour, ReferenceLists lists, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hour);
        Raid.CheckWhen(hour.Raid.When, today);

        // A code is taken whoever's raid it is.
        var codes = await db.Raids.IgnoreQueryFilters([TeamFilter.Name]).Select(raid => raid.Code).ToListAsync(cancellationToken);
        var code = Codes.Next("R", codes);
        var place = hour.Now is { Kind: { } kind } now
            ? await db.FindOrAddPlaceAsync(kind, now.Name, hour.Raid.Province, $"{lists.Words(ListName.FacilityKinds, kind)} ({code})", cancellationToken)
            : null;
        var log = RaidLog.Of(hour, code, db.ViewerId, place);
        db.AddRange(log.Rows);
        return log;
    }

    /// <summary>What must be confirmed before it is saved, and the raid that it may be.</summary>
    public static async Task<(IReadOnlyList<Doubt> Doubts, string? Same)> DoubtsAboutAsync(
        this RaidDocsDbContext db, FirstHour hour, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hour);
        var same = await db.FindSameRaidAsync(hour.Raid, cancellationToken);
        return ([.. Doubt.About(hour, today), .. same is null ? [] : new[] { Doubt.IsItThis(same) }], same);
    }

    /// <summary>The raid of her teams at the same place in the same night, if there is one.</summary>
    public static async Task<string?> FindSameRaidAsync(this RaidDocsDbContext db, RaidFacts facts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.When?.Date is not { Precision: not DatePrecision.Unknown } night)
        {
            return null;
        }

        var place = SearchText.Fold(facts.VenueName ?? facts.Name);
        var others = await db.Raids.AsNoTracking()
            .OrderBy(raid => raid.Code)
            .Select(raid => new { raid.Code, raid.Facts.Name, raid.Facts.VenueName, raid.Facts.When })
            .ToListAsync(cancellationToken);
        return others.Find(other =>
            other.When?.Date is { Precision: not DatePrecision.Unknown } when && when.Earliest <= night.Latest && night.Earliest <= when.Latest
            && (SearchText.Fold(other.Name) == place || (other.VenueName is { } venue && SearchText.Fold(venue) == place)))?.Code;
    }

    /// <summary>The place of this kind, name and province; a new one if nobody knew it. Two places without a name are never one.</summary>
    public static async Task<Facility> FindOrAddPlaceAsync(
        this RaidDocsDbContext db, string kind, string? name, string? province, string nameless, CancellationToken cancellationToken)
    {
        var known = await db.Facilities.Where(place => place.Facts.Kind == kind && place.Facts.Province == province).ToListAsync(cancellationToken);
        var wanted = SearchText.Fold(name ?? nameless);
        if (known.Find(place => SearchText.Fold(place.Facts.Name) == wanted) is { } same)
        {
            return same;
        }

        var codes = await db.Facilities.Select(place => place.Code).ToListAsync(cancellationToken);
        var made = new Facility(Codes.Next("F", codes), new FacilityFacts { Name = name ?? nameless, Kind = kind, Province = province });
        db.Facilities.Add(made);
        return made;
    }
}
