using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using RaidDocs.Domain.Data;

namespace RaidDocs.Benchmarks.Whole;

/// <summary>
/// The whole store at once, as people use it: brought in, started, signed in to, read, searched, changed and printed. Bare pages and a store
/// without a cipher are asked in turns with it, so their ratios hold on any computer.
/// </summary>
internal sealed partial class StoreLoad(StoreOptions options)
{
    private const double ListMilliseconds = 100;
    private const double SearchMilliseconds = 150;
    private static readonly int[] Others = [1, 32];

    private readonly TimeSpan _time = TimeSpan.FromSeconds(options.Seconds);

    /// <returns>0 done, 1 a program failed, 2 wrong call.</returns>
    public static async Task<int> RunAsync(StoreOptions options)
    {
        var scratch = Directory.CreateTempSubdirectory("raiddocs-bench-").FullName;
        try
        {
            return await new StoreLoad(options).MeasureAsync(scratch) ? 0 : 2;
        }
        catch (NotAnsweredException failed)
        {
            Console.Error.WriteLine(failed.Message);
            return 1;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(scratch, recursive: true);
        }
    }

    private async Task<bool> MeasureAsync(string scratch)
    {
        if (!NativeSqlite.CanEncrypt)
        {
            Console.Error.WriteLine("The encrypting SQLite library is missing, so there is nothing to compare.");
            return false;
        }

        if (Workload.Find(options, Path.Combine(scratch, "tables")) is not { } tables)
        {
            return false;
        }

        if (options.Server is { } server)
        {
            // Where every program of this run looks for it.
            Environment.SetEnvironmentVariable($"ConnectionStrings__{PostgresEngine.Setting}", server);
        }

        var smaller = options.Against is { } size ? Workload.Find(options with { Size = size, Workload = null }, Path.Combine(scratch, "smaller-tables")) : null;
        if (options.Against is not null && smaller is null)
        {
            return false;
        }

        var store = await MadeStore.ImportAsync(options.Size, tables, Path.Combine(scratch, "store"));
        if (options.ImportOnly)
        {
            return true;
        }

        if (smaller is not null)
        {
            await CompareSizesAsync(store, await MadeStore.ImportAsync(options.Against!, smaller, Path.Combine(scratch, "smaller")));
            return true;
        }

        (MadeStore Bare, MadeStore Plain)? rivals = options.Server is null ? (store.Copy("bare", plainly: false), store.Copy("plain", plainly: true)) : null;
        using var product = await HostedProgram.StartAsync("product", store.Folder, store.Key);
        using var nok = await SignedIn.AtAsync(product.Address);
        await nok.GetStringAsync("/raids");
        await Task.Delay(TimeSpan.FromSeconds(5));
        Figures.Tell("memory at rest", $"{product.Megabytes} MB", ($"under 250 MB", product.Megabytes < 250));

        await PagesAsync(store, rivals, nok);

        await PageAsync(new Page("home", _ => "/", null), nok, null, null);
        foreach (var clients in new[] { 1, 8, 32 })
        {
            // Each client changes a raid of its own; a small store has not so many.
            var writers = Math.Min(clients, store.Raids.Count);
            Figures.Tell("edit, form and save", writers, await Load.MeasureAsync((client, turn) => EditAsync(nok, store.Raids[client], turn), _time, writers));
        }

        Figures.Tell("memory under load", $"{product.Megabytes} MB");
        await FamilyAsync(product, nok, store.RaidOf17);

        // The workload writes names into its texts, and no document is made of such a raid: one of 17 women whose words are clean is added.
        // Her second factor must be fresh for what leaves the house.
        using var fresh = await SignedIn.AtAsync(product.Address);
        await PrintAsync(product, fresh, await product.AskAsync("demo"));
        Figures.Tell("memory at the end", $"{product.Megabytes} MB, without the PDF engine");
        return true;
    }

