using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;

namespace RaidDocs.Domain.Drafts;

/// <summary>What a draft is of.</summary>
public static class DraftKind
{
    /// <summary>The log of a raid. It goes on at /raids/new/{id}/{next}.</summary>
    public const string Raid = "raid";

    /// <summary>An account that somebody tells about one raid. It goes on at /testimonies/new/{id}.</summary>
    public static string TestimonyOf(Guid raid) => $"{Testimonies}{raid:N}";

    /// <summary>How the kinds of all accounts begin.</summary>
    public const string Testimonies = "testimony-";

    /// <summary>What somebody wants in a case file of one raid. It goes on at /casefiles/{id}.</summary>
    public static string CaseFileOf(Guid raid) => $"{CaseFiles}{raid:N}";

    /// <summary>How the kinds of all wishes for case files begin.</summary>
    public const string CaseFiles = "casefile-";

    /// <summary>A list of names for one raid.</summary>
    public static string NamesOf(Guid raid) => $"names-{raid:N}";
}

/// <summary>A form of hers that is not finished.</summary>
/// <param name="Id">In its address.</param>
/// <param name="Title">What she would know it by, if she typed that already.</param>
/// <param name="Next">The page at which she goes on.</param>
/// <param name="SavedAt">UTC.</param>
public sealed record OpenDraft(Guid Id, string? Title, string Next, DateTime SavedAt);

public static class OpenDrafts
{
    // Nobody works on more at once; older ones come up when these are finished.
    private const int Most = 25;

    /// <summary>What the viewer began and did not finish, the newest first.</summary>
    public static async Task<IReadOnlyList<OpenDraft>> OpenDraftsAsync(this RaidDocsDbContext db, string kind, CancellationToken cancellationToken)
    {
        var open = await Hers(db, kind).AsNoTracking()
            .Where(draft => draft.Became == null)
            .OrderByDescending(draft => draft.SavedAt)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return [.. open.Select(Read)];
    }

    /// <summary>The accounts of this raid that the viewer began and did not finish, the newest first.</summary>
    public static Task<IReadOnlyList<OpenDraft>> OpenAccountsAsync(this RaidDocsDbContext db, Guid raid, CancellationToken cancellationToken) =>
        db.OpenDraftsAsync(DraftKind.TestimonyOf(raid), cancellationToken);

    /// <summary>The logs of raids and the accounts that the viewer began and did not finish, the newest first.</summary>
    public static async Task<(IReadOnlyList<OpenDraft> Raids, IReadOnlyList<OpenDraft> Accounts)> OpenDraftsAndAccountsAsync(
        this RaidDocsDbContext db, CancellationToken cancellationToken)
    {
        var viewer = db.Viewer.UserId;
        var open = await db.Drafts.AsNoTracking()
            .Where(draft => draft.UserId == viewer && draft.Became == null && (draft.Kind == DraftKind.Raid || draft.Kind.StartsWith(DraftKind.Testimonies)))
            .OrderByDescending(draft => draft.SavedAt)
            .Take(Most)
            .ToListAsync(cancellationToken);
        var accounts = open.Where(draft => draft.Kind != DraftKind.Raid).ToList();
        if (accounts.Count > 0)
        {
            // Somebody who left a team sees nothing of it, her own drafts neither.
            var raids = accounts.Select(draft => Guid.Parse(draft.Kind.AsSpan(DraftKind.Testimonies.Length))).ToList();
            var hers = await db.Raids.Where(raid => raids.Contains(raid.Id)).Select(raid => raid.Id).ToListAsync(cancellationToken);
            var kinds = hers.Select(DraftKind.TestimonyOf).ToHashSet(StringComparer.Ordinal);
            accounts.RemoveAll(draft => !kinds.Contains(draft.Kind));
        }

        return ([.. open.Where(draft => draft.Kind == DraftKind.Raid).Select(Read)], [.. accounts.Select(Read)]);
    }

    /// <summary>An account of the viewer, finished or not; nobody else's.</summary>
    public static Task<Draft?> FindAccountAsync(this RaidDocsDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var viewer = db.Viewer.UserId;
        return db.Drafts.SingleOrDefaultAsync(draft => draft.Id == id && draft.UserId == viewer && draft.Kind.StartsWith(DraftKind.Testimonies), cancellationToken);
    }

    /// <summary>A draft of the viewer; nobody else's.</summary>
    public static Task<Draft?> FindDraftAsync(this RaidDocsDbContext db, Guid id, string kind, CancellationToken cancellationToken) =>
        Hers(db, kind).SingleOrDefaultAsync(draft => draft.Id == id, cancellationToken);

    private static IQueryable<Draft> Hers(RaidDocsDbContext db, string kind)
    {
        var viewer = db.Viewer.UserId;
        return db.Drafts.Where(draft => draft.UserId == viewer && draft.Kind == kind);
    }

    private static OpenDraft Read(Draft draft)
    {
        using var content = JsonDocument.Parse(draft.Content);
        return new(draft.Id, Text("title"), Text("next") ?? "", draft.SavedAt);

        string? Text(string name) =>
            content.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
