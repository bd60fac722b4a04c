using System.CommandLine;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.Reports.Forms;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.CommandLine;

/// <summary>report form.</summary>
internal static class FormVerb
{
    private static readonly Dictionary<string, FormKind> Kinds = new(StringComparer.Ordinal)
    {
        ["wgad"] = FormKind.ArbitraryDetention,
        ["special-procedures"] = FormKind.SpecialProcedures,
        ["petition"] = FormKind.Petition,
    };

    public static Command Make()
    {
        var options = new CommonOptions();
        var kind = new Option<string>("--kind") { Description = "wgad, special-procedures or petition.", Required = true };
        var raid = new Option<string>("--raid") { Description = "The code of the raid, like R03.", Required = true };
        var women = new Option<string?>("--women") { Description = "The codes of the women, like W01,W02; all whose answers allow it when left out." };
        var format = new Option<string>("--format") { Description = "pdf or docx.", DefaultValueFactory = _ => "pdf" };
        var output = new Option<FileInfo>("--out") { Description = "The file to write.", Required = true };
        var forWhom = new Option<string?>("--for") { Description = "The body by name; left out, its usual name. A yes to share counts for the name it carries alone." };
        var why = new Option<string?>("--why") { Description = "What it is needed for. It is kept with the list of what left." };
        kind.AcceptOnlyFromAmong([.. Kinds.Keys]);
        format.AcceptOnlyFromAmong("pdf", "docx");
        var form = new Command("form", "Fill a form for a body or a court from the record of a raid, with its blanks listed.") { kind, raid, women, format, output, forWhom, why };
        options.AddTo(form);
        form.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, options, IfMissing.Refuse, cancellationToken);
            var press = host.Services.GetRequiredService<FormPress>();
            var file = Enum.Parse<FormFormat>(parsed.GetRequiredValue(format), ignoreCase: true);
            if (!press.CanMake(file))
            {
                await Console.Error.WriteLineAsync(host.Services.GetRequiredService<IPdfPrinter>().IsAvailable
                    ? "No pdftotext was found to search the finished document with. Install it (sudo apt-get install poppler-utils), or make the docx."
                    : "No Chromium or Edge was found to print with. Install it (sudo apt-get install chromium), or make the docx.");
                return Verbs.Refused;
            }

            var code = parsed.GetRequiredValue(raid).ToUpperInvariant();
            var chosen = parsed.GetValue(women)?.ToUpperInvariant().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (await press.DiscloseAsync(host.Db, code, Kinds[parsed.GetRequiredValue(kind)], parsed.GetValue(forWhom), chosen, cancellationToken) is not { } disclosed)
            {
                await Console.Error.WriteLineAsync($"There is no raid {code}. See: case list");
                return Verbs.Refused;
            }

            foreach (var woman in disclosed.Women.Where(woman => !woman.MayBeIn))
            {
                await Console.Error.WriteLineAsync($"Not in it: {FormWomanWords.Of(woman, Texts.Shared)}");
            }

            if (chosen?.FirstOrDefault(one => !disclosed.Women.Any(woman => woman.Code == one && woman.MayBeIn)) is { } refused)
            {
                await Console.Error.WriteLineAsync($"{refused} cannot be in it. Nothing was written.");
                return Verbs.Refused;
            }

            byte[] made;
            try
            {
                made = await press.ExportAsync(host.Db, disclosed, file, parsed.GetValue(why), cancellationToken);
            }
            catch (DomainRuleException broken)
            {
                await Console.Error.WriteLineAsync($"{Texts.Shared.Of(broken)}.");
                return Verbs.Refused;
            }

            var target = parsed.GetRequiredValue(output);
            SafeFile.Write(target.FullName, made);
            options.Print(
                parsed, new { raid = code, file = target.Name, bytes = made.Length, women = disclosed.Disclosed.File.Women.Count, blanks = press.Write(disclosed).Blanks.Count },
                $"The form for {code} is in {target.FullName}. Fill in its blanks, and have a lawyer check it.");
            return Verbs.Done;
        });
        return form;
    }
}