    // A file beside bare pages and beside itself without a cipher; a server alone.
    private async Task PagesAsync(MadeStore store, (MadeStore Bare, MadeStore Plain)? rivals, HttpClient nok)
    {
        using var bare = rivals is null ? null : await HostedProgram.StartAsync("bare", rivals.Value.Bare.Folder, store.Key);
        using var plain = rivals is null ? null : await HostedProgram.StartAsync("plain", rivals.Value.Plain.Folder, store.Key);
        using var stranger = bare is null ? null : new HttpClient { BaseAddress = new Uri(bare.Address) };
        using var uncovered = plain is null ? null : await SignedIn.AtAsync(plain.Address);
        await Load.WarmAsync([.. new[] { nok, stranger, uncovered }.OfType<HttpClient>()], [.. Pages(store).Select(page => page.Path)]);
        foreach (var page in Pages(store))
        {
            await PageAsync(page, nok, stranger, uncovered);
        }
    }

    private static IEnumerable<Page> Pages(MadeStore store)
    {
        yield return new("list of raids", _ => "/raids", ListMilliseconds);
        yield return new("list of women", _ => "/women", ListMilliseconds);
        yield return new("page of a raid", turn => $"/raids/{store.Raids[turn % store.Raids.Count]}", ListMilliseconds);
        yield return new("page of a woman", turn => $"/women/{store.Women[turn % store.Women.Count]}", ListMilliseconds);
        yield return Search("search", "confiscated", "blindfold", "lanternfish", "green lorry");
        yield return Search("search in Thai", "ตำรวจ", "ล่อซื้อ", "ผ้าห่มสีเขียว");
    }

    private static Page Search(string name, params string[] words) =>
        new(name, turn => $"/search?q={Uri.EscapeDataString(words[turn % words.Length])}", SearchMilliseconds);

    private async Task PageAsync(Page page, HttpClient product, HttpClient? bare, HttpClient? plain)
    {
        var rivals = new[] { product, bare, plain }.OfType<HttpClient>().ToList();
        var results = await Load.CompareAsync(rivals, [.. rivals.Select(_ => page.Path)], options.Rounds, _time);
        Figures.Tell(page.Name, 8, results[0], page.MostP95);
        if (rivals.Count == 3)
        {
            var (ratio, cost) = (results[0].PerSecond / results[1].PerSecond, results[2].PerSecond / results[0].PerSecond);
            Figures.Tell($"{page.Name}, bare page", $"{results[1].PerSecond:0} a second, p95 {results[1].P95Milliseconds:0.0} ms; ratio {ratio:0.00}", Figures.AtLeast(ratio, 0.5));
            Figures.Tell($"{page.Name}, no cipher", $"{results[2].PerSecond:0} a second, p95 {results[2].P95Milliseconds:0.0} ms; the cipher costs {cost:0.00} times", Figures.AtMost(cost, 1.25));
        }

        foreach (var clients in Others)
        {
            Figures.Tell(page.Name, clients, await Load.MeasureAsync(product, page.Path, _time, clients));
        }
    }

    // The time of the save alone is counted, the turns of both.
    private static async Task<double> EditAsync(HttpClient nok, string raid, int turn)
    {
        var page = $"/raids/{raid}/edit";
        var fields = await nok.FormAsync(page, "Form.Version");
        fields.RemoveAll(field => field.Key == "Form.Place");
        fields.Add(new("Form.Place", string.Create(CultureInfo.InvariantCulture, $"Behind the market {turn}")));
        var sent = Stopwatch.GetTimestamp();
        using var answer = await nok.SendFormAsync(page, fields);
        var milliseconds = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
        return answer.StatusCode == HttpStatusCode.Redirect ? milliseconds : throw new InvalidOperationException($"{page} was answered with {(int)answer.StatusCode}.");
    }

