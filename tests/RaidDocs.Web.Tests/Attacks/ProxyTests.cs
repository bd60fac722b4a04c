using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Tests.Pages.Account;

namespace RaidDocs.Web.Tests.Attacks;

/// <summary>The address of a visitor behind a proxy that the house trusts. Without the setting no header counts.</summary>
public sealed class ProxyTests
{
    private const string Proxy = "10.1.0.9";

    [Theory]
    [InlineData(Proxy, "203.0.113.5", "203.0.113.5")]
    [InlineData(Proxy, "127.0.0.1, 203.0.113.5", "203.0.113.5")]
    [InlineData(Proxy, "nonsense", Proxy)]
    [InlineData(Proxy, null, Proxy)]
    [InlineData("10.1.0.8", "203.0.113.5", "10.1.0.8")]
    [InlineData("127.0.0.1", "203.0.113.5", "127.0.0.1")]
    public async Task Tries_count_for_the_visitor_that_the_trusted_proxy_names_and_nobody_else_names_one(string sender, string? claimed, string counted)
    {
        await using var app = new ProxiedApp(Proxy);

        await TryAsync(app, sender, claimed);

        var throttle = app.Services.GetRequiredService<Throttle>();
        string[] all = [Proxy, "203.0.113.5", "10.1.0.8", "127.0.0.1"];
        Assert.Equal([counted], all.Where(address => throttle.Wrong($"client|{address}") > 0));
    }

    [Fact]
    public async Task Without_the_setting_nothing_that_is_claimed_counts()
    {
        await using var app = new ProxiedApp("");

        await TryAsync(app, Proxy, "203.0.113.5");

        var throttle = app.Services.GetRequiredService<Throttle>();
        Assert.Equal(1, throttle.Wrong($"client|{Proxy}"));
        Assert.Equal(0, throttle.Wrong("client|203.0.113.5"));
    }

    [Fact]
    public async Task Wrong_numbers_on_the_family_page_count_for_the_visitor_and_not_for_all_behind_the_proxy()
    {
        await using var app = new ProxiedApp(Proxy);
        using var guesser = Visitor(app, "203.0.113.5");
        using var mother = Visitor(app, "203.0.113.6");
        for (var number = 0; number < RaidDocs.Family.FamilyTries.OfOne; number++)
        {
            Assert.NotEqual(System.Net.HttpStatusCode.TooManyRequests, (await Family.FamilyApp.PostAsync(guesser, $"1234 5678 9012 345{number}")).StatusCode);
        }

        Assert.Equal(System.Net.HttpStatusCode.TooManyRequests, (await Family.FamilyApp.PostAsync(guesser, "1234 5678 9012 3459")).StatusCode);
        Assert.NotEqual(System.Net.HttpStatusCode.TooManyRequests, (await Family.FamilyApp.PostAsync(mother, "1234 5678 9012 3459")).StatusCode);
    }

    [Fact]
    public void A_setting_that_is_no_address_is_refused_with_a_sentence()
    {
        var refused = Assert.Throws<StoreException>(() => TrustedProxy.Read("127.0.0.1, proxy.example"));

        Assert.Contains("\"proxy.example\", which is no address", refused.Message, StringComparison.Ordinal);
    }

    private static HttpClient Visitor(RealApp app, string address)
    {
        var client = app.Client(Proxy);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return client;
    }

    private static async Task TryAsync(RealApp app, string sender, string? claimed)
    {
        using var client = app.Client(sender);
        if (claimed is not null)
        {
            client.DefaultRequestHeaders.Add("X-Forwarded-For", claimed);
        }

        await RealApp.FirstStepAsync(client, "nobody", "not the words of it");
    }

    private sealed class ProxiedApp(string proxy) : RealApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting(TrustedProxy.Setting, proxy);
        }
    }
}
