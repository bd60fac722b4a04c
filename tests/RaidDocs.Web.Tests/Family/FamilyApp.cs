using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Family;
using RaidDocs.Family;
using RaidDocs.Web.Hosting.Family;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Pages.Vault;

namespace RaidDocs.Web.Tests.Family;

/// <summary>The program on a real port, with a vault, a clock that the test turns, and numbers that are quick to work out.</summary>
public sealed partial class FamilyApp : VaultApp
{
    public FamilyApp() => UseKestrel(port: 0);

    private int _visits;

    public TurnedClock Clock { get; } = new();

    public FamilyHouse House => Services.GetRequiredService<FamilyHouse>();

    public string FamilyFolder => Path.Combine(Folder, "family");

    /// <summary>Makes the vault, and a raid whose women have not been asked yet.</summary>
    public async Task<Guid> StartAsync()
    {
        StartServer();
        await MakeAsync();
        var raid = await ImportDemoAsync("dok-rak");
        return await DbAsync(db => db.Raids.Where(row => row.Code == raid).Select(row => row.Id).SingleAsync());
    }

    public Task<Guid> WomanAsync(Guid raid, int number = 1) =>
        DbAsync(db => db.Apprehensions.Where(row => row.RaidId == raid && row.Number == number).Select(row => row.WomanId).SingleAsync());

    /// <summary>She is asked, and answers.</summary>
    public Task AnswersAsync(Guid raid, Guid woman, ConsentAnswer answer = ConsentAnswer.Yes, DateOnly? until = null, params Purpose[] purposes) => SaveAsync(
        [.. (purposes.Length == 0 ? [Purpose.Keep, Purpose.TellFamily] : purposes).Select(purpose => new Consent(raid, woman, null, new ConsentFacts { Purpose = purpose, Answer = answer, ValidTo = until }))]);

    /// <summary>A number for one contact of a woman who allows it.</summary>
    public Task<GivenNumber> GiveAsync(Guid raid, Guid woman, FamilyLinkFacts? facts = null, bool withAlarm = false) => DbAsync(async db =>
    {
        var given = await Services.GetRequiredService<FamilyNumbers>().GiveAsync(
            db, (raid, woman), facts ?? Facts(), withAlarm, id: null, TestContext.Current.CancellationToken);
        await db.SaveChangesAsync();
        return given;
    });

    public static FamilyLinkFacts Facts(FamilyLevel level = FamilyLevel.Place, FamilySentence sentence = FamilySentence.GovernmentPlace) => new()
    {
        Relation = "mother",
        Language = "en",
        Level = level,
        Sentence = sentence,
        NewsOn = new(2026, 11, 17),
        Since = new(2025, 3, 15),
        NextOn = new(2026, 12, 2),
    };

    /// <summary>Somebody of the staff, signed in.</summary>
    public HttpClient Staff(string role, Guid? person = null)
    {
        using var signedIn = ClientFor(role, person);
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = ClientOptions.BaseAddress };
        foreach (var (name, values) in signedIn.DefaultRequestHeaders)
        {
            client.DefaultRequestHeaders.Add(name, values);
        }

        return client;
    }

    /// <summary>The sentence that the page shows for a number.</summary>
    public async Task<string> SaysAsync(string number) => (await WordsAsync(await ReadAsync(From($"127.0.9.{++_visits}"), number))).Split("News of")[0].Split("Call us.")[0].Split("Call the number")[0].Replace("Leave this page", "", StringComparison.Ordinal).Trim();

    /// <summary>Somebody at an address of her own. She follows no redirect and keeps no cookie.</summary>
    public HttpClient From(string address, bool gzip = false)
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectCallback = async (context, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        {
            BaseAddress = new UriBuilder(ClientOptions.BaseAddress) { Host = "127.0.0.1" }.Uri,
        };
        if (gzip)
        {
            client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        }

        return client;
    }

    /// <summary>The form's hidden mark.</summary>
    public static async Task<string> MarkAsync(HttpClient client) => Mark().Match(await client.GetStringAsync(new Uri("/n", UriKind.Relative))).Groups[1].Value;

    /// <summary>Types a number: what the post answers.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, string number, string? language = "en", string? mark = null)
    {
        using var form = new FormUrlEncodedContent([new("number", number), new("l", language ?? ""), new("t", mark ?? await MarkAsync(client))]);
        return await client.PostAsync(new Uri("/n", UriKind.Relative), form);
    }

    /// <summary>Types a number and reads what it leads to.</summary>
    public static async Task<HttpResponseMessage> ReadAsync(HttpClient client, string number, string? language = "en", string? mark = null)
    {
        var posted = await PostAsync(client, number, language, mark);
        return posted.StatusCode == HttpStatusCode.SeeOther && posted.Headers.Location!.OriginalString.StartsWith("/n/news/", StringComparison.Ordinal)
            ? await client.GetAsync(posted.Headers.Location)
            : posted;
    }

    public static async Task<string> WordsAsync(HttpResponseMessage answer) => System.Net.WebUtility.HtmlDecode(Tag().Replace(Padding().Replace(await answer.Content.ReadAsStringAsync(), ""), " "));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.Configure<FamilyRounds>(slow => slow.Rounds = 100);
        });
    }

    [GeneratedRegex("name=t value=\"([^\"]*)\"")]
    private static partial Regex Mark();

    [GeneratedRegex("<!--.*?-->|<style>.*?</style>|<title>.*?</title>|<wbr>")]
    private static partial Regex Padding();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}

/// <summary>Stands still until the test turns it; 09:00 in Thailand.</summary>
public sealed class TurnedClock : TimeProvider
{
    private DateTimeOffset _now = new(TestApp.Today, new TimeOnly(2, 0), TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Turn(TimeSpan by) => _now += by;

    public override string ToString() => _now.ToString("O", CultureInfo.InvariantCulture);
}
