using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Women;

/// <summary>Whether her names are hidden from this reader.</summary>
/// <param name="Code">R03-W07.</param>
/// <param name="MayReveal">She may see them once she says why.</param>
/// <param name="Until">The end of her minutes, UTC; null when names are hidden.</param>
/// <param name="IsShown">Her names may be read for this answer; that is recorded already.</param>
public sealed record HerNames(string Code, bool MayReveal, DateTime? Until, bool IsShown)
{
    /// <summary>She has read as many women's names today as one person may.</summary>
    public bool NeedsSecond => Until is not null && !IsShown;
}

internal static class NamesPages
{
    /// <summary>Records the reading before any name is read from the store.</summary>
    public static async Task<HerNames> OpenNamesAsync(this RaidDocsDbContext db, WomanBar her, TimeProvider clock, int names, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        return await db.OpenNamesAsync(her, today, await db.NamesStateAsync(her.RaidId, today, cancellationToken), names, cancellationToken);
    }

    /// <summary>The same where it is known how she stands to the names.</summary>
    public static async Task<HerNames> OpenNamesAsync(this RaidDocsDbContext db, WomanBar her, DateOnly today, NamesState state, int names, CancellationToken cancellationToken)
    {
        if (state.Shown is null || names == 0)
        {
            return new(her.Code, state.MayReveal, state.Shown?.Until, IsShown: state.Shown is not null);
        }

        var decision = await db.ReadNamesOfAsync(her.Id, state.Shown, ClockExtensions.StartOf(today), cancellationToken);
        return new(her.Code, state.MayReveal, state.Shown.Until, decision == Decision.Allow);
    }
}
