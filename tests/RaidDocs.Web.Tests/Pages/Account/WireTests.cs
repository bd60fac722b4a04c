using System.Net;
using System.Net.Sockets;

namespace RaidDocs.Web.Tests.Pages.Account;

/// <summary>The address of a client is that of its connection: a real server, and two addresses of this computer.</summary>
public sealed class WireTests : IAsyncDisposable
{
    private readonly WireApp _app = new();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Five_wrong_tries_from_one_address_do_not_keep_the_owner_out_from_another()
    {
        await _app.PersonAsync("siri");
        using var stranger = _app.From("127.0.0.2");
        using var owner = _app.From("127.0.0.1");
        for (var wrong = 0; wrong < 5; wrong++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RealApp.FirstStepAsync(stranger, "siri", "not this one at all")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await RealApp.FirstStepAsync(stranger, "siri", RealApp.Passphrase)).StatusCode);
        Assert.Equal("/account/code", (await RealApp.FirstStepAsync(owner, "siri", RealApp.Passphrase)).Headers.Location?.OriginalString);

        // What a proxy would say of it is not believed.
        stranger.DefaultRequestHeaders.Add("X-Forwarded-For", "127.0.0.9");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await RealApp.FirstStepAsync(stranger, "siri", RealApp.Passphrase)).StatusCode);
    }

    private sealed class WireApp : RealApp
    {
        public WireApp() => UseKestrel(port: 0);

        protected override string Urls => "http://127.0.0.1:0";

        public HttpClient From(string address)
        {
            StartServer();
            var handler = new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                ConnectCallback = async (context, cancellationToken) =>
                {
                    var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                    try
                    {
                        socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
                        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), cancellationToken);
                        return new NetworkStream(socket, ownsSocket: true);
                    }
                    catch
                    {
                        socket.Dispose();
                        throw;
                    }
                },
            };
            return new HttpClient(handler) { BaseAddress = ClientOptions.BaseAddress };
        }
    }
}
