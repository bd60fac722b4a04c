using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Violations;
using RaidDocs.Domain.Women;

namespace RaidDocs.Web.Pages.Violations.Coding;

/// <summary>A testimony with passages that nobody has coded yet.</summary>
public sealed record ToCodeRow(Guid Id, string Code, string Raid, int? Number, int Passages)
{
    public string Whose => Number is { } number ? new WomanCode(Raid, number).ToString() : Raid;
}

public sealed record ToReviewRow(Guid Id, string Raid, ViolationFacts Facts, int Passages, string? Said);

internal static class CodingQueue
{
    // What a second person says of a violation; to say it is not to write it.
    private static readonly string[] OfReview = [nameof(Violation.ReviewedBy), nameof(Violation.ToTalkAbout)];

    public static Task<List<ToCodeRow>> TestimoniesToCodeAsync(this RaidDocsDbContext db, DateOnly today, int most, CancellationToken cancellationToken) =>
        db.UncodedPassages(db.ReadableTestimonies(today))
            .GroupBy(passage => passage.TestimonyId)
            .Select(passages => new { Id = passages.Key, Count = passages.Count() })
            .Join(db.Testimonies, row => row.Id, told => told.Id, (row, told) => new { row.Count, told })
            .Join(db.Raids, row => row.told.RaidId, raid => raid.Id, (row, raid) => new { row.Count, row.told, raid.Code })
            .OrderBy(row => row.Code)
            .ThenBy(row => row.told.RecordedAt)
            .Take(most)
            .Select(row => new ToCodeRow(
                row.told.Id,
                row.told.Code,
                row.Code,
                db.Apprehensions.Where(one => one.RaidId == row.told.RaidId && one.WomanId == row.told.WomanId).Select(one => (int?)one.Number).FirstOrDefault(),
                row.Count))
            .ToListAsync(cancellationToken);

    public static Task<int> CountTestimoniesToCodeAsync(this RaidDocsDbContext db, DateOnly today, CancellationToken cancellationToken) =>
        db.UncodedPassages(db.ReadableTestimonies(today)).Select(passage => passage.TestimonyId).Distinct().CountAsync(cancellationToken);

    /// <summary>Who wrote each of these violations last: its facts, its women or a passage it stands on. A review writes nothing.</summary>
    public static async Task<Dictionary<Guid, Guid?>> LastWritersAsync(this RaidDocsDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var keys = ids.Select(id => id.ToString("D")).ToList();
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(entry => keys.Contains(entry.ObjectId) && (entry.Action == "create" || entry.Action == "change"))
            .OrderByDescending(entry => entry.Number)
            .Select(entry => new { entry.ObjectId, entry.ActorId, entry.Action, entry.Json })
            .ToListAsync(cancellationToken);
        return entries
            .Where(entry => entry.Action == "create" || !IsReview(entry.Json))
            .GroupBy(entry => entry.ObjectId)
            .ToDictionary(entry => Guid.Parse(entry.Key), entry => entry.First().ActorId);
    }

    private static bool IsReview(string line)
    {
        using var json = JsonDocument.Parse(line);
        var fields = json.RootElement.GetProperty("fields").EnumerateArray().Select(field => field.GetString()).ToList();
        return fields.Count > 0 && fields.TrueForAll(OfReview.Contains);
    }
}
