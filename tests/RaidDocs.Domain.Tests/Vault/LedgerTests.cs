using RaidDocs.Domain.Data;
using RaidDocs.Domain.Vault;

namespace RaidDocs.Domain.Tests.Vault;

public sealed class LedgerTests : IDisposable
{
    private readonly DataFolder _folder = new(Directory.CreateTempSubdirectory("raiddocs-ledger-").FullName);
    private readonly MovingClock _clock = new();

    public void Dispose() => Directory.Delete(_folder.Path, recursive: true);

    [Fact]
    public void Five_tries_are_free_the_sixth_waits_and_a_restart_forgets_none()
    {
        for (var time = 0; time < VaultLedger.TriesOfOne; time++)
        {
            Assert.True(Ledger().MayTry("10.0.0.7"));
        }

        Assert.False(Ledger().MayTry("10.0.0.7"));
        Assert.True(Ledger().MayTry("10.0.0.8"));
        Assert.True(Ledger().MayTry(VaultLedger.ThisComputer));

        _clock.Now += VaultLedger.Wait;
        Assert.True(Ledger().MayTry("10.0.0.7"));
    }

    [Fact]
    public void Opening_forgives_her_tries_and_nobody_elses()
    {
        for (var time = 0; time < VaultLedger.TriesOfOne; time++)
        {
            Ledger().MayTry("10.0.0.7");
            Ledger().MayTry("10.0.0.8");
        }

        Ledger().Forgive("10.0.0.7");

        Assert.True(Ledger().MayTry("10.0.0.7"));
        Assert.False(Ledger().MayTry("10.0.0.8"));
    }

    [Fact]
    public void Many_addresses_together_are_stopped_and_the_person_at_the_computer_is_not()
    {
        var ledger = Ledger();
        var tried = Enumerable.Range(0, 200).Count(number => ledger.MayTry($"10.0.{number}.1"));

        Assert.Equal(VaultLedger.TriesOfAll, tried);
        Assert.True(ledger.MayTry(VaultLedger.ThisComputer));
    }

    [Fact]
    public void A_clock_that_goes_back_locks_nobody_out_for_longer()
    {
        for (var time = 0; time < VaultLedger.TriesOfOne; time++)
        {
            Ledger().MayTry("10.0.0.7");
        }

        _clock.Now -= TimeSpan.FromDays(4000);
        Assert.False(Ledger().MayTry("10.0.0.7"));
        _clock.Now += VaultLedger.Wait;
        Assert.True(Ledger().MayTry("10.0.0.7"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1")]
    [InlineData("null")]
    public void A_damaged_file_counts_as_empty(string damaged)
    {
        File.WriteAllText(_folder.Limits, damaged);

        Assert.True(Ledger().MayTry("10.0.0.7"));
        Assert.Empty(Ledger().Notes);
    }

    private VaultLedger Ledger() => new(_folder, new FolderTurn(_folder, new SqliteEngine(_folder)), _clock);

    private sealed class MovingClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 21, 2, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
