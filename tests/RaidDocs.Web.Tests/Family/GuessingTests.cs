using System.Net;
using RaidDocs.Family;

namespace RaidDocs.Web.Tests.Family;

/// <summary>A thousand guesses, from one address and from fifty, with a right number in the middle.</summary>
public sealed class GuessingTests : IAsyncLifetime
{
    private readonly FamilyApp _app = new();
    private string _number = "";
    private string _mark = "";

    public async ValueTask InitializeAsync()
    {
        var raid = await _app.StartAsync();
        var woman = await _app.WomanAsync(raid);
        await _app.AnswersAsync(raid, woman);
        _number = (await _app.GiveAsync(raid, woman)).Number;
        _mark = await FamilyApp.MarkAsync(_app.From("127.0.0.2"));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task From_one_address_five_are_looked_at_and_the_right_one_is_stopped_like_the_others()
    {
        using var guesser = _app.From("127.0.0.66");
        var looked = 0;
        HttpResponseMessage? stopped = null;
        for (var guess = 0; guess < 1000; guess++)
        {
            var answer = await FamilyApp.PostAsync(guesser, guess == 500 ? _number : FamilyCode.New(), mark: _mark);
            looked += answer.StatusCode == HttpStatusCode.SeeOther ? 1 : 0;
            if (guess == 4)
            {
                await guesser.GetAsync(answer.Headers.Location);
            }

            if (guess == 500)
            {
                stopped = answer;
            }
        }

        Assert.Equal(FamilyTries.OfOne, looked);
        Assert.Equal(HttpStatusCode.TooManyRequests, stopped!.StatusCode);
        Assert.InRange(stopped.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 900);
        Assert.Equal("no-store", stopped.Headers.CacheControl!.ToString());
        Assert.Contains("no news for this number", await FamilyApp.WordsAsync(stopped), StringComparison.Ordinal);

        // Nothing that she can send makes her somebody else; somebody else is not stopped.
        foreach (var header in new[] { "X-Forwarded-For", "X-Real-IP", "Forwarded", "True-Client-IP", "CF-Connecting-IP", "X-Client-IP", "X-Originating-IP" })
        {
            using var spoofed = _app.From("127.0.0.66");
            spoofed.DefaultRequestHeaders.Add(header, header == "Forwarded" ? "for=203.0.113.9" : "203.0.113.9");
            Assert.Equal(HttpStatusCode.TooManyRequests, (await FamilyApp.PostAsync(spoofed, _number, mark: _mark)).StatusCode);
        }

        Assert.Contains("government place", await FamilyApp.WordsAsync(await FamilyApp.ReadAsync(_app.From("127.0.0.67"), _number, mark: _mark)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_fifty_addresses_a_siege_begins_and_a_right_number_still_works()
    {
        var looked = 0;
        for (var guess = 0; guess < 1000; guess++)
        {
            using var guesser = _app.From($"127.0.2.{1 + (guess % 50)}");
            var answer = await FamilyApp.PostAsync(guesser, FamilyCode.New(), mark: _mark);
            if (answer.StatusCode == HttpStatusCode.SeeOther)
            {
                looked++;
                await guesser.GetAsync(answer.Headers.Location);
            }

            if (guess == 500)
            {
                Assert.True(_app.House.Tries.IsUnderSiege);
                Assert.Contains("government place", await FamilyApp.WordsAsync(await FamilyApp.ReadAsync(_app.From("127.0.3.1"), _number, mark: _mark)), StringComparison.Ordinal);
            }
        }

        Assert.InRange(looked, FamilyTries.OfAll, FamilyTries.OfAll + 50);

        // One try each from now on, also after a restart.
        using var fresh = _app.From("127.0.3.2");
        Assert.Equal(HttpStatusCode.OK, (await FamilyApp.ReadAsync(fresh, FamilyCode.New(), mark: _mark)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await FamilyApp.PostAsync(fresh, _number, mark: _mark)).StatusCode);
        Assert.True(new FamilyTries(Path.Combine(_app.FamilyFolder, "tries.json"), Domain.Data.SafeFile.Write, _app.Clock).IsUnderSiege);
    }

    [Fact]
    public async Task Forty_guesses_at_once_are_not_more_than_five()
    {
        using var guesser = _app.From("127.0.0.68");

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => FamilyApp.PostAsync(guesser, FamilyCode.New(), mark: _mark)));

        Assert.Equal(FamilyTries.OfOne, answers.Count(answer => answer.StatusCode == HttpStatusCode.SeeOther));
    }

    [Fact]
    public async Task Many_families_behind_one_address_are_all_answered()
    {
        using var village = _app.From("127.0.0.69");

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => FamilyApp.ReadAsync(village, _number, mark: _mark)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Fact]
    public void The_arithmetic_of_the_limits_holds()
    {
        // 2,000 numbers, 60 wrong tries an hour for a whole year, 10^15 numbers there could be.
        var chance = 2000.0 * FamilyTries.OfAll * 24 * 365 / Math.Pow(10, FamilyCode.Length - 1);

        Assert.True(chance <= 1.1e-6);
    }
}
