using System.CommandLine;
using System.Globalization;
using RaidDocs.Domain.Importing;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Records;
using RaidDocs.Domain.Reference;

namespace RaidDocs.Web.CommandLine;

/// <summary>import: many cases at once, as tables.</summary>
internal static class ImportVerb
{
    private const int MostPrinted = 200;

    public static Command Make()
    {
        var options = new CommonOptions();
        var from = new Argument<string>("FROM") { Description = "A folder with CSV files (raids.csv, women.csv, ...), the same in a ZIP, an XLSX book, or a whole record: the folder that export wrote, or its ZIP.", Arity = ArgumentArity.ZeroOrOne };
        var check = new Option<bool>("--check") { Description = "Report every problem with its file, row and column, and write nothing." };
        var mapping = new Option<FileInfo?>("--mapping") { Description = "A file that says which columns of another system are which of ours." };
        var team = new Option<string[]>("--team") { Description = "Sign-in names of those who may see new raids; without it, every research leader." };
        var template = new Option<DirectoryInfo?>("--template") { Description = "Write empty files with the right columns into this folder, and nothing else." };
        var command = new Command("import", "Bring many cases into the store, as tables: all of them or nothing. The same again changes nothing.") { from, check, mapping, team, template };
        options.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(from) is null == result.GetValue(template) is null)
            {
                result.AddError("Name the folder or file to bring in, or --template with a folder for empty files.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(template) is { } folder)
            {
                return WriteTemplates(folder);
            }

            var path = parsed.GetRequiredValue(from)!;
            if (!Directory.Exists(path) && !File.Exists(path))
            {
                await Console.Error.WriteLineAsync($"There is no folder or file {path}.");
                return Verbs.Refused;
            }

            ImportMapping? mapped = null;
            if (parsed.GetValue(mapping) is { } file)
            {
                var report = new ImportReport();
                if (!file.Exists || file.Length > ImportMapping.MaxBytes)
                {
                    await Console.Error.WriteLineAsync($"There is no mapping file {file.FullName}, or it is larger than 1 MB.");
                    return Verbs.Refused;
                }

                mapped = ImportMapping.Read(file.Name, await File.ReadAllBytesAsync(file.FullName, cancellationToken), report);
                if (mapped is null)
                {
                    return Print(parsed, options, new ImportResult(false, [], report, [], []), isCheck: true);
                }
            }

            using var record = RecordSource.Find(path);
            if (record is not null && mapped is not null)
            {
                await Console.Error.WriteLineAsync($"{path} is a whole record, as export writes it. It needs no mapping.");
                return Verbs.WrongCall;
            }

            using var files = record is null ? ImportFiles.Open(path) : null;
            await using var host = await CommandHost.OpenAsync(
                parsed, options, parsed.GetValue(check) ? IfMissing.UseScratch : IfMissing.Refuse, cancellationToken);
            var names = parsed.GetValue(team) ?? [];
            var (members, unknown) = await CaseVerbs.FindTeamAsync(host.Db, names, cancellationToken);
            if (unknown.Count > 0)
            {
                await Console.Error.WriteLineAsync($"Nobody signs in as {string.Join(", ", unknown)}.");
                return Verbs.Refused;
            }

            if (files is null)
            {
                return await BringInRecordAsync(parsed, options, host, record!, parsed.GetValue(check), members, cancellationToken);
            }

            var import = new TableImport(host.Db, host.Services.GetRequiredService<ReferenceLists>(), host.Today);
            var result = await import.RunAsync(files, mapped, parsed.GetValue(check), members, TellIn(Console.Error), cancellationToken);
            return Print(parsed, options, result, parsed.GetValue(check));
        });
        return command;
    }

    private static async Task<int> BringInRecordAsync(
        ParseResult parsed, CommonOptions options, CommandHost host, RecordSource record, bool isCheck, IReadOnlyList<Guid> team, CancellationToken cancellationToken)
    {
        var import = new RecordImport(host.Db, host.Services.GetRequiredService<EvidenceStore>(), host.Services.GetRequiredService<ReferenceLists>(), host.Today);
        var result = await import.RunAsync(record, isCheck, team, new ExportVerb.Told(Console.Error), cancellationToken);
        if (result.Problems.Count > 0)
        {
            options.Print(parsed, new { written = false, raids = Array.Empty<string>(), problems = result.Problems });
            if (!parsed.GetValue(options.Json))
            {
                foreach (var problem in result.Problems)
                {
                    await Console.Error.WriteLineAsync(problem.ToString());
                }

                await Console.Error.WriteLineAsync(result.Problems.Count == 1 ? "1 problem. Nothing was written." : $"{result.Problems.Count} problems. Nothing was written.");
            }

            return Verbs.Refused;
        }

        options.Print(
            parsed,
            new { written = !isCheck, raids = result.Raids, result.Women, result.Files, problems = Array.Empty<RecordProblem>() },
            isCheck
                ? $"No problem found. {result.Raids.Count} raids with {result.Women} women would be brought in. Nothing was written."
                : $"{result.Raids.Count} raids with {result.Women} women and {result.Files} files were brought in.");
        return Verbs.Done;
    }

    /// <summary>One empty file for each table, with its columns.</summary>
    internal static IEnumerable<(string Name, string Text)> Templates() =>
        ImportTables.All.Select(table => ($"{table.Name}.csv", string.Join(',', table.Columns.Select(column => column.Name)) + "\r\n"));

    private static int WriteTemplates(DirectoryInfo folder)
    {
        folder.Create();
        foreach (var (name, text) in Templates())
        {
            var path = Path.Combine(folder.FullName, name);
            if (File.Exists(path))
            {
                Console.Error.WriteLine($"{path} is there already. Nothing was written over it.");
                return Verbs.Refused;
            }

            File.WriteAllText(path, text);
        }

        Console.Out.WriteLine($"Empty files with the columns are in {folder.FullName}.");
        return Verbs.Done;
    }

    // One line that is written over where somebody looks at it; where it goes into a file, one line a table.
    private static Action<ImportProgress> TellIn(TextWriter to)
    {
        var last = "";
        return progress =>
        {
            if (!Console.IsErrorRedirected)
            {
                to.Write(string.Create(CultureInfo.InvariantCulture, $"\r{progress.Table}: {progress.Rows} rows, {progress.Part:P0} done      "));
                if (progress.Part >= 1)
                {
                    to.WriteLine();
                }
            }
            else if (progress.Table != last)
            {
                last = progress.Table;
                to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{progress.Table} ({progress.Part:P0} done)"));
            }
        };
    }

    private static int Print(ParseResult parsed, CommonOptions options, ImportResult result, bool isCheck)
    {
        var report = result.Report;
        if (parsed.GetValue(options.Json))
        {
            options.Print(parsed, new
            {
                written = result.IsWritten,
                tables = result.Counts.Select(count => new { table = count.Table, @new = count.New, here = count.Here }),
                raids = result.Raids,
                problemCount = report.ProblemCount,
                problems = report.Problems.Select(Row),
                warningCount = report.WarningCount,
                warnings = report.Warnings.Select(Row),
                likelySame = result.Likely,
            });
            return report.IsClean ? Verbs.Done : Verbs.Refused;
        }

        PrintRows(report.Problems, report.ProblemCount, "problems");
        PrintRows(report.Warnings, report.WarningCount, "remarks");
        if (!report.IsClean)
        {
            Console.Error.WriteLine(report.ProblemCount == 1 ? "1 problem. Nothing was written." : $"{report.ProblemCount} problems. Nothing was written.");
            return Verbs.Refused;
        }

        foreach (var count in result.Counts)
        {
            Console.Out.WriteLine($"{count.Table}: {count.New} new, {count.Here} here already");
        }

        if (result.Likely.Count > 0)
        {
            Console.Out.WriteLine($"{result.Likely.Count} pairs of women may be one and the same. Nobody was joined; two leaders can do that on the page Join with another code:");
            foreach (var pair in result.Likely.Take(MostPrinted))
            {
                Console.Out.WriteLine($"  {pair.One} and {pair.Other}{(pair.SameRaid ? ", in one raid" : "")}{(pair.YearsApart is { } years ? $", years of birth {years} apart" : "")}");
            }
        }

        Console.Out.WriteLine((isCheck, result.New) switch
        {
            (true, 0) => "No problem found. Everything in it is here already. Nothing was written.",
            (true, _) => $"No problem found. {result.New} rows would be brought in. Nothing was written.",
            (false, 0) => "Everything in it is here already. Nothing was changed.",
            _ => $"{result.New} rows were brought in{(result.Raids.Count == 0 ? "" : $", with {result.Raids.Count} new raids, {result.Raids[0]} to {result.Raids[^1]}")}.",
        });
        return Verbs.Done;
    }

    private static object Row(ImportProblem problem) => new { file = problem.File, row = problem.Row, column = problem.Column, sentence = problem.Text };

    private static void PrintRows(IReadOnlyList<ImportProblem> rows, int count, string what)
    {
        foreach (var row in rows.Take(MostPrinted))
        {
            Console.Error.WriteLine(row.ToString());
        }

        if (count > MostPrinted)
        {
            Console.Error.WriteLine($"... and {count - MostPrinted} more {what}. See them with --json.");
        }
    }
}
