using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure.Bundles;

namespace RaidDocs.Domain.Disclosure;

/// <summary>How the women's answers and marks stood, and whom the files were about, when something was let through.</summary>
public sealed record AnswersAsOf(
    int Consents, DateTime? NewestConsent, int Passages, DateTime? NewestPassage, int ReadBacks, int FileLinks, DateTime? NewestFileLink, int FilesThatShowHer, int LetterAnswers);

/// <summary>The gate over the store: reads a case, lets through what is allowed, and records what left.</summary>
public static class Disclosing
{
    /// <summary>Null when there is no such raid for this viewer.</summary>
    public static Task<Disclosed?> DiscloseAsync(
        this RaidDocsDbContext db, string raidCode, Audience audience, string? forWhom, DateOnly today, GateWords words, CancellationToken cancellationToken) =>
        db.DiscloseAsync(raidCode, audience, forWhom, today, words, null, null, cancellationToken);

    /// <summary>What of the raid may stand in tables, or be read by a program. Null when there is no such raid for this viewer.</summary>
    public static Task<Disclosed?> DiscloseRowsAsync(
        this RaidDocsDbContext db, string raidCode, Audience audience, string? forWhom, RowWishes rows, DateOnly today, GateWords words, CancellationToken cancellationToken) =>
        db.DiscloseAsync(raidCode, audience, forWhom, today, words, null, rows, cancellationToken);

    /// <summary>What of the raid may leave in a case file. Null when there is no such raid or woman for this viewer.</summary>
    public static Task<Disclosed?> DiscloseBundleAsync(
        this RaidDocsDbContext db, string raidCode, BundleWishes wishes, DateOnly today, GateWords words, CancellationToken cancellationToken) =>
        db.DiscloseAsync(raidCode, wishes.Audience, string.IsNullOrWhiteSpace(wishes.ForWhom) ? null : wishes.ForWhom.Trim(), today, words, wishes, null, cancellationToken);

    private static async Task<Disclosed?> DiscloseAsync(
        this RaidDocsDbContext db, string raidCode, Audience audience, string? forWhom, DateOnly today, GateWords words, BundleWishes? bundle, RowWishes? rows, CancellationToken cancellationToken)
    {
        var raid = await db.Raids.AsNoTracking().Where(row => row.Code == raidCode).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken);
        if (raid is not { } id)
        {
            return null;
        }

        // First how things stand, then the case: an answer that comes in between is noticed when it is recorded.
        var asOf = await db.AnswersAsOfAsync(id, cancellationToken);
        var whole = await db.ReadCaseAsync(raidCode, NamesInCase.ToKeepOut, cancellationToken);
        if (whole is null || (bundle?.Woman is { } woman && !whole.Women.Exists(one => one.Code == woman)))
        {
            return null;
        }

