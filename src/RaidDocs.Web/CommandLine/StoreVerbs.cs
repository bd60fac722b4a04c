using System.CommandLine;
using RaidDocs.Domain.Data;

namespace RaidDocs.Web.CommandLine;

/// <summary>store init.</summary>
internal static class StoreVerbs
{
    public static Command Make()
    {
        var options = new CommonOptions();
        var init = new Command("init", "Make an encrypted store in the data folder.");
        options.AddTo(init);
        init.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = new DataFolder(parsed.GetRequiredValue(options.Data).FullName);
            if (folder.HoldsStore)
            {
                await Console.Error.WriteLineAsync($"There is a store in {folder.Path} already. Nothing was changed.");
                return Verbs.Refused;
            }

            await using var host = await CommandHost.OpenAsync(parsed, options, IfMissing.Make, cancellationToken);
            var key = parsed.GetValue(options.KeyFile)?.FullName ?? folder.KeyFile;
            options.Print(
                parsed,
                new { data = folder.Path, keyFile = key },
                $"The store is in {folder.Path}.",
                $"Its key is in {key}. Whoever has both can read everything: keep the key on another device.",
                "Start the program to name the first people: it prints the address.");
            return Verbs.Done;
        });

        var command = new Command("store", "The store as a whole.");
        command.Subcommands.Add(init);
        return command;
    }
}
