using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using RaidDocs.Domain.Vault;

namespace RaidDocs.Domain.Data;

/// <summary>A row with words that tell who somebody is. On PostgreSQL they lie sealed.</summary>
internal interface ISealedWords
{
    Guid Id { get; }

    /// <summary>Puts each such word in its column through <paramref name="change"/>; what is null stays so.</summary>
    void Change(Func<string, string, string> change);
}

/// <summary>
/// A word under a sub-key of the vault: version (1), the key's number (4), nonce (12), the word, tag (16), as base64. It is bound to its table,
/// column and row, so that a value that was copied to another row does not open.
/// </summary>
internal static class SealedWord
{
    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeadBytes = 1 + sizeof(uint);

    public static string Place(string table, string column, Guid id) => $"{table}|{column}|{id:N}";

    public static string Seal(StoreKeys keys, string place, string word)
    {
        var plain = Encoding.UTF8.GetBytes(word);
        var whole = new byte[HeadBytes + NonceBytes + plain.Length + TagBytes];
        whole[0] = Version;
        BinaryPrimitives.WriteUInt32BigEndian(whole.AsSpan(1), NumberOf(keys));
        var nonce = whole.AsSpan(HeadBytes, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(keys.For(KeyPurpose.Words), TagBytes);
        aes.Encrypt(nonce, plain, whole.AsSpan(HeadBytes + NonceBytes, plain.Length), whole.AsSpan(^TagBytes..), Encoding.UTF8.GetBytes(place));
        CryptographicOperations.ZeroMemory(plain);
        return Convert.ToBase64String(whole);
    }

    /// <exception cref="StoreException">It was sealed under another vault, belongs to another row, or was changed.</exception>
    public static string Open(StoreKeys keys, string place, string stored)
    {
        try
        {
            var whole = Convert.FromBase64String(stored);
            if (whole.Length >= HeadBytes + NonceBytes + TagBytes && whole[0] == Version)
            {
                var plain = new byte[whole.Length - HeadBytes - NonceBytes - TagBytes];
                using var aes = new AesGcm(keys.For(KeyPurpose.Words), TagBytes);
                aes.Decrypt(
                    whole.AsSpan(HeadBytes, NonceBytes), whole.AsSpan(HeadBytes + NonceBytes, plain.Length), whole.AsSpan(^TagBytes..), plain, Encoding.UTF8.GetBytes(place));
                return Encoding.UTF8.GetString(plain);
            }
        }
        catch (Exception damaged) when (damaged is FormatException or AuthenticationTagMismatchException)
        {
            // Told below.
        }

        throw new StoreException($"A sealed word of {place.Split('|')[0]} does not open: it was changed in the database, or copied there from another row.");
    }

    /// <summary>Equal words have equal marks, and nobody can try words without the key.</summary>
    public static string MarkOf(StoreKeys keys, string word) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(keys.For(KeyPurpose.Marks), Encoding.UTF8.GetBytes(word)).AsSpan(0, 16));

    /// <summary>Tells the key from another without telling anything of it.</summary>
    public static uint NumberOf(StoreKeys keys) =>
        BinaryPrimitives.ReadUInt32BigEndian(HMACSHA256.HashData(keys.For(KeyPurpose.Marks), "number"u8));
}

/// <summary>Opens the words of a row as it is read from PostgreSQL.</summary>
internal sealed class OpensWords : IMaterializationInterceptor
{
    /// <summary>The only one: EF Core keeps what it prepared apart for each.</summary>
    public static OpensWords Instance { get; } = new();

    public object InitializedInstance(MaterializationInterceptionData materializationData, object entity)
    {
        if (entity is ISealedWords row && ((RaidDocsDbContext)materializationData.Context).Keys is { } keys)
        {
            var table = materializationData.EntityType.GetTableName()!;
            row.Change((column, word) => SealedWord.Open(keys, SealedWord.Place(table, column, row.Id), word));
        }

        return entity;
    }
}