    private static async Task FamilyAsync(HostedProgram product, HttpClient nok, string raid)
    {
        var number = await product.AskAsync($"number {raid}");
        using var mother = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = nok.BaseAddress };
        var form = await mother.GetStringAsync("/n");
        var sent = Stopwatch.GetTimestamp();
        using var typed = await mother.SendFormAsync("/n", [new("number", number), new("l", "my"), new("t", Mark().Match(form).Groups[1].Value)]);
        using var answer = await mother.GetAsync(typed.Headers.Location);
        var body = await answer.Content.ReadAsByteArrayAsync();
        var (seconds, bytes) = (Stopwatch.GetElapsedTime(sent).TotalSeconds, body.Length + answer.ToString().Length);
        Figures.Tell("family page", $"{bytes} bytes with its headers, {seconds:0.00} s from the number to the answer", ($"at most 6 kB, one answer", answer.IsSuccessStatusCode && bytes <= 6_000));
    }

    private static async Task PrintAsync(HostedProgram product, HttpClient nok, string raid)
    {
        var page = $"/reports/case-study/{raid}";
        var fields = await nok.FormAsync($"{page}?audience=Team", "Form.Audience");
        var (cold, pages) = await ChapterAsync();
        if (pages == 0)
        {
            Figures.Tell("chapter", $"not measured: no PDF came. Is Chromium there?");
            return;
        }

        var times = new List<double>();
        for (var turn = 0; turn < 5; turn++)
        {
            // As between two people's requests: the printer makes itself ready again.
            await Task.Delay(1500);
            times.Add((await ChapterAsync()).Seconds);
        }

        var warm = times.Order().ElementAt(times.Count / 2);
        Figures.Tell("chapter", $"{raid}, {pages} pages: cold {cold:0.00} s, warm {warm:0.00} s", ($"under 2 s cold, 1 s warm", cold < 2 && warm < 1));
        var started = Stopwatch.GetTimestamp();
        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ChapterAsync()));
        Figures.Tell("chapter, 8 at once", $"{8 / Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} a second, the slowest {together.Max(one => one.Seconds):0.00} s");
        foreach (var name in new[] { "case file, first", "case file, again" })
        {
            var made = (await product.AskAsync($"casefile {raid}")).Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToList();
            Figures.Tell(name, $"{raid}: {made[0]:0.0} s, {made[1] / 1024:0} kB");
        }

        async Task<(double Seconds, int Pages)> ChapterAsync()
        {
            var asked = Stopwatch.GetTimestamp();
            using var answer = await nok.SendFormAsync(page, fields);
            var pdf = await answer.Content.ReadAsByteArrayAsync();
            return (Stopwatch.GetElapsedTime(asked).TotalSeconds, answer.Content.Headers.ContentType?.MediaType == "application/pdf" ? Regex.Count(Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b") : 0);
        }
    }

    // The same pages over a store of ten times as much, in turns.
    private async Task CompareSizesAsync(MadeStore large, MadeStore small)
    {
        using var one = await HostedProgram.StartAsync("product", large.Folder, large.Key);
        using var other = await HostedProgram.StartAsync("product", small.Folder, small.Key);
        using var first = await SignedIn.AtAsync(one.Address);
        using var second = await SignedIn.AtAsync(other.Address);
        await Load.WarmAsync([first], [.. Pages(large).Select(page => page.Path)]);
        await Load.WarmAsync([second], [.. Pages(small).Select(page => page.Path)]);
        foreach (var (page, same) in Pages(large).Zip(Pages(small)))
        {
            var results = await Load.CompareAsync([first, second], [page.Path, same.Path], options.Rounds, _time);
            var times = results[0].P95Milliseconds / results[1].P95Milliseconds;
            Figures.Tell($"{page.Name}, {options.Size}", 8, results[0], page.MostP95);
            Figures.Tell($"{page.Name}, {options.Against}", 8, results[1], page.MostP95);
            Figures.Tell($"{page.Name}, p95", $"{times:0.00} times that of {options.Against}", page.MostP95 == SearchMilliseconds ? null : Figures.AtMost(times, 2));
        }

        Figures.Tell("memory under load", $"{one.Megabytes} MB with {options.Size}, {other.Megabytes} MB with {options.Against}");
    }

    private sealed record Page(string Name, Func<int, string> Path, double? MostP95);

    [GeneratedRegex("name=t value=\"([^\"]*)\"")]
    private static partial Regex Mark();
}
