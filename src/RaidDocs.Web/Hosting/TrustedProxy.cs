using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using RaidDocs.Domain.Data;

namespace RaidDocs.Web.Hosting;

/// <summary>
/// The proxy before this program, when the setting "Proxy:Address" names it. From it alone, and only the last line of it, the address of the
/// visitor is taken, for the limits of tries and for what only this computer may do. Name and scheme are never taken from a header.
/// </summary>
internal static class TrustedProxy
{
    /// <summary>One address, or several parted by commas.</summary>
    public const string Setting = "Proxy:Address";

    public static void UseTrustedProxy(this WebApplication app)
    {
        if (app.Configuration[Setting] is not { Length: > 0 } named)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = 1 };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var address in Read(named))
        {
            options.KnownProxies.Add(address);
        }

        app.UseForwardedHeaders(options);
    }

    /// <exception cref="StoreException">One of them is no address.</exception>
    public static IReadOnlyList<IPAddress> Read(string named) =>
    [
        .. named.Split(',', StringSplitOptions.TrimEntries).Select(one => IPAddress.TryParse(one, out var address)
            ? address
            : throw new StoreException($"The setting {Setting} holds \"{one}\", which is no address. Write it like 127.0.0.1, several parted by commas.")),
    ];
}
