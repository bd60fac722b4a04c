using System.CommandLine;
using System.Security.Cryptography;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;

namespace RaidDocs.Web.CommandLine;

/// <summary>store init.</summary>
internal static class StoreVerbs
{
    public static Command Make()
    {
        var options = new CommonOptions();
        var admin = new Option<string?>("--admin") { Description = "The sign-in name of the first administrator. Without it, the first start names the first people." };
        var init = new Command("init", "Make an encrypted store and its vault in the data folder.");
        options.AddTo(init);
        init.Options.Add(admin);
        init.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = new DataFolder(parsed.GetRequiredValue(options.Data).FullName);
            if (folder.HoldsStore || File.Exists(folder.Vault))
            {
                await Console.Error.WriteLineAsync($"There is a store in {folder.Path} already. Nothing was changed.");
                return Verbs.Refused;
            }

            var passphrase = Terminal.New(parsed.GetValue(options.KeyFile));
            Secrets.CheckNew(passphrase);
            var sheet = Terminal.NewSheet();
            await using var host = CommandHost.Make(folder, new VaultedStoreKey());
            var store = host.Services.GetRequiredService<Store>();
            var signIn = parsed.GetValue(admin) is { } name ? WordList.Draw(5) : null;
            var dataKey = RandomNumberGenerator.GetBytes(VaultKeeper.KeyBytes);

            if (host.Services.GetRequiredService<StoreEngine>() is PostgresEngine { HoldsStore: true } server)
            {
                await Console.Error.WriteLineAsync($"There is a store in {server.Place} already. Nothing was changed.");
                return Verbs.Refused;
            }

            // Whoever made a store here meanwhile keeps it: only what this call made is taken back.
            host.Services.GetRequiredService<StoreEngine>().Take();
            host.Services.GetRequiredService<VaultKeeper>().Make(dataKey, passphrase, sheet);
            try
            {
                await FillAsync(host, dataKey, parsed.GetValue(admin), signIn, cancellationToken);
            }
            catch
            {
                await store.UndoMakingAsync();
                throw;
            }

            options.Print(
                parsed,
                new { data = folder.Path, recoverySheet = sheet, administrator = parsed.GetValue(admin), firstPassphrase = signIn },
                Lines(folder, sheet, parsed.GetValue(admin), signIn));
            return Verbs.Done;
        });

        var command = new Command("store", "The store as a whole.");
        command.Subcommands.Add(init);
        command.Subcommands.Add(StoreCopyVerb.Make());
        return command;
    }

    private static async Task FillAsync(CommandHost host, byte[] dataKey, string? admin, string? signIn, CancellationToken cancellationToken)
    {
        var services = host.Services;
        using var opened = new OpenedVault(1, SlotKind.Passphrase, dataKey, null);
        await services.GetRequiredService<Store>().UnlockAsync(opened, cancellationToken);
        var person = admin is null ? null : await Setup.AddPersonAsync(services, admin, signIn!, StaffRole.Administrator);
        await host.Db.NoteSlotAsync(1, person?.Id, "create", cancellationToken);
        await host.Db.NoteSlotAsync(2, null, "create", cancellationToken);
    }

    private static IEnumerable<string> Lines(DataFolder folder, string sheet, string? admin, string? signIn)
    {
        yield return $"The store is in {folder.Path}. Start the program, and open it with the vault passphrase.";
        using var paper = new StringWriter();
        Terminal.ShowSheet(sheet, paper);
        yield return paper.ToString().TrimEnd();
        yield return admin is null
            ? "Nobody is named yet: after the first unlock the program asks for the first people."
            : $"Sign in as {admin} with: {signIn}";
    }
}
