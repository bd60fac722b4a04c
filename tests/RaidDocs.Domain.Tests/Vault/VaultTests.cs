using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Tests.Data;
using RaidDocs.Domain.Vault;

namespace RaidDocs.Domain.Tests.Vault;

public sealed class VaultTests : IAsyncLifetime
{
    private const string Passphrase = "quiet lantern over the river";
    private const string Other = "seven green boats at night";

    private readonly string _sheet = WordList.Draw(WordList.SheetWords);
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.WithVaultAsync(Passphrase, _sheet);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private string File => Path.Combine(_store.Folder, "vault.json");

    [Fact]
    public void A_slot_is_made_with_a_million_rounds() => Assert.Equal(1_000_000, new VaultOptions().Rounds);

    [Fact]
    public void The_file_holds_what_is_needed_to_open_it_and_no_word_more()
    {
        var slots = JsonNode.Parse(System.IO.File.ReadAllText(File))!["slots"]!.AsArray();

        Assert.Equal(["passphrase", "recovery"], slots.Select(slot => slot!["kind"]!.GetValue<string>()));
        Assert.All(slots, slot => Assert.Equal(["key", "kind", "nonce", "number", "rounds", "salt"], slot!.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal)));
        Assert.All(slots, slot => Assert.Equal(32, Convert.FromBase64String(slot!["salt"]!.GetValue<string>()).Length));
        Assert.NotEqual(slots[0]!["salt"]!.GetValue<string>(), slots[1]!["salt"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("quiet lantern over the rivers")]
    [InlineData("Quiet lantern over the river")]
    [InlineData("")]
    [InlineData(" ")]
    public void A_wrong_passphrase_opens_nothing(string wrong) => Assert.Null(_store.Vault.Open(wrong));

    [Fact]
    public void Spaces_and_the_way_a_letter_is_typed_do_not_matter()
    {
        using var opened = _store.Vault.Open("  quiet\u00A0lantern   over the \uFF52iver ");

        Assert.Equal(1, opened?.Slot);
    }

    [Fact]
    public void The_sheet_opens_whatever_the_case_and_whatever_stands_between_the_words()
    {
        var typed = "1. " + _sheet.ToUpperInvariant().Replace(" ", " ,\n 2) ", StringComparison.Ordinal) + ".";

        using var opened = _store.Vault.Open(typed);

        Assert.Equal((2, SlotKind.Recovery), (opened!.Slot, opened.Kind));
        Assert.Null(_store.Vault.Open(string.Join(' ', _sheet.Split(' ').Reverse())));
        Assert.Null(_store.Vault.Open(_sheet[.._sheet.LastIndexOf(' ')]));
    }

    [Fact]
    public void A_cut_file_opens_nothing_says_so_and_is_left_as_it_is()
    {
        var whole = System.IO.File.ReadAllBytes(File);
        for (var length = 0; length < whole.Length - 2; length += 7)
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);

            var refused = Assert.Throws<StoreException>(() => _store.Vault.Open(Passphrase));
            Assert.Contains("cannot be read", refused.Message, StringComparison.Ordinal);
            Assert.Equal(length, new FileInfo(File).Length);
        }
    }

    [Fact]
    public void Each_changed_field_of_a_slot_closes_that_slot()
    {
        var whole = System.IO.File.ReadAllText(File);
        foreach (var field in new[] { "number", "kind", "rounds", "salt", "nonce", "key" })
        {
            var vault = JsonNode.Parse(whole)!;
            var slot = vault["slots"]![0]!;
            slot[field] = field switch
            {
                "number" => 3,
                "rounds" => 101,
                "kind" => "recovery",
                _ => Flip(slot[field]!.GetValue<string>()),
            };
            System.IO.File.WriteAllText(File, vault.ToJsonString());

            Assert.True(_store.Vault.Open(Passphrase) is null, field);
        }

        System.IO.File.WriteAllText(File, whole);
        using var opened = _store.Vault.Open(Passphrase);
        Assert.NotNull(opened);
    }

    [Theory]
    [InlineData("format", "\"raiddocs-vault/2\"")]
    [InlineData("slots", "[]")]
    [InlineData("slots", "null")]
    [InlineData("names", "[\"Nok\"]")]
    [InlineData("next", "[]")]
    public void A_vault_of_another_shape_is_refused(string field, string json)
    {
        var vault = JsonNode.Parse(System.IO.File.ReadAllText(File))!;
        vault[field] = JsonNode.Parse(json);
        System.IO.File.WriteAllText(File, vault.ToJsonString());

        Assert.Throws<StoreException>(() => _store.Vault.Open(Passphrase));
    }

    [Fact]
    public void The_same_number_twice_is_refused()
    {
        var vault = JsonNode.Parse(System.IO.File.ReadAllText(File))!;
        vault["slots"]![1]!["number"] = 1;
        System.IO.File.WriteAllText(File, vault.ToJsonString());

        Assert.Throws<StoreException>(() => _store.Vault.Read());
    }

    [Fact]
    public async Task The_vault_of_another_folder_opens_and_its_database_does_not()
    {
        await using var other = await TestStore.WithVaultAsync(Passphrase, WordList.Draw(7));
        await other.Store.CloseAsync();
        System.IO.File.Copy(File, Path.Combine(other.Folder, "vault.json"), overwrite: true);

        var refused = await Assert.ThrowsAsync<StoreException>(() => other.UnlockAsync(Passphrase));

        Assert.Contains("do not belong together", refused.Message, StringComparison.Ordinal);
        Assert.False(other.State.IsOpen);
        Assert.Null(other.State.Keys);
    }

    [Fact]
    public async Task A_database_that_is_missing_is_not_made_anew()
    {
        await _store.Store.CloseAsync();
        System.IO.File.Delete(Path.Combine(_store.Folder, "raiddocs.db"));

        var refused = await Assert.ThrowsAsync<StoreException>(() => _store.UnlockAsync(Passphrase));

        Assert.Contains("is missing", refused.Message, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(Path.Combine(_store.Folder, "raiddocs.db")));
    }

    [Fact]
    public async Task A_database_without_its_vault_is_refused()
    {
        await _store.StopAsync();
        System.IO.File.Delete(File);

        var refused = await Assert.ThrowsAsync<StoreException>(() => TestStore.OpenAsync(_store.Folder, new VaultedStoreKey()));

        Assert.Contains("no vault.json", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_removed_slot_opens_nothing_and_the_last_one_stays()
    {
        var added = _store.Vault.Add(_store.State.DataKey(), 2, Other);
        Assert.Equal(3, added);

        _store.Vault.Remove(1);

        Assert.Null(_store.Vault.Open(Passphrase));
        using (var opened = _store.Vault.Open(Other))
        {
            Assert.Equal(3, opened!.Slot);
        }

        Assert.Contains("last passphrase", Assert.Throws<DomainRuleException>(() => _store.Vault.Remove(3)).Message, StringComparison.Ordinal);
        Assert.Contains("recovery slot", Assert.Throws<DomainRuleException>(() => _store.Vault.Remove(2)).Message, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File + ".old"));
    }

    [Fact]
    public void A_number_is_never_given_twice()
    {
        _store.Vault.Add(_store.State.DataKey(), 2, Other);
        _store.Vault.Remove(3);

        Assert.Equal(4, _store.Vault.Add(_store.State.DataKey(), 3, Other));
    }

    [Fact]
    public void There_are_eight_slots_at_most()
    {
        for (var slot = 3; slot <= 8; slot++)
        {
            _store.Vault.Add(_store.State.DataKey(), 0, $"{Other} {slot}");
        }

        Assert.Throws<DomainRuleException>(() => _store.Vault.Add(_store.State.DataKey(), 0, $"{Other} nine"));
        Assert.Equal(8, _store.Vault.Read().Slots.Count);
    }

    [Fact]
    public void A_new_sheet_makes_the_old_one_worthless()
    {
        var next = WordList.Draw(7);

        _store.Vault.ReplaceSheet(_store.State.DataKey(), 2, next);

        Assert.Null(_store.Vault.Open(_sheet));
        using var opened = _store.Vault.Open(next);
        Assert.Equal(3, opened!.Slot);
    }

    [Fact]
    public void Wrapping_anew_changes_salt_nonce_and_key_and_opens_the_same_store()
    {
        var before = _store.Vault.Read().Slots[0];
        using var old = _store.Vault.Open(Passphrase);

        _store.Vault.Rewrap(_store.State.DataKey(), 1, Passphrase);

        var after = _store.Vault.Read().Slots[0];
        Assert.NotEqual(before.Salt, after.Salt);
        Assert.NotEqual(before.Nonce, after.Nonce);
        Assert.NotEqual(before.Key, after.Key);
        using var opened = _store.Vault.Open(Passphrase);
        Assert.Equal(old!.Current, opened!.Current);
    }

    [Fact]
    public void A_file_cut_while_it_was_written_gives_way_to_the_one_before()
    {
        System.IO.File.Copy(File, File + ".old");
        System.IO.File.WriteAllText(File, "{ \"format\": \"raiddocs-va");

        using var opened = _store.Vault.Open(Passphrase);

        Assert.NotNull(opened);
        Assert.False(System.IO.File.Exists(File + ".old"));
    }

    [Theory]
    [InlineData("short words here")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void An_easy_passphrase_is_refused(string easy) => Assert.Throws<DomainRuleException>(() => Secrets.CheckNew(easy));

    [Fact]
    public void The_list_has_2048_words_that_are_short_plain_and_alone()
    {
        Assert.Equal(2048, WordList.All.Count);
        Assert.Equal(2048, WordList.All.Distinct(StringComparer.Ordinal).Count());
        Assert.All(WordList.All, word => Assert.True(word.Length is >= 3 and <= 8 && word.All(char.IsAsciiLetterLower), word));
        Assert.Equal(7, WordList.Draw(WordList.SheetWords).Split(' ').Length);
    }

    [Fact]
    public void Each_purpose_has_a_key_of_its_own_and_all_are_zeroed()
    {
        var keys = new StoreKeys(Enumerable.Range(0, 32).Select(number => (byte)number).ToArray());
        var all = Enum.GetValues<KeyPurpose>().Select(keys.For).ToList();

        Assert.Equal(all.Count, all.Select(Convert.ToHexString).Distinct().Count());
        Assert.Equal(all.Count, Enum.GetValues<KeyPurpose>().Select(StoreKeys.LabelOf).Distinct().Count());

        // Known from HKDF-SHA256 with an empty salt: a change of label or of the way would orphan every store.
        Assert.Equal(
            Convert.ToHexString(System.Security.Cryptography.HKDF.DeriveKey(
                System.Security.Cryptography.HashAlgorithmName.SHA256, [.. Enumerable.Range(0, 32).Select(number => (byte)number)], 32, [], "raiddocs/1/database"u8.ToArray())),
            Convert.ToHexString(keys.For(KeyPurpose.Database)));

        keys.Dispose();
        Assert.All(all, key => Assert.All(key, part => Assert.Equal(0, part)));
        Assert.Throws<ObjectDisposedException>(() => keys.For(KeyPurpose.Audit));
    }

    [Fact]
    public async Task Rekeying_keeps_every_row_and_drops_every_other_slot()
    {
        _store.Vault.Add(_store.State.DataKey(), 2, Other);
        await SaveRaidAsync("Harbour");
        var (before, opening) = (System.IO.File.ReadAllBytes(Path.Combine(_store.Folder, "raiddocs.db")), _store.State.UnlockNumber);
        var (passphrase, sheet) = ("nine baskets of warm bread", WordList.Draw(7));
        var copies = new[] { "raiddocs.db.moved", "raiddocs.db.before-upgrade" }.Select(name => Path.Combine(_store.Folder, name)).ToList();
        copies.ForEach(copy => System.IO.File.WriteAllBytes(copy, before));

        await _store.Store.RekeyAsync(passphrase, sheet, null, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(copies, System.IO.File.Exists);
        Assert.True(_store.State.IsOpen);
        Assert.NotEqual(opening, _store.State.UnlockNumber);
        Assert.Equal(["Harbour"], await NamesAsync());
        Assert.Equal((null, null, null), (_store.Vault.Open(Passphrase), _store.Vault.Open(Other), _store.Vault.Open(_sheet)));
        Assert.Null(_store.Vault.Read().Next);
        Assert.Equal([4, 5], _store.Vault.Read().Slots.Select(slot => slot.Number));
        Assert.DoesNotContain(Directory.EnumerateFiles(_store.Folder), file => file.Contains(".next", StringComparison.Ordinal));
        Assert.NotEqual(before.AsSpan(0, 4096).ToArray(), System.IO.File.ReadAllBytes(Path.Combine(_store.Folder, "raiddocs.db")).AsSpan(0, 4096).ToArray());

        await _store.Store.CloseAsync();
        await _store.UnlockAsync(sheet);
        Assert.Equal(["Harbour"], await NamesAsync());
    }

    [Fact]
    public async Task A_rekeying_that_was_cut_off_before_the_copy_is_undone_by_the_old_words()
    {
        await SaveRaidAsync("Harbour");
        var (passphrase, sheet) = ("nine baskets of warm bread", WordList.Draw(7));
        _store.Vault.BeginRekey(new byte[32], 2, passphrase, sheet);
        Assert.Throws<DomainRuleException>(() => _store.Vault.Add(_store.State.DataKey(), 9, Other));
        await _store.Store.CloseAsync();
        WriteHalf("raiddocs.db.next");

        // The new words alone cannot: the database still lies under the old key.
        Assert.Contains("cut off", (await Assert.ThrowsAsync<StoreException>(() => _store.UnlockAsync(sheet))).Message, StringComparison.Ordinal);
        await _store.UnlockAsync(Passphrase);

        Assert.Equal(["Harbour"], await NamesAsync());
        Assert.Null(_store.Vault.Read().Next);
        Assert.Null(_store.Vault.Open(passphrase));
        Assert.False(System.IO.File.Exists(Path.Combine(_store.Folder, "raiddocs.db.next")));
        Assert.Equal(3, _store.Vault.Add(_store.State.DataKey(), 2, Other));
    }

    [Fact]
    public async Task A_rekeying_under_the_same_words_that_was_cut_off_goes_on_at_the_next_opening()
    {
        await SaveRaidAsync("Harbour");
        _store.Vault.BeginRekey(new byte[32], 2, Passphrase, WordList.Draw(7));
        await _store.Store.CloseAsync();

        await _store.UnlockAsync(Passphrase);

        Assert.Equal(["Harbour"], await NamesAsync());
        Assert.Null(_store.Vault.Read().Next);
        Assert.Null(_store.Vault.Open(_sheet));
        Assert.Equal(new byte[32], _store.State.DataKey().ToArray());
    }

    private void WriteHalf(string name) => System.IO.File.WriteAllText(Path.Combine(_store.Folder, name), "half");

    [Fact]
    public async Task Unlocking_is_in_the_log_with_the_number_of_the_slot_and_so_is_what_happened_while_it_was_locked()
    {
        await _store.Store.CloseAsync();
        _store.Services.GetRequiredService<VaultLedger>().Note("unlock failed");
        await _store.UnlockAsync(_sheet);

        await using var db = _store.Db();
        var lines = await db.AuditEntries.Where(entry => entry.ObjectType == "Vault").OrderBy(entry => entry.Number).ToListAsync();

        Assert.Equal(["unlock 1", "unlock failed -", "unlock 2"], lines.Select(line => $"{line.Action} {line.ObjectId}"));
        Assert.Contains("at 2026-11-21T02:00:00", lines[1].Json, StringComparison.Ordinal);
        Assert.Empty(_store.Services.GetRequiredService<VaultLedger>().Notes);
    }

    [Fact]
    public async Task Every_file_belongs_to_its_owner_alone_and_none_holds_a_word_of_the_secrets()
    {
        Assert.True(_store.Services.GetRequiredService<VaultLedger>().MayTry("10.0.0.7"));
        await SaveRaidAsync("Lanternfish");
        await _store.Store.CloseAsync();

        foreach (var file in Directory.EnumerateFiles(_store.Folder).Where(file => !file.EndsWith("lock", StringComparison.Ordinal)))
        {
            var bytes = System.IO.File.ReadAllBytes(file);
            foreach (var word in new[] { Passphrase, _sheet, "Lanternfish", "10.0.0.7", "CREATE TABLE" })
            {
                Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) < 0, file);
            }

            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(file));
            }
        }
    }

    private static string Flip(string base64)
    {
        var bytes = Convert.FromBase64String(base64);
        bytes[^1] ^= 1;
        return Convert.ToBase64String(bytes);
    }

    private async Task SaveRaidAsync(string name)
    {
        await using var db = _store.Db();
        db.Add(new Raid("R01", new RaidFacts { Name = name }));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private async Task<List<string?>> NamesAsync()
    {
        await using var db = _store.Db();
        return [.. (await db.Raids.ToListAsync()).Select(raid => raid.Facts.Name?.ToString())];
    }
}
