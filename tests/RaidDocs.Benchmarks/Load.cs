using System.Diagnostics;
using RaidDocs.Benchmarks.Whole;

namespace RaidDocs.Benchmarks;

/// <summary>A bounded load on this computer alone: some clients, some seconds, then it stops by itself.</summary>
internal static class Load
{
    private const int UsualClients = 8;
    private const int MostWarming = 4;
    private const double NoFaster = 1.05;
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(2);

    public sealed record Result(double PerSecond, double P50Milliseconds, double P95Milliseconds, double P99Milliseconds);

    /// <summary>Asks both in turns, so that whatever else the computer does hits both; the medians of the rounds are compared.</summary>
    public static async Task<(Result One, Result Other)> CompareAsync(
        (HttpClient Client, Func<int, string> Path) one, (HttpClient Client, Func<int, string> Path) other, int rounds, TimeSpan round)
    {
        var results = await CompareAsync([one.Client, other.Client], [one.Path, other.Path], rounds, round);
        return (results[0], results[1]);
    }

    /// <summary>Asks several programs in turns.</summary>
    public static async Task<IReadOnlyList<Result>> CompareAsync(IReadOnlyList<HttpClient> clients, IReadOnlyList<Func<int, string>> paths, int rounds, TimeSpan round)
    {
        var results = clients.Select(_ => new List<Result>()).ToList();
        foreach (var (client, path) in clients.Zip(paths))
        {
            await RunAsync(Getting(client, path), Warm, UsualClients);
        }

        for (var number = 0; number < rounds; number++)
        {
            for (var at = 0; at < clients.Count; at++)
            {
                results[at].Add(await RunAsync(Getting(clients[at], paths[at]), round, UsualClients));
            }
        }

        return [.. results.Select(Median)];
    }

    /// <summary>
    /// Asks for all of these until they come no faster, four times at most: the runtime goes on translating well after the first
    /// thousand pages, and what that costs must not be the figure of the page that happens to be measured first.
    /// </summary>
    public static async Task WarmAsync(IReadOnlyList<HttpClient> clients, IReadOnlyList<Func<int, string>> paths)
    {
        foreach (var client in clients)
        {
            var before = 0.0;
            for (var turn = 0; turn < MostWarming; turn++)
            {
                var now = 0.0;
                foreach (var path in paths)
                {
                    now += (await RunAsync(Getting(client, path), Warm, UsualClients)).PerSecond;
                }

                if (now < before * NoFaster)
                {
                    break;
                }

                before = now;
            }
        }
    }

    /// <summary>Asks in turns for some seconds, after two seconds that do not count.</summary>
    public static Task<Result> MeasureAsync(HttpClient client, Func<int, string> path, TimeSpan time, int clients = UsualClients) =>
        MeasureAsync(Getting(client, path), time, clients);

    /// <summary>The same for something else than a page: it is told the number of the client and of its turn, and says how many milliseconds are counted.</summary>
    public static async Task<Result> MeasureAsync(Func<int, int, Task<double>> act, TimeSpan time, int clients)
    {
        await RunAsync(act, Warm, clients);
        return await RunAsync(act, time, clients);
    }

    private static Func<int, int, Task<double>> Getting(HttpClient client, Func<int, string> path) => async (_, turn) =>
    {
        var asked = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(path(turn));
        if (!answer.IsSuccessStatusCode)
        {
            throw new NotAnsweredException(client.BaseAddress!, answer);
        }

        await answer.Content.ReadAsByteArrayAsync();
        return Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
    };

    private static async Task<Result> RunAsync(Func<int, int, Task<double>> act, TimeSpan time, int clients)
    {
        var started = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, clients).Select(number => Task.Run(async () =>
        {
            var mine = new List<double>();
            for (var turn = number; mine.Count == 0 || Stopwatch.GetElapsedTime(started) < time; turn += clients)
            {
                mine.Add(await act(number, turn));
            }

            return mine;
        })));
        var all = times.SelectMany(mine => mine).Order().ToList();
        return new Result(all.Count / Stopwatch.GetElapsedTime(started).TotalSeconds, At(0.5), At(0.95), At(0.99));

        double At(double part) => all[(int)(all.Count * part)];
    }

    private static Result Median(List<Result> results)
    {
        return new(Middle(result => result.PerSecond), Middle(result => result.P50Milliseconds), Middle(result => result.P95Milliseconds), Middle(result => result.P99Milliseconds));

        double Middle(Func<Result, double> of) => results.Select(of).Order().ElementAt(results.Count / 2);
    }
}
