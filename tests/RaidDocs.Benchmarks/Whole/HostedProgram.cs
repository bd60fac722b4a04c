using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Disclosure.Bundles;
using RaidDocs.Domain.Family;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting.Family;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.CaseFiles;

namespace RaidDocs.Benchmarks.Whole;

/// <summary>A program in a process of its own, so that its memory is its own too. The key of its store comes and goes through the pipe.</summary>
internal sealed class HostedProgram : IDisposable
{
    private static readonly ConcurrentDictionary<Uri, string> Kinds = [];

    private readonly Process _process;

    private HostedProgram(Process process, string address) => (_process, Address) = (process, address);

    public string Address { get; }

    /// <summary>What it holds in memory now.</summary>
    public long Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024 / 1024;
        }
    }

    /// <param name="kind">product, plain (the product over a store without a cipher) or bare.</param>
    /// <param name="store">The folder, whose store no other process has open.</param>
    /// <param name="key">Opens the store.</param>
    public static async Task<HostedProgram> StartAsync(string kind, string store, byte[] key)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(HostedProgram).Assembly.Location, "host", kind, store])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await process.StandardInput.WriteLineAsync(Convert.ToHexString(key));
        await process.StandardInput.FlushAsync();
        var program = new HostedProgram(process, await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The {kind} program did not start."));
        Kinds[new Uri(program.Address)] = kind;
        return program;
    }

    /// <summary>Which of the programs is asked at this address.</summary>
    public static string NameOf(Uri address) => $"The {Kinds.GetValueOrDefault(address, "measured")} program";

    /// <summary>What is no page, asked of the program itself.</summary>
    public async Task<string> AskAsync(string order)
    {
        await _process.StandardInput.WriteLineAsync(order);
        await _process.StandardInput.FlushAsync();
        return await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The program ended at: {order}");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(20)))
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    /// <summary>The other end: serves until the pipe is closed.</summary>
    public static async Task ServeAsync(string kind, string store)
    {
        using var folder = new DataFolder(store);
        await using var product = Hosts.Product(folder, new GivenStoreKey(Convert.FromHexString(Console.ReadLine()!)), plainly: kind == "plain");
        await product.Services.GetRequiredService<Store>().OpenAsync();
        await using var served = kind == "bare" ? Hosts.Bare(folder, product.Services) : product;
        await served.StartAsync();
        Console.WriteLine(served.Address());
        while (await Console.In.ReadLineAsync() is { } order)
        {
            Console.WriteLine(order.Split(' ') switch
            {
                ["demo"] => await AddDemoAsync(product.Services),
                ["casefile", var raid] => await MakeCaseFileAsync(product.Services, raid),
                ["number", var raid] => await GiveNumberAsync(product.Services, raid),
                _ => throw new InvalidOperationException(order),
            });
        }

        await served.StopAsync();
    }

    private static async Task<string> AddDemoAsync(IServiceProvider services)
    {
        const string Code = "R9999";
        await using var scope = services.CreateAsyncScope();
        await using var db = Store.OperatorContext(scope.ServiceProvider);
        var file = CaseReader.Read(DemoCase.DokRak(), services.GetRequiredService<ReferenceLists>()).File!;
        var team = await db.Users.Select(user => user.Id).ToListAsync();
        await new CaseImport(db, services.GetRequiredService<TimeProvider>().Today()).RunAsync(
            file with { Raid = file.Raid with { Code = Code } }, checkOnly: false, again: true, team, CancellationToken.None);
        return Code;
    }

    // Seconds and bytes.
    private static async Task<string> MakeCaseFileAsync(IServiceProvider services, string raid)
    {
        await using var scope = services.CreateAsyncScope();
        await using var db = Store.OperatorContext(scope.ServiceProvider);
        var order = Guid.NewGuid();
        var watch = Stopwatch.StartNew();
        var made = await scope.ServiceProvider.GetRequiredService<BundlePress>().MakeAsync(
            db, order, raid, new BundleWishes { Audience = Audience.Lawyer, ForWhom = "A", Why = "figures" }, _ => { }, CancellationToken.None);
        var seconds = watch.Elapsed.TotalSeconds;
        scope.ServiceProvider.GetRequiredService<MadeFiles>().Shred(order);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds} {made.Export.Bytes}");
    }

    private static async Task<string> GiveNumberAsync(IServiceProvider services, string raid)
    {
        await using var scope = services.CreateAsyncScope();
        await using var db = Store.OperatorContext(scope.ServiceProvider);
        var her = await db.Apprehensions.Join(db.Raids.Where(row => row.Code == raid), row => row.RaidId, row => row.Id, (row, _) => new { row.RaidId, row.WomanId }).FirstAsync();
        var today = services.GetRequiredService<TimeProvider>().Today();
        db.Consents.AddRange(new[] { Purpose.Keep, Purpose.TellFamily }.Select(purpose =>
            new Consent(her.RaidId, her.WomanId, null, new ConsentFacts { Purpose = purpose, Answer = ConsentAnswer.Yes })));
        await db.SaveChangesAsync();
        var given = await services.GetRequiredService<FamilyNumbers>().GiveAsync(
            db, (her.RaidId, her.WomanId),
            new FamilyLinkFacts { Relation = "mother", Language = services.GetRequiredService<RaidDocs.Family.FamilyHouse>().Settings.Offered.First(), Level = FamilyLevel.Messages, Sentence = FamilySentence.GovernmentPlace, NewsOn = today, Since = today.AddDays(-60) },
            withAlarm: false, id: null, CancellationToken.None);
        await db.SaveChangesAsync();
        return given.Number;
    }
}
