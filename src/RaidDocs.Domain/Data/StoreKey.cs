using System.Security.Cryptography;

namespace RaidDocs.Domain.Data;

/// <summary>Where the 256-bit key of the store comes from. The one seam: a vault with a passphrase will stand here.</summary>
public interface IStoreKey
{
    /// <summary>The key, or null while it is not to be had: then the store stays closed.</summary>
    byte[]? Read();

    /// <summary>Makes a new key for a store that does not exist yet.</summary>
    byte[] Make();
}

/// <summary>A key that is never written down. With the process, the store is gone.</summary>
public sealed class MemoryStoreKey : IStoreKey
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public byte[]? Read() => _key;

    public byte[] Make() => _key;
}

/// <summary>
/// A random key in a file that only its owner may read. It protects a copied database, not a stolen folder:
/// keep it on another device and name it with --key-file.
/// </summary>
public sealed class FileStoreKey(string path) : IStoreKey
{
    public string Path => path;

    public byte[]? Read()
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var text = File.ReadAllText(path).Trim();
        return text.Length == 64 && text.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(text)
            : throw new StoreException($"The key file {path} does not hold a key: 64 hexadecimal digits on one line.");
    }

    public byte[] Make()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
        SafeFile.Write(path, System.Text.Encoding.ASCII.GetBytes(Convert.ToHexString(key) + "\n"));
        return key;
    }
}

/// <summary>The store cannot be opened or made. The message says why and what to do, in a sentence for the person who starts it.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);
