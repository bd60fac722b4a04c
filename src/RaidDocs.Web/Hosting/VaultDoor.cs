using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Jobs;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting.Backups;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.Hosting;

internal enum UnlockAnswer
{
    /// <summary>What was typed opened the store, a passphrase.</summary>
    Opened,

    /// <summary>The same, with the words of the sheet.</summary>
    OpenedBySheet,

    /// <summary>It was open before: what was typed was not tried, and proves nothing.</summary>
    AlreadyOpen,
    Wrong,

    /// <summary>Too many tries were wrong.</summary>
    Wait,
}

/// <summary>Unlocks and locks the running program, with all that hangs on it.</summary>
internal sealed class VaultDoor(
    Store store,
    VaultKeeper vault,
    VaultLedger ledger,
    RequestsUnderWay requests,
    IPdfPrinter printer,
    JobBoard jobs,
    KeyRing ring,
    SheetDesk sheets,
    BackupDesk backups,
    IOptions<FrameOptions> frame,
    IServiceProvider services) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    // One derivation at a time, however many ask.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly string _plainName = frame.Value.ServiceName;

    public bool HasVault => vault.Exists;

    /// <summary>Tries what was typed, a passphrase or the words of the sheet.</summary>
    /// <exception cref="StoreException">The vault is damaged or does not belong to the database.</exception>
    public async Task<UnlockAnswer> UnlockAsync(string typed, string client, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (store.IsOpen)
            {
                return UnlockAnswer.AlreadyOpen;
            }

            if (!ledger.MayTry(client))
            {
                return UnlockAnswer.Wait;
            }

            using var opened = await Task.Run(() => vault.Open(typed), cancellationToken);
            if (opened is null)
            {
                ledger.Note("unlock failed");
                return UnlockAnswer.Wrong;
            }

            await store.UnlockAsync(opened, cancellationToken);
            ledger.Forgive(client);
            await GreetAsync(cancellationToken);
            return opened.Kind == SlotKind.Recovery ? UnlockAnswer.OpenedBySheet : UnlockAnswer.Opened;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>What follows each opening.</summary>
    public async Task GreetAsync(CancellationToken cancellationToken)
    {
        RenewKeys();
        await Setup.DressHouseAsync(services, cancellationToken);
    }

    /// <summary>
    /// Locks: no request is taken any more, those under way end, the store is closed, and nothing of it stays in memory.
    /// </summary>
    /// <param name="by">Who locks, for the log.</param>
    /// <param name="own">The request that asks for it, which is not waited for.</param>
    /// <param name="isOthers">Another program that has the same store open was locked, and told this one.</param>
    public async Task LockAsync(Viewer by, HttpContext? own, bool isOthers = false)
    {
        store.StopTaking();
        try
        {
            await Task.WhenAll(requests.EndAsync(own), backups.EndAsync());
            printer.Close();
            await jobs.EndAllAsync();
            if (!isOthers)
            {
                await NoteAsync(by);
                await TellAsync();
            }
        }
        finally
        {
            // Whatever failed before, a full disk for one: the keys go, and what was made from them.
            try
            {
                await store.CloseAsync();
            }
            finally
            {
                Forget();
            }
        }
    }

    /// <summary>
    /// Gives the store another data key. Nobody is served meanwhile, and all are signed out. False: it could not be done, and
    /// the store goes on under the old one.
    /// </summary>
    public async Task<bool> RekeyAsync(string passphrase, string sheet, Guid holder, HttpContext own, CancellationToken cancellationToken)
    {
        Secrets.CheckNew(passphrase);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            store.StopTaking();
            await Task.WhenAll(requests.EndAsync(own), backups.EndAsync());
            await jobs.EndAllAsync();

            // Once begun it is finished, whether or not the browser still waits.
            await store.RekeyAsync(passphrase, sheet, holder, CancellationToken.None);
            return true;
        }
        catch (StoreException failed) when (store.IsOpen)
        {
            Console.WriteLine(failed.Message);
            return false;
        }
        finally
        {
            Forget();
            if (store.IsOpen)
            {
                await GreetAsync(CancellationToken.None);
            }

            _turn.Release();
        }
    }

    /// <summary>Who tries, for the throttle: this computer, or an address (of IPv6, the network).</summary>
    public static string ClientOf(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address))
        {
            return VaultLedger.ThisComputer;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    public void Dispose() => _turn.Dispose();

    private void Forget()
    {
        RenewKeys();
        sheets.ClearAll();
        frame.Value.ServiceName = _plainName;
    }

    // Read at once, before two requests ask at the same time and one of them is given the old ones.
    private void RenewKeys()
    {
        ring.Forget();
        _ = services.GetRequiredService<IDataProtectionProvider>().CreateProtector(nameof(VaultDoor)).Protect([0]);
    }

    private async Task TellAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await store.TellLockedAsync(patience.Token);
        }
        catch (Exception failed) when (failed is OperationCanceledException or DbUpdateException or System.Data.Common.DbException or StoreException)
        {
            // The server is gone, and with it what the others could read.
        }
    }

    private async Task NoteAsync(Viewer by)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await using var scope = services.CreateAsyncScope();
            await using var db = Store.ContextFor(scope.ServiceProvider, by);
            db.NoteAct("lock", "Vault", "-", null);
            await db.SaveChangesAsync(patience.Token);
        }
        catch (Exception failed) when (failed is OperationCanceledException or DbUpdateException or System.Data.Common.DbException or StoreException)
        {
            ledger.Note("lock");
        }
    }
}
