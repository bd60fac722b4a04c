using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Importing;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Search;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Data;

/// <summary>
/// Leaves the rows of other teams out of every query, so that no page can forget it: what is not hers is not there.
/// Whoever a raid keeps out is on no team of it, whatever was saved.
/// </summary>
public static class TeamFilter
{
    /// <summary>To leave it out of a query over raids that were found through it, and over nothing else.</summary>
    public const string Name = "team";

    /// <summary>Leaves out records that turned out to be another one's.</summary>
    public const string Joined = "joined";

    internal static void AddTo(ModelBuilder builder, RaidDocsDbContext db)
    {
        builder.Entity<Raid>().HasQueryFilter(Name, raid =>
            db.SeesAllTeams || (db.Set<TeamMember>().Any(member => member.UserId == db.ViewerId && member.RaidId == raid.Id)
                && !db.Set<Exclusion>().Any(kept => kept.UserId == db.ViewerId && kept.RaidId == raid.Id)));
        builder.Entity<Woman>().HasQueryFilter(Name, woman =>
            db.SeesAllTeams || db.Set<Apprehension>().Any(apprehension => apprehension.WomanId == woman.Id
                && db.Set<TeamMember>().Any(member => member.UserId == db.ViewerId && member.RaidId == apprehension.RaidId)
                && !db.Set<Exclusion>().Any(kept => kept.UserId == db.ViewerId && kept.RaidId == apprehension.RaidId)));
        builder.Entity<Apprehension>().HasQueryFilter(Joined, apprehension => apprehension.LeadsToId == null);
        builder.Entity<SearchRow>().HasQueryFilter(Name, row =>
            db.SeesAllTeams || row.RaidId == null || (db.Set<TeamMember>().Any(member => member.UserId == db.ViewerId && member.RaidId == row.RaidId)
                && !db.Set<Exclusion>().Any(kept => kept.UserId == db.ViewerId && kept.RaidId == row.RaidId)));
        builder.Entity<ImportedRow>().HasQueryFilter(Name, row =>
            db.SeesAllTeams || (db.Set<TeamMember>().Any(member => member.UserId == db.ViewerId && member.RaidId == row.RaidId)
                && !db.Set<Exclusion>().Any(kept => kept.UserId == db.ViewerId && kept.RaidId == row.RaidId)));
        builder.Entity<TwoPersonAct>().HasQueryFilter(Name, act =>
            db.SeesAllTeams || act.AskedBy == db.ViewerId
            || ((act.Kind == TwoPersonKind.GiveRole || act.Kind == TwoPersonKind.AddSlot || act.Kind == TwoPersonKind.RemoveSlot
                || act.Kind == TwoPersonKind.NewSheet || act.Kind == TwoPersonKind.ChangeKey || act.Kind == TwoPersonKind.CopyRecord) && db.KeepsHouse)
            || ((act.Kind == TwoPersonKind.EraseWoman || act.Kind == TwoPersonKind.EraseRaid) && db.LooksAfterHouse)
            || (db.Set<TeamMember>().Any(member => member.UserId == db.ViewerId && member.RaidId == act.RaidId)
                && !db.Set<Exclusion>().Any(kept => kept.UserId == db.ViewerId && kept.RaidId == act.RaidId)));

        var add = typeof(TeamFilter).GetMethod(nameof(AddToRowsOfRaid), BindingFlags.NonPublic | BindingFlags.Static)!;
        var types = builder.Model.GetEntityTypes().Select(type => type.ClrType)
            .Where(type => type.IsAssignableTo(typeof(IOfRaid)) && type != typeof(TeamMember) && type != typeof(Exclusion));
        foreach (var type in types.ToList())
        {
            add.MakeGenericMethod(type).Invoke(null, [builder, db]);
        }
    }

    private static void AddToRowsOfRaid<T>(ModelBuilder builder, RaidDocsDbContext db)
        where T : class, IOfRaid
    {
        Expression<Func<T, bool>> isHers = row =>
            db.SeesAllTeams || (db.Set<TeamMember>().Any(member => member.UserId == db.ViewerId && member.RaidId == row.RaidId)
                && !db.Set<Exclusion>().Any(kept => kept.UserId == db.ViewerId && kept.RaidId == row.RaidId));
        builder.Entity<T>().HasQueryFilter(Name, isHers);
    }
}
