using System.CommandLine;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.Reports;
using RaidDocs.Web.Pages.Reports.Tables;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.CommandLine;

/// <summary>report huridocs, htcds and statistics.</summary>
internal static class TableVerbs
{
    public static IEnumerable<Command> Make() =>
    [
        Make(TableKind.Huridocs, "huridocs", "Write raids as tables after the HURIDOCS Events Standard."),
        Make(TableKind.Htcds, "htcds", "Write a row for each woman after the case data standard of IOM, with what she calls herself."),
        Make(TableKind.Statistics, "statistics", "Write numbers of women, none below 10 and none to work one out from."),
    ];

    private static Command Make(TableKind kind, string name, string description)
    {
        var options = new CommonOptions();
        var raid = new Option<string?>("--raid") { Description = "The code of the raid, like R03, or several with commas between them." };
        var all = new Option<bool>("--all") { Description = "All raids; made-up ones only where there are no others." };
        var audience = new Option<string?>("--audience")
        {
            Description = kind == TableKind.Statistics ? "public; a table of numbers counts as published, whoever gets it." : "team, lawyer, court, un, partner or public.",
            Required = kind != TableKind.Statistics,
        };
        var output = new Option<FileInfo>("--out") { Description = "The file to write: a .zip with CSV files, or an .xlsx.", Required = true };
        var forWhom = new Option<string?>("--for") { Description = "Which partner or body it is for, by name. A yes to share with a partner counts for that one alone." };
        var why = new Option<string?>("--why") { Description = "What it is needed for. It is kept with the list of what left." };
        var command = new Command(name, description) { raid, all, audience, output, forWhom, why };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(raid) is not null) == result.GetValue(all))
            {
                result.AddError("Write either --raid R03 or --all.");
            }

            if (result.GetValue(audience) is { } typed && (AudienceRules.Read(typed) is not { } read || TablePress.AudienceOf(kind, read) != read || !TablePress.MayHave(kind, read)))
            {
                result.AddError($"\"{typed}\" gets no such table. Write one of: {string.Join(", ", Enum.GetValues<Audience>().Where(one => TablePress.AudienceOf(kind, one) == one && TablePress.MayHave(kind, one)).Select(one => one.ToString().ToLowerInvariant()))}.");
            }

            if (result.GetValue(output) is { } file && FormatOf(file) is null)
            {
                result.AddError($"\"{file.Name}\" is no file of tables. Let its name end with .zip or .xlsx.");
            }
        });
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, options, IfMissing.Refuse, cancellationToken);
            var press = host.Services.GetRequiredService<TablePress>();
            var codes = parsed.GetValue(all)
                ? await TablePress.AllRaidsAsync(host.Db, cancellationToken)
                : parsed.GetValue(raid)!.ToUpperInvariant().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var readers = AudienceRules.Read(parsed.GetValue(audience)) ?? Audience.Public;
            if (await press.DiscloseAsync(host.Db, kind, codes, readers, parsed.GetValue(forWhom), cancellationToken) is not { } told)
            {
                await Console.Error.WriteLineAsync($"There is no raid {string.Join(" or no ", codes)}. See: case list");
                return Verbs.Refused;
            }

            foreach (var (one, left) in told.SelectMany(one => one.LeftOut.Select(left => (one, left))))
            {
                await Console.Error.WriteLineAsync($"Left out of {one.File.Raid.Code}: {LeftOutWords.Of(left, Texts.Shared)}");
            }

            var target = parsed.GetRequiredValue(output);
            try
            {
                var made = await press.ExportAsync(host.Db, kind, told, FormatOf(target)!.Value, parsed.GetValue(why), cancellationToken);
                SafeFile.Write(target.FullName, made.File);
                options.Print(
                    parsed,
                    new { raids = codes, file = target.Name, bytes = made.File.Length, copy = made.Copy, tables = made.Rows.Select(table => new { name = table.Table, rows = table.Rows }) },
                    $"The tables of {string.Join(", ", codes)}, copy {made.Copy:0000}, are in {target.FullName}.");
                return Verbs.Done;
            }
            catch (DomainRuleException refused)
            {
                await Console.Error.WriteLineAsync($"{Texts.Shared.Of(refused)}.");
                return Verbs.Refused;
            }
            catch (PrintFailedException failed)
            {
                await Console.Error.WriteLineAsync(failed.Message);
                return Verbs.Refused;
            }
        });
        return command;
    }

    private static TableFormat? FormatOf(FileInfo file) => file.Extension.ToLowerInvariant() switch
    {
        ".zip" => TableFormat.Csv,
        ".xlsx" => TableFormat.Xlsx,
        _ => null,
    };
}
