using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;

namespace RaidDocs.Domain.Clocks;

/// <summary>All editions of all rules: there are few, and they are read at once.</summary>
public sealed class ClockRuleBook(IReadOnlyList<ClockRule> editions)
{
    /// <summary>The newest edition of each rule, by code.</summary>
    public IReadOnlyList<ClockRule> Current { get; } =
    [
        .. editions.Where(rule => rule.IsOffered)
            .GroupBy(rule => rule.Code, StringComparer.Ordinal)
            .Select(rules => rules.MaxBy(rule => rule.OfferedAt ?? rule.RecordedAt)!)
            .OrderBy(rule => rule.Code, StringComparer.Ordinal),
    ];

    public static async Task<ClockRuleBook> ReadAsync(RaidDocsDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return new(await db.ClockRules.AsNoTracking().ToListAsync(cancellationToken));
    }

    public ClockRule? Now(string code) => Current.FirstOrDefault(rule => rule.Code == code);

    public ClockRule? Find(string code, string edition) => editions.FirstOrDefault(rule => rule.Code == code && rule.Edition == edition);

    public ClockRule? Find(Guid id) => editions.FirstOrDefault(rule => rule.Id == id);

    /// <summary>The editions of one rule, the newest first.</summary>
    public IReadOnlyList<ClockRule> Of(string code) =>
        [.. editions.Where(rule => rule.Code == code && rule.IsOffered).OrderByDescending(rule => rule.OfferedAt ?? rule.RecordedAt)];

    /// <summary>Adds the rules that the program carries. A rule that the house changed stays as the house wrote it.</summary>
    internal static async Task LoadAsync(RaidDocsDbContext db, CancellationToken cancellationToken)
    {
        var book = new ClockRuleBook(await db.ClockRules.ToListAsync(cancellationToken));
        foreach (var carried in Carried())
        {
            var now = book.Now(carried.Code);
            if (now is null || (now.IsOfProgram && now.Edition != carried.Edition))
            {
                db.ClockRules.Add(carried);
            }
        }

        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>As they stand in seeds/reference/clock-rules.json.</summary>
    public static IReadOnlyList<ClockRule> Carried() =>
    [
        .. ReferenceSeeds.Read().Where(item => item.List == ListName.ClockRules).Select(item => new ClockRule(
            item.Key,
            JsonSerializer.Deserialize<ClockRuleFacts>(WithWords(item), CaseJson.Options)!)
        {
            IsOfProgram = true,
        }),
    ];

    // The list has the words and the source of every entry; the rest is its data.
    private static string WithWords(ReferenceItem item)
    {
        var data = JsonSerializer.Deserialize<Dictionary<string, object?>>(item.Data)!;
        (data["en"], data["th"], data["source"]) = (item.En, item.Th, item.Source);
        return JsonSerializer.Serialize(data);
    }
}
