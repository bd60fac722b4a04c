using System.Net;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Tests.Pages.Vault;

namespace RaidDocs.Web.Tests.Server;

/// <summary>One of two programs that share a store on a server and a data folder. Behind one address a browser has one set of cookies for both.</summary>
public sealed class NodeApp : CookieVaultApp
{
    private readonly CookieContainer _cookies;

    public NodeApp()
        : this(null)
    {
    }

    private NodeApp(NodeApp? other)
        : base(other)
    {
        _cookies = other?._cookies ?? new CookieContainer();
    }

    protected override bool MustBeOnServer => true;

    /// <summary>Another program beside this one, unlocked by itself.</summary>
    public async Task<NodeApp> BesideAsync()
    {
        var beside = new NodeApp(this);
        using var client = beside.Stranger();
        Assert.Equal(UnlockAnswer.Opened, await beside.Door.UnlockAsync(Passphrase, VaultLedger.ThisComputer, TestContext.Current.CancellationToken));
        return beside;
    }

    /// <summary>The browser, led to this program.</summary>
    public override HttpClient Stranger() => CreateDefaultClient(new Uri("http://localhost"), new CookieContainerHandler(_cookies));
}
