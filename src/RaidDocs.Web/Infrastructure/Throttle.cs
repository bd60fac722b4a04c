using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Vault;

namespace RaidDocs.Web.Infrastructure;

/// <summary>
/// Counts wrong tries by key: five, then a wait of 15 minutes that doubles with each five more. The counts lie in a small
/// file beside the store, because they must outlast a restart. Keys are hashed with a key of the open store: without it nobody
/// can try which name or address a line is of. Whoever signs in has an open store before her.
/// </summary>
public sealed class Throttle(DataFolder folder, StoreState state, FolderTurn turn, TimeProvider clock)
{
    public const int Tries = 5;

    private const int MostEntries = 2_000;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(8);
    private static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    private readonly Lock _lock = new();
    private readonly byte[] _plain = RandomNumberGenerator.GetBytes(32);
    private Counts? _counts;

    private string File => Path.Combine(folder.Path, "tries.json");

    /// <summary>
    /// Begins a try and counts it as wrong until <see cref="Succeed"/>, so that many at once are not more than many in a row.
    /// Answers how long to wait when there were too many.
    /// </summary>
    public TimeSpan? Begin(string key, int tries = Tries) => Begin(key, tries, isKept: false);

    private TimeSpan? Begin(string key, int tries, bool isKept)
    {
        lock (_lock)
        {
            using var alone = Enter();
            var (counts, now) = (Load(), clock.GetUtcNow());
            var hash = Hash(key);
            var entry = counts.Entries.GetValueOrDefault(hash) ?? new Entry(0, now, now, isKept);
            if (entry.Until > now)
            {
                // Written down as well, so that it takes as long as the others.
                counts.Entries[hash] = entry with { At = now };
                Save(counts, now);
                return entry.Until - now;
            }

            var wrong = entry.Wrong + 1;
            counts.Entries[hash] = new Entry(wrong, wrong % tries == 0 ? now + WaitAfter(wrong / tries) : now, now, isKept);
            Save(counts, now);
            return null;
        }
    }

    public void Succeed(params IEnumerable<string> keys)
    {
        lock (_lock)
        {
            using var alone = Enter();
            var counts = Load();
            var known = keys.Select(key => Hash(key)).Where(counts.Entries.ContainsKey).ToList();
            known.ForEach(hash => counts.Entries.Remove(hash));
            if (known.Count > 0)
            {
                Save(counts, clock.GetUtcNow());
            }
        }
    }

    /// <summary>
    /// Counts a wrong try for which nobody has to wait. Only of people there are: such a count is forgotten last, and whoever
    /// makes names up must not push it out.
    /// </summary>
    public void Count(string key) => Begin(key, int.MaxValue, isKept: true);

    /// <summary>Wrong tries since the last right one.</summary>
    public int Wrong(string key)
    {
        lock (_lock)
        {
            using var alone = Enter();
            var counts = Load();
            return counts.Entries.GetValueOrDefault(Hash(key))?.Wrong ?? 0;
        }
    }

    /// <summary>Who asks, as far as a limit goes: one IPv4 address, or the network of an IPv6 one.</summary>
    public static string ClientOf(IPAddress? address)
    {
        if (address is null)
        {
            return "here";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, 8))
            : plain.ToString();
    }

    // Another program may have counted since.
    private IDisposable? Enter()
    {
        var alone = turn.Enter("tries");
        _counts = turn.IsShared ? null : _counts;
        return alone;
    }

    private static TimeSpan WaitAfter(int times)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(times - 1, 16));
        return wait < LongestWait ? wait : LongestWait;
    }

    // A demo in a plain file has no key; its names are invented, and all of it is gone with the process.
    private string Hash(string key) =>
        Convert.ToHexString(HMACSHA256.HashData(state.Keys?.For(KeyPurpose.Tries) ?? _plain, Encoding.UTF8.GetBytes(key)));

    private Counts Load()
    {
        if (_counts is null)
        {
            try
            {
                _counts = JsonSerializer.Deserialize<Counts>(System.IO.File.ReadAllBytes(File)) is { Entries: not null } read ? read : null;
            }
            catch (Exception missing) when (missing is IOException or JsonException)
            {
                // None yet, or damaged: to begin anew locks nobody out.
            }
        }

        return _counts ??= new Counts([]);
    }

    private void Save(Counts counts, DateTimeOffset now)
    {
        foreach (var (key, _) in counts.Entries.Where(entry => now - entry.Value.At > Memory).ToList())
        {
            counts.Entries.Remove(key);
        }

        foreach (var (key, _) in counts.Entries.OrderBy(entry => entry.Value.IsKept).ThenBy(entry => entry.Value.Until).Take(counts.Entries.Count - MostEntries).ToList())
        {
            counts.Entries.Remove(key);
        }

        SafeFile.Write(File, JsonSerializer.SerializeToUtf8Bytes(counts));
    }

    private sealed record Counts(Dictionary<string, Entry> Entries);

    private sealed record Entry(int Wrong, DateTimeOffset Until, DateTimeOffset At, bool IsKept);
}
