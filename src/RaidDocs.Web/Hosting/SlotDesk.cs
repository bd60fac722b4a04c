using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Vault;

namespace RaidDocs.Web.Hosting;

/// <summary>A slot as a person sees it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Kind">What opens it.</param>
/// <param name="Holder">Whose it is; null for the sheet and where it is not known.</param>
/// <param name="HolderId">Her id.</param>
/// <param name="Since">When it was made (UTC), if that is known.</param>
internal sealed record SlotRow(int Number, SlotKind Kind, string? Holder, Guid? HolderId, DateTime? Since);

/// <summary>Changes slots of the open vault, and keeps in the store whose they are. Each act is in the log by the slot's number.</summary>
internal sealed class SlotDesk(RaidDocsDbContext db, VaultKeeper vault, StoreState state)
{
    public async Task<IReadOnlyList<SlotRow>> ListAsync(CancellationToken cancellationToken)
    {
        if (!vault.Exists)
        {
            return [];
        }

        var known = await (
            from holder in db.SlotHolders.AsNoTracking()
            join person in db.Users on holder.UserId equals (Guid?)person.Id into people
            from person in people.DefaultIfEmpty()
            select new { holder.Number, holder.UserId, holder.RecordedAt, Name = person == null ? null : person.UserName }).ToListAsync(cancellationToken);
        return
        [
            .. from slot in vault.Read().Slots
               orderby slot.Number
               let whose = known.FirstOrDefault(holder => holder.Number == slot.Number)
               select new SlotRow(slot.Number, slot.Kind, whose?.Name, whose?.UserId, whose?.RecordedAt),
        ];
    }

    public async Task<int> AddAsync(string passphrase, Guid? holder, string action, CancellationToken cancellationToken)
    {
        var last = await db.LastSlotAsync(cancellationToken);
        var number = await Task.Run(() => vault.Add(state.DataKey(), last, passphrase), cancellationToken);
        await db.NoteSlotAsync(number, holder, action, cancellationToken);
        return number;
    }

    /// <summary>Wraps a slot anew. Null for the new passphrase: under the same words.</summary>
    public async Task ChangeAsync(int number, string current, string? passphrase, CancellationToken cancellationToken)
    {
        if (passphrase is not null)
        {
            Secrets.CheckNew(passphrase);
        }

        if (!await Task.Run(() => vault.Opens(number, current), cancellationToken))
        {
            db.NoteVault("change refused", number);
            await db.SaveChangesAsync(cancellationToken);
            throw new DomainRuleException($"The present passphrase is not right. Nothing was changed");
        }

        await Task.Run(() => vault.Rewrap(state.DataKey(), number, passphrase ?? current), cancellationToken);
        db.NoteVault(passphrase is null ? "rewrap" : "change", number);
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task RemoveAsync(int number, CancellationToken cancellationToken)
    {
        vault.Remove(number);
        db.NoteVault("delete", number);
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task ReplaceSheetAsync(string words, CancellationToken cancellationToken)
    {
        var last = await db.LastSlotAsync(cancellationToken);
        var number = await Task.Run(() => vault.ReplaceSheet(state.DataKey(), last, words), cancellationToken);
        await db.NoteSlotAsync(number, null, "sheet", cancellationToken);
    }

    /// <summary>Who can be given a slot: whoever signs in and has none.</summary>
    public async Task<IReadOnlyList<StaffUser>> WithoutSlotAsync(CancellationToken cancellationToken)
    {
        var holders = (await ListAsync(cancellationToken)).Select(slot => slot.HolderId).ToHashSet();
        var people = await db.Users.AsNoTracking().OrderBy(person => person.UserName).ToListAsync(cancellationToken);
        return [.. people.Where(person => !holders.Contains(person.Id))];
    }
}
