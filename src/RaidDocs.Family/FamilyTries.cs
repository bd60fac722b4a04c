using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace RaidDocs.Family;

/// <summary>
/// Counts wrong numbers: five of one client in 15 minutes, 60 of all in an hour. After that the house is under siege, and each
/// client has one try an hour, so that a right number still works. The counts lie beside the capsules: neither a restart nor the
/// lock of the vault forgets them. A client is a hash under a key that is renewed each day.
/// </summary>
public sealed class FamilyTries(string path, WriteSafely write, TimeProvider clock, EnterTogether? together = null)
{
    public const int OfOne = 5;
    public const int OfAll = 60;

    private const int MostKept = 5_000;
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    private readonly Lock _turn = new();
    private readonly HashSet<Guid> _underWay = [];
    private TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Sheet? _sheet;
    private bool _isWritten = true;

    public bool IsUnderSiege
    {
        get
        {
            lock (_turn)
            {
                using var alone = Enter();
                return Siege(Load(), clock.GetUtcNow());
            }
        }
    }

    /// <summary>
    /// Begins a try and counts it as wrong until it proves right. As many as may still be wrong go at once; the others wait for
    /// them, so that many families behind one address are served one after the other, and many guesses are not more than five.
    /// </summary>
    public async Task<FamilyTry> BeginAsync(string client, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task settled;
            lock (_turn)
            {
                using var alone = Enter();
                var now = clock.GetUtcNow();
                var sheet = Load();
                var hash = HashOf(sheet, client);
                var (most, wait) = Siege(sheet, now) ? (1, Hour) : (OfOne, Wait);
                var hers = sheet.Wrong.Where(one => one.Client == hash && now - one.At < wait).ToList();
                var wrong = hers.Where(one => !_underWay.Contains(one.Id)).ToList();
                if (wrong.Count >= most)
                {
                    var free = wrong.OrderByDescending(one => one.At).ElementAt(most - 1).At + wait;
                    return new FamilyTry(null, free > now ? free - now : TimeSpan.FromSeconds(1));
                }

                if (hers.Count < most)
                {
                    var one = new Wrong(Guid.NewGuid(), hash, now);
                    _underWay.Add(one.Id);
                    Save(sheet with { Wrong = [.. sheet.Wrong.TakeLast(MostKept - 1), one] });
                    return new FamilyTry(one.Id, TimeSpan.Zero);
                }

                settled = _settled.Task;
            }

            await settled.WaitAsync(cancellationToken);
        }
    }

    public void End(FamilyTry one, bool isRight)
    {
        ArgumentNullException.ThrowIfNull(one);
        lock (_turn)
        {
            using var alone = Enter();
            if (one.Id is not { } id || !_underWay.Remove(id))
            {
                return;
            }

            // Written either way, so that it takes as long.
            var sheet = Load();
            Save(isRight ? sheet with { Wrong = [.. sheet.Wrong.Where(wrong => wrong.Id != id)] } : sheet);
            _settled.SetResult();
            _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Who asks, as far as a limit goes: one IPv4 address, or the network of an IPv6 one.</summary>
    public static string ClientOf(IPAddress? address)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain is { AddressFamily: AddressFamily.InterNetworkV6 }
            ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, 8))
            : plain?.ToString() ?? "here";
    }

    // Another program may have counted since.
    private IDisposable? Enter()
    {
        var alone = together?.Invoke("family-tries");
        _sheet = together is null || !_isWritten ? _sheet : null;
        return alone;
    }

    private static bool Siege(Sheet sheet, DateTimeOffset now) => sheet.Wrong.Count(one => now - one.At < Hour) >= OfAll;

    private static string HashOf(Sheet sheet, string client) =>
        Convert.ToHexString(HMACSHA256.HashData(sheet.Key, Encoding.UTF8.GetBytes(client)).AsSpan(0, 12));

    private Sheet Load()
    {
        var now = clock.GetUtcNow();
        var sheet = _sheet ??= Read() ?? New(now);
        if (now - sheet.KeyAt >= Memory)
        {
            sheet = New(now) with { Wrong = sheet.Wrong };
        }

        // A clock that was set back must not stop anybody for years.
        return _sheet = sheet with
        {
            Wrong = [.. sheet.Wrong.Select(one => one.At > now ? one with { At = now } : one).Where(one => now - one.At < Memory)],
        };
    }

    // Damaged, it counts as empty: that locks nobody out.
    private Sheet? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<Sheet>(File.ReadAllBytes(path)) is { Key: not null, Wrong: not null } read ? read : null;
        }
        catch (Exception missing) when (missing is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // A full disk is no reason to tell a mother nothing: the counts are kept in memory then, and guessing stays limited.
    private void Save(Sheet sheet)
    {
        _sheet = sheet;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            write(path, JsonSerializer.SerializeToUtf8Bytes(sheet));
            _isWritten = true;
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            _isWritten = false;
        }
    }

    private static Sheet New(DateTimeOffset now) => new(RandomNumberGenerator.GetBytes(32), now, []);

    private sealed record Sheet(byte[] Key, DateTimeOffset KeyAt, IReadOnlyList<Wrong> Wrong);

    private sealed record Wrong(Guid Id, string Client, DateTimeOffset At);
}

/// <summary>A try that may be made, or how long to wait.</summary>
public sealed record FamilyTry(Guid? Id, TimeSpan Wait)
{
    public bool IsStopped => Id is null;
}
