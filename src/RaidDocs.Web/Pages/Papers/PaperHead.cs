using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Papers;

/// <summary>What stands of a file on each of its pages.</summary>
public sealed record PaperHead(
    Guid Id, Guid RaidId, string Raid, bool IsInvented, int Number, int Copy, EvidenceFacts Facts, FileFacts File, bool IsHere, Guid? ParentId,
    Guid? TestimonyId, Guid? ConsentId, DateTime RecordedAt, Guid Version, IReadOnlyList<int> Women)
{
    public string Code => Evidence.CodeOf(Number, Copy);

    public bool IsOriginal => ParentId is null;

    /// <summary>R03-W07, ...</summary>
    public IEnumerable<string> WomenCodes => Women.Distinct().Order().Select(number => new WomanCode(Raid, number).ToString());

    /// <summary>Where its bytes are given out. An original wants more of the reader than a copy.</summary>
    public string OpenAt => IsOriginal ? $"/evidence/{Id}/file" : $"/evidence/{Id}/copy";
}

internal static class PaperQueries
{
    /// <summary>Null when there is no such file for this viewer.</summary>
    public static Task<PaperHead?> FindPaperAsync(this RaidDocsDbContext db, Guid id, CancellationToken cancellationToken) =>
        db.PaperHeads(db.Evidence.Where(row => row.Id == id)).SingleOrDefaultAsync(cancellationToken);

    public static IQueryable<PaperHead> PaperHeads(this RaidDocsDbContext db, IQueryable<Evidence> rows) => rows.AsNoTracking()
        .OrderBy(row => row.Number).ThenBy(row => row.Copy)
        .Select(row => new PaperHead(
            row.Id,
            row.RaidId,
            db.Raids.Where(raid => raid.Id == row.RaidId).Select(raid => raid.Code).First(),
            db.Raids.Where(raid => raid.Id == row.RaidId).Select(raid => raid.IsInvented).First(),
            row.Number,
            row.Copy,
            row.Facts,
            row.File,
            row.FileId != null,
            row.ParentId,
            row.TestimonyId,
            row.ConsentId,
            row.RecordedAt,
            row.Version,
            db.EvidenceWomen.Where(link => link.EvidenceId == row.Id)
                .Join(db.Apprehensions, link => new { link.RaidId, link.WomanId }, one => new { one.RaidId, one.WomanId }, (link, one) => one.Number)
                .ToList()));

    /// <summary>Why a file is closed, for the person who looks for it.</summary>
    public static string Words(this ClosedFile closed, Texts texts) => closed.State switch
    {
        ConsentState.TakenBack => texts["Closed: she took back her yes to “{0}”", closed.Purpose],
        ConsentState.No => texts["Closed: she said no to “{0}”", closed.Purpose],
        ConsentState.NeverAsked => texts["Closed: she was not asked for “{0}”", closed.Purpose],
        _ => texts["Closed: her answer to “{0}” does not count today", closed.Purpose],
    };

    /// <summary>Four digits at a time, to be read aloud and written down.</summary>
    public static string InFours(string sha256) => string.Join(' ', sha256.Chunk(4).Select(group => new string(group)));

    /// <summary>"812 bytes", "34 kB", "1.4 MB".</summary>
    public static string Size(long bytes, Texts texts) => bytes switch
    {
        < 1024 => texts["{0} bytes", bytes],
        < 1024 * 1024 => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes / 1024} kB"),
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024.0:0.0} MB"),
    };
}
