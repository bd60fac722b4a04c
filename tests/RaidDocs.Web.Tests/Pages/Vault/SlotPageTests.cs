using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Vault;
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
    public async Task Only_the_administrator_sees_the_vault(string path)
    {
        foreach (var role in StaffRole.All.Where(role => role != StaffRole.Administrator))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _app.Confirmed(role).GetAsync(path)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await _app.Confirmed(StaffRole.Administrator).GetAsync(path)).StatusCode);
    }

    [Theory]
    [InlineData("/admin/vault/add")]
    [InlineData("/admin/vault/1/remove")]
    [InlineData("/admin/vault/sheet")]
    [InlineData("/admin/vault/rekey")]
    public async Task Changing_it_asks_for_the_second_factor_first(string path)
    {
        var client = _app.ClientFor(StaffRole.Administrator, hasProof: false);
        var way = "/account/confirm?returnUrl=" + Uri.EscapeDataString(path);

        Assert.Equal(way, (await client.GetAsync(path)).Headers.Location?.OriginalString);

        // Nor by a form that was opened before.
        var confirmed = _app.Confirmed(StaffRole.Administrator);
        var form = await confirmed.OpenFormAsync(path);
        confirmed.DefaultRequestHeaders.Remove(VaultApp.ConfirmedHeader);
        Assert.Equal(way, (await form.PostAsync()).Headers.Location?.OriginalString);
        Assert.Equal(2, _app.Vault.Read().Slots.Count);
    }

    [Fact]
    public async Task A_slot_is_added_for_a_person_opens_the_store_and_is_hers_to_change()
    {
        var admin = _app.Confirmed(StaffRole.Administrator);
        var added = await (await admin.OpenFormAsync("/admin/vault/add"))
            .Fill("For whom", "researchleader").Fill("Vault passphrase", Other).Fill("The same again", Other).PostAsync();
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
        await (await admin.OpenFormAsync("/admin/vault/rekey")).PostAsync();
        var form = await admin.OpenFormAsync("/admin/vault/rekey");
        var (label, word, words) = Asked(form.Page);

        var done = await form.Fill(label, word).Fill("New vault passphrase", Other).Fill("The same again", Other).PostAsync();

        Assert.Equal("/account/sign-in", done.Headers.Location?.OriginalString);
        Assert.Equal("The store has a new key. Sign in again.", (await admin.OpenPageAsync("/admin/vault")).Banner());
        Assert.NotEqual(opening, _app.State.UnlockNumber);
        Assert.Equal((null, null), (_app.Vault.Open(VaultApp.Passphrase), _app.Vault.Open(_app.Sheet)));
        Assert.Equal((3, 4), (_app.Vault.Open(Other)!.Slot, _app.Vault.Open(words)!.Slot));
        Assert.Equal(HttpStatusCode.OK, (await _app.ClientFor(StaffRole.ResearchLeader).GetAsync($"/raids/{code}")).StatusCode);
        Assert.Contains("Slot 3: administrator", (await admin.OpenPageAsync("/admin/vault")).Words(), StringComparison.Ordinal);
    }

    private static (string Label, string Word, string Words) Asked(IDocument page)
    {
        var words = page.QuerySelectorAll(".sheet-words li").Select(word => word.TextContent).ToList();
        var label = page.QuerySelectorAll("main label").Select(one => one.TextContent).Single(text => text.StartsWith("Word ", StringComparison.Ordinal));
        return (label, words[int.Parse(label.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture) - 1], string.Join(' ', words));
    }
}
