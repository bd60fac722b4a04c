using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Drafts;

namespace RaidDocs.Domain.Disclosure.Bundles;

/// <summary>What somebody wants, with the raid it is about.</summary>
/// <param name="Draft">The row it lies in: hers alone.</param>
/// <param name="Raid">R03.</param>
/// <param name="Wishes">As far as they were answered.</param>
public sealed record BundleOrder(Draft Draft, string Raid, BundleWishes Wishes)
{
    public Guid Id => Draft.Id;

    /// <summary>The export it became; null while it is being put together.</summary>
    public Guid? Export => Guid.TryParse(Draft.Became, out var id) ? id : null;
}

/// <summary>Wishes for case files, kept as drafts: they may hold words to hide, so they go when the file is made.</summary>
public static class BundleOrders
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Converters = { new JsonStringEnumConverter() } };

    /// <summary>Begins one. Null when there is no such raid for this viewer.</summary>
    public static async Task<Guid?> BeginBundleAsync(this RaidDocsDbContext db, Guid id, string raid, BundleWishes wishes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.Viewer.UserId is not { } user || await db.Raids.Where(row => row.Code == raid).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken) is not { } raidId)
        {
            return null;
        }

        return await db.InOneWriteAsync(
            async () =>
            {
                if (!await db.Drafts.AnyAsync(row => row.Id == id, cancellationToken))
                {
                    var draft = new Draft(user, DraftKind.CaseFileOf(raidId)) { Id = id };
                    draft.Keep(Written(raid, wishes), db.Now.UtcDateTime);
                    db.Drafts.Add(draft);
                    await db.SaveChangesAsync(cancellationToken);
                }

                return id;
            },
            cancellationToken);
    }

    /// <summary>Null when it is not hers, or the raid is not hers any more.</summary>
    public static async Task<BundleOrder?> FindBundleAsync(this RaidDocsDbContext db, Guid id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var user = db.Viewer.UserId;
        if (await db.Drafts.SingleOrDefaultAsync(row => row.Id == id && row.UserId == user && row.Kind.StartsWith(DraftKind.CaseFiles), cancellationToken) is not { } draft)
        {
            return null;
        }

        var raidId = Guid.ParseExact(draft.Kind[DraftKind.CaseFiles.Length..], "N");
        if (await db.Raids.Where(row => row.Id == raidId).Select(row => row.Code).SingleOrDefaultAsync(cancellationToken) is not { } code)
        {
            return null;
        }

        return new BundleOrder(draft, code, Read(draft.Content));
    }

    public static async Task KeepAsync(this RaidDocsDbContext db, BundleOrder order, BundleWishes wishes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        order.Draft.Keep(Written(order.Raid, wishes), db.Now.UtcDateTime);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static string Written(string raid, BundleWishes wishes) => JsonSerializer.Serialize(new Kept(raid, $"/{raid}", wishes), Json);

    private static BundleWishes Read(string content) => JsonSerializer.Deserialize<Kept>(content, Json)?.Wishes ?? new BundleWishes();

    private sealed record Kept(string Title, string Next, BundleWishes? Wishes);
}
