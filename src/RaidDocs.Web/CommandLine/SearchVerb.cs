using System.CommandLine;
using System.Globalization;
using RaidDocs.Domain.Search;

namespace RaidDocs.Web.CommandLine;

/// <summary>search rebuild.</summary>
internal static class SearchVerb
{
    public static Command Make()
    {
        var options = new CommonOptions();
        var rebuild = new Command("rebuild", "Make the index of the search anew from the record.");
        options.AddTo(rebuild);
        rebuild.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, options, IfMissing.Refuse, cancellationToken);
            var things = await host.Db.RebuildSearchAsync(cancellationToken);
            options.Print(parsed, new { things }, [string.Create(CultureInfo.InvariantCulture, $"{things} things can be found.")]);
            return Verbs.Done;
        });

        var command = new Command("search", "The index that /search looks in.");
        command.Subcommands.Add(rebuild);
        return command;
    }
}
