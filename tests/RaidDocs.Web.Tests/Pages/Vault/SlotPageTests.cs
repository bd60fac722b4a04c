using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Tests.Access;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Vault;

/// <summary>The slots of the vault in the browser.</summary>
public sealed class SlotPageTests : IAsyncLifetime
{
    private const string Other = "seven green boats at night";

    private readonly VaultApp _app = new();

    public async ValueTask InitializeAsync() => await _app.MakeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("/admin/vault")]
    [InlineData("/admin/vault/add")]
    [InlineData("/admin/vault/1/remove")]
    [InlineData("/admin/vault/sheet")]
    [InlineData("/admin/vault/rekey")]
    public async Task Only_administrators_and_leaders_see_the_vault_and_only_with_proof(string path)
    {
        foreach (var role in StaffRole.All)
        {
            var isKeeper = role is StaffRole.Administrator or StaffRole.ResearchLeader;
            Assert.Equal(isKeeper ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await _app.Confirmed(role).GetAsync(path)).StatusCode);
            if (isKeeper)
            {
                Assert.Equal(Way(path), (await _app.ClientFor(role, hasProof: false).GetAsync(path)).Headers.Location?.OriginalString);
            }
        }
    }

    [Theory]
    [InlineData("/admin/vault/sheet")]
    [InlineData("/admin/vault/rekey")]
    [InlineData("/admin/vault/1/remove")]
    public async Task A_form_that_was_opened_before_asks_for_the_second_factor_when_it_is_sent(string path)
    {
        var confirmed = _app.Confirmed(StaffRole.Administrator);
        var form = await confirmed.OpenFormAsync(path);
        confirmed.DefaultRequestHeaders.Remove(VaultApp.ConfirmedHeader);

        var answer = await form.PostAsync();

        Assert.True(answer.Headers.Location?.OriginalString == Way(path)
            || (await answer.ReadHtmlAsync()).QuerySelector($"main a[href='{Way(path)}']") is not null);
        Assert.False(await _app.DbAsync(db => db.TwoPersonActs.AnyAsync()));
    }

    [Theory]
    [InlineData("/admin/vault/1/remove", TwoPersonKind.RemoveSlot)]
    [InlineData("/admin/vault/sheet", TwoPersonKind.NewSheet)]
    [InlineData("/admin/vault/rekey", TwoPersonKind.ChangeKey)]
    public async Task One_person_alone_only_asks(string path, TwoPersonKind kind)
    {
        _app.Vault.Add(_app.State.DataKey(), 2, Other);
        var admin = _app.Confirmed(StaffRole.Administrator);
        await (await admin.OpenFormAsync(path, "Ask a second person")).PostAsync();

        var page = await admin.OpenPageAsync(path);
        await admin.PostTokenAsync(path);
        await admin.PostTokenAsync(path + "?handler=make");

        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Contains("You have asked.", page.Words(), StringComparison.Ordinal);
        Assert.Empty((await admin.OpenPageAsync(path)).QuerySelectorAll("main form, .sheet-words"));
        Assert.Equal((1, 3), (_app.Vault.Open(VaultApp.Passphrase)!.Slot, _app.Vault.Read().Slots.Count));
        var act = await _app.DbAsync(db => db.TwoPersonActs.SingleAsync());
        Assert.Equal((kind, TwoPersonState.Waits), (act.Kind, act.State));

        // Neither she nor somebody whose role keeps no key is the second.
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostTokenAsync($"/approvals/{act.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Confirmed(StaffRole.ResearchPartner).PostTokenAsync($"/approvals/{act.Id}")).StatusCode);
    }

    [Fact]
    public async Task A_yes_counts_once_for_what_was_asked_and_by_who_asked()
    {
        _app.Vault.Add(_app.State.DataKey(), 2, Other);
        _app.Vault.Add(_app.State.DataKey(), 3, Other + " again");
        var admin = _app.Confirmed(StaffRole.Administrator);
        await AgreedAsync(admin, "/admin/vault/3/remove");

        await _app.Confirmed(StaffRole.ResearchLeader).PostTokenAsync("/admin/vault/3/remove");
        var other = await admin.PostTokenAsync("/admin/vault/4/remove");
        Assert.Contains("This needs a second person first. Ask again", (await other.ReadHtmlAsync()).Errors());
        Assert.Equal(4, _app.Vault.Read().Slots.Count);

        Assert.Contains("take a slot of the vault away", (await admin.OpenPageAsync("/admin/vault")).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await (await admin.OpenFormAsync("/admin/vault/3/remove", "Remove")).PostAsync()).StatusCode);
        Assert.Null(_app.Vault.Open(Other));
        Assert.Equal(TwoPersonState.Used, await _app.DbAsync(db => db.TwoPersonActs.Select(act => act.State).SingleAsync()));
        Assert.DoesNotContain("take a slot of the vault away", (await admin.OpenPageAsync("/admin/vault")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_else_could_agree_she_acts_alone_and_the_log_says_so_but_not_on_the_day_of_a_changed_role()
    {
        var admin = _app.Confirmed(StaffRole.Administrator);
        await (await admin.OpenFormAsync($"/admin/people/{_app.PersonIn(StaffRole.ResearchLeader)}/role")).Choose("Role", "Auditor: the log, no case").PostAsync();

        Assert.Contains("This needs two people.", (await admin.OpenPageAsync("/admin/vault/sheet")).Words(), StringComparison.Ordinal);

        // As if the role had been changed two days ago.
        await _app.DbAsync(async db =>
        {
            await db.TakeGuardAwayAsync();
            return await db.AuditEntries.Where(entry => entry.Action == "role")
                .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.At, new DateTime(2026, 11, 19, 2, 0, 0, DateTimeKind.Utc)));
        });
        Assert.Contains("You act alone, and the log says so.", (await admin.OpenPageAsync("/admin/vault/sheet")).Words(), StringComparison.Ordinal);
        await (await admin.OpenFormAsync("/admin/vault/sheet", "Show a new sheet")).PostAsync();
        var form = await admin.OpenFormAsync("/admin/vault/sheet");
        var (label, word, words) = Asked(form.Page);
        await form.Fill(label, word).PostAsync();

        Assert.Equal(3, _app.Vault.Open(words)!.Slot);
        Assert.Equal("NewSheet", await _app.DbAsync(async db => (await db.AuditEntries.SingleAsync(entry => entry.Action == "alone")).Json.Contains("NewSheet", StringComparison.Ordinal) ? "NewSheet" : ""));
    }

    [Fact]
    public async Task A_slot_is_added_for_a_person_opens_the_store_and_is_hers_to_change()
    {
        var admin = _app.Confirmed(StaffRole.Administrator);
        var give = $"/admin/vault/add/{_app.PersonIn(StaffRole.ResearchLeader):D}";
        await (await admin.OpenFormAsync("/admin/vault/add")).Fill("For whom", "researchleader").PostAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(give)).StatusCode);

        // Whose slot it is may be the second.
        await AgreeAsync();
        Assert.Equal(give, (await admin.OpenPageAsync("/admin/vault")).QuerySelectorAll("main a").Single(link => link.TextContent == "Go on").GetAttribute("href"));
        var added = await (await admin.OpenFormAsync(give)).Fill("Vault passphrase", Other).Fill("The same again", Other).PostAsync();
        Assert.Equal("/admin/vault", added.Headers.Location?.OriginalString);
        Assert.Equal("Slot 3 opens the store for researchleader.", (await admin.OpenPageAsync("/admin/vault")).Banner());
        Assert.Contains("Slot 3: researchleader", (await admin.OpenPageAsync("/admin/vault")).Words(), StringComparison.Ordinal);
        Assert.Equal(3, _app.Vault.Open(Other)!.Slot);

        var leader = _app.Confirmed(StaffRole.ResearchLeader);
        var wrong = await (await leader.OpenFormAsync("/vault/passphrase"))
            .Fill("Present vault passphrase", "not that one at all").Fill("New vault passphrase", Other + " later").Fill("The same again", Other + " later").PostAsync();
        Assert.Contains("The present passphrase is not right. Nothing was changed", (await wrong.ReadHtmlAsync()).Errors());

        var changed = await (await leader.OpenFormAsync("/vault/passphrase"))
            .Fill("Present vault passphrase", Other).Fill("New vault passphrase", Other + " later").Fill("The same again", Other + " later").PostAsync();
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Null(_app.Vault.Open(Other));
        Assert.Equal(3, _app.Vault.Open(Other + " later")!.Slot);

        // Whoever has no slot has no such page.
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Confirmed(StaffRole.ResearchPartner).GetAsync("/vault/passphrase")).StatusCode);
        var log = await _app.DbAsync(db => db.AuditEntries.Where(entry => entry.ObjectType == "Vault" && entry.ObjectId == "3").OrderBy(entry => entry.Number).Select(entry => entry.Action).ToListAsync());
        Assert.Equal(["create", "change refused", "change"], log);
    }

    [Fact]
    public async Task Leaving_the_new_one_empty_wraps_the_key_anew_under_the_same_words()
    {
        await _app.DbAsync(async db =>
        {
            await db.NoteSlotAsync(1, _app.PersonIn(StaffRole.ResearchLeader), "create", TestContext.Current.CancellationToken);
            return 0;
        });
        var before = _app.Vault.Read().Slots[0];

        var done = await (await _app.Confirmed(StaffRole.ResearchLeader).OpenFormAsync("/vault/passphrase")).Fill("Present vault passphrase", VaultApp.Passphrase).PostAsync();

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.NotEqual(before.Key, _app.Vault.Read().Slots[0].Key);
        Assert.Equal(1, _app.Vault.Open(VaultApp.Passphrase)!.Slot);
    }

    [Fact]
    public async Task A_slot_is_removed_and_the_last_one_is_not()
    {
        var admin = _app.Confirmed(StaffRole.Administrator);
        await AgreedAsync(admin, "/admin/vault/1/remove");
        var refused = await (await admin.OpenFormAsync("/admin/vault/1/remove")).PostAsync();
        Assert.Contains("This is the last passphrase. Add another slot first", (await refused.ReadHtmlAsync()).Errors());

        _app.Vault.Add(_app.State.DataKey(), 2, Other);
        Assert.Equal(HttpStatusCode.Redirect, (await (await admin.OpenFormAsync("/admin/vault/1/remove")).PostAsync()).StatusCode);

        Assert.Null(_app.Vault.Open(VaultApp.Passphrase));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/admin/vault/1/remove")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/admin/vault/2/remove")).StatusCode);
    }

    [Fact]
    public async Task A_new_sheet_counts_once_a_word_is_typed_back()
    {
        var admin = _app.Confirmed(StaffRole.Administrator);
        await AgreedAsync(admin, "/admin/vault/sheet");
        await (await admin.OpenFormAsync("/admin/vault/sheet")).PostAsync();
        var form = await admin.OpenFormAsync("/admin/vault/sheet");
        var (label, word, words) = Asked(form.Page);

        var refused = await (await admin.OpenFormAsync("/admin/vault/sheet")).Fill(label, "zzz").PostAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(2, _app.Vault.Open(_app.Sheet)!.Slot);

        await form.Fill(label, word).PostAsync();
        Assert.Null(_app.Vault.Open(_app.Sheet));
        Assert.Equal(3, _app.Vault.Open(words)!.Slot);
    }

    [Fact]
    public async Task Changing_the_key_leaves_one_passphrase_and_the_new_sheet()
    {
        var code = await _app.ImportDemoAsync("mida");
        var opening = _app.State.UnlockNumber;
        var admin = _app.Confirmed(StaffRole.Administrator);
        await AgreedAsync(admin, "/admin/vault/rekey");
        await (await admin.OpenFormAsync("/admin/vault/rekey")).PostAsync();
        var form = await admin.OpenFormAsync("/admin/vault/rekey");
        var (label, word, words) = Asked(form.Page);

        var done = await form.Fill(label, word).Fill("New vault passphrase", Other).Fill("The same again", Other).PostAsync();

        if (_app.IsOnServer)
        {
            // What is sealed on a server is not written anew by one of the programs that use it.
            Assert.Contains("store copy --to file", (await done.ReadHtmlAsync()).Words(), StringComparison.Ordinal);
            Assert.Equal(1, _app.Vault.Open(VaultApp.Passphrase)!.Slot);
            return;
        }

        Assert.Equal("/account/sign-in", done.Headers.Location?.OriginalString);
        Assert.Equal("The store has a new key. Sign in again.", (await admin.OpenPageAsync("/admin/vault")).Banner());
        Assert.NotEqual(opening, _app.State.UnlockNumber);
        Assert.Equal((null, null), (_app.Vault.Open(VaultApp.Passphrase), _app.Vault.Open(_app.Sheet)));
        Assert.Equal((3, 4), (_app.Vault.Open(Other)!.Slot, _app.Vault.Open(words)!.Slot));
        Assert.Equal(HttpStatusCode.OK, (await _app.ClientFor(StaffRole.ResearchLeader).GetAsync($"/raids/{code}")).StatusCode);
        Assert.Contains("Slot 3: administrator", (await admin.OpenPageAsync("/admin/vault")).Words(), StringComparison.Ordinal);
    }

    private static string Way(string path) => "/account/confirm?returnUrl=" + Uri.EscapeDataString(path);

    private async Task AgreedAsync(HttpClient asker, string path)
    {
        await (await asker.OpenFormAsync(path, "Ask a second person")).PostAsync();
        await AgreeAsync();
    }

    private async Task AgreeAsync()
    {
        var leader = _app.Confirmed(StaffRole.ResearchLeader);
        var act = await _app.DbAsync(db => db.TwoPersonActs.OrderByDescending(row => row.RecordedAt).Select(row => row.Id).FirstAsync());
        Assert.Equal("/approvals", (await (await leader.OpenFormAsync($"/approvals/{act}", "I agree, do it")).PostAsync()).Headers.Location?.OriginalString);
        Assert.Equal("Agreed. Who asked does it now, once, before the time is over.", (await leader.OpenPageAsync("/approvals")).Banner());
    }

    private static (string Label, string Word, string Words) Asked(IDocument page)
    {
        var words = page.QuerySelectorAll(".sheet-words li").Select(word => word.TextContent).ToList();
        var label = page.QuerySelectorAll("main label").Select(one => one.TextContent).Single(text => text.StartsWith("Word ", StringComparison.Ordinal));
        return (label, words[int.Parse(label.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture) - 1], string.Join(' ', words));
    }
}
