using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Hosting;

/// <summary>How an act on the keys of the store stands for the person who would do it.</summary>
internal enum KeyTurn
{
    /// <summary>Nobody was asked yet.</summary>
    Ask,

    /// <summary>Asked; nobody has answered.</summary>
    Waits,

    /// <summary>A second person agreed: it may be done once, within the day.</summary>
    Agreed,

    /// <summary>There is nobody who could agree.</summary>
    Alone,
}

/// <summary>
/// Slots, sheet and key of the store, and a copy of all of it, need two people: one asks, another administrator or leader agrees, and who asked does it,
/// because it takes a secret that only she types, or a file that only she gets. A house with one such person would lock itself out, so she acts alone; not
/// on the day on which a role was changed, or she could first take the others' roles away.
/// </summary>
internal sealed class KeyActs(RaidDocsDbContext db, TimeProvider clock)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(24);

    private Guid Me => db.Viewer.UserId!.Value;

    /// <param name="kind">Which act.</param>
    /// <param name="subject">Whose slot; null where it is nobody's.</param>
    /// <param name="slot">The number of the slot, where there is one already.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<KeyTurn> TurnAsync(TwoPersonKind kind, Guid? subject, int? slot, CancellationToken cancellationToken)
    {
        var states = await Mine(kind, subject, slot).Select(act => act.State).ToListAsync(cancellationToken);
        return states.Contains(TwoPersonState.Agreed) ? KeyTurn.Agreed
            : await IsAloneAsync(cancellationToken) ? KeyTurn.Alone
            : states.Contains(TwoPersonState.Waits) ? KeyTurn.Waits
            : KeyTurn.Ask;
    }

    public Task<Guid> AskAsync(TwoPersonKind kind, Guid? subject, int? slot, CancellationToken cancellationToken, string because = "") => db.AskSecondAsync(
        new TwoPersonAct(kind, Me, subject ?? Me, null, because, clock.UtcNow()) { Detail = Words(slot) }, cancellationToken);

    /// <summary>Does it, and spends the yes; if it fails, the yes still counts.</summary>
    /// <exception cref="ProofNeededException">Her second factor was proved too long ago.</exception>
    public Task DoAsync(TwoPersonKind kind, Guid? subject, int? slot, Func<Task> act, CancellationToken cancellationToken)
    {
        db.Demand(kind == TwoPersonKind.CopyRecord ? new Asked(RecordKind.WholeRecord, Act.Export) { HasSecond = true } : new Asked(RecordKind.Key, Act.Record));
        return db.InOneWriteAsync(
            async () =>
            {
                await SpendAsync(kind, subject, slot, cancellationToken);
                await act();
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>What was agreed to and waits for her, and the address where she does it.</summary>
    public async Task<IReadOnlyList<AgreedRow>> AgreedAsync(CancellationToken cancellationToken)
    {
        var (now, me) = (clock.UtcNow(), Me);
        var acts = await db.TwoPersonActs.AsNoTracking()
            .Where(act => act.AskedBy == me && act.State == TwoPersonState.Agreed && act.Until > now && act.Kind != TwoPersonKind.CopyRecord)
            .OrderBy(act => act.Until)
            .ToListAsync(cancellationToken);
        return [.. acts.Where(act => act.IsDoneByAsker).Select(act => new AgreedRow(act.Kind, act.Until, AddressOf(act)))];
    }

    private static string AddressOf(TwoPersonAct act) => act.Kind switch
    {
        TwoPersonKind.AddSlot => $"/admin/vault/add/{act.SubjectId:D}",
        TwoPersonKind.RemoveSlot => $"/admin/vault/{act.Detail}/remove",
        TwoPersonKind.NewSheet => "/admin/vault/sheet",
        _ => "/admin/vault/rekey",
    };

    private static string? Words(int? slot) => slot?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private IQueryable<TwoPersonAct> Mine(TwoPersonKind kind, Guid? subject, int? slot)
    {
        var (now, me, about, detail) = (clock.UtcNow(), Me, subject ?? Me, Words(slot));
        return db.TwoPersonActs.Where(act => act.Kind == kind && act.AskedBy == me && act.SubjectId == about && act.Detail == detail && act.Until > now);
    }

    private async Task SpendAsync(TwoPersonKind kind, Guid? subject, int? slot, CancellationToken cancellationToken)
    {
        if (await Mine(kind, subject, slot).FirstOrDefaultAsync(act => act.State == TwoPersonState.Agreed, cancellationToken) is { } agreed)
        {
            agreed.Use(clock.UtcNow());
        }
        else if (await IsAloneAsync(cancellationToken))
        {
            db.NoteAct("alone", kind == TwoPersonKind.CopyRecord ? "Store" : "Vault", Words(slot) ?? "-", null, kind.ToString());
        }
        else
        {
            throw new DomainRuleException($"This needs a second person first. Ask again");
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    // Who is locked out or has not come in yet counts too: one person can bring both about.
    private async Task<bool> IsAloneAsync(CancellationToken cancellationToken)
    {
        var (me, since) = (Me, clock.UtcNow() - Quiet);
        return !await db.UserRoles
                .Where(link => link.UserId != me)
                .Join(db.Roles, link => link.RoleId, role => role.Id, (link, role) => role.Name)
                .AnyAsync(role => role == StaffRole.Administrator || role == StaffRole.ResearchLeader, cancellationToken)
            && !await db.AuditEntries.AnyAsync(entry => entry.Action == "role" && entry.At > since, cancellationToken);
    }

    public sealed record AgreedRow(TwoPersonKind Kind, DateTime Until, string Address);
}

internal static class KeyTurns
{
    public static bool IsOpen(this KeyTurn turn) => turn is KeyTurn.Agreed or KeyTurn.Alone;
}
