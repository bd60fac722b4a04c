using RaidDocs.Domain.Data;
using RaidDocs.Family;

namespace RaidDocs.Web.Tests.Family;

/// <summary>Who types wrong numbers waits; a right number always works for somebody new.</summary>
public sealed class FamilyTriesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("raiddocs-tries-").FullName;
    private readonly TurnedClock _clock = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Five_wrong_stop_a_client_for_15_minutes_and_nobody_else()
    {
        var tries = Open();
        await WrongAsync(tries, "a", FamilyTries.OfOne);

        var stopped = await BeginAsync(tries, "a");

        Assert.True(stopped.IsStopped);
        Assert.Equal(TimeSpan.FromMinutes(15), stopped.Wait);
        Assert.False((await BeginAsync(tries, "b")).IsStopped);
        _clock.Turn(TimeSpan.FromMinutes(15));
        Assert.False((await BeginAsync(tries, "a")).IsStopped);
    }

    [Fact]
    public async Task A_right_number_is_no_wrong_try_so_many_families_share_an_address()
    {
        var tries = Open();
        for (var family = 0; family < 100; family++)
        {
            tries.End(await BeginAsync(tries, "village"), isRight: true);
        }

        Assert.False((await BeginAsync(tries, "village")).IsStopped);
        Assert.False(tries.IsUnderSiege);
    }

    [Fact]
    public async Task Forty_right_ones_at_once_are_all_served()
    {
        var tries = Open();
        var served = await Task.WhenAll(Enumerable.Range(0, 40).Select(async _ =>
        {
            var one = await BeginAsync(tries, "village");
            await Task.Yield();
            tries.End(one, isRight: true);
            return one;
        }));

        Assert.DoesNotContain(served, one => one.IsStopped);
    }

    [Fact]
    public async Task Of_forty_guesses_at_once_five_are_looked_at()
    {
        var tries = Open();
        var guesses = await Task.WhenAll(Enumerable.Range(0, 40).Select(async _ =>
        {
            var one = await BeginAsync(tries, "a");
            await Task.Yield();
            tries.End(one, isRight: false);
            return one;
        }));

        Assert.Equal(FamilyTries.OfOne, guesses.Count(one => !one.IsStopped));
    }

    [Fact]
    public async Task Sixty_wrong_in_an_hour_leave_each_client_one_try_an_hour()
    {
        var tries = Open();
        await WrongAsync(tries, "x", 4);
        for (var client = 0; client < 14; client++)
        {
            await WrongAsync(tries, $"{client}", 4);
        }

        Assert.True(tries.IsUnderSiege);
        Assert.True((await BeginAsync(tries, "x")).IsStopped);
        tries.End(await BeginAsync(tries, "new"), isRight: true);
        await WrongAsync(tries, "new", 1);
        Assert.True((await BeginAsync(tries, "new")).IsStopped);
        _clock.Turn(TimeSpan.FromHours(1));
        Assert.False(tries.IsUnderSiege);
        Assert.False((await BeginAsync(tries, "new")).IsStopped);
    }

    [Fact]
    public async Task Neither_a_restart_nor_a_try_that_was_cut_off_is_forgotten()
    {
        await WrongAsync(Open(), "a", 4);
        await BeginAsync(Open(), "a");

        Assert.True((await BeginAsync(Open(), "a")).IsStopped);
    }

    [Fact]
    public async Task The_file_names_no_client_and_its_key_lives_a_day()
    {
        await WrongAsync(Open(), "203.0.113.77", 2);
        var first = File.ReadAllText(Path.Combine(_folder, "tries.json"));
        _clock.Turn(TimeSpan.FromHours(25));
        await WrongAsync(Open(), "203.0.113.77", 1);
        var second = File.ReadAllText(Path.Combine(_folder, "tries.json"));

        Assert.DoesNotContain("203.0", first, StringComparison.Ordinal);
        Assert.NotEqual(Field(first, "Key"), Field(second, "Key"));
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(second, "\"Client\""));
    }

    [Fact]
    public async Task A_damaged_file_and_a_clock_that_was_set_back_lock_nobody_out()
    {
        await WrongAsync(Open(), "a", 5);
        _clock.Turn(TimeSpan.FromDays(-400));
        var stopped = await BeginAsync(Open(), "a");
        Assert.True(stopped.Wait <= TimeSpan.FromMinutes(15));

        File.WriteAllText(Path.Combine(_folder, "tries.json"), "{");
        Assert.False((await BeginAsync(Open(), "a")).IsStopped);
    }

    [Fact]
    public async Task On_a_full_disk_right_numbers_are_served_and_wrong_ones_still_count()
    {
        var isFull = true;
        var tries = new FamilyTries(Path.Combine(_folder, "tries.json"), (path, content) =>
        {
            if (isFull)
            {
                throw new IOException("No space left on device");
            }

            SafeFile.Write(path, content);
        }, _clock);
        for (var family = 0; family < 10; family++)
        {
            tries.End(await BeginAsync(tries, "village"), isRight: true);
        }

        await WrongAsync(tries, "a", FamilyTries.OfOne);
        Assert.True((await BeginAsync(tries, "a")).IsStopped);
        Assert.False((await BeginAsync(tries, "b")).IsStopped);

        // And are in the file as soon as there is room.
        isFull = false;
        tries.End(await BeginAsync(tries, "c"), isRight: true);
        Assert.True((await BeginAsync(Open(), "a")).IsStopped);
    }

    private FamilyTries Open() => new(Path.Combine(_folder, "tries.json"), SafeFile.Write, _clock);

    private static Task<FamilyTry> BeginAsync(FamilyTries tries, string client) => tries.BeginAsync(client, TestContext.Current.CancellationToken);

    private static async Task WrongAsync(FamilyTries tries, string client, int times)
    {
        for (var time = 0; time < times; time++)
        {
            tries.End(await BeginAsync(tries, client), isRight: false);
        }
    }

    private static string Field(string json, string name) => System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty(name).ToString();
}
