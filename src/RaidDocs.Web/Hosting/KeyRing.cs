using Microsoft.AspNetCore.DataProtection.Internal;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace RaidDocs.Web.Hosting;

/// <summary>
/// The Data Protection keys, read anew whenever the store is opened or locked: what was protected under a closed store is
/// worth nothing under an open one, and the keys of the open store are not kept after it is locked.
/// </summary>
internal sealed class KeyRing(IOptions<KeyManagementOptions> options, IActivator activator) : IKeyManager, IDisposable
{
    // Else the first use after a change would still be given the keys from before it.
    static KeyRing() => AppContext.SetSwitch("Microsoft.AspNetCore.DataProtection.KeyManagement.DisableAsyncKeyRingUpdate", true);

    private readonly XmlKeyManager _keys = new(options, activator);
    private CancellationTokenSource _changed = new();

    /// <summary>The keys that are held in memory are not used again.</summary>
    public void Forget() => Interlocked.Exchange(ref _changed, new CancellationTokenSource()).Cancel();

    public void Dispose() => _changed.Dispose();

    public IKey CreateNewKey(DateTimeOffset activationDate, DateTimeOffset expirationDate) => _keys.CreateNewKey(activationDate, expirationDate);

    public IReadOnlyCollection<IKey> GetAllKeys() => _keys.GetAllKeys();

    public CancellationToken GetCacheExpirationToken() =>
        CancellationTokenSource.CreateLinkedTokenSource(_keys.GetCacheExpirationToken(), _changed.Token).Token;

    public void RevokeKey(Guid keyId, string? reason = null) => _keys.RevokeKey(keyId, reason);

    public void RevokeAllKeys(DateTimeOffset revocationDate, string? reason = null) => _keys.RevokeAllKeys(revocationDate, reason);
}
