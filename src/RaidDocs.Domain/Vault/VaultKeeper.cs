using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;

namespace RaidDocs.Domain.Vault;

/// <summary>
/// The vault file of a data folder. The data key is random and never changes with a passphrase; each slot wraps it anew.
/// The file is written whole, and the one before is kept until the new one has been read back.
/// </summary>
public sealed class VaultKeeper(DataFolder folder, VaultOptions options)
{
    public const int KeyBytes = 32;

    private readonly Lock _turn = new();

    private string Before => folder.Vault + ".old";

    public bool Exists => File.Exists(folder.Vault) || File.Exists(Before);

    /// <exception cref="StoreException">It cannot be read.</exception>
    public VaultDocument Read()
    {
        lock (_turn)
        {
            if (ReadFrom(folder.Vault) is { } vault)
            {
                // A slot that was removed must not go on opening from the copy.
                File.Delete(Before);
                return vault;
            }

            if (ReadFrom(Before) is { } before)
            {
                SafeFile.Write(folder.Vault, before.ToBytes());
                File.Delete(Before);
                return before;
            }

            throw new StoreException(
                $"The vault file {folder.Vault} cannot be read: it is cut or was changed. Put it back from a copy of this folder. Nothing was opened.");
        }
    }

    /// <summary>Is there a slot left for one more passphrase?</summary>
    public bool HasRoom => Read().Slots.Count < VaultDocument.MostSlots;

    /// <summary>Tries the slots one after the other. Null if none opens.</summary>
    public OpenedVault? Open(string typed)
    {
        var vault = Read();
        var current = First(vault.Slots, typed);
        var next = vault.Next is null ? null : First(vault.Next, typed);
        return (current?.Slot ?? next?.Slot) is { } slot ? new OpenedVault(slot.Number, slot.Kind, current?.Key, next?.Key) : null;
    }

    /// <summary>Does the secret open this one slot?</summary>
    public bool Opens(int number, string typed)
    {
        var opened = First([.. Read().Slots.Where(slot => slot.Number == number)], typed);
        System.Security.Cryptography.CryptographicOperations.ZeroMemory(opened?.Key);
        return opened is not null;
    }

    /// <summary>The vault of a store that is to be made.</summary>
    public void Make(ReadOnlySpan<byte> dataKey, string passphrase, string sheet)
    {
        if (Exists || folder.HoldsStore)
        {
            throw new StoreException($"There is a store in {folder.Path} already. Nothing was changed.");
        }

        Write(new VaultDocument { IsFresh = true, Slots = NewSlots(1, dataKey, passphrase, sheet) });
    }

    /// <summary>The first database was made: from now on it may not be missing.</summary>
    public void NoteMade() => Change(vault => vault with { IsFresh = false });

    /// <summary>A new slot. Slow: it derives a key.</summary>
    /// <param name="dataKey">Of the open store.</param>
    /// <param name="after">The highest number that was ever given, as the store remembers.</param>
    /// <param name="passphrase">What opens it.</param>
    public int Add(ReadOnlySpan<byte> dataKey, int after, string passphrase)
    {
        Secrets.CheckNew(passphrase);
        var vault = Steady();
        if (!HasRoom)
        {
            throw new DomainRuleException($"The vault has {VaultDocument.MostSlots} slots and all are taken. Remove one first");
        }

        var number = Math.Max(after, vault.Slots.Max(slot => slot.Number)) + 1;
        var added = VaultSlot.Wrap(number, SlotKind.Passphrase, options.Rounds, Secrets.Passphrase(passphrase), dataKey);
        Change(now => now with { Slots = [.. now.Slots, added] });
        return number;
    }

    /// <summary>Wraps the data key of one slot anew, under another passphrase or the same. Slow.</summary>
    public void Rewrap(ReadOnlySpan<byte> dataKey, int number, string passphrase)
    {
        _ = Steady();
        var wrapped = VaultSlot.Wrap(number, SlotKind.Passphrase, options.Rounds, Secrets.Passphrase(passphrase), dataKey);
        Change(now => now with { Slots = [.. now.Slots.Select(slot => slot.Number == number && slot.Kind == SlotKind.Passphrase ? wrapped : slot)] });
    }

