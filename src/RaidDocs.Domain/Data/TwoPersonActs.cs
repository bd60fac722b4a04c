using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Drafts;
using RaidDocs.Domain.Jobs;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Data;

/// <summary>Answers what waits for a second person, and does what was agreed in the same transaction.</summary>
public sealed class TwoPersonActs(IServiceProvider services, Viewer viewer, SealedFiles files, TimeProvider clock)
{
    /// <summary>The second person agrees, and it is done.</summary>
    /// <exception cref="AccessRefusedException">She may not be the second person, or there is no such act.</exception>
    public async Task AgreeAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = Together();
        var (kind, gone, orders) = await db.InOneWriteAsync(
            async () =>
            {
                var act = await FindAsync(db, id, cancellationToken);
                act.Agree(viewer.UserId!.Value, Now);
                await DemandAskerAsync(db, act, cancellationToken);
                await DoAsync(db, act, cancellationToken);
                var left = db.FilesLosingTheirRow();
                var dropped = db.ChangeTracker.Entries<Draft>()
                    .Where(draft => draft.State == EntityState.Deleted && draft.Entity.Kind.StartsWith(DraftKind.CaseFiles, StringComparison.Ordinal))
                    .Select(draft => draft.Entity.Id)
                    .ToList();
                await db.SaveChangesAsync(cancellationToken);
                return (act.Kind, Gone: left, Orders: dropped);
            },
            cancellationToken);
        if (kind is TwoPersonKind.EraseWoman or TwoPersonKind.EraseRaid)
        {
            await db.RemoveFilesAsync(files, gone);
            foreach (var order in orders)
            {
                // The case file that was made of it, with its key.
                await services.GetRequiredService<JobBoard>().DropAsync(order, CancellationToken.None);
            }

            await db.ShrinkAsync(cancellationToken);
        }
    }

    public async Task RefuseAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = Together();
        await db.InOneWriteAsync(
            async () =>
            {
                (await FindAsync(db, id, cancellationToken)).Refuse(viewer.UserId!.Value, Now);
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>A joining is undone by one leader of the team.</summary>
    public async Task UndoJoinAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = Together();
        await db.InOneWriteAsync(
            async () =>
            {
                Demand(new Asked(RecordKind.Woman, Act.Join));
                var raid = await db.JoinedWomen.Where(row => row.Id == id).Select(row => (Guid?)row.RaidId).SingleOrDefaultAsync(cancellationToken);
                if (!viewer.Is(StaffRole.ResearchLeader) || !await IsOnTeamAsync(db, raid, cancellationToken))
                {
                    throw new AccessRefusedException();
                }

                await db.UndoJoinAsync(id, Now, cancellationToken);
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private RaidDocsDbContext Together() => Store.ContextFor(services, viewer.WithSecond);

    private async Task<TwoPersonAct> FindAsync(RaidDocsDbContext db, Guid id, CancellationToken cancellationToken)
    {
        Demand(new Asked(RecordKind.Approval, Act.Record));
        return await db.TwoPersonActs.SingleOrDefaultAsync(act => act.Id == id, cancellationToken) is { } act
            && act.MayBeAnsweredBy(viewer, await IsOnTeamAsync(db, act.RaidId, cancellationToken))
            && !await db.Exclusions.AnyAsync(row => row.RaidId == act.RaidId && row.UserId == viewer.UserId, cancellationToken)
            ? act
            : throw new AccessRefusedException();
    }

    // Who was locked since, removed from the team or kept out of the raid has no part in it any more. A team is asked for from outside it.
    private static async Task DemandAskerAsync(RaidDocsDbContext db, TwoPersonAct act, CancellationToken cancellationToken)
    {
        var (raid, asker) = (act.RaidId, act.AskedBy);
        var may = await db.Users.AnyAsync(user => user.Id == asker && user.LockedAt == null, cancellationToken)
            && !await db.Exclusions.AnyAsync(row => row.RaidId == raid && row.UserId == asker, cancellationToken)
            && (raid is null || act.Kind == TwoPersonKind.JoinTeam || await db.TeamMembers.AnyAsync(row => row.RaidId == raid && row.UserId == asker, cancellationToken));
        if (!may)
        {
            throw new DomainRuleException($"Who asked for this may not any more. Whoever needs it asks again");
        }
    }

    private void Demand(Asked asked)
    {
        switch (AccessRules.Decide(viewer, asked with { HasSecond = true }, clock.GetUtcNow()))
        {
            case Decision.Allow:
                return;
            case Decision.StepUp:
                throw new ProofNeededException();
            default:
                throw new AccessRefusedException();
        }
    }

    private Task<bool> IsOnTeamAsync(RaidDocsDbContext db, Guid? raidId, CancellationToken cancellationToken) => db.TeamMembers.AnyAsync(
        member => member.RaidId == raidId && member.UserId == viewer.UserId
            && !db.Exclusions.Any(row => row.RaidId == raidId && row.UserId == viewer.UserId),
        cancellationToken);

    private async Task DoAsync(RaidDocsDbContext db, TwoPersonAct act, CancellationToken cancellationToken)
    {
        switch (act.Kind)
        {
            case TwoPersonKind.JoinTeam:
                await PutOnTeamAsync(db, act.RaidId!.Value, act.SubjectId, cancellationToken);
                break;
            case TwoPersonKind.GiveRole:
                await db.GiveRoleAsync(act.SubjectId, act.Detail!, cancellationToken);
                break;
            case TwoPersonKind.JoinWomen:
                await db.JoinAsync(act.OtherId!.Value, act.SubjectId, act.RaidId!.Value, Now, cancellationToken);
                break;
            case TwoPersonKind.EraseWoman:
                await db.EraseWomanAsync(act.SubjectId, cancellationToken);
                break;
            case TwoPersonKind.EraseRaid:
                await db.EraseRaidAsync(act.SubjectId, cancellationToken);
                break;
        }
    }

    private static async Task PutOnTeamAsync(RaidDocsDbContext db, Guid raid, Guid person, CancellationToken cancellationToken)
    {
        if (await db.Exclusions.AnyAsync(row => row.RaidId == raid && row.UserId == person, cancellationToken))
        {
            throw new DomainRuleException($"She is kept out of this raid. Take her off that list first, if she is to join");
        }

        if (!await db.TeamMembers.AnyAsync(row => row.RaidId == raid && row.UserId == person, cancellationToken))
        {
            db.Add(new TeamMember(raid, person));
        }
    }
}

/// <summary>Asking for a second person.</summary>
public static class AskingSecond
{
    /// <summary>Asks once; while it waits, asking again for the same thing leads to the same.</summary>
    public static Task<Guid> AskSecondAsync(this RaidDocsDbContext db, TwoPersonAct act, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(act);
        return db.InOneWriteAsync(
            async () =>
            {
                var (now, kind, subject, by, raid, other, detail) = (db.Now.UtcDateTime, act.Kind, act.SubjectId, act.AskedBy, act.RaidId, act.OtherId, act.Detail);
                var waiting = await db.TwoPersonActs
                    .Where(row => row.Kind == kind && row.SubjectId == subject && row.AskedBy == by && row.RaidId == raid
                        && row.OtherId == other && row.Detail == detail
                        && row.State == TwoPersonState.Waits && row.Until > now)
                    .Select(row => (Guid?)row.Id)
                    .FirstOrDefaultAsync(cancellationToken);
                if (waiting is { } id)
                {
                    return id;
                }

                db.Add(act);
                await db.SaveChangesAsync(cancellationToken);
                return act.Id;
            },
            cancellationToken);
    }
}

public static class Roles
{
    /// <summary>These open so much that one person alone does not give them.</summary>
    public static bool NeedsTwo(string role) => role is StaffRole.Administrator or StaffRole.ResearchLeader;

    /// <summary>The one role that she has from now on. She is signed out everywhere, so that nothing of the old one stays.</summary>
    public static async Task GiveRoleAsync(this RaidDocsDbContext db, Guid person, string role, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        db.Demand(new Asked(RecordKind.Role, Act.Record));
        var found = await db.Roles.SingleOrDefaultAsync(row => row.Name == role, cancellationToken);
        if (found is null)
        {
            found = new IdentityRole<Guid>(role) { Id = Guid.CreateVersion7(), NormalizedName = role.ToUpperInvariant() };
            db.Add(found);
        }

        var user = await db.Users.SingleAsync(row => row.Id == person, cancellationToken);
        db.RemoveRange(await db.UserRoles.Where(link => link.UserId == person && link.RoleId != found.Id).ToListAsync(cancellationToken));
        if (!await db.UserRoles.AnyAsync(link => link.UserId == person && link.RoleId == found.Id, cancellationToken))
        {
            db.Add(new IdentityUserRole<Guid> { RoleId = found.Id, UserId = person });
        }

        user.SecurityStamp = Guid.NewGuid().ToString("N");
        db.NoteAct("role", nameof(StaffUser), person.ToString("D"), null, role);
    }
}
