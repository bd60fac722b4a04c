using System.CommandLine;
using RaidDocs.Domain.Data;
using RaidDocs.Family;
using RaidDocs.Web.Hosting.Family;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.CommandLine;

/// <summary>family pictures, family recording: the sentences for those who cannot read the letters.</summary>
internal static class FamilyPictureVerbs
{
    public static Command Pictures()
    {
        var data = new CommonOptions().Data;
        var output = new Option<DirectoryInfo?>("--out") { Description = "Lay them here, one folder a language. Without it they go where the page finds them." };
        var drafts = new Option<bool>("--drafts") { Description = "Also of languages that no native speaker has read." };
        var command = new Command("pictures", "Draws each sentence as a picture of at most 2.5 kB, from the text of the page. Needs Chromium or Edge.");
        command.Options.Add(data);
        command.Options.Add(output);
        command.Options.Add(drafts);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var browser = DocumentServices.FindBrowser(new ConfigurationBuilder().AddEnvironmentVariables("RAIDDOCS_").Build())
                ?? throw new StoreException(ChromiumPrinter.NoBrowser);
            using var house = HouseOf(parsed.GetRequiredValue(data));
            var count = 0;
            foreach (var words in Wording.Codes.Select(Wording.Of).Where(words => words.IsReviewed || parsed.GetValue(drafts)))
            {
                foreach (var (sentence, png) in await new SentencePictures(browser).MakeAsync(words, cancellationToken))
                {
                    if (parsed.GetValue(output) is { } folder)
                    {
                        var path = Path.Combine(folder.FullName, words.Code, FormattableString.Invariant($"N{(int)sentence}.png"));
                        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                        SafeFile.Write(path, png);
                    }
                    else
                    {
                        house.Keep(ViewPart.Picture, words.Code, sentence, png);
                    }

                    count++;
                }
            }

            await Console.Out.WriteLineAsync($"{count} pictures made.");
            return Verbs.Done;
        });
        return command;
    }

    public static Command Recording()
    {
        var data = new CommonOptions().Data;
        var language = new Option<string>("--language") { Description = $"One of {string.Join(", ", Wording.Codes)}.", Required = true };
        var sentence = new Option<string>("--sentence") { Description = "Its number in the list: N1.", Required = true };
        var file = new Option<FileInfo>("--file") { Description = "MP3 or Ogg, at most 25 kB.", Required = true };
        var command = new Command("recording", "Lays the recording of a sentence where the page finds it.");
        command.Options.Add(data);
        command.Options.Add(language);
        command.Options.Add(sentence);
        command.Options.Add(file);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (Recordings.Find(parsed.GetRequiredValue(language), parsed.GetRequiredValue(sentence)) is not var (words, known))
            {
                throw new StoreException("There is no such language or sentence. Nothing was changed.");
            }

            var path = parsed.GetRequiredValue(file);
            if (!path.Exists || path.Length > Recordings.MostBytes || await File.ReadAllBytesAsync(path.FullName, cancellationToken) is not { } sound || !Recordings.IsSound(sound))
            {
                throw new StoreException("This is no MP3 or Ogg file of at most 25 kB. Nothing was changed.");
            }

            using var house = HouseOf(parsed.GetRequiredValue(data));
            house.Keep(ViewPart.Sound, words.Code, known, sound);
            await Console.Out.WriteLineAsync("The page offers it from now on.");
            return Verbs.Done;
        });
        return command;
    }

    // Only the folder of the page: the store stays closed, and a running program goes on.
    private static FamilyHouse HouseOf(DirectoryInfo data)
    {
        var folder = new DataFolder(data.FullName);
        return new FamilyHouse(folder.Family, SafeFile.Write, TimeProvider.System);
    }
}
