using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Drafts;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Women;
using RaidDocs.Web.CommandLine;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Pages.Vault;

namespace RaidDocs.Web.Tests.Server;

/// <summary>An embedded store goes to a server and back, and what tells who somebody is lies sealed there.</summary>
public sealed class StoreCopyTests : IAsyncDisposable
{
    private const string Secret = "Marigold Unheard";

    private readonly FileApp _app = new();
    private readonly string _server = TestServer.New();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        TestServer.Drop(_server);
    }

    [Fact]
    public async Task There_and_back_every_table_has_the_same_rows_and_the_log_still_follows()
    {
        await FillAsync();
        var there = await ToServerAsync();
        Assert.Contains(there, table => table is { Name: "WomanNames", Rows: > 0 });
        Assert.Contains(there, table => table is { Name: "AuditEntries", Rows: > 100 });
        Assert.Contains(there, table => table is { Name: "ChronologySources", Rows: > 0 });

        await using (var host = await OnServerAsync())
        {
            Assert.Empty((await Domain.Audit.LogCheck.CheckLogAsync(host.Db, [], Cancelled)).Findings);
            Assert.Contains(Secret, (await host.Db.WomanNames.AsNoTracking().ToListAsync(Cancelled)).Select(name => name.Facts.Text));
            Assert.Equal(1, await host.Db.Raids.CountAsync(Cancelled));
        }

        // What was written there since comes back too, and nothing else is different.
        var back = await ToFileAsync();
        Assert.Equal(
            there.Where(table => table.Name is not ("AuditEntries" or "Settings" or "StoredKeys" or "Checkpoints")).OrderBy(table => table.Name),
            back.Where(table => table.Name is not ("AuditEntries" or "Settings" or "StoredKeys" or "Checkpoints")).OrderBy(table => table.Name));
        await using var again = CommandHost.MakeOfFile(new DataFolder(_app.Folder), new VaultedStoreKey());
        await again.UnlockAsync(VaultApp.Passphrase, Cancelled);
        Assert.Empty((await Domain.Audit.LogCheck.CheckLogAsync(again.Db, [], Cancelled)).Findings);
        Assert.Contains(Secret, (await again.Db.WomanNames.AsNoTracking().ToListAsync(Cancelled)).Select(name => name.Facts.Text));
    }

    [Fact]
    public async Task On_the_server_no_column_holds_a_name_or_a_half_typed_word()
    {
        await FillAsync();
        await ToServerAsync();
        await using (await OnServerAsync())
        {
            // Opened once, so that the index of the search is there too.
        }

        foreach (var column in Columns())
        {
            var (table, name) = (column.Split('|')[0], column.Split('|')[1]);
            var found = TestServer.Ask($"""SELECT count(*) FROM "{table}" WHERE "{name}"::text ILIKE '%marigold%' """, _server);
            Assert.True(found is 0L, column);
        }

        // Beside each name stands what finds it, and it is not the name.
        Assert.Equal(1L, TestServer.Ask("""SELECT count(*) FROM "WomanNames" WHERE length("Mark") = 32 AND "Mark" IN (SELECT "Mark" FROM "WomanNames" GROUP BY 1 HAVING count(*) = 1) AND "Text" LIKE 'A%'""", _server) is long and > 0 ? 1L : 0L);
    }

    [Fact]
    public async Task A_sealed_name_that_is_copied_to_another_row_does_not_open()
    {
        await FillAsync();
        await ToServerAsync();
        await using (await OnServerAsync())
        {
            // Opened once, so that the index of the search is there too.
        }

        TestServer.Run(
            """
            UPDATE "WomanNames" SET "Text" = (SELECT "Text" FROM "WomanNames" ORDER BY "Id" LIMIT 1)
            WHERE "Id" = (SELECT "Id" FROM "WomanNames" ORDER BY "Id" DESC LIMIT 1)
            """,
            _server);

        await using var host = await OnServerAsync();
        await Assert.ThrowsAsync<StoreException>(() => host.Db.WomanNames.AsNoTracking().ToListAsync(Cancelled));
        Assert.Contains((await Domain.Audit.LogCheck.CheckLogAsync(host.Db, [], Cancelled)).Findings, fault => fault.Format.StartsWith("A sealed name does not open", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_vault_does_not_open_the_database()
    {
        await FillAsync();
        await ToServerAsync();
        await using (await OnServerAsync())
        {
            // From here on it is known whose it is.
        }

        await using var stranger = new FileApp();
        await stranger.MakeAsync();
        await stranger.DisposeHostAsync();
        await using var host = CommandHost.MakeOnServer(new DataFolder(stranger.Folder), new VaultedStoreKey(), _server);

        var refused = await Assert.ThrowsAsync<StoreException>(() => host.UnlockAsync(VaultApp.Passphrase, Cancelled));

        Assert.Contains("do not belong together", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_empty_takes_no_copy()
    {
        await FillAsync();
        await ToServerAsync();

        var refused = await Assert.ThrowsAsync<StoreException>(ToServerAsync);

        Assert.Contains("There is a store in", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_in_the_setting_is_refused()
    {
        using var folder = new DataFolder(_app.Folder);
        var refused = Assert.Throws<StoreException>(() => new PostgresEngine(folder, "Host=localhost;Database=x;Username=y;Password=z"));
        Assert.Contains("holds a password", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("z;", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_told_in_a_sentence()
    {
        await FillAsync();
        await using var host = CommandHost.MakeOnServer(new DataFolder(_app.Folder), new VaultedStoreKey(), "Host=/nowhere;Database=raiddocs;Username=raiddocs");

        var refused = await Assert.ThrowsAsync<StoreException>(() => host.UnlockAsync(VaultApp.Passphrase, Cancelled));

        Assert.Contains("Is PostgreSQL running", refused.Message, StringComparison.Ordinal);
    }

    private async Task FillAsync()
    {
        await _app.MakeAsync();
        var raid = await _app.ImportDemoAsync("dok-rak");
        var (id, woman) = await _app.DbAsync(async db =>
        {
            var found = await db.Raids.Where(row => row.Code == raid).Select(row => row.Id).SingleAsync(Cancelled);
            return (found, await db.Apprehensions.Where(row => row.RaidId == found && row.Number == 1).Select(row => row.WomanId).SingleAsync(Cancelled));
        });
        var draft = new Draft(_app.PersonIn(StaffRole.ResearchLeader), DraftKind.Raid);
        draft.Keep("""{"title":"Marigold half typed"}""", new DateTime(2026, 11, 21, 2, 0, 0, DateTimeKind.Utc));
        await _app.SaveAsync(
            new WomanName(id, woman, new NameFacts { Voice = Domain.Common.Voice.Woman, Text = Secret, Note = "Marigold to her mother" }, null),
            new WomanName(id, woman, new NameFacts { Voice = Domain.Common.Voice.Woman, Text = "Nang Other" }, null),
            draft);
        await _app.DisposeHostAsync();
    }

    private async Task<IReadOnlyList<CopiedTable>> ToServerAsync()
    {
        await using var host = CommandHost.MakeOfFile(new DataFolder(_app.Folder), new VaultedStoreKey());
        await host.UnlockAsync(VaultApp.Passphrase, Cancelled);
        return await host.Services.GetRequiredService<StoreMove>().ToServerAsync(_server, Cancelled);
    }

    private async Task<IReadOnlyList<CopiedTable>> ToFileAsync()
    {
        File.Move(Path.Combine(_app.Folder, "raiddocs.db"), Path.Combine(_app.Folder, "before.db"));
        await using var host = CommandHost.MakeAlone(new DataFolder(_app.Folder), _server);
        await host.UnlockAsync(VaultApp.Passphrase, Cancelled);
        return await host.Services.GetRequiredService<StoreMove>().ToFileAsync(Cancelled);
    }

    private async Task<CommandHost> OnServerAsync()
    {
        var host = CommandHost.MakeOnServer(new DataFolder(_app.Folder), new VaultedStoreKey(), _server);
        await host.UnlockAsync(VaultApp.Passphrase, Cancelled);
        return host;
    }

    private string[] Columns() => ((string)TestServer.Ask(
        "SELECT string_agg(table_name || '|' || column_name, ' ') FROM information_schema.columns WHERE table_schema = 'public'", _server)!).Split(' ');

    private sealed class FileApp : VaultApp
    {
        protected override bool MayBeOnServer => false;

        /// <summary>The program ends; its folder stays.</summary>
        public async Task DisposeHostAsync()
        {
            await Services.GetRequiredService<Store>().CloseAsync();
            Services.GetRequiredService<DataFolder>().Dispose();
        }
    }
}
