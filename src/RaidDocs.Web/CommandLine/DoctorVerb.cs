using System.CommandLine;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;

namespace RaidDocs.Web.CommandLine;

/// <summary>doctor: what this program, this computer and this store are like. Changes nothing.</summary>
internal static class DoctorVerb
{
    public static Command Make()
    {
        var options = new CommonOptions();
        var command = new Command("doctor", "Look at the program, the computer and the store, and say what should be mended.");
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = new DataFolder(parsed.GetRequiredValue(options.Data).FullName);
            List<Seen> seen = [.. Doctor.OfProgram(), .. Doctor.OfComputer(folder)];
            if (!folder.HoldsStore && !File.Exists(folder.Vault))
            {
                seen.Add(new Seen("store", $"none in {folder.Path}", Look.Fine));
            }
            else if (IsInUse(folder))
            {
                seen.Add(new Seen("store", "in use by a running RaidDocs, so it was not looked into; stop it to see more", Look.Notice));
            }
            else
            {
                await using var host = await CommandHost.OpenAsync(parsed, options, IfMissing.Refuse, cancellationToken);
                seen.AddRange(await Doctor.OfStoreAsync(host.Services, host.Db, cancellationToken));
            }

            options.Print(
                parsed,
                seen.Select(one => new { name = one.Name, value = one.Value, state = one.State.ToString().ToLowerInvariant() }),
                seen.Select(one => $"{Mark(one.State)} {one.Name,-22} {one.Value}"));
            return seen.Any(one => one.State == Look.Wrong) ? Verbs.Refused : Verbs.Done;
        });
        return command;
    }

    private static string Mark(Look state) => state switch
    {
        Look.Wrong => "!!",
        Look.Notice => " !",
        _ => "  ",
    };

    private static bool IsInUse(DataFolder folder)
    {
        using var tried = new DataFolder(folder.Path);
        try
        {
            tried.Take();
            return false;
        }
        catch (FolderInUseException)
        {
            return true;
        }
    }
}
