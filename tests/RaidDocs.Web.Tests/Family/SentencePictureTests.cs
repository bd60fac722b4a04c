using System.Diagnostics;
using RaidDocs.Family;
using RaidDocs.Web.Printing;
using RaidDocs.Web.Tests.Printing;

namespace RaidDocs.Web.Tests.Family;

/// <summary>Each sentence as a small picture, in every language.</summary>
[Trait("Kind", "Browser")]
public sealed class SentencePictureTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("raiddocs-pictures-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_sentence_is_drawn_in_at_most_two_and_a_half_thousand_bytes()
    {
        if (!File.Exists(PrinterFixture.Browser))
        {
            Assert.Skip("No browser is installed.");
        }

        foreach (var words in Wording.Codes.Select(Wording.Of))
        {
            var made = await new SentencePictures(PrinterFixture.Browser).MakeAsync(words, TestContext.Current.CancellationToken);

            Assert.Equal(10, made.Count);
            Assert.Contains(made, one => one.Sentence == Sentence.NoNewNews);
            Assert.All(made, one => Assert.InRange(one.Png.Length, 300, SentencePictures.MostBytes));
            Assert.All(made, one => Assert.Equal("89504E470D0A1A0A", Convert.ToHexString(one.Png.AsSpan(0, 8))));
            Assert.Equal(made.Count, made.Select(one => Convert.ToHexString(one.Png)).Distinct().Count());
            var folder = Directory.CreateDirectory(Path.Combine(Infrastructure.Repository.Root, "tests", "screenshots"));
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"sentence-{words.Code}.png"), made.Single(one => one.Sentence == Sentence.GovernmentPlace).Png, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_recording_is_laid_where_the_page_finds_it_and_anything_else_is_refused()
    {
        var (sound, text) = (Path.Combine(_folder, "n1.ogg"), Path.Combine(_folder, "n1.txt"));
        await File.WriteAllBytesAsync(sound, [.. "OggS"u8, .. new byte[100]], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(text, "no sound", TestContext.Current.CancellationToken);

        Assert.Equal(0, await RunAsync("--language", "my", "--sentence", "N1", "--file", sound));
        Assert.Equal(1, await RunAsync("--language", "my", "--sentence", "N1", "--file", text));
        Assert.Equal(1, await RunAsync("--language", "xx", "--sentence", "N1", "--file", sound));
        Assert.Equal(1, await RunAsync("--language", "my", "--sentence", "N9", "--file", sound));
        await File.WriteAllBytesAsync(sound, [.. "OggS"u8, .. new byte[30_000]], TestContext.Current.CancellationToken);
        Assert.Equal(1, await RunAsync("--language", "my", "--sentence", "N1", "--file", sound));

        using var house = new FamilyHouse(Path.Combine(_folder, "data", "family"), Domain.Data.SafeFile.Write, TimeProvider.System);
        Assert.Equal(104, house.Find(ViewPart.Sound, "my", Sentence.InContact)!.Length);
    }

    private async Task<int> RunAsync(params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "RaidDocs.Web.dll"), "family", "recording", "--data", Path.Combine(_folder, "data"), .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }
}
