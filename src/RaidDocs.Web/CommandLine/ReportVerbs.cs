using System.CommandLine;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Web.Pages.Reports;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.CommandLine;

/// <summary>report case-study.</summary>
internal static class ReportVerbs
{
    public static Command Make()
    {
        var options = new CommonOptions();
        var raid = new Option<string>("--raid") { Description = "The code of the raid, like R03.", Required = true };
        var audience = new Option<string>("--audience") { Description = "team, lawyer, court, un, partner or public.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "The PDF to write.", Required = true };
        audience.Validators.Add(result =>
        {
            if (AudienceRules.Read(result.GetValue(audience)) is null)
            {
                result.AddError($"\"{result.GetValue(audience)}\" is no audience. Write one of: team, lawyer, court, un, partner, public.");
            }
        });
        var study = new Command("case-study", "Print the case-study chapter of a raid as a PDF.") { raid, audience, output };
        options.AddTo(study);
        study.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, options, IfMissing.Refuse, cancellationToken);
            if (!host.Services.GetRequiredService<IPdfPrinter>().IsAvailable)
            {
                await Console.Error.WriteLineAsync(
                    "No Chromium or Edge was found to print with. Install it (sudo apt-get install chromium), or open the chapter in the app and print it from your browser.");
                return Verbs.Refused;
            }

            var code = parsed.GetRequiredValue(raid).ToUpperInvariant();
            var readers = AudienceRules.Read(parsed.GetRequiredValue(audience))!.Value;
            var press = host.Services.GetRequiredService<CaseStudyPress>();
            if (await press.WriteAsync(host.Db, code, readers, cancellationToken) is not { } chapter)
            {
                await Console.Error.WriteLineAsync($"There is no raid {code}. See: case list");
                return Verbs.Refused;
            }

            var pdf = await press.ExportAsync(host.Db, chapter, code, readers, cancellationToken);
            var target = parsed.GetRequiredValue(output);
            SafeFile.Write(target.FullName, pdf);
            options.Print(parsed, new { raid = code, file = target.Name, bytes = pdf.Length }, $"The chapter of {code} is in {target.FullName}.");
            return Verbs.Done;
        });

        var command = new Command("report", "Documents to print.");
        command.Subcommands.Add(study);
        return command;
    }
}
