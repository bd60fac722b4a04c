using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using RaidDocs.Benchmarks;
using RaidDocs.Benchmarks.Whole;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.Reports;
using RaidDocs.Web.Printing;

// dotnet run -c Release --project tests/RaidDocs.Benchmarks [-- RAIDS]
// dotnet run -c Release --project tests/RaidDocs.Benchmarks -- search [TESTIMONIES]
// dotnet run -c Release --project tests/RaidDocs.Benchmarks -- files
// dotnet run -c Release --project tests/RaidDocs.Benchmarks -- casefile
// dotnet run -c Release --project tests/RaidDocs.Benchmarks -- store --size medium [--generator PATH/generate.py | --workload DIR] [--server CONNECTION]
// Every figure of one run belongs together: compare the ratios, not the milliseconds of two computers.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["store", .. var wishes]:
        Environment.ExitCode = StoreOptions.Read(wishes) is { } options ? await StoreLoad.RunAsync(options) : 2;
        return;
    case ["host", var kind, var where]:
        await HostedProgram.ServeAsync(kind, where);
        return;
}

var testimonies = args is ["search", .. var number] ? int.Parse(number is [{ } many] ? many : "10000", CultureInfo.InvariantCulture) : 0;
var files = args is ["files"];
var caseFile = args is ["casefile"];
var raids = testimonies > 0 || files || caseFile ? 1 : args is [{ } count] ? int.Parse(count, CultureInfo.InvariantCulture) : 100;
var path = Directory.CreateTempSubdirectory("raiddocs-bench-").FullName;

try
{
    using var folder = new DataFolder(path);
    await using var app = Hosts.Product(folder, new MemoryStoreKey());
    await FillAsync(app.Services, raids);
    await app.StartAsync();
    if (testimonies > 0)
    {
        await SearchLoad.FillAsync(app.Services, testimonies);
        using var reader = await SignedIn.AtAsync(app.Address());
        await SearchLoad.MeasureAsync(reader);
        return;
    }

    if (caseFile)
    {
        await CaseFileLoad.MeasureAsync(app.Services);
        return;
    }

    if (files)
    {
        using var sender = await SignedIn.AtAsync(app.Address());
        await using var taker = FileLoad.Bare(path);
        await taker.StartAsync();
        using var plainly = new HttpClient { BaseAddress = new Uri(taker.Address()) };
        await FileLoad.MeasureUploadAsync(app.Services, sender, plainly, path);
        await FileLoad.MeasureVerifyAsync(app.Services);
        return;
    }

    await using var bare = Hosts.Bare(folder, app.Services);
    await bare.StartAsync();

    using var signedIn = await SignedIn.AtAsync(app.Address());
    using var stranger = new HttpClient { BaseAddress = new Uri(bare.Address()) };

    await CompareAsync("raid list", _ => "/raids");
    await CompareAsync("woman page", turn => string.Create(CultureInfo.InvariantCulture, $"/women/R{turn % raids + 1:00}-W{turn % 17 + 1:00}"));
    await PrintAsync(app.Services);
    Console.WriteLine($"memory             {Environment.WorkingSet / 1024 / 1024} MB, both programs and the load together");

    async Task CompareAsync(string name, Func<int, string> page)
    {
        var (product, plain) = await Load.CompareAsync((signedIn, page), (stranger, page), rounds: 5, TimeSpan.FromSeconds(3));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-18} {product.PerSecond,7:0} a second (p95 {product.P95Milliseconds:0.0} ms); bare Razor page {plain.PerSecond,7:0} a second (p95 {plain.P95Milliseconds:0.0} ms); ratio {product.PerSecond / plain.PerSecond:0.00}"));
    }
}
finally
{
    SqliteConnection.ClearAllPools();
    Directory.Delete(path, recursive: true);
}

static async Task FillAsync(IServiceProvider services, int raids)
{
    await services.GetRequiredService<Store>().OpenAsync();
    await using var scope = services.CreateAsyncScope();
    var leader = await Setup.AddPersonAsync(scope.ServiceProvider, SignedIn.Name, SignedIn.Passphrase, StaffRole.ResearchLeader);
    var (file, problems) = CaseReader.Read(DemoCase.DokRak(), services.GetRequiredService<ReferenceLists>());
    if (problems.Count > 0)
    {
        throw new InvalidOperationException(problems[0].ToString());
    }

    var today = services.GetRequiredService<TimeProvider>().Today();
    var started = Stopwatch.GetTimestamp();
    for (var number = 1; number <= raids; number++)
    {
        await using var db = Store.OperatorContext(scope.ServiceProvider);
        var code = string.Create(CultureInfo.InvariantCulture, $"R{number:00}");
        await new CaseImport(db, today).RunAsync(
            file! with { Raid = file!.Raid with { Code = code } }, checkOnly: false, again: true, [leader.Id], CancellationToken.None);
    }

    var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"store              {raids} raids, {raids * 17} women, imported in {seconds:0.0} s"));
}

static async Task PrintAsync(IServiceProvider services)
{
    if (!services.GetRequiredService<IPdfPrinter>().IsAvailable)
    {
        Console.WriteLine("chapter            not measured: no Chromium");
        return;
    }

    foreach (var audience in new[] { Audience.Public, Audience.Team })
    {
        await using var scope = services.CreateAsyncScope();
        await using var db = Store.OperatorContext(scope.ServiceProvider);
        var press = scope.ServiceProvider.GetRequiredService<CaseStudyPress>();
        var times = new List<double>();
        var bytes = Array.Empty<byte>();
        for (var turn = 0; turn < 6; turn++)
        {
            var started = Stopwatch.GetTimestamp();
            var disclosed = await press.DiscloseAsync(db, "R01", audience, null, CancellationToken.None);
            bytes = await press.ExportAsync(db, disclosed!, null, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);

            // As between two people's requests: the printer makes itself ready again.
            await Task.Delay(1500);
        }

        var pages = Regex.Count(System.Text.Encoding.Latin1.GetString(bytes), @"/Type\s*/Page\b");
        var warm = times.Skip(1).Order().ElementAt((times.Count - 1) / 2);
        var first = audience == Audience.Public ? "cold" : "first";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"chapter            Dok Rak for {audience.ToString().ToLowerInvariant()}: {pages} pages, {first} {times[0]:0.00} s, warm {warm:0.00} s"));
    }
}
