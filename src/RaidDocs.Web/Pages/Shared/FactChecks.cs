using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Sources;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages;

/// <summary>What is asked of a stated fact besides the form of its answers.</summary>
internal static class FactChecks
{
    /// <summary>The source with this code; a code that is none of this raid's is refused.</summary>
    public static async Task<Source?> NamedSourceAsync(
        this RaidDocsDbContext db, Guid raidId, string? code, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(code)
            ? null
            : await db.Sources.SingleOrDefaultAsync(source => source.RaidId == raidId && source.Code == code, cancellationToken)
                ?? throw new DomainRuleException($"Choose a source of this raid");

    /// <summary>The sources with these codes; a code that is none of this raid's is refused.</summary>
    public static async Task<List<Source>> NamedSourcesAsync(
        this RaidDocsDbContext db, Guid raidId, IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        var sources = await db.Sources.Where(source => source.RaidId == raidId).ToListAsync(cancellationToken);
        var named = sources.Where(source => codes.Contains(source.Code)).ToList();
        return named.Count == codes.Distinct().Count() ? named : throw new DomainRuleException($"Choose a source of this raid");
    }

    /// <summary>What is told has happened, and so lies before tomorrow.</summary>
    public static void RefuseFuture(this ModelStateDictionary state, string key, PartialDate? date, DateOnly today)
    {
        if (date is { Precision: not DatePrecision.Unknown } && date.Earliest > today)
        {
            state.AddModelError(key, Texts.Shared["The day must be today or in the past"]);
        }
    }

    /// <summary>She agrees before she is asked anything.</summary>
    public static void RefuseAgreedAfter(this ModelStateDictionary state, string key, PartialDate? agreed, PartialDate? told)
    {
        if (agreed is { Precision: not DatePrecision.Unknown } && told is { Precision: not DatePrecision.Unknown } && agreed.Earliest > told.Latest)
        {
            state.AddModelError(key, Texts.Shared["She must have agreed to talk on {0}, when she told it, or before", told]);
        }
    }

    /// <summary>Refuses a key that the list does not have.</summary>
    public static void RefuseUnknown(this ModelStateDictionary state, string key, ReferenceLists lists, string list, params IEnumerable<string?> chosen)
    {
        if (chosen.Any(one => !string.IsNullOrEmpty(one) && lists.Find(list, one) is null))
        {
            state.AddModelError(key, Texts.Shared["Choose an answer from the list"]);
        }
    }
}