    /// <summary>The sheet before opens nothing from now on. Slow.</summary>
    public int ReplaceSheet(ReadOnlySpan<byte> dataKey, int after, string sheet)
    {
        var vault = Steady();
        var number = Math.Max(after, vault.Slots.Max(slot => slot.Number)) + 1;
        var added = VaultSlot.Wrap(number, SlotKind.Recovery, options.Rounds, Secrets.Sheet(sheet)!, dataKey);
        Change(now => now with { Slots = [.. now.Slots.Where(slot => slot.Kind != SlotKind.Recovery), added] });
        return number;
    }

    public void Remove(int number)
    {
        _ = Steady();
        Change(now =>
        {
            var slot = now.Slots.FirstOrDefault(one => one.Number == number);
            if (slot is null)
            {
                return now;
            }

            if (slot.Kind == SlotKind.Recovery)
            {
                throw new DomainRuleException($"The recovery slot is not removed. Make a new sheet: then the one before opens nothing");
            }

            return now.Slots.Count(one => one.Kind == SlotKind.Passphrase) > 1
                ? now with { Slots = [.. now.Slots.Where(one => one.Number != number)] }
                : throw new DomainRuleException($"This is the last passphrase. Add another slot first");
        });
    }

    /// <summary>Begins to rekey: from now on the file carries the slots of both data keys. Slow.</summary>
    public void BeginRekey(ReadOnlySpan<byte> nextKey, int after, string passphrase, string sheet)
    {
        var vault = Steady();
        var first = Math.Max(after, vault.Slots.Max(slot => slot.Number)) + 1;
        var next = NewSlots(first, nextKey, passphrase, sheet);
        Change(now => now with { Next = next });
    }

    /// <summary>The database lies under the next key: the old slots are dropped.</summary>
    public void FinishRekey() => Change(now => now with { Slots = now.Next ?? now.Slots, Next = null });

    /// <summary>The database still lies under the old key: the change was cut off, and is as if it had not begun.</summary>
    public void DropRekey() => Change(now => now.Next is null ? now : now with { Next = null });

    private VaultSlot[] NewSlots(int first, ReadOnlySpan<byte> dataKey, string passphrase, string sheet) =>
    [
        VaultSlot.Wrap(first, SlotKind.Passphrase, options.Rounds, Secrets.Passphrase(passphrase), dataKey),
        VaultSlot.Wrap(first + 1, SlotKind.Recovery, options.Rounds, Secrets.Sheet(sheet)!, dataKey),
    ];

    // A slot that is added now would be missing under the next key.
    private VaultDocument Steady() => Read() is { Next: null } vault
        ? vault
        : throw new DomainRuleException($"The key of the store is being changed. Try again when that is done");

    private void Change(Func<VaultDocument, VaultDocument> change)
    {
        lock (_turn)
        {
            var now = Read();
            var then = change(now);
            if (then != now)
            {
                Write(then);
            }
        }
    }

    private void Write(VaultDocument vault)
    {
        lock (_turn)
        {
            var bytes = vault.ToBytes();
            if (File.Exists(folder.Vault))
            {
                SafeFile.Write(Before, File.ReadAllBytes(folder.Vault));
            }

            SafeFile.Write(folder.Vault, bytes);
            if (!File.ReadAllBytes(folder.Vault).AsSpan().SequenceEqual(bytes))
            {
                throw new StoreException($"The vault file {folder.Vault} was written and does not read back the same. The one before lies beside it as {Before}. Look at the disk.");
            }

            File.Delete(Before);
        }
    }

    private static VaultDocument? ReadFrom(string path) => File.Exists(path) ? VaultDocument.Read(File.ReadAllBytes(path)) : null;

    private static (VaultSlot Slot, byte[] Key)? First(IReadOnlyList<VaultSlot> slots, string typed)
    {
        var passphrase = Secrets.Passphrase(typed);
        var sheet = Secrets.Sheet(typed);
        foreach (var slot in slots.OrderBy(slot => slot.Kind == SlotKind.Recovery ? 0 : 1))
        {
            if ((slot.Kind == SlotKind.Recovery ? sheet : passphrase) is { Length: > 0 } secret && slot.Unwrap(secret) is { } key)
            {
                return (slot, key);
            }
        }

        return null;
    }
}
