using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Vault;

namespace RaidDocs.Domain.Data;

// The store under another data key, and the store that is not to be after all.
public sealed partial class Store
{
    /// <summary>
    /// Gives the store another data key. All slots but the two given here are gone afterwards: whoever had one gets it anew.
    /// The store is closed to everybody meanwhile, and open again at the end.
    /// </summary>
    public async Task RekeyAsync(string passphrase, string sheet, Guid? holder, CancellationToken cancellationToken)
    {
        Secrets.CheckNew(passphrase);
        if (!engine.IsEmbedded)
        {
            throw new StoreException("The key of a store on a server is changed in three steps: store copy --to file, vault rekey, store copy --to postgres. Nothing was changed.");
        }

        int last;
        await using (var scope = scopes.CreateAsyncScope())
        {
            await using var db = OperatorContext(scope.ServiceProvider);
            last = await db.LastSlotAsync(cancellationToken);
        }

        var next = System.Security.Cryptography.RandomNumberGenerator.GetBytes(VaultKeeper.KeyBytes);
        vault.BeginRekey(next, last, passphrase, sheet);
        using var opened = new OpenedVault(vault.Read().Next![0].Number, SlotKind.Passphrase, state.Keys!.DataKey.ToArray(), next);
        await CloseAsync();
        await UnlockAsync(opened, cancellationToken);
        if (vault.Read().Slots.All(slot => slot.Number != opened.Slot))
        {
            throw new StoreException(
                "The key was not changed: the copy under the new one could not be written. The store goes on under the old key, with the passphrases and the sheet from before. Make room on the disk, then try again.");
        }

        await using (var scope = scopes.CreateAsyncScope())
        {
            await using var db = OperatorContext(scope.ServiceProvider);
            foreach (var slot in vault.Read().Slots)
            {
                await db.NoteSlotAsync(slot.Number, slot.Kind == SlotKind.Passphrase ? holder : null, "rekey", cancellationToken);
            }
        }
    }

    /// <summary>Removes a store whose making was not finished, so that it can be begun again.</summary>
    public async Task UndoMakingAsync()
    {
        await UndoOnServerAsync();
        await CloseAsync();
        DatabaseFile.Delete(folder.Database);
        File.Delete(folder.Vault);
        File.Delete(folder.Vault + ".old");
    }

    // The database lies under the old key or the new one, never under half of either.
    private byte[]? Settle(OpenedVault opened)
    {
        using var current = opened.Current is null ? null : new StoreKeys(opened.Current);
        using var next = opened.Next is null ? null : new StoreKeys(opened.Next);
        if (next is not null && Rekey.Fits(folder, next))
        {
            DatabaseFile.Delete(folder.Database + ".next");
            return Finished(opened);
        }

        if (current is null)
        {
            return null;
        }

        if (!Rekey.Fits(folder, current))
        {
            throw next is null
                ? new StoreException(
                    "The key of the store was changed, and the change was cut off at its last step. Open it with the passphrase of the person who changed it, or with the newest recovery sheet.")
                : WrongVault();
        }

        if (next is not null && Copied(current, next))
        {
            return Finished(opened);
        }

        DatabaseFile.Delete(folder.Database + ".next");
        vault.DropRekey();
        return opened.Current;
    }

    // A copy under the old key must not lie about.
    private byte[]? Finished(OpenedVault opened)
    {
        File.Delete(folder.BeforeUpgrade);
        File.Delete(folder.Moved);
        vault.FinishRekey();
        return opened.Next;
    }

    // No room on the disk, for one: then the old key goes on.
    private bool Copied(StoreKeys current, StoreKeys next)
    {
        try
        {
            Rekey.Run(folder, current, next);
            return true;
        }
        catch (Exception failed) when (failed is IOException or SqliteException or StoreException)
        {
            // It may have failed after the rename: what counts is which key opens the database now.
            return Rekey.Fits(folder, next);
        }
    }
}
