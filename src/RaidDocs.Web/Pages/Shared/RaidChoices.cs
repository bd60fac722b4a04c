using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Sources;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages;

/// <summary>The women and sources of a raid: as tick boxes by code, and back from what was ticked.</summary>
internal static class RaidChoices
{
    /// <summary>The women of a raid by code.</summary>
    public static async Task<IReadOnlyList<Choice>> WomenChoicesAsync(this RaidDocsDbContext db, Guid raidId, CancellationToken cancellationToken)
    {
        var numbers = await db.Apprehensions.AsNoTracking()
            .Where(row => row.RaidId == raidId)
            .OrderBy(row => row.Number)
            .Select(row => row.Number)
            .ToListAsync(cancellationToken);
        return [.. numbers.Select(WomanCode.In).Select(code => new Choice(code, code))];
    }

    /// <summary>The women of the ticked codes; a code that the raid has not goes to <paramref name="state"/>.</summary>
    public static async Task<IReadOnlyList<Woman>> WomenOfAsync(
        this RaidDocsDbContext db, Guid raidId, IReadOnlyCollection<string> codes, ModelStateDictionary state, string key, CancellationToken cancellationToken)
    {
        var known = codes.Count == 0 ? [] : await db.Apprehensions
            .Where(row => row.RaidId == raidId)
            .Include(row => row.Woman)
            .ToDictionaryAsync(row => WomanCode.In(row.Number), row => row.Woman, cancellationToken);
        return Chosen(known, codes, state, key, code => Texts.Shared["There is no woman {0} in this raid", code]);
    }

    /// <summary>The sources of the ticked codes; a code that the raid has not goes to <paramref name="state"/>.</summary>
    public static async Task<IReadOnlyList<Source>> SourcesOfAsync(
        this RaidDocsDbContext db, Guid raidId, IReadOnlyCollection<string> codes, ModelStateDictionary state, string key, CancellationToken cancellationToken)
    {
        var known = codes.Count == 0 ? [] : await db.Sources
            .Where(source => source.RaidId == raidId)
            .ToDictionaryAsync(source => source.Code, cancellationToken);
        return Chosen(known, codes, state, key, code => Texts.Shared["There is no source {0} in this raid", code]);
    }

    /// <summary>The one source of a fact, or none; a code that the raid has not goes to <paramref name="state"/>.</summary>
    public static async Task<Source?> SourceOfAsync(
        this RaidDocsDbContext db, Guid raidId, string? code, ModelStateDictionary state, CancellationToken cancellationToken)
    {
        string[] codes = string.IsNullOrWhiteSpace(code) ? [] : [code.Trim()];
        var sources = await db.SourcesOfAsync(raidId, codes, state, "Form.Source", cancellationToken);
        return sources is [var source, ..] ? source : null;
    }

    private static List<T> Chosen<T>(
        Dictionary<string, T> known, IReadOnlyCollection<string> codes, ModelStateDictionary state, string key, Func<string, string> sentence)
    {
        var chosen = new List<T>();
        foreach (var code in codes.Where(code => !string.IsNullOrWhiteSpace(code)).Distinct(StringComparer.Ordinal))
        {
            if (known.TryGetValue(code, out var one))
            {
                chosen.Add(one);
            }
            else
            {
                state.AddModelError(key, sentence(code));
            }
        }

        return chosen;
    }
}
