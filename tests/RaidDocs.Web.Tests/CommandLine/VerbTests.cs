using System.Diagnostics;
using System.Text.Json;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Printing;

namespace RaidDocs.Web.Tests.CommandLine;

/// <summary>The verbs as a person calls them: a process, its exit code, what it prints.</summary>
public sealed class VerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("raiddocs-verbs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_case_goes_in_is_listed_is_printed_and_comes_out()
    {
        Assert.Equal(0, (await RunAsync("store", "init")).Exit);
        Assert.Equal(1, (await RunAsync("store", "init")).Exit);

        var imported = await RunAsync("case", "import", Demo("mida"));
        Assert.Equal((0, true), (imported.Exit, imported.Output.Contains("in the store as R02", StringComparison.Ordinal)));
        Assert.Equal(1, (await RunAsync("case", "import", Demo("mida"))).Exit);

        using var listed = JsonDocument.Parse((await RunAsync("case", "list", "--json")).Output);
        Assert.Equal("R02", listed.RootElement[0].GetProperty("code").GetString());

        var pdf = Path.Combine(_folder, "chapter.pdf");
        Assert.Equal(0, (await RunAsync("report", "case-study", "--raid", "R02", "--audience", "public", "--out", pdf)).Exit);
        Assert.Contains("Mida", (await Poppler.InfoAsync(await File.ReadAllBytesAsync(pdf)))["Title"], StringComparison.Ordinal);

        var json = Path.Combine(_folder, "out.json");
        Assert.Equal(0, (await RunAsync("case", "export", "--raid", "R02", "--out", json)).Exit);
        Assert.Equal(0, (await RunAsync("case", "import", json, "--check", "--again")).Exit);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(json));
        }
    }

    [Fact]
    public async Task Tables_are_checked_brought_in_and_told_as_here_already()
    {
        Assert.Equal(0, (await RunAsync("store", "init")).Exit);
        var example = Path.Combine(Repository.Root, "seeds", "mappings", "examples", "odk");
        var mapping = Path.Combine(Repository.Root, "seeds", "mappings", "odk-central.json");

        var check = await RunAsync("import", example, "--mapping", mapping, "--check");
        Assert.Equal(0, check.Exit);
        Assert.Contains("No problem found. 8 rows would be brought in. Nothing was written.", check.Output, StringComparison.Ordinal);
        Assert.Contains("raids (", check.Error, StringComparison.Ordinal);
        Assert.Contains("8 rows were brought in, with 1 new raids, R01 to R01.", (await RunAsync("import", example, "--mapping", mapping)).Output, StringComparison.Ordinal);
        using var again = JsonDocument.Parse((await RunAsync("import", example, "--mapping", mapping, "--json")).Output);
        Assert.Equal([0, 0, 0, 0, 0], again.RootElement.GetProperty("tables").EnumerateArray().Select(table => table.GetProperty("new").GetInt32()));

        var wrong = await RunAsync("import", example, "--json");
        Assert.Equal(1, wrong.Exit);
        Assert.Equal(2, (await RunAsync("import")).Exit);
        Assert.Equal(0, (await RunAsync("import", "--template", Path.Combine(_folder, "empty"))).Exit);
        Assert.StartsWith("woman_id,case_code,", await File.ReadAllTextAsync(Path.Combine(_folder, "empty", "women.csv")), StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("import", "--template", Path.Combine(_folder, "empty"))).Exit);
    }

    [Fact]
    public async Task The_whole_record_is_written_into_a_folder_and_known_when_it_comes_back()
    {
        Assert.Equal(0, (await RunAsync("store", "init")).Exit);
        Assert.Equal(0, (await RunAsync("case", "import", Demo("mae-sot"))).Exit);
        var folder = Path.Combine(_folder, "whole");

        var written = await RunAsync("export", folder);
        Assert.Equal((0, true), (written.Exit, written.Output.Contains("opens without a key", StringComparison.Ordinal)));
        Assert.Contains("is not empty", (await RunAsync("export", folder)).Error, StringComparison.Ordinal);

        var again = await RunAsync("import", folder, "--json");
        Assert.Equal(1, again.Exit);
        using (var told = JsonDocument.Parse(again.Output))
        {
            Assert.Equal("cases/R01.json", told.RootElement.GetProperty("problems")[0].GetProperty("file").GetString());
        }

        Assert.Contains("1 problem. Nothing was written.", (await RunAsync("import", folder)).Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was written.", (await RunAsync("import", folder, "--check")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_of_a_raid_and_of_all_are_written_and_a_wrong_call_is_told()
    {
        Assert.Equal(0, (await RunAsync("store", "init")).Exit);
        Assert.Equal(0, (await RunAsync("case", "import", Demo("mida"))).Exit);
        Assert.Equal(0, (await RunAsync("case", "import", Demo("mae-sot"))).Exit);
        var (zip, xlsx) = (Path.Combine(_folder, "out.zip"), Path.Combine(_folder, "out.xlsx"));

        var made = await RunAsync("report", "huridocs", "--raid", "r02", "--audience", "team", "--out", zip, "--json");
        Assert.Equal(0, made.Exit);
        using (var told = JsonDocument.Parse(made.Output))
        {
            Assert.Equal(("R02", 1), (told.RootElement.GetProperty("raids")[0].GetString(), told.RootElement.GetProperty("copy").GetInt32()));
            Assert.Equal(new FileInfo(zip).Length, told.RootElement.GetProperty("bytes").GetInt64());
        }

        Assert.Contains("copy 0002", (await RunAsync("report", "huridocs", "--all", "--audience", "public", "--out", xlsx)).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("report", "statistics", "--all", "--out", xlsx)).Exit);
        Assert.Equal("PK"u8.ToArray(), (await File.ReadAllBytesAsync(xlsx))[..2]);

        var missing = await RunAsync("report", "htcds", "--raid", "R77", "--audience", "team", "--out", zip);
        Assert.Equal((1, true), (missing.Exit, missing.Error.Contains("There is no raid R77", StringComparison.Ordinal)));
        Assert.Equal(2, (await RunAsync("report", "htcds", "--raid", "R02", "--audience", "public", "--out", zip)).Exit);
        Assert.Equal(2, (await RunAsync("report", "statistics", "--raid", "R02", "--audience", "team", "--out", zip)).Exit);
        Assert.Equal(2, (await RunAsync("report", "huridocs", "--raid", "R02", "--all", "--audience", "team", "--out", zip)).Exit);
        Assert.Equal(2, (await RunAsync("report", "huridocs", "--raid", "R02", "--audience", "team", "--out", Path.Combine(_folder, "out.csv"))).Exit);
    }

    [Fact]
    public async Task A_number_is_given_to_a_family_listed_without_itself_and_revoked()
    {
        Assert.Equal(0, (await RunAsync("store", "init")).Exit);
        var file = Path.Combine(_folder, "raid.json");
        await File.WriteAllTextAsync(file, """
            { "format": "raiddocs-case/1", "raid": { "name": "x" }, "women": [
              { "code": "W01", "consents": [{ "purpose": "keep", "answer": "yes" }, { "purpose": "tellFamily", "answer": "yes" }] },
              { "code": "W02" } ] }
            """);
        Assert.Equal(0, (await RunAsync("case", "import", file)).Exit);

        var refused = await RunAsync("family", "issue", "--woman", "R01-W02", "--relation", "mother", "--level", "1");
        Assert.Equal(1, refused.Exit);
        Assert.Contains("has not said that her family may be told", refused.Error, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("family", "issue", "--woman", "R01-W09", "--relation", "mother", "--level", "1")).Exit);
        Assert.Equal(1, (await RunAsync("family", "issue", "--woman", "R01-W01", "--relation", "mother", "--level", "4")).Exit);
        Assert.Equal(2, (await RunAsync("family", "issue", "--woman", "R01-W01")).Exit);

        using var given = JsonDocument.Parse((await RunAsync("family", "issue", "--woman", "R01-W01", "--relation", "mother", "--level", "2", "--json")).Output);
        var number = given.RootElement.GetProperty("number").GetString()!;
        Assert.Matches(@"^\d{4} \d{4} \d{4} \d{4}$", number);
        var listed = await RunAsync("family", "list");
        Assert.Contains($"R01-W01  mother  level 2  en  ...{number[^4..]}  answers  last used never", listed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(number, listed.Output, StringComparison.Ordinal);

        Assert.Equal(1, (await RunAsync("family", "revoke", "--woman", "R01-W01", "--last-four", "none")).Exit);
        Assert.Equal(0, (await RunAsync("family", "revoke", "--woman", "R01-W01", "--last-four", number[^4..])).Exit);
        Assert.Contains("silent", (await RunAsync("family", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_file_is_told_with_its_places_and_exit_code_1()
    {
        var file = Path.Combine(_folder, "wrong.json");
        await File.WriteAllTextAsync(file, """{ "format": "raiddocs-case/1", "raid": { "name": "x", "when": "12/3/68", "colour": "red" } }""");

        var plain = await RunAsync("case", "import", file, "--check");
        var json = await RunAsync("case", "import", file, "--check", "--json");

        Assert.Equal((1, 1), (plain.Exit, json.Exit));
        Assert.Contains("wrong.json $.raid.when: Enter the year with 4 numbers, like 2568 or 2025", plain.Error, StringComparison.Ordinal);
        Assert.Contains("2 problems. Nothing was written.", plain.Error, StringComparison.Ordinal);
        using var problems = JsonDocument.Parse(json.Output);
        Assert.Equal(2, problems.RootElement.GetProperty("problems").GetArrayLength());
        Assert.False(File.Exists(Path.Combine(_folder, "data", "raiddocs.db")));
    }

    [Theory]
    [InlineData("case", "fly")]
    [InlineData("case", "import")]
    [InlineData("report", "case-study", "--raid", "R01", "--audience", "enemies", "--out", "x.pdf")]
    [InlineData("report", "form", "--kind", "letter", "--raid", "R01", "--out", "x.pdf")]
    [InlineData("report", "form", "--kind", "wgad", "--raid", "R01", "--format", "odt", "--out", "x.odt")]
    [InlineData("serve", "nonsense")]
    public async Task A_wrong_call_ends_with_2(params string[] words) => Assert.Equal(2, (await RunAsync(words)).Exit);

    [Fact]
    public async Task A_form_is_written_for_the_women_whose_answers_allow_it()
    {
        Assert.Equal(0, (await RunAsync("store", "init")).Exit);
        var file = Path.Combine(_folder, "raid.json");
        await File.WriteAllTextAsync(file, """
            { "format": "raiddocs-case/1", "raid": { "name": "x" }, "women": [
              { "code": "W01", "consents": [{ "purpose": "keep", "answer": "yes" }, { "purpose": "court", "answer": "yes" }] },
              { "code": "W02" } ] }
            """);
        Assert.Equal(0, (await RunAsync("case", "import", file)).Exit);
        var docx = Path.Combine(_folder, "form.docx");
        string[] form = ["report", "form", "--kind", "petition", "--raid", "R01", "--format", "docx", "--out", docx];

        var refused = await RunAsync([.. form, "--women", "W01,W02"]);
        Assert.Equal(1, refused.Exit);
        Assert.Contains("Not in it: W02", refused.Error, StringComparison.Ordinal);
        Assert.Contains("W02 cannot be in it. Nothing was written.", refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(docx));
        Assert.Equal(1, (await RunAsync("report", "form", "--kind", "wgad", "--raid", "R01", "--format", "docx", "--out", docx)).Exit);
        Assert.Equal(1, (await RunAsync("report", "form", "--kind", "petition", "--raid", "R09", "--format", "docx", "--out", docx)).Exit);

        using var made = JsonDocument.Parse((await RunAsync([.. form, "--json"])).Output);
        Assert.Equal((1, "form.docx"), (made.RootElement.GetProperty("women").GetInt32(), made.RootElement.GetProperty("file").GetString()));
        Assert.Equal("PK"u8.ToArray(), (await File.ReadAllBytesAsync(docx))[..2]);
    }

    [Fact]
    public async Task Where_there_is_no_browser_the_report_says_what_to_install_and_ends_with_1()
    {
        Assert.Equal(1, (await RunAsync("case", "import", Demo("mida"))).Exit);
        Assert.Equal(0, (await RunAsync("store", "init")).Exit);
        Assert.Equal(0, (await RunAsync("case", "import", Demo("mida"))).Exit);

        var refused = await RunAsync(
            [("RAIDDOCS_Printing__Browser", "/nowhere/chromium")], "report", "case-study", "--raid", "R02", "--audience", "team", "--out", Path.Combine(_folder, "x.pdf"));

        Assert.Equal(1, refused.Exit);
        Assert.Contains("sudo apt-get install chromium", refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "x.pdf")));
    }

    [Fact]
    public async Task A_copy_to_a_server_that_was_cut_off_is_said_again_and_what_lies_beside_is_not_overwritten()
    {
        var server = TestServer.New();
        try
        {
            (string, string)[] there = [("RAIDDOCS_ConnectionStrings__Postgres", server)];
            var (database, moved) = (Path.Combine(_folder, "data", "raiddocs.db"), Path.Combine(_folder, "data", "raiddocs.db.moved"));
            Assert.Equal(0, (await RunAsync("store", "init")).Exit);
            Assert.Equal(0, (await RunAsync("case", "import", Demo("mida"))).Exit);
            Assert.Equal(0, (await RunAsync(there, "store", "copy", "--to", "postgres")).Exit);
            Assert.Equal((false, true), (File.Exists(database), File.Exists(moved)));

            // The tables are there and nothing in them, as after a copy that was cut off.
            TestServer.Run(
                """
                SET session_replication_role = replica;
                DO $$ BEGIN EXECUTE (SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ') FROM pg_tables WHERE schemaname = 'public' AND tablename <> '__EFMigrationsHistory'); END $$
                """,
                server);
            var empty = await RunAsync(there, "case", "list");
            Assert.Equal((1, true), (empty.Exit, empty.Error.Contains("There is nothing in the database", StringComparison.Ordinal)));
            File.Move(moved, database);
            Assert.Equal(0, (await RunAsync(there, "store", "copy", "--to", "postgres")).Exit);
            Assert.Contains("R02", (await RunAsync(there, "case", "list")).Output, StringComparison.Ordinal);

            Assert.Equal(0, (await RunAsync(there, "store", "copy", "--to", "file")).Exit);
            var refused = await RunAsync(there, "store", "copy", "--to", "postgres");
            Assert.Equal((1, true), (refused.Exit, refused.Error.Contains("from a copy before", StringComparison.Ordinal)));
            Assert.Equal((true, true), (File.Exists(database), File.Exists(moved)));
        }
        finally
        {
            TestServer.Drop(server);
        }
    }

    [Fact]
    public async Task Plain_http_to_others_is_refused()
    {
        var refused = await RunAsync("serve", "--urls", "http://0.0.0.0:5080");

        Assert.Equal(1, refused.Exit);
        Assert.Contains("listens on this computer only", refused.Error, StringComparison.Ordinal);
    }

    private static string Demo(string name) => Path.Combine(Repository.Root, "seeds", "demo", $"{name}.json");

    private Task<(int Exit, string Output, string Error)> RunAsync(params string[] words) => RunAsync([], words);

    private async Task<(int Exit, string Output, string Error)> RunAsync((string Name, string Value)[] settings, params string[] words)
    {
        var keyFile = Path.Combine(_folder, "key");
        if (!File.Exists(keyFile))
        {
            await File.WriteAllTextAsync(keyFile, "quiet lantern over the river\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(keyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }

        string[] data = words is ["case", "fly"] or ["serve", ..] ? [] : ["--data", Path.Combine(_folder, "data"), "--key-file", keyFile];
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "RaidDocs.Web.dll"), .. words, .. data])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
