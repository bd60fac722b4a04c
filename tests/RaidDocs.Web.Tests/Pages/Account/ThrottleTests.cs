using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Account;

public sealed class ThrottleTests : IAsyncDisposable
{
    private readonly RealApp _app = new();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_hundred_wrong_tries_from_one_address_do_not_keep_her_out_from_another()
    {
        var (id, key) = await _app.PersonAsync("siri");
        var stranger = _app.Client("127.0.0.2");
        var answers = new List<HttpStatusCode>();
        for (var wrong = 0; wrong < 100; wrong++)
        {
            answers.Add((await RealApp.FirstStepAsync(stranger, "siri", "not this one at all")).StatusCode);
        }

        Assert.All(answers.Take(5), status => Assert.Equal(HttpStatusCode.UnprocessableEntity, status));
        Assert.All(answers.Skip(5), status => Assert.Equal(HttpStatusCode.TooManyRequests, status));
        Assert.Equal("/", (await _app.SignInAsync(_app.Client("127.0.0.3"), "siri", key)).Headers.Location?.OriginalString);
        Assert.Contains(await _app.DbAsync(db => db.AuditEntries.Select(entry => new { entry.Action, entry.ObjectId }).ToListAsync()),
            entry => entry.Action == "refuse-sign-in" && entry.ObjectId == id.ToString());
    }

    [Fact]
    public async Task The_wait_is_told_grows_and_holds_for_the_right_passphrase_too()
    {
        await _app.PersonAsync("siri");
        var client = _app.Client("127.0.0.2");
        await WrongAsync(client, 5);
        var first = await RealApp.FirstStepAsync(client, "siri", RealApp.Passphrase);
        Assert.Equal(HttpStatusCode.TooManyRequests, first.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(15), first.Headers.RetryAfter!.Delta);
        var wrong = await (await RealApp.FirstStepAsync(_app.Client("127.0.0.7"), "siri", "not this one at all")).ReadHtmlAsync();
        Assert.Equal(wrong.Errors(), (await first.ReadHtmlAsync()).Errors());

        _app.Clock.Move(TimeSpan.FromMinutes(15));
        await WrongAsync(client, 5);
        Assert.Equal(TimeSpan.FromMinutes(30), (await RealApp.FirstStepAsync(client, "siri", RealApp.Passphrase)).Headers.RetryAfter!.Delta);

        _app.Clock.Move(TimeSpan.FromMinutes(30));
        Assert.Equal(HttpStatusCode.Redirect, (await RealApp.FirstStepAsync(client, "siri", RealApp.Passphrase)).StatusCode);
        await WrongAsync(client, 4);
        Assert.Equal(HttpStatusCode.Redirect, (await RealApp.FirstStepAsync(client, "siri", RealApp.Passphrase)).StatusCode);
    }

    [Fact]
    public async Task After_a_hundred_in_a_row_a_passphrase_alone_works_on_her_own_devices_and_a_recovery_code_anywhere()
    {
        var (_, key) = await _app.PersonAsync("siri");
        var (hers, other) = (_app.Client("127.0.0.3"), _app.Client("127.0.0.4"));
        await _app.SignInAsync(hers, "siri", key);
        await (await hers.OpenFormAsync("/account/recovery-codes")).PostAsync();
        var code = (await hers.OpenPageAsync("/account/recovery-codes")).QuerySelector("ol.code li")!.TextContent;
        await (await hers.OpenPageAsync("/account")).SignOutAsync(hers);
        var throttle = _app.Services.GetRequiredService<Throttle>();
        for (var wrong = 0; wrong < 100; wrong++)
        {
            throttle.Count(Entrance.InARowOf("SIRI"));
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RealApp.FirstStepAsync(other, "siri", RealApp.Passphrase)).StatusCode);
        Assert.Equal("/account/recovery-codes", (await (await _app.Client("127.0.0.5").OpenFormAsync("/account/recover"))
            .Fill("Sign-in name", "siri").Fill("Passphrase", RealApp.Passphrase).Fill("Recovery code", code).PostAsync()).Headers.Location?.OriginalString);
        for (var wrong = 0; wrong < 100; wrong++)
        {
            throttle.Count(Entrance.InARowOf("SIRI"));
        }