        var staff = bundle?.Hide.StaffNames == true ? await db.Users.AsNoTracking().Select(user => user.UserName!).ToListAsync(cancellationToken) : [];
        return DisclosureGate.LetThrough(WithoutLetters(whole), audience, forWhom, today, words, bundle, staff, rows).Of(id, asOf);
    }

    /// <summary>
    /// Writes down that it left, in the last moment before anybody has it. If an answer or a mark changed since it was let
    /// through, nothing leaves: an export stands before the change or fails, never after.
    /// </summary>
    /// <exception cref="DomainRuleException">An answer changed meanwhile.</exception>
    public static Task<Export> RecordExportAsync(
        this RaidDocsDbContext db, Disclosed disclosed, string kind, string? why, byte[] file, CancellationToken cancellationToken) =>
        db.RecordExportAsync(disclosed, new ExportedFile(kind, why, Convert.ToHexStringLower(SHA256.HashData(file)), file.Length), [], cancellationToken);

    /// <summary>The same for a file that is not in memory, with the exhibits that went with it.</summary>
    /// <exception cref="DomainRuleException">An answer changed meanwhile.</exception>
    public static Task<Export> RecordExportAsync(
        this RaidDocsDbContext db, Disclosed disclosed, ExportedFile file, IReadOnlyCollection<Exhibit> exhibits, CancellationToken cancellationToken) =>
        db.InOneWriteAsync(() => db.WriteDownAsync(disclosed, file, exhibits, cancellationToken), cancellationToken);

    /// <summary>One file of tables that tells of several raids: a line for each, all under the next number of a copy, or none.</summary>
    /// <exception cref="DomainRuleException">An answer changed meanwhile.</exception>
    public static Task<IReadOnlyList<Export>> RecordTablesAsync(
        this RaidDocsDbContext db, IReadOnlyList<Disclosed> raids, ExportedFile file, CancellationToken cancellationToken) =>
        db.InOneWriteAsync(
            async () =>
            {
                var copy = 1 + (await db.Exports.IgnoreQueryFilters().MaxAsync(row => row.Copy, cancellationToken) ?? 0);
                var made = new List<Export>();
                foreach (var disclosed in raids)
                {
                    made.Add(await db.WriteDownAsync(disclosed, file with { Copy = copy }, [], cancellationToken));
                }

                return (IReadOnlyList<Export>)made;
            },
            cancellationToken);

    private static async Task<Export> WriteDownAsync(
        this RaidDocsDbContext db, Disclosed disclosed, ExportedFile file, IReadOnlyCollection<Exhibit> exhibits, CancellationToken cancellationToken)
    {
        if (await db.AnswersAsOfAsync(disclosed.RaidId, cancellationToken) != disclosed.AsOf)
        {
            throw new DomainRuleException($"A woman changed her answer, or her words changed, while this was made. Nothing was kept. Make it again");
        }

        var women = await db.Apprehensions.AsNoTracking().Where(row => row.RaidId == disclosed.RaidId).Select(row => new { row.Number, row.WomanId }).ToListAsync(cancellationToken);
        var testimonies = await db.Testimonies.AsNoTracking().Where(row => row.RaidId == disclosed.RaidId).ToDictionaryAsync(row => row.Code, row => row.Id, cancellationToken);
        var idOf = women.ToDictionary(row => Women.WomanCode.In(row.Number), row => row.WomanId, StringComparer.Ordinal);
        var export = new Export(
            disclosed.RaidId, file.Kind, disclosed.Audience, disclosed.ForWhom, file.Why, db.Viewer.UserId, file.Sha256, file.Bytes);
        export.IsCopy(file.Copy, file.SentHow, file.KeepUntil);
        db.Exports.Add(export);
        db.ExportedParts.AddRange(disclosed.Parts.Select(part => new ExportedPart(
            export.Id, disclosed.RaidId, idOf[part.Woman], part.Testimony is { } code ? testimonies[code] : null,
            part.Passages.Count == 0 ? null : string.Join(' ', part.Passages))));
        db.NoteNames(disclosed, idOf, "case file");
        db.NoteLeft(export, exhibits);
        db.NoteAct("export", file.Kind, export.Id.ToString("D"), disclosed.RaidId, disclosed.Audience.ToString());
        await db.SaveChangesAsync(cancellationToken);
        return export;
    }

    /// <summary>Has no answer and no mark changed since it was let through? What waits to be fetched is asked once more.</summary>
    public static async Task<bool> StillStandsAsync(this RaidDocsDbContext db, Guid raidId, AnswersAsOf? asOf, CancellationToken cancellationToken) =>
        await db.AnswersAsOfAsync(raidId, cancellationToken) == asOf;

    /// <summary>Writes down that names were read, where somebody looks at pages with them.</summary>
    public static async Task NoteNamesAsync(this RaidDocsDbContext db, Disclosed disclosed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(disclosed);
        var women = await db.Apprehensions.AsNoTracking().Where(row => row.RaidId == disclosed.RaidId).ToDictionaryAsync(row => row.Number, row => row.WomanId, cancellationToken);
        db.NoteNames(disclosed, women.ToDictionary(row => Women.WomanCode.In(row.Key), row => row.Value, StringComparer.Ordinal), "case file");
    }

    private static void NoteNames(this RaidDocsDbContext db, Disclosed disclosed, Dictionary<string, Guid> idOf, string purpose) =>
        db.NoteReading(nameof(Women.WomanName), disclosed.Persons.Where(person => person.Name is not null).Select(person => idOf[person.Code]), disclosed.RaidId, purpose);

    /// <summary>The exports that hold what she no longer allows, newest first: whom to ask to give it back.</summary>
    /// <param name="db">The store.</param>
    /// <param name="raidId">The raid.</param>
    /// <param name="womanId">Whose answer.</param>
    /// <param name="purposes">What she took back.</param>
    /// <param name="testimonyId">The testimony it is about; null for all she told.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<IReadOnlyList<Export>> ToRecallAsync(
        this RaidDocsDbContext db, Guid raidId, Guid womanId, IReadOnlyCollection<Purpose> purposes, Guid? testimonyId, CancellationToken cancellationToken)
    {
        var hers = await db.ExportedParts.AsNoTracking()
            .Where(part => part.RaidId == raidId && part.WomanId == womanId && (testimonyId == null || part.TestimonyId == testimonyId))
            .Join(db.Exports, part => part.ExportId, export => export.Id, (part, export) => new { part.TestimonyId, export })
            .ToListAsync(cancellationToken);
        return
        [
            .. hers.Where(one => Needed(one.export.Audience, one.TestimonyId is not null).Any(purposes.Contains))
                .Select(one => one.export).DistinctBy(export => export.Id).OrderByDescending(export => export.RecordedAt),
        ];
    }

    // What she answered about letters is asked by the form that needs it, and printed by no other document.
    private static CaseFile WithoutLetters(CaseFile whole) => whole with { Women = [.. whole.Women.Select(woman => woman with { Letters = [] })] };

    private static IEnumerable<Purpose> Needed(Audience audience, bool isWords) =>
        isWords ? NeededConsent.For(Surface.Report, audience) : [Purpose.Keep, .. NeededConsent.ToLeaveFor(audience)];

    internal static async Task<AnswersAsOf> AnswersAsOfAsync(this RaidDocsDbContext db, Guid raidId, CancellationToken cancellationToken)
    {
        var consents = db.Consents.AsNoTracking().Where(row => row.RaidId == raidId);
        var passages = db.Passages.AsNoTracking().Where(row => row.RaidId == raidId);
        var links = db.EvidenceWomen.AsNoTracking().Where(row => row.RaidId == raidId);
        return new AnswersAsOf(
            await consents.CountAsync(cancellationToken),
            await consents.MaxAsync(row => (DateTime?)row.RecordedAt, cancellationToken),
            await passages.CountAsync(cancellationToken),
            await passages.MaxAsync(row => (DateTime?)row.RecordedAt, cancellationToken),
            await db.ReadBacks.CountAsync(row => row.RaidId == raidId, cancellationToken),
            await links.CountAsync(cancellationToken),
            await links.MaxAsync(row => (DateTime?)row.RecordedAt, cancellationToken),
            await db.Evidence.CountAsync(row => row.RaidId == raidId && row.Facts.ShowsHer, cancellationToken),
            await db.LetterAnswers.CountAsync(row => row.RaidId == raidId, cancellationToken));
    }
}
