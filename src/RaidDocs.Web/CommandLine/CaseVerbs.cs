using System.CommandLine;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Staff;

namespace RaidDocs.Web.CommandLine;

/// <summary>case import, case export, case list, case schema.</summary>
internal static class CaseVerbs
{
    public static Command Make()
    {
        var command = new Command("case", "Raid cases as files in the format raiddocs-case/1.");
        command.Subcommands.Add(Import());
        command.Subcommands.Add(Export());
        command.Subcommands.Add(List());
        command.Subcommands.Add(Schema());
        return command;
    }

    private static Command Import()
    {
        var options = new CommonOptions();
        var file = new Argument<FileInfo>("FILE") { Description = "The case file." };
        var check = new Option<bool>("--check") { Description = "Report every problem with its place, and write nothing." };
        var again = new Option<bool>("--again") { Description = "It is another raid, although one of that name and day is there." };
        var team = new Option<string[]>("--team") { Description = "Sign-in names of those who may see it; without it, every research leader." };
        var command = new Command("import", "Bring one case into the store: all of it or nothing.") { file, check, again, team };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!path.Exists)
            {
                await Console.Error.WriteLineAsync($"There is no file {path.FullName}.");
                return Verbs.Refused;
            }

            if (path.Length > CaseReader.MaxBytes)
            {
                var large = new CaseProblem("$", "The file is larger than 20 MB. A case file holds one raid; leave photos and recordings out of it.");
                return Refuse(parsed, options, path, [large]);
            }

            await using var host = await CommandHost.OpenAsync(
                parsed, options, parsed.GetValue(check) ? IfMissing.UseScratch : IfMissing.Refuse, cancellationToken);
            var bytes = await File.ReadAllBytesAsync(path.FullName, cancellationToken);
            var (read, problems) = CaseReader.Read(bytes, host.Services.GetRequiredService<ReferenceLists>());
            if (read is null)
            {
                return Refuse(parsed, options, path, problems);
            }

            var names = parsed.GetValue(team) ?? [];
            var (members, unknown) = await FindTeamAsync(host.Db, names, cancellationToken);
            if (unknown.Count > 0)
            {
                await Console.Error.WriteLineAsync($"Nobody signs in as {string.Join(", ", unknown)}.");
                return Verbs.Refused;
            }

            var result = await new CaseImport(host.Db, host.Today).RunAsync(
                read, parsed.GetValue(check), parsed.GetValue(again), members, cancellationToken);
            if (result.Problems.Count > 0)
            {
                return Refuse(parsed, options, path, result.Problems);
            }

            options.Print(
                parsed,
                new { file = path.Name, raid = result.RaidCode, result.Women, written = !parsed.GetValue(check), problems = Array.Empty<CaseProblem>() },
                parsed.GetValue(check)
                    ? $"{path.Name}: no problem found. It would be {result.RaidCode}, with {result.Women} women. Nothing was written."
                    : $"{path.Name}: in the store as {result.RaidCode}, with {result.Women} women.{(members.Count == 0 ? " Nobody is on its team yet; the first research leader will be." : "")}");
            return Verbs.Done;
        });
        return command;
    }

    private static int Refuse(ParseResult parsed, CommonOptions options, FileInfo file, IReadOnlyList<CaseProblem> problems)
    {
        if (parsed.GetValue(options.Json))
        {
            options.Print(parsed, new { file = file.Name, raid = (string?)null, written = false, problems });
            return Verbs.Refused;
        }

        foreach (var problem in problems)
        {
            Console.Error.WriteLine($"{file.Name} {problem}");
        }

        Console.Error.WriteLine(problems.Count == 1 ? "1 problem. Nothing was written." : $"{problems.Count} problems. Nothing was written.");
        return Verbs.Refused;
    }

    private static Command Export()
    {
        var options = new CommonOptions();
        var raid = new Option<string>("--raid") { Description = "The code of the raid, like R03.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "The file to write.", Required = true };
        var command = new Command("export", "Write one case as a file. It holds names: keep it safe.") { raid, output };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, options, IfMissing.Refuse, cancellationToken);
            var code = parsed.GetRequiredValue(raid).ToUpperInvariant();
            var file = await host.Db.CopyCaseAsync(code, host.Today, cancellationToken);
            if (file is null)
            {
                await Console.Error.WriteLineAsync($"There is no raid {code}. See: case list");
                return Verbs.Refused;
            }

            var mark = await host.Db.MakeCheckpointAsync(
                host.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, CheckpointReason.Export, cancellationToken);

            // The reading of the names and the export are in the log before the file is there.
            host.Db.NoteAct("export", "case", code, null, "case format");
            await host.Db.SaveChangesAsync(cancellationToken);
            var target = parsed.GetRequiredValue(output);
            SafeFile.Write(target.FullName, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(file, CaseJson.Options) + "\n"));
            options.Print(
                parsed,
                new { raid = code, file = target.Name, checkpoint = mark?.ToString() },
                $"{code} is in {target.FullName}. The file holds names: keep it safe.",
                $"Checkpoint of the log, to be kept elsewhere:\n{mark}".TrimEnd());
            return Verbs.Done;
        });
        return command;
    }

    private static Command List()
    {
        var options = new CommonOptions();
        var command = new Command("list", "What is in the store.");
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, options, IfMissing.Refuse, cancellationToken);
            var raids = await host.Db.Raids.AsNoTracking()
                .OrderBy(raid => raid.Code)
                .Select(raid => new
                {
                    raid.Code,
                    raid.Facts.Name,
                    When = raid.Facts.When,
                    Women = host.Db.Apprehensions.Count(row => row.RaidId == raid.Id),
                    Invented = raid.IsInvented,
                })
                .ToListAsync(cancellationToken);
            options.Print(
                parsed,
                raids.Select(raid => new { raid.Code, raid.Name, When = raid.When?.Typed, raid.Women, raid.Invented }),
                raids.Count == 0
                    ? ["No raid is in the store yet."]
                    : raids.Select(raid => $"{raid.Code}  {raid.When?.Typed ?? "date not known"}  {raid.Name}  {raid.Women} women{(raid.Invented ? "  (invented)" : "")}"));
            return Verbs.Done;
        });
        return command;
    }

    private static Command Schema()
    {
        var output = new Option<FileInfo>("--out") { Description = "The file to write; without it, the screen." };
        var command = new Command("schema", "The JSON Schema of the case format.") { output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(output) is { } file)
            {
                await File.WriteAllTextAsync(file.FullName, CaseSchema.Write(), cancellationToken);
            }
            else
            {
                await Console.Out.WriteAsync(CaseSchema.Write());
            }

            return Verbs.Done;
        });
        return command;
    }

    internal static async Task<(IReadOnlyList<Guid> Members, IReadOnlyList<string> Unknown)> FindTeamAsync(
        RaidDocsDbContext db, string[] names, CancellationToken cancellationToken)
    {
        if (names.Length == 0)
        {
            return (await db.LeadersAsync(cancellationToken), []);
        }

        var known = await db.Users.Where(user => names.Contains(user.UserName!)).ToDictionaryAsync(user => user.UserName!, user => user.Id, cancellationToken);
        return ([.. known.Values], [.. names.Where(name => !known.ContainsKey(name))]);
    }
}