        Assert.Equal("/", (await _app.SignInAsync(hers, "siri", key)).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Forty_guesses_at_once_are_not_more_than_five()
    {
        _ = _app.Client();
        var throttle = _app.Services.GetRequiredService<Throttle>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => throttle.Begin("one"))));

        Assert.Equal(5, answers.Count(wait => wait is null));
    }

    [Fact]
    public async Task The_counts_outlast_a_restart_and_hold_neither_name_nor_address()
    {
        await WrongAsync(_app.Client("127.0.0.2"), 5);

        var file = await File.ReadAllTextAsync(Path.Combine(_app.Folder, "tries.json"));
        Assert.DoesNotContain("siri", file, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("127.0", file, StringComparison.Ordinal);
        using var folder = new DataFolder(_app.Folder);
        var (state, turn) = (_app.Services.GetRequiredService<StoreState>(), _app.Services.GetRequiredService<FolderTurn>());
        Assert.NotNull(new Throttle(folder, state, turn, _app.Clock).Begin(Entrance.KeyOf("SIRI", "127.0.0.2")));
        Assert.Null(new Throttle(folder, state, turn, _app.Clock).Begin(Entrance.KeyOf("SIRI", "127.0.0.3")));
    }

    [Fact]
    public async Task Without_the_key_of_the_store_the_counts_cannot_be_matched_with_names()
    {
        var (_, key) = await _app.PersonAsync("siri");
        await WrongAsync(_app.Client("127.0.0.2"), 1);
        var lines = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(_app.Folder, "tries.json"))).RootElement;
        var entries = lines.GetProperty("Entries").EnumerateObject().Select(entry => entry.Name).ToList();
        var inFile = lines.EnumerateObject().Where(part => part.Value.ValueKind == JsonValueKind.String).Select(part => part.Value.GetBytesFromBase64()).Append([]);
        string[] guessed = [Entrance.KeyOf("SIRI", "127.0.0.2"), Entrance.InARowOf("SIRI"), "client|127.0.0.2"];

        Assert.NotEmpty(key);
        Assert.Equal(3, entries.Count);
        Assert.DoesNotContain(entries, entry => inFile.Any(salt => guessed.Any(name => Convert.ToHexString(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(name))) == entry)));
    }

    [Fact]
    public async Task Made_up_names_do_not_push_out_the_hundred_in_a_row()
    {
        await _app.PersonAsync("siri");
        var throttle = _app.Services.GetRequiredService<Throttle>();
        await WrongAsync(_app.Client("127.0.0.2"), 1);
        await RealApp.FirstStepAsync(_app.Client("127.0.0.3"), "nobody", "not this one at all");

        for (var name = 0; name < 2_100; name++)
        {
            throttle.Begin(Entrance.KeyOf($"MADE UP {name}", "127.0.0.2"));
        }

        Assert.Equal(1, throttle.Wrong(Entrance.InARowOf("SIRI")));
        Assert.Equal(0, throttle.Wrong(Entrance.InARowOf("NOBODY")));
    }

    [Fact]
    public async Task A_damaged_file_of_counts_locks_nobody_out()
    {
        _ = _app.Client();
        await File.WriteAllTextAsync(Path.Combine(_app.Folder, "tries.json"), "{\"Salt\":");
        var (_, key) = await _app.PersonAsync("siri");

        Assert.Equal("/", (await _app.SignInAsync(_app.Client(), "siri", key)).Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    [InlineData("2001:db8:1:2::3", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::3", "2001:db8:1:3::3", false)]
    public void A_client_is_an_address_or_the_network_of_a_long_one(string one, string other, bool same) =>
        Assert.Equal(same, Throttle.ClientOf(IPAddress.Parse(one)) == Throttle.ClientOf(IPAddress.Parse(other)));

    [Fact]
    public async Task A_name_that_nobody_has_is_written_down_nowhere()
    {
        await RealApp.FirstStepAsync(_app.Client(), "mypassphrasebymistake", "something or other");

        var lines = await _app.DbAsync(db => db.AuditEntries.Where(entry => entry.Action == "refuse-sign-in").Select(entry => entry.Json).ToListAsync());
        Assert.Contains("\"objectId\":\"-\"", Assert.Single(lines), StringComparison.Ordinal);
    }

    private static async Task WrongAsync(HttpClient client, int times)
    {
        for (var wrong = 0; wrong < times; wrong++)
        {
            await RealApp.FirstStepAsync(client, "siri", "not this one at all");
        }
    }
}
