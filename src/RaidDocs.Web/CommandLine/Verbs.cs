using System.CommandLine;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;

namespace RaidDocs.Web.CommandLine;

/// <summary>The verbs of the program. Exit codes: 0 done, 1 refused with reasons, 2 wrong call.</summary>
internal static class Verbs
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongCall = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        PrivateProcess.Begin();
        var root = ServeVerb.Make();
        root.Subcommands.Add(CaseVerbs.Make());
        root.Subcommands.Add(ImportVerb.Make());
        root.Subcommands.Add(ExportVerb.Make());
        root.Subcommands.Add(StoreVerbs.Make());
        root.Subcommands.Add(VaultVerbs.Make());
        root.Subcommands.Add(UserVerbs.Make());
        root.Subcommands.Add(ReportVerbs.Make());
        root.Subcommands.Add(CaseFileVerb.Make());
        root.Subcommands.Add(VerifyVerb.Make());
        root.Subcommands.Add(BackupVerbs.Make());
        root.Subcommands.Add(DoctorVerb.Make());
        root.Subcommands.Add(SearchVerb.Make());
        root.Subcommands.Add(FamilyVerbs.Make());

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("Try --help.");
            return WrongCall;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception refused) when (refused is StoreException or DomainRuleException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return Refused;
        }
    }
}
