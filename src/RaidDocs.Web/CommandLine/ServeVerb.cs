using System.CommandLine;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.CommandLine;

/// <summary>The web app: no verb, or "serve".</summary>
internal static class ServeVerb
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    public static RootCommand Make()
    {
        var root = new RootCommand("RaidDocs: the record of raids, kept by the women's own organisation.");
        AddTo(root);
        var serve = new Command("serve", "Start the web app; the same as no verb.");
        AddTo(serve);
        root.Subcommands.Add(serve);
        return root;
    }

    private static void AddTo(Command command)
    {
        var options = new CommonOptions();
        var demo = new Option<bool>("--demo") { Description = "A throw-away store with the demo cases; prints how to sign in." };
        var urls = new Option<string>("--urls") { Description = "Where to listen.", DefaultValueFactory = _ => DefaultUrl };
        command.Options.Add(options.Data);
        command.Options.Add(options.KeyFile);
        command.Options.Add(demo);
        command.Options.Add(urls);

        // Settings of ASP.NET Core may follow, as --Section:Name=value.
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.UnmatchedTokens.FirstOrDefault(token => !IsSetting(token)) is { } unknown)
            {
                await Console.Error.WriteLineAsync($"\"{unknown}\" is not known here. Try --help.");
                return Verbs.WrongCall;
            }

            return await RunAsync(
                parsed.GetRequiredValue(options.Data).FullName,
                parsed.GetValue(options.KeyFile)?.FullName,
                parsed.GetValue(demo),
                parsed.GetRequiredValue(urls),
                [.. parsed.UnmatchedTokens],
                cancellationToken);
        });
    }

    private static bool IsSetting(string token) => token.StartsWith("--", StringComparison.Ordinal) && token.Contains('=', StringComparison.Ordinal);

    private static async Task<int> RunAsync(
        string data, string? keyFile, bool demo, string urls, string[] settings, CancellationToken cancellationToken)
    {
        if (Refuse(urls) is { } refusal)
        {
            await Console.Error.WriteLineAsync(refusal);
            return Verbs.Refused;
        }

        using var throwAway = demo ? new DemoFolder() : null;
        using var folder = new DataFolder(throwAway?.Path ?? data);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = settings,
            ContentRootPath = ContentRoot(),
        });
        builder.Configuration.AddEnvironmentVariables(Settings.Prefix).AddCommandLine(settings);
        builder.Configuration["Frame:Demo"] = demo ? "true" : "false";
        builder.WebHost.UseUrls(urls);
        builder.AddLogs(folder.Logs);
        builder.AddRaidDocs(
            folder,
            demo ? new MemoryStoreKey() : new VaultedStoreKey(),
            isHttps: urls.Split(';').All(url => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase)));

        if (demo)
        {
            builder.Services.AddSingleton(Demo.NewCode());
        }

        await using var app = builder.Build();
        app.UseRaidDocs();

        var store = app.Services.GetRequiredService<Store>();
        await store.OpenAsync(acceptPlain: demo, cancellationToken);
        if (!store.IsOpen && keyFile is not null)
        {
            await UnlockAsync(app.Services, new FileInfo(keyFile), cancellationToken);
        }

        if (store.IsOpen)
        {
            await Setup.DressHouseAsync(app.Services, cancellationToken);
        }

        var passphrase = demo && store.IsOpen ? await Demo.FillAsync(app.Services, cancellationToken) : null;
        var isNew = !demo && (store.IsOpen
            ? await Setup.IsNeededAsync(app.Services, cancellationToken)
            : !app.Services.GetRequiredService<VaultKeeper>().Exists);
        var token = isNew ? app.Services.GetRequiredService<SetupWizard>().Issue() : null;

        app.Lifetime.ApplicationStarted.Register(() => Announce(app, passphrase, token));
        await app.RunAsync(cancellationToken);
        return Verbs.Done;
    }

    private static async Task UnlockAsync(IServiceProvider services, FileInfo keyFile, CancellationToken cancellationToken)
    {
        var vault = services.GetRequiredService<VaultKeeper>();
        if (!vault.Exists)
        {
            throw new StoreException("There is no store yet that a key file could open. Start without --key-file to make one.");
        }

        using var opened = vault.Open(Terminal.FromFile(keyFile));
        if (opened is null)
        {
            services.GetRequiredService<VaultLedger>().Note("unlock failed");
            throw new StoreException($"The passphrase in {keyFile.FullName} does not open the vault. Nothing was changed.");
        }

        await services.GetRequiredService<Store>().UnlockAsync(opened, cancellationToken);
    }

    private static void Announce(WebApplication app, string? passphrase, string? token)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? DefaultUrl;
        if (passphrase is not null)
        {
            Console.WriteLine();
            Console.WriteLine($"RaidDocs demo: {address}");
            Console.WriteLine("Invented people, and what is published of two raids. It is gone when you stop it (Ctrl+C).");
            foreach (var (name, role) in Demo.People)
            {
                Console.WriteLine($"  Sign in as {name,-8} {role}");
            }

            Console.WriteLine($"  Passphrase for all: {passphrase}");
            Console.WriteLine($"  Code for all:       {app.Services.GetRequiredService<DemoCode>().Code}  (a real store asks for the code of an app, new every half minute)");
        }
        else if (token is not null)
        {
            Console.WriteLine($"Setup address: {address}/setup?token={token}  (valid 60 minutes, on this computer)");
        }
        else if (!app.Services.GetRequiredService<StoreState>().IsOpen)
        {
            Console.WriteLine($"RaidDocs is locked. Open it: {address}/unlock");
        }
        else
        {
            Console.WriteLine($"RaidDocs: {address}");
        }

        if (!app.Services.GetRequiredService<Printing.IPdfPrinter>().IsAvailable)
        {
            Console.WriteLine("No Chromium or Edge was found: PDFs are printed from the reader's browser. Install it with: sudo apt-get install chromium");
        }

        if (!NativeSqlite.CanEncrypt)
        {
            Console.WriteLine("The encrypting SQLite library is missing: demo data only. Install gcc and npm (sudo apt-get install gcc libc6-dev npm) and build again.");
        }
    }

    /// <summary>Plain http is for this computer alone.</summary>
    private static string? Refuse(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(url =>
            !Uri.TryCreate(url.Replace("*", "0.0.0.0", StringComparison.Ordinal).Replace("+", "0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var address)
            || (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback && !(IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip))))
        is { } refused
            ? $"{refused} is refused: without https RaidDocs listens on this computer only, like {DefaultUrl}."
            : null;

    // Run from anywhere, the pages' files lie beside the program or, during development, in the project.
    private static string ContentRoot()
    {
        var project = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", ".."));
        return !Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) && File.Exists(Path.Combine(project, "RaidDocs.Web.csproj"))
            ? project
            : AppContext.BaseDirectory;
    }
}
