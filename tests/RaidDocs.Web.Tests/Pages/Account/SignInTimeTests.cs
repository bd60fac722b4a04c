using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Account;

/// <summary>Whoever measures how long a refusal takes learns nothing from it.</summary>
public sealed class SignInTimeTests : IAsyncDisposable
{
    private const int Tries = 200;

    private readonly SlowerApp _app = new();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_name_nobody_has_a_locked_person_and_a_throttled_name_take_as_long_as_a_wrong_passphrase()
    {
        await _app.PersonAsync("siri");
        var (locked, _) = await _app.PersonAsync("lamai");
        await _app.DbAsync(db => db.Users.Where(person => person.Id == locked).ExecuteUpdateAsync(set => set.SetProperty(person => person.LockedAt, DateTime.UtcNow)));
        var throttle = _app.Services.GetRequiredService<Throttle>();
        var kinds = new[] { "siri", "nobody", "lamai", "throttled" };
        var times = kinds.ToDictionary(kind => kind, _ => new List<double>());
        var client = _app.Client();
        var form = await client.OpenFormAsync("/account/sign-in");
        var token = form.Hidden("__RequestVerificationToken");
        var rounds = kinds.SelectMany(kind => Enumerable.Range(0, Tries).Select(_ => kind)).ToArray();
        Random.Shared.Shuffle(rounds);

        // Not one of the first few: they wake the program up.
        foreach (var (kind, number) in Enumerable.Repeat("siri", 10).Concat(rounds).Select((kind, number) => (kind, number)))
        {
            var address = $"10.0.{number / 200}.{(number % 200) + 1}";
            if (kind == "throttled")
            {
                Enumerable.Range(0, 5).ToList().ForEach(_ => throttle.Begin(Entrance.KeyOf("SIRI", address)));
            }

            var taken = await TimeAsync(client, address, kind == "throttled" ? "siri" : kind, token);
            if (number >= 10)
            {
                times[kind].Add(taken);
            }
        }

        foreach (var kind in kinds.Skip(1))
        {
            var auc = Auc(times["siri"], times[kind]);
            TestContext.Current.SendDiagnosticMessage($"{kind} against wrong passphrase: AUC {auc:0.000}");
            Assert.InRange(auc, 0.40, 0.60);
        }
    }

    private static async Task<double> TimeAsync(HttpClient client, string address, string name, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["Form.Name"] = name,
                ["Form.Passphrase"] = "not this one at all",
                ["__RequestVerificationToken"] = token,
            }),
        };
        client.DefaultRequestHeaders.Remove("X-Test-Address");
        request.Headers.Add("X-Test-Address", address);
        var started = Stopwatch.GetTimestamp();
        using var answer = await client.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    // How often one of the second takes longer than one of the first: a half where they cannot be told apart.
    private static double Auc(List<double> first, List<double> second) =>
        first.Average(one => second.Average(other => other > one ? 1.0 : other < one ? 0.0 : 0.5));

    private sealed class SlowerApp : RealApp
    {
        // Some ten milliseconds: still most of what a try takes, and 800 of them are done in half a minute.
        protected override int? HashRounds => 20_000;
    }
}
