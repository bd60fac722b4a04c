using System.CommandLine;
using System.Globalization;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Papers;

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
        var command = new Command("verify", "Check the log, its checkpoints, the links and the file of the store, and every file of evidence.") { kept };
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
            var files = await host.Db.CheckFilesAsync(host.Services.GetRequiredService<SealedFiles>(), settled: null, cancellationToken);
            var findings = report.Findings.Concat(files.Findings).Select(FormattableString.Invariant).ToList();
            options.Print(
                parsed,
                new { lines = report.Lines, checkpoints = report.Marks, files = files.Files, fileBytes = files.Bytes, findings },
                findings.Count > 0 ? findings :
                [
                    string.Create(CultureInfo.InvariantCulture, $"{report.Lines} lines of the log and {report.Marks} checkpoints agree. {files.Files} files are as they came. The store is whole."),
                ]);
            return findings.Count == 0 ? Verbs.Done : Verbs.Refused;
        });
        return command;
    }
}
