using System.Diagnostics;

namespace RaidDocs.Benchmarks;

/// <summary>A bounded load on this computer alone: some clients, some seconds, then it stops by itself.</summary>
internal static class Load
{
    private const int Clients = 8;

    public sealed record Result(double PerSecond, double P95Milliseconds);

    /// <summary>Asks both in turns, so that whatever else the computer does hits both; the medians of the rounds are compared.</summary>
    public static async Task<(Result One, Result Other)> CompareAsync(
        (HttpClient Client, Func<int, string> Path) one, (HttpClient Client, Func<int, string> Path) other, int rounds, TimeSpan round)
    {
        await RunAsync(one.Client, one.Path, TimeSpan.FromSeconds(2));
        await RunAsync(other.Client, other.Path, TimeSpan.FromSeconds(2));
        var (first, second) = (new List<Result>(), new List<Result>());
        for (var number = 0; number < rounds; number++)
        {
            first.Add(await RunAsync(one.Client, one.Path, round));
            second.Add(await RunAsync(other.Client, other.Path, round));
        }

        return (Median(first), Median(second));
    }

    /// <summary>Asks in turns for some seconds, after two seconds that do not count.</summary>
    public static async Task<Result> MeasureAsync(HttpClient client, Func<int, string> path, TimeSpan time)
    {
        await RunAsync(client, path, TimeSpan.FromSeconds(2));
        return await RunAsync(client, path, time);
    }

    private static async Task<Result> RunAsync(HttpClient client, Func<int, string> path, TimeSpan time)
    {
        var started = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, Clients).Select(number => Task.Run(async () =>
        {
            var mine = new List<double>();
            for (var turn = number; Stopwatch.GetElapsedTime(started) < time; turn += Clients)
            {
                var asked = Stopwatch.GetTimestamp();
                using var answer = await client.GetAsync(path(turn));
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
                mine.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }

            return mine;
        })));
        var all = times.SelectMany(mine => mine).Order().ToList();
        return new Result(all.Count / Stopwatch.GetElapsedTime(started).TotalSeconds, all[(int)(all.Count * 0.95)]);
    }

    private static Result Median(List<Result> results) => new(
        results.Select(result => result.PerSecond).Order().ElementAt(results.Count / 2),
        results.Select(result => result.P95Milliseconds).Order().ElementAt(results.Count / 2));
}
