using System.CommandLine;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.Reports;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.CommandLine;

/// <summary>report case-study; the others are files of their own.</summary>
internal static class ReportVerbs
{
    public static Command Make()
    {
        var options = new CommonOptions();
        var raid = new Option<string>("--raid") { Description = "The code of the raid, like R03.", Required = true };
        var audience = new Option<string>("--audience") { Description = "team, lawyer, court, un, partner or public.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "The PDF to write.", Required = true };
        var forWhom = new Option<string?>("--for") { Description = "Which partner or body it is for, by name. A yes to share with a partner counts for that one alone." };
        var why = new Option<string?>("--why") { Description = "What it is needed for. It is kept with the list of what left." };
        audience.Validators.Add(result =>
        {
            if (AudienceRules.Read(result.GetValue(audience)) is null)
            {
                result.AddError($"\"{result.GetValue(audience)}\" is no audience. Write one of: team, lawyer, court, un, partner, public.");
            }
        });
        var study = new Command("case-study", "Print the case-study chapter of a raid as a PDF.") { raid, audience, output, forWhom, why };
        options.AddTo(study);
        study.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, options, IfMissing.Refuse, cancellationToken);
            var press = host.Services.GetRequiredService<CaseStudyPress>();
            var readers = AudienceRules.Read(parsed.GetRequiredValue(audience))!.Value;
            if (!press.CanPrintFor(readers))
            {
                await Console.Error.WriteLineAsync(host.Services.GetRequiredService<IPdfPrinter>().IsAvailable
                    ? "No pdftotext was found to search the finished document with. Install it (sudo apt-get install poppler-utils): a document for others leaves only after that."
                    : "No Chromium or Edge was found to print with. Install it (sudo apt-get install chromium), or open the chapter in the app and print it from your browser.");
                return Verbs.Refused;
            }

            var code = parsed.GetRequiredValue(raid).ToUpperInvariant();
            if (await press.DiscloseAsync(host.Db, code, readers, parsed.GetValue(forWhom), cancellationToken) is not { } disclosed)
            {
                await Console.Error.WriteLineAsync($"There is no raid {code}. See: case list");
                return Verbs.Refused;
            }

            byte[] pdf;
            try
            {
                pdf = await press.ExportAsync(host.Db, disclosed, parsed.GetValue(why), cancellationToken);
            }
            catch (DomainRuleException refused)
            {
                await Console.Error.WriteLineAsync($"{Texts.Shared.Of(refused)}.");
                return Verbs.Refused;
            }

            foreach (var left in disclosed.LeftOut)
            {
                await Console.Error.WriteLineAsync($"Left out: {LeftOutWords.Of(left, Texts.Shared)}");
            }

            var target = parsed.GetRequiredValue(output);
            SafeFile.Write(target.FullName, pdf);
            options.Print(parsed, new { raid = code, file = target.Name, bytes = pdf.Length, leftOut = disclosed.LeftOut.Count }, $"The chapter of {code} is in {target.FullName}.");
            return Verbs.Done;
        });

        var command = new Command("report", "Documents to print, and tables.");
        command.Subcommands.Add(study);
        command.Subcommands.Add(FormVerb.Make());
        foreach (var table in TableVerbs.Make())
        {
            command.Subcommands.Add(table);
        }

        return command;
    }
}
