using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RaidDocs.Domain.Data;

namespace RaidDocs.Domain.Vault;

/// <summary>
/// What is known of the vault while the log cannot be written: tries to open it, and when it was locked. It lies beside the
/// vault as limits.json, so that a restart forgets no wrong try. It holds no name and no address: an address is one of 4,096 numbers.
/// </summary>
public sealed class VaultLedger(DataFolder folder, FolderTurn turn, TimeProvider clock)
{
    /// <summary>Wrong tries of one client before it waits.</summary>
    public const int TriesOfOne = 5;

    /// <summary>Wrong tries of all who are not at this computer, in an hour.</summary>
    public const int TriesOfAll = 60;

    /// <summary>How long a wrong try of one client counts.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);

    /// <summary>The client at the computer itself.</summary>
    public const string ThisComputer = "this computer";

    private const int Clients = 4096;
    private const int MostNotes = 500;
    private static readonly TimeSpan WaitOfAll = TimeSpan.FromHours(1);

    private readonly Lock _turn = new();

    /// <summary>
    /// Counts a try before it is made, so that ending the program does not undo it. False: too many were wrong, and nothing is tried.
    /// </summary>
    public bool MayTry(string client)
    {
        lock (_turn)
        {
            using var alone = turn.Enter("limits");
            var sheet = Read();
            var now = clock.GetUtcNow();
            var number = NumberOf(sheet, client);
            var tries = sheet.Tries
                // A clock that was set back must not lock anybody out for years.
                .Select(one => one.At > now ? one with { At = now } : one)
                .Where(one => now - one.At < WaitOfAll)
                .ToList();
            var hers = tries.Count(one => one.Client == number && now - one.At < Wait);
            var others = client == ThisComputer ? 0 : tries.Count(one => one.Client != NumberOf(sheet, ThisComputer));
            var may = hers < TriesOfOne && others < TriesOfAll;
            if (may)
            {
                tries.Add(new Try(number, now));
            }

            Write(sheet with { Tries = tries });
            return may;
        }
    }

    /// <summary>It opened: earlier tries of this client are forgiven.</summary>
    public void Forgive(string client)
    {
        lock (_turn)
        {
            using var alone = turn.Enter("limits");
            var sheet = Read();
            var number = NumberOf(sheet, client);
            Write(sheet with { Tries = [.. sheet.Tries.Where(one => one.Client != number)] });
        }
    }

    /// <summary>To be written into the log when it can be: "unlock failed", "lock".</summary>
    public void Note(string what)
    {
        lock (_turn)
        {
            using var alone = turn.Enter("limits");
            var sheet = Read();
            Write(sheet with { Notes = [.. sheet.Notes.TakeLast(MostNotes - 1), new Noted(what, clock.GetUtcNow())] });
        }
    }

    public IReadOnlyList<Noted> Notes
    {
        get
        {
            lock (_turn)
            {
                return Read().Notes;
            }
        }
    }

    /// <summary>They stand in the log now.</summary>
    public void ForgetNotes()
    {
        lock (_turn)
        {
            using var alone = turn.Enter("limits");
            var sheet = Read();
            if (sheet.Notes.Count > 0)
            {
                Write(sheet with { Notes = [] });
            }
        }
    }

    // The computer itself has a number that no address can have.
    private static int NumberOf(Ledger sheet, string client) => client == ThisComputer ? Clients : BinaryPrimitives.ReadUInt16BigEndian(
        SHA256.HashData([.. sheet.Salt, .. Encoding.UTF8.GetBytes(client)])) % Clients;

    // Damaged, it counts as empty: whoever can write here can also copy the vault and try elsewhere.
    private Ledger Read()
    {
        try
        {
            if (File.Exists(folder.Limits) && JsonSerializer.Deserialize<Ledger>(File.ReadAllBytes(folder.Limits)) is { Salt: not null, Tries: not null, Notes: not null } sheet)
            {
                return sheet;
            }
        }
        catch (JsonException)
        {
            // As empty.
        }

        return new Ledger(RandomNumberGenerator.GetBytes(16), [], []);
    }

    private void Write(Ledger sheet)
    {
        if (Directory.Exists(folder.Path))
        {
            SafeFile.Write(folder.Limits, JsonSerializer.SerializeToUtf8Bytes(sheet));
        }
    }

    private sealed record Ledger(byte[] Salt, IReadOnlyList<Try> Tries, IReadOnlyList<Noted> Notes);

    private sealed record Try(int Client, DateTimeOffset At);
}

/// <summary>Something that happened to the vault while the log could not be written.</summary>
public sealed record Noted(string What, DateTimeOffset At)
{
    /// <summary>For the log: when it happened, which is before it was written down.</summary>
    public string Time => "at " + At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
