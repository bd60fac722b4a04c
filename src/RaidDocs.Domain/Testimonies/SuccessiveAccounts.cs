using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;

namespace RaidDocs.Domain.Testimonies;

/// <summary>One woman and her accounts among those that were asked about.</summary>
/// <param name="RaidId">Where her codes are from.</param>
/// <param name="WomanId">The woman.</param>
/// <param name="Codes">T1, T4, in the order in which she told them.</param>
public sealed record AccountsOfOne(Guid RaidId, Guid WomanId, IReadOnlyList<string> Codes)
{
    /// <summary>For whoever is about to put them into one bundle.</summary>
    public FormattableString Warning =>
        $"{string.Join(", ", Codes)} are accounts of one woman. Two accounts of one woman can be set against each other. Choose one, or talk with her lawyer first";
}

public static class SuccessiveAccounts
{
    /// <summary>The women of whom the set holds two accounts or more, also from two raids; empty when every account is another woman's.</summary>
    public static async Task<IReadOnlyList<AccountsOfOne>> SuccessiveAccountsAsync(
        this RaidDocsDbContext db, IReadOnlyCollection<Guid> testimonies, CancellationToken cancellationToken)
    {
        var rows = await db.Testimonies.AsNoTracking()
            .Where(row => row.WomanId != null && testimonies.Contains(row.Id))
            .Select(row => new { row.RaidId, WomanId = row.WomanId!.Value, row.Code, row.Facts.ToldOn, row.RecordedAt })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(row => row.WomanId).Where(hers => hers.Count() > 1).Select(hers => new AccountsOfOne(
                hers.First().RaidId,
                hers.Key,
                [.. hers.OrderBy(row => Told(row.ToldOn, row.RecordedAt)).ThenBy(row => row.RecordedAt).Select(row => row.Code)])),
        ];
    }

    /// <summary>By the day on which she told it, else the day on which it was written down.</summary>
    public static DateOnly Told(PartialDate? toldOn, DateTime recordedAt) =>
        toldOn is { Precision: not DatePrecision.Unknown } day ? day.Earliest : DateOnly.FromDateTime(recordedAt);
}
