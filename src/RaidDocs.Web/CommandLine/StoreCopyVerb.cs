using System.CommandLine;
using RaidDocs.Domain.Data;

namespace RaidDocs.Web.CommandLine;

/// <summary>store copy: an embedded store to PostgreSQL, and back.</summary>
internal static class StoreCopyVerb
{
    private const string Postgres = "postgres";
    private const string File = "file";

    public static Command Make()
    {
        var options = new CommonOptions();
        var to = new Option<string>("--to")
        {
            Description = "\"postgres\": from the file of the data folder to the database that the setting ConnectionStrings:Postgres names. \"file\": from there into the folder.",
            Required = true,
        };
        to.AcceptOnlyFromAmong(Postgres, File);
        var command = new Command("copy", "Copy the whole store to the other kind of database, and compare both. Vault, files and family page stay in the folder.");
        options.AddTo(command);
        command.Options.Add(to);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = new DataFolder(parsed.GetRequiredValue(options.Data).FullName);
            CommandHost.RequireStore(folder);
            var server = Settings.Read().GetConnectionString(PostgresEngine.Setting)
                ?? throw new StoreException("No PostgreSQL is set. Name it as RAIDDOCS_ConnectionStrings__Postgres, like: Host=/run/postgresql;Database=raiddocs;Username=raiddocs");
            var passphrase = Terminal.Passphrase(parsed.GetValue(options.KeyFile), "Vault passphrase");
            var toServer = parsed.GetRequiredValue(to) == Postgres;
            if (toServer != folder.HoldsStore)
            {
                throw new StoreException(toServer
                    ? $"There is no database in {folder.Path} that could be copied. Nothing was changed."
                    : $"There is a database in {folder.Path} already. Nothing was changed. Move raiddocs.db away if the one on the server is the right one.");
            }

            if (toServer && System.IO.File.Exists(folder.Moved))
            {
                throw new StoreException($"{folder.Moved} is there, from a copy before. Nothing was changed. Once a backup is made it is not needed: delete it, then try again.");
            }

            var copied = toServer
                ? await ToServerAsync(folder, server, passphrase, cancellationToken)
                : await ToFileAsync(folder, server, passphrase, cancellationToken);
            options.Print(
                parsed,
                new { to = parsed.GetRequiredValue(to), tables = copied },
                [.. copied.Select(table => FormattableString.Invariant($"{table.Rows,9}  {table.Sum[..12]}  {table.Name}")), .. After(toServer, folder)]);
            return Verbs.Done;
        });
        return command;
    }

    private static IEnumerable<string> After(bool toServer, DataFolder folder)
    {
        yield return "Counts and hashes are the same on both sides.";
        yield return toServer
            ? $"From now on start the program with the setting. The file of before lies beside as {folder.Moved}: make a backup on the server, then delete it."
            : "From now on start the program without the setting. The database on the server is as it was: make a backup here, then drop it.";
    }

    private static async Task<IReadOnlyList<CopiedTable>> ToServerAsync(DataFolder folder, string server, string passphrase, CancellationToken cancellationToken)
    {
        IReadOnlyList<CopiedTable> copied;
        await using (var host = CommandHost.MakeOfFile(folder, new VaultedStoreKey()))
        {
            await host.UnlockAsync(passphrase, cancellationToken);
            copied = await host.Services.GetRequiredService<StoreMove>().ToServerAsync(server, cancellationToken);
        }

        try
        {
            System.IO.File.Move(folder.Database, folder.Moved);
            SafeFile.FlushFolder(folder.Path);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"All was copied, and the store is on the server now, but {folder.Database} could not be moved away. Move it yourself, so that nobody writes into it any more.", failed);
        }

        return copied;
    }

    private static async Task<IReadOnlyList<CopiedTable>> ToFileAsync(DataFolder folder, string server, string passphrase, CancellationToken cancellationToken)
    {
        // The vault opens; the database is read past it, by this program alone.
        await using var host = CommandHost.MakeAlone(folder, server);
        await host.UnlockAsync(passphrase, cancellationToken);
        return await host.Services.GetRequiredService<StoreMove>().ToFileAsync(cancellationToken);
    }
}
