using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;

namespace RaidDocs.Domain.Vault;

/// <summary>Whose a slot of the vault is. It stands here and not in the vault file, which holds no name.</summary>
public sealed class SlotHolder : Entity, IUnaudited
{
    public SlotHolder(int number, Guid? userId) => (Number, UserId) = (number, userId);

    private SlotHolder()
    {
        // For EF Core.
    }

    public int Number { get; private set; }

    /// <summary>Null for the sheet, and for a slot that was made before anybody was named.</summary>
    public Guid? UserId { get; private set; }

    public void GiveTo(Guid userId) => UserId = userId;
}

public static class SlotHolders
{
    /// <summary>The highest number that a slot ever had: none is given twice, or the log would name two by one number.</summary>
    public static async Task<int> LastSlotAsync(this RaidDocsDbContext db, CancellationToken cancellationToken) =>
        await db.SlotHolders.MaxAsync(holder => (int?)holder.Number, cancellationToken) ?? 0;

    /// <summary>Writes down whose the slot is, and that it was made.</summary>
    public static async Task NoteSlotAsync(this RaidDocsDbContext db, int number, Guid? userId, string action, CancellationToken cancellationToken)
    {
        if (await db.SlotHolders.FirstOrDefaultAsync(holder => holder.Number == number, cancellationToken) is not { } known)
        {
            db.SlotHolders.Add(new SlotHolder(number, userId));
        }
        else if (userId is { } id)
        {
            known.GiveTo(id);
        }

        db.NoteVault(action, number);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Writes down an act with the vault. The log names the slot by its number.</summary>
    public static void NoteVault(this RaidDocsDbContext db, string action, int slot, params string[] fields) =>
        db.NoteAct(action, "Vault", slot.ToString(System.Globalization.CultureInfo.InvariantCulture), null, fields);
}
