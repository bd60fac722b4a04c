using System.Security.Cryptography;
using System.Text;

namespace RaidDocs.Domain.Vault;

/// <summary>What a sub-key is for. The number in its label changes when its use does.</summary>
public enum KeyPurpose
{
    /// <summary>The cipher of the database file.</summary>
    Database,

    /// <summary>Wraps the key of each evidence file.</summary>
    Evidence,

    /// <summary>The address of an evidence file by its content.</summary>
    ContentAddress,

    /// <summary>Codes of families.</summary>
    FamilyCodes,

    DataProtection,

    Backup,

    Audit,

    /// <summary>Hides whose wrong tries are counted.</summary>
    Tries,

    /// <summary>Chooses which groups are hidden for the sake of small ones.</summary>
    Statistics,

    /// <summary>Seals names and the like where the database is not encrypted itself.</summary>
    Words,

    /// <summary>Finds a sealed word that is written the same.</summary>
    Marks,
}

/// <summary>Hands out the keys for each use, made from the data key by HKDF-SHA256. All are zeroed when the store is locked.</summary>
public sealed class StoreKeys : IDisposable
{
    private readonly Lock _turn = new();
    private readonly byte[] _dataKey = GC.AllocateArray<byte>(VaultKeeper.KeyBytes, pinned: true);
    private readonly Dictionary<KeyPurpose, byte[]> _keys = [];
    private bool _isGone;

    /// <param name="dataKey">Copied; the caller zeroes hers.</param>
    public StoreKeys(ReadOnlySpan<byte> dataKey) => dataKey.CopyTo(_dataKey);

    /// <summary>32 bytes, the same array each time: whoever copies it zeroes the copy.</summary>
    public byte[] For(KeyPurpose purpose)
    {
        lock (_turn)
        {
            ObjectDisposedException.ThrowIf(_isGone, this);
            if (!_keys.TryGetValue(purpose, out var key))
            {
                key = GC.AllocateArray<byte>(VaultKeeper.KeyBytes, pinned: true);
                HKDF.DeriveKey(HashAlgorithmName.SHA256, _dataKey, key, [], Encoding.ASCII.GetBytes(LabelOf(purpose)));
                _keys[purpose] = key;
            }

            return key;
        }
    }

    internal ReadOnlySpan<byte> DataKey
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isGone, this);
            return _dataKey;
        }
    }

    internal static string LabelOf(KeyPurpose purpose) => purpose switch
    {
        KeyPurpose.Database => "raiddocs/1/database",
        KeyPurpose.Evidence => "raiddocs/1/evidence",
        KeyPurpose.ContentAddress => "raiddocs/1/content-address",
        KeyPurpose.FamilyCodes => "raiddocs/1/family-codes",
        KeyPurpose.DataProtection => "raiddocs/1/data-protection",
        KeyPurpose.Backup => "raiddocs/1/backup",
        KeyPurpose.Audit => "raiddocs/1/audit",
        KeyPurpose.Tries => "raiddocs/1/tries",
        KeyPurpose.Statistics => "raiddocs/1/statistics",
        KeyPurpose.Words => "raiddocs/1/words",
        KeyPurpose.Marks => "raiddocs/1/marks",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, null),
    };

    public void Dispose()
    {
        lock (_turn)
        {
            _isGone = true;
            CryptographicOperations.ZeroMemory(_dataKey);
            foreach (var key in _keys.Values)
            {
                CryptographicOperations.ZeroMemory(key);
            }

            _keys.Clear();
        }
    }
}
