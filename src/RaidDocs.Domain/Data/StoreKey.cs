using System.Security.Cryptography;
using RaidDocs.Domain.Vault;

namespace RaidDocs.Domain.Data;

/// <summary>A data key that is at hand without anybody's passphrase. Only stores that nobody keeps have one.</summary>
public interface IStoreKey
{
    /// <summary>A copy of the key, or null: then the store stays closed until its vault is opened.</summary>
    byte[]? Read();
}

/// <summary>The key lies wrapped in the vault file.</summary>
public sealed class VaultedStoreKey : IStoreKey
{
    public byte[]? Read() => null;
}

/// <summary>A key that is never written down. With the process, the store is gone.</summary>
public sealed class MemoryStoreKey : IStoreKey
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(VaultKeeper.KeyBytes);

    public byte[] Read() => [.. _key];
}

/// <summary>The key of a store that was just unpacked from a backup.</summary>
public sealed class GivenStoreKey(byte[] dataKey) : IStoreKey
{
    public byte[] Read() => [.. dataKey];
}

/// <summary>The store cannot be opened or made. The message says why and what to do, in a sentence for the person who starts it.</summary>
public class StoreException(string message, Exception? inner = null) : Exception(message, inner);
