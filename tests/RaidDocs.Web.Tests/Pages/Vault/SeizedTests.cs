using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting;

namespace RaidDocs.Web.Tests.Pages.Vault;

/// <summary>What somebody finds who takes the computer after <em>Lock now</em>, and after the program has ended.</summary>
public sealed class SeizedTests
{
    private static readonly string[] Planted =
    [
        "Zarifquell", "Nang Brimholm", "Quostavel Karaoke", "whispered marigold", "ตะวันกระจ่างใจ", "မြစ်ကမ်းညဝတ်မှုံ",
        "Provincial Drumlock", "amber kestrel paper", "0899417733", "thistlewick", "harvested umbrella", "Yellow Gannet House",
    ];

    [Fact]
    public async Task Twelve_planted_names_and_words_are_in_no_file_after_lock_now_nor_after_the_end()
    {
        var began = DateTime.UtcNow;
        var app = new FileVaultApp();
        var logs = Directory.CreateTempSubdirectory("raiddocs-seized-").FullName;
        await app.MakeAsync();
        await app.ImportAsync($$"""
            {
              "format": "raiddocs-case/1",
              "raid": { "name": "{{Planted[2]}}", "when": "12/3/2568", "summary": "{{Planted[3]}} {{Planted[4]}} {{Planted[5]}}", "legalBasis": "{{Planted[10]}}" },
              "sources": [{ "code": "S1", "kind": "call", "title": "{{Planted[7]}}" }],
              "facilities": [{ "code": "F1", "name": "{{Planted[11]}}", "kind": "police-station" }],
              "women": [{ "code": "W01", "names": [{ "kind": "called", "text": "{{Planted[1]}}", "voice": "woman" }], "stays": [] }],
              "chronology": [{ "what": "{{Planted[6]}} {{Planted[8]}} {{Planted[9]}}", "voice": "team" }]
            }
            """);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await Setup.AddPersonAsync(scope.ServiceProvider, Planted[0], CookieVaultApp.SignInPassphrase, StaffRole.ResearchLeader);
        }

        var signedIn = app.ClientFor(StaffRole.ResearchLeader);
        await signedIn.GetAsync(new Uri($"/raids?q={Uri.EscapeDataString(Planted[2])}", UriKind.Relative));
        Assert.Equal(Planted[2], await app.DbAsync(db => db.Raids.Select(raid => raid.Facts.Name).FirstAsync()));

        await app.Services.GetRequiredService<VaultDoor>().LockAsync(Viewer.Operator, null);
        Assert.Equal([], Found(app.Folder));
        Assert.Equal([], FoundInTemp(began));
        var copy = Path.Combine(logs, "copy");
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.EnumerateFiles(app.Folder).Where(file => Path.GetFileName(file) != "lock"))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        await app.DisposeAsync();
        Assert.Equal([], Found(copy));
        Assert.Equal([], FoundInTemp(began));
        Directory.Delete(logs, recursive: true);
    }

    [Fact]
    public void What_is_looked_for_would_be_found()
    {
        var folder = Directory.CreateTempSubdirectory("raiddocs-seized-").FullName;
        File.WriteAllText(Path.Combine(folder, "a"), $"x{Planted[4]}y");
        File.WriteAllBytes(Path.Combine(folder, "b"), Encoding.Unicode.GetBytes(Planted[1]));
        File.WriteAllText(Path.Combine(folder, "c"), Convert.ToHexString(Encoding.UTF8.GetBytes(Planted[2])));
        File.WriteAllText(Path.Combine(folder, "d"), Convert.ToBase64String(Encoding.UTF8.GetBytes("ab" + Planted[3] + "cd")));
        File.WriteAllText(Path.Combine(folder, "e"), Uri.EscapeDataString(Planted[5]));

        Assert.Equal(5, Found(folder).Count);
        Directory.Delete(folder, recursive: true);
    }

    private static List<string> Found(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "lock")
            .SelectMany(file => In(File.ReadAllBytes(file)).Select(word => $"{Path.GetFileName(file)}: {word}")),
    ];

    // Whatever was written on the whole machine's temporary folder since; other tests plant these words nowhere but in folders of this class.
    private static List<string> FoundInTemp(DateTime since)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Device };
        return
        [
            .. Directory.EnumerateFiles(Path.GetTempPath(), "*", options)
                .Where(file => !file.Contains("raiddocs-seized-", StringComparison.Ordinal) && File.GetLastWriteTimeUtc(file) >= since && IsOurs(file))
                .SelectMany(file => Read(file) is { } bytes ? In(bytes).Select(word => $"{file}: {word}") : []),
        ];
    }

    // The sources of these tests lie there too where they are built.
    private static bool IsOurs(string file) => !file.StartsWith(Infrastructure.Repository.Root, StringComparison.Ordinal)
        && Path.GetExtension(file) is not (".cs" or ".dll" or ".pdb");

    private static byte[]? Read(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // Of another program, and gone or held.
            return null;
        }
    }

    private static IEnumerable<string> In(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        return Planted.Where(word => Forms(word).Any(form => text.Contains(form, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<string> Forms(string word)
    {
        var utf8 = Encoding.UTF8.GetBytes(word);
        yield return Encoding.Latin1.GetString(utf8);
        yield return Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(word));
        yield return Convert.ToHexString(utf8);
        yield return Uri.EscapeDataString(word);
        for (var shift = 0; shift < 3; shift++)
        {
            // The middle of it, which does not hang on what stands before and after.
            var code = Convert.ToBase64String([.. new byte[shift], .. utf8]);
            yield return code[4..^4];
        }
    }

    // Of a server's disk others take care; what this program lays down is the same.
    private sealed class FileVaultApp : VaultApp
    {
        protected override bool MayBeOnServer => false;
    }
}
