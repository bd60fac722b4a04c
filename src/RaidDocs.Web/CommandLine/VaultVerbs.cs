using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;

namespace RaidDocs.Web.CommandLine;

/// <summary>
/// The vault from the command line. Each verb opens the store with a passphrase first, and refuses while the web app runs on
/// the same folder.
/// </summary>
internal static class VaultVerbs
{
    public static Command Make()
    {
        var command = new Command("vault", "Who can open the store, and with what.");
        command.Subcommands.Add(List());
        command.Subcommands.Add(Passphrase());
        command.Subcommands.Add(AddSlot());
        command.Subcommands.Add(RemoveSlot());
        command.Subcommands.Add(Sheet());
        command.Subcommands.Add(Recover());
        command.Subcommands.Add(Rekey());
        command.Subcommands.Add(Rewrap());
        return command;
    }

    private static Command List() => Verb("list", "The slots: number, kind, whose, since when.", [], async (host, call, cancellationToken) =>
    {
        var slots = await Desk(host).ListAsync(cancellationToken);
        call.Print(
            slots.Select(slot => new { number = slot.Number, kind = slot.Kind, holder = slot.Holder, since = slot.Since }),
            [.. slots.Select(slot => $"{slot.Number}  {slot.Kind,-10}  {slot.Holder ?? "-"}")]);
    });

    private static Command Passphrase()
    {
        var file = NewKeyFile();
        return Verb("passphrase", "Change the passphrase that this call is opened with.", [file], async (host, call, cancellationToken) =>
        {
            var slot = OwnSlot(host);
            await Desk(host).ChangeAsync(slot, call.Secret, Terminal.New(call.Parsed.GetValue(file)), cancellationToken);
            call.Print(new { slot }, [$"Slot {slot} has its new passphrase."]);
        });
    }

    private static Command Rewrap() => Verb("rewrap", "Wrap the key of one's own slot anew, under the same passphrase.", [], async (host, call, cancellationToken) =>
    {
        var slot = OwnSlot(host);
        await Desk(host).ChangeAsync(slot, call.Secret, null, cancellationToken);
        call.Print(new { slot }, [$"Slot {slot} is wrapped anew."]);
    });

    private static Command AddSlot()
    {
        var file = NewKeyFile();
        var person = new Option<string?>("--for") { Description = "The sign-in name of the person whose slot it is." };
        return Verb("add-slot", "Give a person a slot of her own.", [file, person], async (host, call, cancellationToken) =>
        {
            var holder = call.Parsed.GetValue(person) is { } name ? await PersonAsync(host, name, cancellationToken) : (Guid?)null;
            var number = await Desk(host).AddAsync(Terminal.New(call.Parsed.GetValue(file)), holder, "create", cancellationToken);
            call.Print(new { slot = number }, [$"Slot {number} opens the store."]);
        });
    }

    private static Command RemoveSlot()
    {
        var slot = SlotOption();
        slot.Required = true;
        return Verb("remove-slot", "Take a slot away: its passphrase opens nothing any more.", [slot], async (host, call, cancellationToken) =>
        {
            var number = call.Parsed.GetRequiredValue(slot);
            if ((await Desk(host).ListAsync(cancellationToken)).All(one => one.Number != number))
            {
                throw new StoreException($"There is no slot {number}. See: vault list");
            }

            await Desk(host).RemoveAsync(number, cancellationToken);
            call.Print(new { removed = number }, [$"Slot {number} is removed."]);
        });
    }

    private static Command Sheet() => Verb("sheet", "Print a new recovery sheet; the one before opens nothing any more.", [], async (host, call, cancellationToken) =>
    {
        var words = Terminal.NewSheet();
        await Desk(host).ReplaceSheetAsync(words, cancellationToken);
        call.PrintSheet(words, "The new sheet counts. The one before opens nothing.");
    });

