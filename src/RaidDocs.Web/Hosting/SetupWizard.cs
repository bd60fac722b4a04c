using System.Net;
using System.Security.Cryptography;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Hosting;

/// <summary>
/// The first steps of a new store: passphrase, sheet, people. All is in memory until the last step makes the store at once, so
/// nothing half-made is left by somebody who goes away.
/// </summary>
internal sealed class SetupWizard(SetupToken token, SheetDesk sheets, VaultKeeper vault, Store store, VaultDoor door, StoreEngine engine)
{
    private const string Desk = "setup";
    private const string Cookie = "rd-s";

    private string? _passphrase;
    private bool _isTypedBack;

    public OpenSheet? Sheet => vault.Exists || _passphrase is null ? null : sheets.At(Desk);

    /// <summary>The page of the step that is next.</summary>
    public string Step => vault.Exists || (_isTypedBack && Sheet is not null) ? "/SetupPeople" : Sheet is not null ? "/SetupSheet" : "/Setup";

    /// <summary>True: the store is there already, and only nobody is named in it.</summary>
    public bool HasStore => store.IsOpen;

    /// <summary>From this computer only, with the token that the program printed here and <see cref="Enter"/> has taken.</summary>
    public bool MayEnter(HttpContext context) => IsHere(context) && token.Accepts(context.Request.Cookies[Cookies.NameOf(context, Cookie)]);

    /// <summary>Moves a token that fits out of the address, where history and screen would keep it, into a cookie.</summary>
    public bool Enter(HttpContext context, string? typed)
    {
        if (!IsHere(context) || !token.Accepts(typed))
        {
            return false;
        }

        context.Response.Cookies.Append(Cookies.NameOf(context, Cookie), typed!, Cookies.Shape(context, SetupToken.Life));
        return true;
    }

    public string Issue()
    {
        Clear();
        return token.Issue();
    }

    public void TakePassphrase(string passphrase)
    {
        Secrets.CheckNew(passphrase);
        (_passphrase, _isTypedBack) = (passphrase, false);
        sheets.Make(Desk);
    }

    public bool TypeBack(string? word) => _isTypedBack = Sheet?.IsAsked(word) == true;

    /// <summary>Makes the store, lets the first people be named in it, and undoes it all if they cannot be.</summary>
    public async Task MakeAsync(Func<Task> namePeople, CancellationToken cancellationToken)
    {
        var isNew = !vault.Exists && !engine.HoldsStore && !store.IsOpen;
        if (isNew)
        {
            await MakeStoreAsync(cancellationToken);
        }

        try
        {
            await namePeople();
        }
        catch when (isNew)
        {
            await store.UndoMakingAsync();
            throw;
        }

        Clear();
        token.Spend();
    }

    private static bool IsHere(HttpContext context) => context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address);

    private async Task MakeStoreAsync(CancellationToken cancellationToken)
    {
        var dataKey = RandomNumberGenerator.GetBytes(VaultKeeper.KeyBytes);
        vault.Make(dataKey, _passphrase!, Sheet!.Words);
        using var opened = new OpenedVault(1, SlotKind.Passphrase, dataKey, null);
        try
        {
            await store.UnlockAsync(opened, cancellationToken);
        }
        catch
        {
            await store.UndoMakingAsync();
            throw;
        }

        await door.GreetAsync(cancellationToken);
    }

    private void Clear()
    {
        (_passphrase, _isTypedBack) = (null, false);
        sheets.Clear(Desk);
    }
}
