using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.CommandLine;

namespace RaidDocs.Web.Tests.CommandLine;

/// <summary>The vault as a person at the computer works with it: processes, key files, exit codes.</summary>
public sealed class VaultVerbTests : IDisposable
{
    private const string First = "quiet lantern over the river";
    private const string Second = "nine baskets of warm bread";
    private const string Third = "seven green boats at night";

    private readonly string _folder = Directory.CreateTempSubdirectory("raiddocs-vault-").FullName;

    private string Data => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_store_is_made_changed_and_recovered_without_a_browser()
    {
        using var made = await JsonAsync(First, "store", "init", "--admin", "admin");
        var sheet = made.RootElement.GetProperty("recoverySheet").GetString()!;
        Assert.True(made.RootElement.GetProperty("firstPassphrase").GetString()!.Length >= 15);
        Assert.Equal(7, sheet.Split(' ').Length);

        Assert.Equal(1, (await RunAsync("something else entirely, and long", "vault", "list")).Exit);
        Assert.Equal(0, (await RunAsync(First, "vault", "passphrase", "--new-key-file", KeyFile(Second))).Exit);
        Assert.Equal(1, (await RunAsync(First, "vault", "list")).Exit);
        Assert.Equal(0, (await RunAsync(Second, "vault", "add-slot", "--for", "admin", "--new-key-file", KeyFile(Third))).Exit);
        Assert.Equal(0, (await RunAsync(Third, "vault", "rewrap")).Exit);
        Assert.Equal(0, (await RunAsync(Third, "vault", "remove-slot", "--slot", "1")).Exit);
        Assert.Equal(1, (await RunAsync(Second, "vault", "list")).Exit);

        var last = await RunAsync(Third, "vault", "remove-slot", "--slot", "3");
        Assert.Equal(1, last.Exit);
        Assert.Contains("last passphrase", last.Error, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync(sheet.ToUpperInvariant(), "vault", "recover", "--new-key-file", KeyFile(First))).Exit);
        using var slots = await JsonAsync(First, "vault", "list");
        Assert.Equal([2, 3, 4], slots.RootElement.EnumerateArray().Select(slot => slot.GetProperty("number").GetInt32()));
        Assert.Equal("admin", slots.RootElement[1].GetProperty("holder").GetString());
    }

    [Fact]
    public async Task When_no_administrator_can_get_in_a_command_makes_a_code()
    {
        await MakeQuicklyAsync();
        await using (var host = CommandHost.Make(new DataFolder(Data), new VaultedStoreKey()))
        {
            await host.UnlockAsync(First, TestContext.Current.CancellationToken);
            var person = await Hosting.Setup.AddPersonAsync(host.Services, "admin", "one two three four five", StaffRole.ResearchPartner);
            await host.Db.Users.Where(user => user.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.LockedAt, DateTime.UtcNow), TestContext.Current.CancellationToken);
        }

        Assert.Equal(1, (await RunAsync(First, "user", "code", "nobody")).Exit);
        Assert.Equal(1, (await RunAsync(First, "user", "code", "admin", "--role", "Queen")).Exit);
        Assert.Equal(1, (await RunAsync(Second, "user", "code", "admin")).Exit);
        using var made = await JsonAsync(First, "user", "code", "ADMIN", "--role", StaffRole.Administrator);

        await using var after = CommandHost.Make(new DataFolder(Data), new VaultedStoreKey());
        await after.UnlockAsync(First, TestContext.Current.CancellationToken);
        var admin = await after.Db.Users.SingleAsync(TestContext.Current.CancellationToken);
        var invitation = await after.Db.Invitations.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((null, null, admin.Id), (admin.PasswordHash, admin.LockedAt, invitation.UserId));
        Assert.True(invitation.Accepts(made.RootElement.GetProperty("code").GetString()!, DateTime.UtcNow));
        Assert.Equal([StaffRole.Administrator], await after.Db.UserRoles.Join(after.Db.Roles, link => link.RoleId, role => role.Id, (_, role) => role.Name).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["role", "invite"], await after.Db.AuditEntries.Where(entry => entry.Action == "role" || entry.Action == "invite").OrderBy(entry => entry.Number).Select(entry => entry.Action).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_store_that_cannot_be_made_takes_nothing_away_that_was_there()
    {
        Directory.CreateDirectory(Data);
        var kept = Path.Combine(Data, "vault.json.old");
        await File.WriteAllTextAsync(kept, "the only copy of a vault");

        var refused = await RunAsync(First, "store", "init");

        Assert.Equal(1, refused.Exit);
        Assert.Equal("the only copy of a vault", await File.ReadAllTextAsync(kept));
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task A_key_file_that_others_can_read_is_refused()
    {
        var open = KeyFile(First);
        File.SetUnixFileMode(open, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        var refused = Assert.Throws<StoreException>(() => Terminal.FromFile(new FileInfo(open)));

        Assert.Contains("Others can read", refused.Message, StringComparison.Ordinal);
        await File.WriteAllTextAsync(KeyFile(Second), "  \n");
        Assert.Throws<StoreException>(() => Terminal.FromFile(new FileInfo(KeyFileOf(Second))));
        Assert.Throws<StoreException>(() => Terminal.FromFile(new FileInfo(Path.Combine(_folder, "nothing"))));
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task The_running_program_holds_no_key_in_its_arguments_or_its_environment_and_commands_wait_for_it()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("/proc is of Linux.");
        }

        await MakeQuicklyAsync();
        var start = Start(["serve", "--urls", "http://127.0.0.1:0", "--data", Data, "--key-file", KeyFile(First)]);
        using var server = Process.Start(start)!;
        try
        {
            var output = new StringBuilder();
            while (await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                output.AppendLine(line);
                if (line.StartsWith("RaidDocs: http", StringComparison.Ordinal) || line.StartsWith("Setup address", StringComparison.Ordinal))
                {
                    break;
                }
            }

            Assert.Contains("Setup address", output.ToString(), StringComparison.Ordinal);
            var proc = $"/proc/{server.Id}/";
            var seen = await File.ReadAllTextAsync(proc + "cmdline", TestContext.Current.CancellationToken) + await File.ReadAllTextAsync(proc + "environ", TestContext.Current.CancellationToken) + output;
            foreach (var secret in await SecretsAsync())
            {
                Assert.DoesNotContain(secret, seen, StringComparison.OrdinalIgnoreCase);
            }

            Assert.Contains("Max core file size        0                    0", await File.ReadAllTextAsync(proc + "limits", TestContext.Current.CancellationToken), StringComparison.Ordinal);
            var busy = await RunAsync(First, "vault", "list");
            Assert.Equal(1, busy.Exit);
            Assert.Contains("Another RaidDocs is using", busy.Error, StringComparison.Ordinal);
            Assert.All(Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories), file =>
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    // As "store init" does, with few rounds: opening it is what the test is not about.
    private async Task MakeQuicklyAsync()
    {
        await using var host = CommandHost.Make(new DataFolder(Data), new VaultedStoreKey());
        host.Services.GetRequiredService<DataFolder>().Take();
        var keeper = new VaultKeeper(host.Services.GetRequiredService<DataFolder>(), new VaultOptions { Rounds = 100 });
        keeper.Make(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32), First, WordList.Draw(7));
        await host.UnlockAsync(First, TestContext.Current.CancellationToken);
    }

    private Task<List<string>> SecretsAsync()
    {
        using var opened = new VaultKeeper(new DataFolder(Data), new VaultOptions()).Open(First)!;
        using var keys = new StoreKeys(opened.Current);
        var all = Enum.GetValues<KeyPurpose>().Select(keys.For).Append(opened.Current!);
        return Task.FromResult<List<string>>([First, .. all.SelectMany(key => new[] { Convert.ToHexString(key), Convert.ToBase64String(key) })]);
    }

    private async Task<JsonDocument> JsonAsync(string passphrase, params string[] words)
    {
        var answer = await RunAsync(passphrase, [.. words, "--json"]);
        Assert.True(answer.Exit == 0, answer.Error);
        return JsonDocument.Parse(answer.Output);
    }

    private async Task<(int Exit, string Output, string Error)> RunAsync(string passphrase, params string[] words)
    {
        using var process = Process.Start(Start([.. words, "--data", Data, "--key-file", KeyFile(passphrase)]))!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await error);
    }

    private ProcessStartInfo Start(string[] words) => new("dotnet", [Path.Combine(AppContext.BaseDirectory, "RaidDocs.Web.dll"), .. words])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = _folder,
    };

    private string KeyFileOf(string words) => Path.Combine(_folder, Convert.ToHexString(Encoding.UTF8.GetBytes(words))[..20] + words.Length + ".key");

    private string KeyFile(string words)
    {
        var path = KeyFileOf(words);
        File.WriteAllText(path, words + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return path;
    }
}
