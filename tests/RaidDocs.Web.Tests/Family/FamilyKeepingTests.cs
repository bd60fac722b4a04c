using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Family;
using RaidDocs.Domain.Staff;
using RaidDocs.Family;
using RaidDocs.Web.Hosting.Family;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Family;

/// <summary>The capsules follow the record: never a live capsule for a dead number, and nothing on the disk that names anybody.</summary>
public sealed class FamilyKeepingTests : IAsyncLifetime
{
    private readonly FamilyApp _app = new();
    private Guid _raid;
    private Guid _woman;

    private FamilyBook Book => _app.Services.GetRequiredService<FamilyBook>();

    public async ValueTask InitializeAsync()
    {
        _raid = await _app.StartAsync();
        _woman = await _app.WomanAsync(_raid);
        await _app.AnswersAsync(_raid, _woman);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData(Purpose.TellFamily)]
    [InlineData(Purpose.Keep)]
    public async Task What_she_takes_back_anywhere_empties_the_capsule_in_the_same_act(Purpose purpose)
    {
        var given = await _app.GiveAsync(_raid, _woman);
        Assert.True(Book.Answers(given.Link));
        var code = await _app.DbAsync(db => db.Raids.Where(row => row.Id == _raid).Select(row => row.Code).SingleAsync());
        var leader = _app.Staff(StaffRole.ResearchLeader);
        var form = await leader.OpenFormAsync($"/women/{code}-W01/consents/take-back");
        foreach (var other in Enum.GetValues<Purpose>().Where(other => other != purpose))
        {
            if (form.Page.QuerySelector($"input[value={other}]") is AngleSharp.Html.Dom.IHtmlInputElement box)
            {
                box.IsChecked = false;
            }
        }

        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await form.PostAsync()).StatusCode);

        Assert.False(Book.Answers(given.Link));
        Assert.Equal("We have no news for this number here. Please call us.", await _app.SaysAsync(given.Number));

        // She changes her mind: the same number works again.
        await _app.AnswersAsync(_raid, _woman);
        Assert.True(Book.Answers(given.Link));
    }

    [Fact]
    public async Task Until_what_she_took_back_is_in_the_record_no_other_save_brings_her_number_back()
    {
        var given = await _app.GiveAsync(_raid, _woman);

        await _app.DbAsync(db => db.InOneWriteAsync(
            async () =>
            {
                db.Add(new Consent(_raid, _woman, null, new ConsentFacts { Purpose = Purpose.TellFamily, Answer = ConsentAnswer.No }));
                await db.SaveChangesAsync();
                Assert.False(Book.Answers(given.Link));
                await Book.RewriteAsync(TestContext.Current.CancellationToken);
                Assert.False(Book.Answers(given.Link));
                return true;
            },
            TestContext.Current.CancellationToken));

        Assert.False(Book.Answers(given.Link));
    }

    [Fact]
    public async Task What_she_takes_back_in_a_save_that_is_undone_is_not_taken_back()
    {
        var given = await _app.GiveAsync(_raid, _woman);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _app.DbAsync(db => db.InOneWriteAsync<bool>(
            async () =>
            {
                db.Add(new Consent(_raid, _woman, null, new ConsentFacts { Purpose = Purpose.TellFamily, Answer = ConsentAnswer.No }));
                await db.SaveChangesAsync();
                throw new InvalidOperationException();
            },
            TestContext.Current.CancellationToken)));
        await Book.RewriteAsync(TestContext.Current.CancellationToken);

        Assert.True(Book.Answers(given.Link));
    }

    [Theory]
    [InlineData(ConsentAnswer.Yes, true)]
    [InlineData(ConsentAnswer.No, false)]
    [InlineData(ConsentAnswer.OnlyIf, false)]
    public async Task Only_a_plain_yes_keeps_a_number_alive(ConsentAnswer answer, bool lives)
    {
        var given = await _app.GiveAsync(_raid, _woman);

        await _app.AnswersAsync(_raid, _woman, answer, purposes: Purpose.TellFamily);

        Assert.Equal(lives, Book.Answers(given.Link));
    }

    [Fact]
    public async Task A_yes_in_front_of_officials_is_no_and_a_yes_with_a_last_day_ends_by_itself_behind_a_locked_vault()
    {
        var given = await _app.GiveAsync(_raid, _woman);
        await _app.AnswersAsync(_raid, _woman, until: TestApp.Today.AddDays(3));
        await _app.Door.LockAsync(Viewer.Operator, null);
        _app.Clock.Turn(TimeSpan.FromDays(3));
        Assert.StartsWith("She is staying", await _app.SaysAsync(given.Number), StringComparison.Ordinal);
        _app.Clock.Turn(TimeSpan.FromDays(1));
        Assert.StartsWith("We have no news", await _app.SaysAsync(given.Number), StringComparison.Ordinal);

        await _app.Door.UnlockAsync(Pages.Vault.VaultApp.Passphrase, Domain.Vault.VaultLedger.ThisComputer, TestContext.Current.CancellationToken);
        await _app.AnswersAsync(_raid, _woman);
        Assert.StartsWith("She is staying", await _app.SaysAsync(given.Number), StringComparison.Ordinal);
        await _app.SaveAsync(new Consent(_raid, _woman, null, new ConsentFacts { Purpose = Purpose.TellFamily, Answer = ConsentAnswer.Yes, OfficialsPresent = true }));
        Assert.StartsWith("We have no news", await _app.SaysAsync(given.Number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_she_says_about_one_testimony_or_in_another_raid_changes_nothing()
    {
        var given = await _app.GiveAsync(_raid, _woman);
        var testimony = await _app.DbAsync(db => db.Testimonies.Where(row => row.RaidId == _raid).Select(row => row.Id).FirstAsync());

        await _app.SaveAsync(new Consent(_raid, _woman, testimony, new ConsentFacts { Purpose = Purpose.TellFamily, Answer = ConsentAnswer.No }));

        Assert.True(Book.Answers(given.Link));
    }

    [Fact]
    public async Task A_save_that_fails_after_the_capsule_was_emptied_gives_it_back_and_one_that_is_cut_off_does_not()
    {
        var given = await _app.GiveAsync(_raid, _woman);
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => _app.DbAsync(async db =>
        {
            db.Consents.Add(new Consent(_raid, _woman, null, new ConsentFacts { Purpose = Purpose.TellFamily, Answer = ConsentAnswer.No }));
            var link = await db.FamilyLinks.SingleAsync();
            db.FamilyLinks.Add(new FamilyLink(_raid, _woman, link.Facts, link.Finds, link.Opens, "0000", TestApp.Today));
            return await db.SaveChangesAsync();
        }));
        Assert.True(Book.Answers(given.Link));

        // The program is killed between the two files: the capsule is gone, the record still says that it lives.
        await _app.DbAsync(db =>
        {
            Book.Empty(db, [given.Link]);
            return Task.FromResult(Book.Settled(db));
        });
        Assert.False(Book.Answers(given.Link));
        Assert.Contains("the page says nothing", (await _app.Staff(StaffRole.ResearchLeader).OpenPageAsync($"/women/{await CodeAsync()}/family")).Words(), StringComparison.Ordinal);

        await _app.Door.LockAsync(Viewer.Operator, null);
        await _app.Door.UnlockAsync(Pages.Vault.VaultApp.Passphrase, Domain.Vault.VaultLedger.ThisComputer, TestContext.Current.CancellationToken);
        Assert.True(Book.Answers(given.Link));
    }

    [Fact]
    public async Task The_number_for_danger_lives_as_long_as_the_first_is_used_though_nobody_types_it()
    {
        var given = await _app.GiveAsync(_raid, _woman, withAlarm: true);
        for (var week = 0; week < 14; week++)
        {
            _app.Clock.Turn(TimeSpan.FromDays(7));
            Assert.DoesNotContain("for this number", await _app.SaysAsync(given.Number), StringComparison.Ordinal);
            await Book.CollectAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal("Please call us. We would like to talk with you.", await _app.SaysAsync(given.AlarmNumber!));
    }

    [Fact]
    public async Task The_number_for_danger_says_nothing_when_the_first_says_nothing()
    {
        var given = await _app.GiveAsync(_raid, _woman, withAlarm: true);
        await _app.DbAsync(async db =>
        {
            var link = await db.FamilyLinks.SingleAsync(row => row.Id == given.Link.Id);
            link.Tell(FamilyApp.Facts(FamilyLevel.Nothing));
            return await db.SaveChangesAsync();
        });

        Assert.StartsWith("We have no news", await _app.SaysAsync(given.Number), StringComparison.Ordinal);
        Assert.StartsWith("We have no news", await _app.SaysAsync(given.AlarmNumber!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_woman_who_is_erased_takes_her_numbers_with_her()
    {
        var given = await _app.GiveAsync(_raid, _woman, withAlarm: true);

        await _app.DbAsync(async db =>
        {
            db.RemoveRange(await db.FamilyLinks.ToListAsync());
            return await db.SaveChangesAsync();
        });

        Assert.Null(_app.House.Capsules.Find(FamilyBook.KeyOf(given.Link)));
    }

    [Fact]
    public async Task Lost_capsules_come_back_when_the_vault_is_opened_with_the_numbers_that_were_given()
    {
        var given = await _app.GiveAsync(_raid, _woman);
        await _app.Door.LockAsync(Viewer.Operator, null);
        var file = Path.Combine(_app.FamilyFolder, "capsules.bin");
        var salt = _app.House.Capsules.Salt;
        new CapsuleFile(file + "2", SafeFile.Write).Rewrite(null, []);
        File.Move(file + "2", file, overwrite: true);
        Assert.NotEqual(salt, new CapsuleFile(file, SafeFile.Write).Salt);

        await _app.Door.UnlockAsync(Pages.Vault.VaultApp.Passphrase, Domain.Vault.VaultLedger.ThisComputer, TestContext.Current.CancellationToken);

        Assert.Equal(salt, new CapsuleFile(file, SafeFile.Write).Salt);
        Assert.NotNull(new CapsuleFile(file, SafeFile.Write).Find(FamilyBook.KeyOf(given.Link)));
    }

    [Fact]
    public async Task The_disk_holds_no_number_no_sentence_and_no_woman()
    {
        var given = await _app.GiveAsync(_raid, _woman, FamilyApp.Facts() with { Relation = "grandmother-marker" });
        await _app.SaysAsync(given.Number);
        await _app.Door.LockAsync(Viewer.Operator, null);
        var digits = given.Number.Replace(" ", "", StringComparison.Ordinal);
        string[] markers = [given.Number, digits, digits[..15], given.Link.Opens, "grandmother-marker", "She is staying", _woman.ToString("D"), _woman.ToString("N"), "127.0.9."];

        foreach (var path in Directory.EnumerateFiles(_app.FamilyFolder, "*", SearchOption.AllDirectories).Concat(_app.IsOnServer ? [] : [Path.Combine(_app.Folder, "raiddocs.db")]))
        {
            var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
            foreach (var marker in markers)
            {
                Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(marker)) < 0, $"{path}: {marker}");
                Assert.True(bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(marker)) < 0, $"{path}: {marker}");
            }

            Assert.True(bytes.AsSpan().IndexOf(Convert.FromHexString(given.Link.Opens)) < 0, path);
            Assert.True(bytes.AsSpan().IndexOf(_woman.ToByteArray()) < 0, path);
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
            }
        }
    }

    [Fact]
    public void The_page_has_no_way_to_the_record()
    {
        var alone = typeof(FamilyHouse).Assembly;
        string[] foreign = ["RaidDocs.Domain", "RaidDocs.Documents", "RaidDocs.Web", "Microsoft.EntityFrameworkCore", "Microsoft.Data.Sqlite", "SQLitePCLRaw", "Npgsql"];

        Assert.DoesNotContain(alone.GetReferencedAssemblies(), one => foreign.Any(name => one.Name!.StartsWith(name, StringComparison.Ordinal)));

        // What it is given: a folder, a way to write, a clock, a number, a turn at a file that others share. From a request it takes no services.
        Assert.Equal(
            [typeof(string), typeof(WriteSafely), typeof(TimeProvider), typeof(int), typeof(EnterTogether)],
            typeof(FamilyHouse).GetConstructors().Single().GetParameters().Select(parameter => parameter.ParameterType));
        var sources = Repository.Sources(".cs").Where(file => file.Contains("RaidDocs.Family", StringComparison.Ordinal)).ToList();
        Assert.True(sources.Count > 8);
        Assert.All(sources, file => Assert.DoesNotMatch("RequestServices|IServiceProvider|raiddocs\\.db|vault\\.json|Cookies", File.ReadAllText(file)));
    }

    private async Task<string> CodeAsync() => await _app.DbAsync(db => db.Raids.Where(row => row.Id == _raid).Select(row => row.Code).SingleAsync()) + "-W01";
}
