using System.CommandLine;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Records;

namespace RaidDocs.Web.CommandLine;

/// <summary>export: the whole record as a folder, for a store of the same house.</summary>
internal static class ExportVerb
{
    public static Command Make()
    {
        var options = new CommonOptions();
        var target = new Argument<DirectoryInfo>("DIR") { Description = "The folder to write. It must not be there yet, or be empty." };
        var command = new Command("export", "Write the whole record into a folder: cases, files, the cases as CSV tables (tables/women.csv, ...), and a manifest with the hash of each. It holds names and opens without a key. import DIR brings the cases in as they are; import DIR/tables brings in the tables, which say less (docs/standards.md).") { target };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, options, IfMissing.Refuse, cancellationToken);
            var folder = parsed.GetRequiredValue(target).FullName;
            var manifest = await new RecordExport(host.Db, host.Services.GetRequiredService<EvidenceStore>(), host.Services.GetRequiredService<TimeProvider>(), host.Today)
                .WriteAsync(folder, new Told(Console.Error), cancellationToken);
            var (women, files) = (manifest.Raids.Sum(raid => raid.Women), manifest.Raids.Sum(raid => raid.Files));
            options.Print(
                parsed,
                new { folder, raids = manifest.Raids.Count, women, files, tables = manifest.Tables, closed = manifest.Closed, checkpoint = manifest.Checkpoint },
                [
                    $"{manifest.Raids.Count} raids with {women} women and {files} files are in {folder}.",
                    $"The cases are in cases/, and as {manifest.Tables.Count} tables with {manifest.Tables.Sum(table => table.Rows)} rows in tables/. What a table cannot say is in docs/standards.md; it stands in the cases.",
                    .. manifest.Tables.Where(table => table.NoRow > 0).Select(table => $"{table.Name}: {table.NoRow} without a row."),
                    "The folder holds names and opens without a key. Keep it where only you can read it, and remove it when it is brought in elsewhere.",
                    .. manifest.Closed.Select(one => $"{one.File} of {one.Raid} stays here: her answer closes it."),
                    $"Checkpoint of the log, to be kept elsewhere:\n{manifest.Checkpoint}".TrimEnd(),
                ]);
            return Verbs.Done;
        });
        return command;
    }

    /// <summary>A line for each raid. Not <see cref="Progress{T}"/>, whose lines come when they like.</summary>
    internal sealed class Told(TextWriter to) : IProgress<string>
    {
        public void Report(string value) => to.WriteLine(value);
    }
}
