using System.CommandLine;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Disclosure.Bundles;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.CaseFiles;
using RaidDocs.Web.Pages.Reports;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.CommandLine;

/// <summary>casefile.</summary>
internal static class CaseFileVerb
{
    private static readonly Audience[] Audiences = [Audience.Lawyer, Audience.Court, Audience.Un, Audience.Partner, Audience.Public];

    public static Command Make()
    {
        var options = new CommonOptions();
        var raid = new Option<string?>("--raid") { Description = "The code of the raid, like R03." };
        var woman = new Option<string?>("--woman") { Description = "Her code, like R03-W07, for the file of one woman." };
        var audience = new Option<string>("--audience") { Description = "lawyer, court, un, partner or public.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "The ZIP to write.", Required = true };
        var forWhom = new Option<string?>("--for") { Description = "Who gets it, by name. A yes to share with a partner counts for that one alone." };
        var why = new Option<string?>("--why") { Description = "What it is needed for. It is kept with the list of what left." };
        var plain = new Option<bool>("--no-password") { Description = "The PDF opens without a password." };
        var withPlace = new Option<bool>("--with-places") { Description = "Also files that say in themselves where they were made (GPS). Without it they stay out." };
        var command = new Command("casefile", "Make the case file of a raid or of one woman: a ZIP with the bound PDF, the papers, and a list to check them with.")
        {
            raid, woman, audience, output, forWhom, why, plain, withPlace,
        };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(raid) is null) == (result.GetValue(woman) is null))
            {
                result.AddError("Write either --raid R03 or --woman R03-W07.");
            }
            else if (result.GetValue(woman) is { } typed && WomanCode.Read(typed) is null)
            {
                result.AddError($"\"{typed}\" is no code of a woman. Write it like R03-W07.");
            }

            if (AudienceRules.Read(result.GetValue(audience)) is not { } read || !Audiences.Contains(read))
            {
                result.AddError($"\"{result.GetValue(audience)}\" gets no case file. Write one of: lawyer, court, un, partner, public.");
            }
        });
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, options, IfMissing.Refuse, cancellationToken);
            var press = host.Services.GetRequiredService<BundlePress>();
            if (!press.CanMake)
            {
                await Console.Error.WriteLineAsync($"This computer lacks what a case file is made with. Install it: sudo apt-get install {string.Join(' ', press.Lacks)}");
                return Verbs.Refused;
            }

            var her = parsed.GetValue(woman) is { } typed ? WomanCode.Read(typed) : null;
            var code = her?.Raid ?? parsed.GetValue(raid)!.ToUpperInvariant();
            var wishes = new BundleWishes
            {
                Woman = her is { } one ? WomanCode.In(one.Number) : null,
                Audience = AudienceRules.Read(parsed.GetRequiredValue(audience))!.Value,
                ForWhom = parsed.GetValue(forWhom),
                Why = parsed.GetValue(why),
                Password = !parsed.GetValue(plain),
            };
            if (await press.DiscloseAsync(host.Db, code, wishes, cancellationToken) is not { } disclosed)
            {
                await Console.Error.WriteLineAsync(her is { } missing ? $"There is no woman {missing}." : $"There is no raid {code}. See: case list");
                return Verbs.Refused;
            }

            if (!parsed.GetValue(withPlace))
            {
                foreach (var file in disclosed.File.Evidence.Where(file => file.File.HasPlace))
                {
                    await Console.Error.WriteLineAsync($"Left out: {file.Code}, it says where it was made (GPS). Add a copy without it, or write --with-places.");
                }

                wishes = wishes with { Exhibits = [.. disclosed.File.Evidence.Where(file => !file.File.HasPlace).Select(file => file.Code)] };
            }

            foreach (var left in disclosed.LeftOut)
            {
                await Console.Error.WriteLineAsync($"Left out: {LeftOutWords.Of(left, Texts.Shared)}");
            }

            var files = host.Services.GetRequiredService<MadeFiles>();
            var order = Guid.NewGuid();
            try
            {
                var made = await press.MakeAsync(host.Db, order, code, wishes, _ => { }, cancellationToken);
                var target = parsed.GetRequiredValue(output);
                await using (var content = files.Open(order)!)
                {
                    await SafeFile.WriteAsync(target.FullName, content, cancellationToken);
                }

                options.Print(
                    parsed,
                    new { raid = code, file = target.Name, bytes = made.Export.Bytes, copy = made.Export.Copy, sha256 = made.Export.Sha256, password = made.Password, leftOut = disclosed.LeftOut.Count },
                    $"The case file of {her?.ToString() ?? code}, copy {made.Export.Copy:0000}, is in {target.FullName}.{(made.Password is { } password ? $"\nThe password of the PDF: {password}\nTell it another way than you send the file. It is shown this once." : "")}");
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
            finally
            {
                files.Shred(order);
            }
        });
        return command;
    }
}
