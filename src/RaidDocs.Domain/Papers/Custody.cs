using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;

namespace RaidDocs.Domain.Papers;

/// <summary>One line of what happened to a file.</summary>
/// <param name="Number">Of the line in the log.</param>
/// <param name="AtUtc">When.</param>
/// <param name="By">Sign-in name; null for the person at the command line.</param>
/// <param name="Action">As the log names it.</param>
/// <param name="Fields">What of it; for an export its id.</param>
public sealed record CustodyLine(long Number, DateTime AtUtc, string? By, string Action, IReadOnlyList<string> Fields);

/// <summary>Where a fact stands that rests on a file.</summary>
public sealed record SupportedFact(string Kind, Guid Id, Guid? WomanId, string Source, string? At);

/// <summary>Who had a file in hand: a view of the log, so that it cannot say anything else.</summary>
public static class Custody
{
    public const string Checked = "verify";
    public const string Found = "verify failed";
    public const string Opened = "opened";
    public const string Left = "export";

    /// <summary>Everything the log has of a file, oldest first.</summary>
    public static async Task<IReadOnlyList<CustodyLine>> CustodyOfAsync(this RaidDocsDbContext db, Guid evidence, CancellationToken cancellationToken) =>
        [.. (await db.CustodyOfAllAsync([evidence], cancellationToken))[evidence]];

    /// <summary>The same of several files, by file.</summary>
    public static async Task<ILookup<Guid, CustodyLine>> CustodyOfAllAsync(this RaidDocsDbContext db, IReadOnlyCollection<Guid> evidence, CancellationToken cancellationToken)
    {
        var ids = evidence.Select(id => id.ToString("D")).ToList();
        var lines = await db.AuditEntries.AsNoTracking()
            .Where(entry => ids.Contains(entry.ObjectId) && entry.ObjectType == nameof(Evidence))
            .OrderBy(entry => entry.Number)
            .Select(entry => new { entry.ObjectId, entry.Number, entry.At, By = db.Users.Where(user => user.Id == entry.ActorId).Select(user => user.UserName).FirstOrDefault(), entry.Action, entry.Json })
            .ToListAsync(cancellationToken);
        return lines.ToLookup(line => Guid.Parse(line.ObjectId), line => new CustodyLine(line.Number, line.At, line.By, line.Action, FieldsOf(line.Json)));
    }

    /// <summary>Writes down that a file was opened, copied, checked or left, with the next save.</summary>
    public static void NoteFile(this RaidDocsDbContext db, string action, Guid evidence, Guid raidId, params string[] fields) =>
        db.NoteAct(action, nameof(Evidence), evidence.ToString("D"), raidId, fields);

    /// <summary>The facts whose source lies in this file, of every kind that names a source.</summary>
    public static async Task<IReadOnlyList<SupportedFact>> SupportedByAsync(this RaidDocsDbContext db, Guid evidence, CancellationToken cancellationToken)
    {
        var sources = await db.Sources.AsNoTracking().Where(source => source.EvidenceId == evidence).ToDictionaryAsync(source => source.Id, source => source.Code, cancellationToken);
        if (sources.Count == 0)
        {
            return [];
        }

        var ids = sources.Keys.ToList();
        var found = new List<SupportedFact>();
        var read = typeof(Custody).GetMethod(nameof(FactsAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
        foreach (var type in db.Model.GetEntityTypes().Select(type => type.ClrType))
        {
            if (FactsOf(type) is { } facts)
            {
                found.AddRange(await (Task<List<SupportedFact>>)read.MakeGenericMethod(type, facts).Invoke(null, [db, sources, cancellationToken])!);
            }
        }

        // A line and a violation may have several sources.
        var lines = await db.Chronology.AsNoTracking().Where(row => row.Sources.Any(source => ids.Contains(source.Id)))
            .Select(row => new { row.Id, row.Facts.At, Sources = row.Sources.Select(source => source.Code).ToList() }).ToListAsync(cancellationToken);
        var violations = await db.Violations.AsNoTracking().Where(row => row.Sources.Any(source => ids.Contains(source.Id)))
            .Select(row => new { row.Id, row.Facts.At, Sources = row.Sources.Select(source => source.Code).ToList() }).ToListAsync(cancellationToken);
        found.AddRange(lines.Select(row => new SupportedFact(nameof(Raids.ChronologyEntry), row.Id, null, row.Sources.Find(sources.ContainsValue)!, row.At)));
        found.AddRange(violations.Select(row => new SupportedFact(nameof(Violations.Violation), row.Id, null, row.Sources.Find(sources.ContainsValue)!, row.At)));
        return found;
    }

    private static async Task<List<SupportedFact>> FactsAsync<T, TFacts>(RaidDocsDbContext db, Dictionary<Guid, string> sources, CancellationToken cancellationToken)
        where T : Fact<TFacts>
        where TFacts : Told
    {
        var ids = sources.Keys.ToList();
        var rows = await db.Set<T>().AsNoTracking().Where(row => row.SourceId != null && ids.Contains(row.SourceId.Value)).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new SupportedFact(typeof(T).Name, row.Id, (row as IOfWoman)?.WomanId, sources[row.SourceId!.Value], row.Facts.At))];
    }

    // What is said, for a fact with a source; null for any other row.
    private static Type? FactsOf(Type type)
    {
        for (var above = type.BaseType; above is not null; above = above.BaseType)
        {
            if (above.IsGenericType && above.GetGenericTypeDefinition() == typeof(Fact<>))
            {
                return above.GetGenericArguments()[0];
            }
        }

        return null;
    }

    private static List<string> FieldsOf(string json)
    {
        using var line = JsonDocument.Parse(json);
        return [.. line.RootElement.GetProperty("fields").EnumerateArray().Select(field => field.GetString()!)];
    }
}
