using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Family;
using RaidDocs.Family;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women.Family;

internal static class FamilyLists
{
    /// <summary>The languages of the family page, each in its own script.</summary>
    public static IReadOnlyList<Choice> Languages(this FamilyHouse house) =>
        [.. house.Settings.Offered.Select(code => new Choice(code, Wording.Of(code).Name))];

    public static IReadOnlyList<Choice> Levels(Texts texts, bool withNothing) =>
        [.. Choice.Of<FamilyLevel>(texts).Where(level => withNothing || level.Value != nameof(FamilyLevel.Nothing))];

    public static Task<FamilyLink?> FindLinkAsync(this RaidDocsDbContext db, WomanBar bar, Guid id, CancellationToken cancellationToken) =>
        db.FamilyLinks.SingleOrDefaultAsync(
            link => link.Id == id && link.WomanId == bar.Id && link.RaidId == bar.RaidId && link.AlarmOfId == null, cancellationToken);
}
