using System.Security.Cryptography;

namespace RaidDocs.Family;

/// <summary>Writes a file so that after a power cut there is the old one or the new one, never half.</summary>
public delegate void WriteSafely(string path, ReadOnlySpan<byte> content);

/// <summary>Waits until no other program that shares the folder changes this file. Until it is disposed none does.</summary>
public delegate IDisposable? EnterTogether(string name);

/// <summary>
/// The capsules of a house in one small file that is read while the vault is locked. Every place in it has the same size and
/// the places come in whole batches; an empty one is filled with noise, so that the file tells neither how many numbers there
/// are nor which place is one.
/// </summary>
public sealed class CapsuleFile(string path, WriteSafely write, EnterTogether? together = null)
{
    public const int SaltBytes = 32;
    private const int Batch = 256;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int PlaceBytes = FamilyKey.IdBytes + NonceBytes + Capsule.Bytes + TagBytes;

    private readonly Lock _turn = new();
    private readonly byte[] _nobody = RandomNumberGenerator.GetBytes(FamilyKey.IdBytes);
    private byte[]? _file;

    private static ReadOnlySpan<byte> Magic => "RDFAM001"u8;

    private static int FirstPlace => Magic.Length + SaltBytes;

    /// <summary>Goes up whenever a family has used a number for the first time that day.</summary>
    public int Uses { get; private set; }

    /// <summary>Made with the file. Whoever loses it loses all numbers, so the record keeps a copy.</summary>
    /// <exception cref="IOException">The file cannot be read, or is none of ours.</exception>
    public byte[] Salt
    {
        get
        {
            lock (_turn)
            {
                return Load()[Magic.Length..FirstPlace];
            }
        }
    }

    /// <summary>The capsule that a key opens. With none it opens one of noise, which takes as long.</summary>
    public Capsule? Find(FamilyKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (_turn)
        {
            using var alone = Enter();
            var file = Load();
            var found = PlaceOf(file, key.Id);
            return Open(file, found ?? FirstPlace, key, isReal: found is not null);
        }
    }

    /// <summary>Notes that a number was used on a day.</summary>
    public void NoteUse(FamilyKey key, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (_turn)
        {
            using var alone = Enter();
            var file = Load();
            if (PlaceOf(file, key.Id) is { } at && Open(file, at, key, isReal: true) is { } capsule && capsule.UsedOn != today)
            {
                Seal(file.AsSpan(at, PlaceBytes), key, capsule with { UsedOn = today });
                Save(file);
                Uses++;
            }
        }
    }

    /// <summary>From the next request on these numbers lead nowhere.</summary>
    public void Empty(IReadOnlyCollection<byte[]> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        lock (_turn)
        {
            using var alone = Enter();
            // A file that cannot be read gives nobody an answer either.
            if (!IsReadable())
            {
                return;
            }

            var file = Load();
            var places = ids.Select(id => PlaceOf(file, id)).OfType<int>().ToList();
            foreach (var at in places)
            {
                RandomNumberGenerator.Fill(file.AsSpan(at, PlaceBytes));
            }

            if (places.Count > 0)
            {
                Save(file);
            }
        }
    }

    /// <summary>Writes the whole file anew: these capsules in an order of chance, and noise.</summary>
    /// <param name="salt">Of the record, where the file has lost its own; null to keep it.</param>
    /// <param name="capsules">All that live.</param>
    public void Rewrite(byte[]? salt, IReadOnlyCollection<(FamilyKey Key, Capsule Capsule)> capsules)
    {
        ArgumentNullException.ThrowIfNull(capsules);
        lock (_turn)
        {
            using var alone = Enter();
            var batches = 1 + (capsules.Count / Batch);
            var file = RandomNumberGenerator.GetBytes(FirstPlace + (batches * Batch * PlaceBytes));
            Magic.CopyTo(file);
            (salt ?? Salt).CopyTo(file, Magic.Length);
            var places = Enumerable.Range(0, batches * Batch).ToArray();
            RandomNumberGenerator.Shuffle<int>(places);
            foreach (var (place, (key, capsule)) in places.Zip(capsules))
            {
                Seal(file.AsSpan(FirstPlace + (place * PlaceBytes), PlaceBytes), key, capsule);
            }

            Save(file);
        }
    }

    private static void Seal(Span<byte> place, FamilyKey key, Capsule capsule)
    {
        key.Id.CopyTo(place);
        var nonce = place.Slice(FamilyKey.IdBytes, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key.Secret, TagBytes);
        cipher.Encrypt(nonce, capsule.ToBytes(), place.Slice(FamilyKey.IdBytes + NonceBytes, Capsule.Bytes), place[^TagBytes..], key.Id);
    }

    private static Capsule? Open(byte[] file, int at, FamilyKey key, bool isReal)
    {
        var place = file.AsSpan(at, PlaceBytes);
        var content = new byte[Capsule.Bytes];
        using var cipher = new AesGcm(key.Secret, TagBytes);
        try
        {
            cipher.Decrypt(
                place.Slice(FamilyKey.IdBytes, NonceBytes), place.Slice(FamilyKey.IdBytes + NonceBytes, Capsule.Bytes), place[^TagBytes..], content, key.Id);
            return isReal ? Capsule.Read(content) : null;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    // Every place is looked at, wherever it is found.
    private int? PlaceOf(byte[] file, byte[] id)
    {
        int? found = null;
        for (var at = FirstPlace; at + PlaceBytes <= file.Length; at += PlaceBytes)
        {
            if (CryptographicOperations.FixedTimeEquals(file.AsSpan(at, FamilyKey.IdBytes), id))
            {
                found = at;
            }
            else
            {
                _ = CryptographicOperations.FixedTimeEquals(file.AsSpan(at, FamilyKey.IdBytes), _nobody);
            }
        }

        return found;
    }

    private byte[] Load()
    {
        if (_file is { } known)
        {
            return known;
        }

        if (!File.Exists(path))
        {
            var made = RandomNumberGenerator.GetBytes(FirstPlace + (Batch * PlaceBytes));
            Magic.CopyTo(made);
            Save(made);
            return made;
        }

        var file = File.ReadAllBytes(path);
        return file.Length > FirstPlace && (file.Length - FirstPlace) % (Batch * PlaceBytes) == 0 && file.AsSpan().StartsWith(Magic)
            ? _file = file
            : throw new IOException("The capsules of the family page cannot be read.");
    }

    // Another program may have written since: then its uses count too.
    private IDisposable? Enter()
    {
        if (together is null)
        {
            return null;
        }

        var alone = together("capsules");
        if (_file is { } before && (!File.Exists(path) || !before.AsSpan().SequenceEqual(File.ReadAllBytes(path))))
        {
            _file = null;
            Uses++;
        }

        return alone;
    }

    private bool IsReadable()
    {
        try
        {
            _ = Load();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void Save(byte[] file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        write(path, file);
        _file = file;
    }
}
