using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Data;

/// <summary>
/// Leaves the rows of other teams out of every query, so that no page can forget it: what is not hers is not there.
/// </summary>
internal static class TeamFilter
{
    public const string Name = "team";

    public static void AddTo(ModelBuilder builder, RaidDocsDbContext db)
    {
        builder.Entity<Raid>().HasQueryFilter(Name, raid =>
            db.SeesAllTeams || db.Set<TeamMember>().Any(member => member.UserId == db.ViewerId && member.RaidId == raid.Id));
        builder.Entity<Woman>().HasQueryFilter(Name, woman =>
            db.SeesAllTeams || db.Set<Apprehension>().Any(apprehension => apprehension.WomanId == woman.Id
                && db.Set<TeamMember>().Any(member => member.UserId == db.ViewerId && member.RaidId == apprehension.RaidId)));

        var add = typeof(TeamFilter).GetMethod(nameof(AddToRowsOfRaid), BindingFlags.NonPublic | BindingFlags.Static)!;
        var types = builder.Model.GetEntityTypes().Select(type => type.ClrType)
            .Where(type => type.IsAssignableTo(typeof(IOfRaid)) && type != typeof(TeamMember));
        foreach (var type in types.ToList())
        {
            add.MakeGenericMethod(type).Invoke(null, [builder, db]);
        }
    }

    private static void AddToRowsOfRaid<T>(ModelBuilder builder, RaidDocsDbContext db)
        where T : class, IOfRaid
    {
        Expression<Func<T, bool>> isHers = row =>
            db.SeesAllTeams || db.Set<TeamMember>().Any(member => member.UserId == db.ViewerId && member.RaidId == row.RaidId);
        builder.Entity<T>().HasQueryFilter(Name, isHers);
    }
}