    private static Command Recover()
    {
        var file = NewKeyFile();
        var replace = SlotOption("--replace", "Remove this slot, if all are taken.");
        return Verb("recover", "Open with the recovery sheet, and set a new passphrase.", [file, replace], async (host, call, cancellationToken) =>
        {
            if (call.Kind != SlotKind.Recovery)
            {
                throw new StoreException("This opened with a passphrase. To change it: vault passphrase");
            }

            var passphrase = Terminal.New(call.Parsed.GetValue(file));
            Secrets.CheckNew(passphrase);
            var desk = Desk(host);
            if (call.Parsed.GetValue(replace) is > 0 and var number)
            {
                if ((await desk.ListAsync(cancellationToken)).Count(slot => slot.Kind == SlotKind.Passphrase) == 1)
                {
                    // The last one goes only when there is another.
                    await desk.AddAsync(passphrase, null, "recover", cancellationToken);
                    await desk.RemoveAsync(number, cancellationToken);
                    call.Print(new { removed = number }, [$"The new passphrase opens the store. Slot {number} is removed."]);
                    return;
                }

                await desk.RemoveAsync(number, cancellationToken);
            }

            var added = await desk.AddAsync(passphrase, null, "recover", cancellationToken);
            call.Print(new { slot = added }, [$"Slot {added} opens the store with the new passphrase. Remove the slot whose passphrase is lost: vault list, vault remove-slot."]);
        }, "Words of the recovery sheet");
    }

    private static Command Rekey()
    {
        var file = NewKeyFile();
        return Verb("rekey", "Write the store anew under another key. All slots but one passphrase and a new sheet are gone.", [file], async (host, call, cancellationToken) =>
        {
            var passphrase = Terminal.New(call.Parsed.GetValue(file));
            Secrets.CheckNew(passphrase);
            var words = Terminal.NewSheet();
            var slots = await Desk(host).ListAsync(cancellationToken);
            var holder = slots.FirstOrDefault(slot => slot.Number == host.Services.GetRequiredService<StoreState>().Slot)?.HolderId;

            // Before it is done: if it is cut off, the sheet that the next opening takes must be on paper.
            call.PrintSheet(words, null);
            await host.Services.GetRequiredService<Store>().RekeyAsync(passphrase, words, holder, cancellationToken);
            if (!call.IsJson)
            {
                Console.Out.WriteLine("The store has a new key. Copies made before stay under the old one: destroy them if it may be known.");
            }
        });
    }

    private static Command Verb(
        string name, string description, IEnumerable<Option> own, Func<CommandHost, VaultCall, CancellationToken, Task> run, string question = "Vault passphrase")
    {
        var options = new CommonOptions();
        var command = new Command(name, description);
        options.AddTo(command);
        foreach (var option in own)
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = new DataFolder(parsed.GetRequiredValue(options.Data).FullName);
            CommandHost.RequireStore(folder);
            var secret = Terminal.Passphrase(parsed.GetValue(options.KeyFile), question);
            await using var host = CommandHost.Make(folder, new VaultedStoreKey());
            var kind = await host.UnlockAsync(secret, cancellationToken);
            await run(host, new VaultCall(parsed, options, secret, kind), cancellationToken);
            return Verbs.Done;
        });
        return command;
    }

    private static int OwnSlot(CommandHost host)
    {
        var slot = host.Services.GetRequiredService<StoreState>().Slot!.Value;
        return host.Services.GetRequiredService<VaultKeeper>().Read().Slots.Any(one => one.Number == slot && one.Kind == SlotKind.Passphrase)
            ? slot
            : throw new StoreException("This opened with the recovery sheet. To set a passphrase: vault recover");
    }

    private static async Task<Guid> PersonAsync(CommandHost host, string name, CancellationToken cancellationToken)
    {
        var key = PlainText.Name(name).ToUpperInvariant();
        var id = await host.Db.Users.Where(user => user.NormalizedUserName == key).Select(user => user.Id).FirstOrDefaultAsync(cancellationToken);
        return id != default ? id : throw new StoreException($"Nobody signs in as {name}. Nothing was changed.");
    }

    private static SlotDesk Desk(CommandHost host) => new(
        host.Db, host.Services.GetRequiredService<VaultKeeper>(), host.Services.GetRequiredService<StoreState>());

    private static Option<FileInfo?> NewKeyFile() => new("--new-key-file") { Description = "A file with the new passphrase, which only you can read. Without it you are asked." };

    private static Option<int> SlotOption(string name = "--slot", string description = "The number of the slot.") => new(name) { Description = description };

    private sealed record VaultCall(ParseResult Parsed, CommonOptions Options, string Secret, SlotKind Kind)
    {
        public bool IsJson => Parsed.GetValue(Options.Json);

        public void Print(object result, IEnumerable<string> lines) => Options.Print(Parsed, result, lines);

        public void PrintSheet(string words, string? last)
        {
            using var paper = new StringWriter();
            Terminal.ShowSheet(words, paper);
            Print(new { recoverySheet = words }, last is null ? [paper.ToString().TrimEnd()] : [paper.ToString().TrimEnd(), last]);
        }
    }
}
