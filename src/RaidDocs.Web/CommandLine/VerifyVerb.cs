using System.CommandLine;
using System.Globalization;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Common;

namespace RaidDocs.Web.CommandLine;

/// <summary>verify: walks the log and the store again. Exit code 1 as soon as anything is found.</summary>
internal static class VerifyVerb
{
    public static Command Make()
    {
        var options = new CommonOptions();
        var kept = new Option<FileInfo[]>("--checkpoint")
        {
            Description = "A checkpoint that was kept outside; can be given several times.",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("verify", "Check the log, its checkpoints, the links and the file of the store.") { kept };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var marks = new List<LogMark>();
            foreach (var file in parsed.GetValue(kept) ?? [])
            {
                try
                {
                    marks.Add(LogMark.Read(await File.ReadAllTextAsync(file.FullName, cancellationToken)));
                }
                catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or DomainRuleException)
                {
                    await Console.Error.WriteLineAsync($"{file.Name}: {unreadable.Message}");
                    return Verbs.Refused;
                }
            }

            await using var host = await CommandHost.OpenAsync(parsed, options, IfMissing.Refuse, cancellationToken);
            var report = await host.Db.CheckLogAsync(marks, cancellationToken);
            var findings = report.Findings.Select(FormattableString.Invariant).ToList();
            options.Print(
                parsed,
                new { lines = report.Lines, checkpoints = report.Marks, findings },
                findings.Count > 0 ? findings :
                [
                    string.Create(CultureInfo.InvariantCulture, $"{report.Lines} lines of the log and {report.Marks} checkpoints agree. The store is whole."),
                ]);
            return findings.Count == 0 ? Verbs.Done : Verbs.Refused;
        });
        return command;
    }
}
