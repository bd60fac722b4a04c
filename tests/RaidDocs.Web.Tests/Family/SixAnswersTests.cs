using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Family;
using RaidDocs.Family;

namespace RaidDocs.Web.Tests.Family;

/// <summary>Unknown, mistyped, revoked, expired, consent taken back, level nothing: nobody can tell which, nor whether the vault is locked.</summary>
public sealed class SixAnswersTests : IAsyncLifetime
{
    private const double Gap = 5;
    private const int Tries = 200;

    private readonly FamilyApp _app = new();
    private readonly Dictionary<string, string> _numbers = [];

    public async ValueTask InitializeAsync()
    {
        var raid = await _app.StartAsync();
        foreach (var (kind, number) in new[] { ("revoked", 1), ("expired", 2), ("taken back", 3), ("nothing", 4) })
        {
            var woman = await _app.WomanAsync(raid, number);
            await _app.AnswersAsync(raid, woman);
            var given = await _app.GiveAsync(raid, woman);
            _numbers[kind] = given.Number;
            if (kind == "taken back")
            {
                await _app.AnswersAsync(raid, woman, ConsentAnswer.No, purposes: Purpose.TellFamily);
            }
            else if (kind != "expired")
            {
                await _app.DbAsync(async db =>
                {
                    var link = await db.FamilyLinks.SingleAsync(row => row.Id == given.Link.Id);
                    if (kind == "revoked")
                    {
                        link.Revoke(new(2026, 11, 21));
                    }
                    else
                    {
                        link.Tell(link.Facts with { Level = FamilyLevel.Nothing });
                    }

                    return await db.SaveChangesAsync();
                });
            }
        }

        // Its capsule is still there, and is over.
        _app.Clock.Turn(TimeSpan.FromDays(Capsule.DaysAlive + 1));
        _numbers["unknown"] = FamilyCode.New();
        _numbers["mistyped"] = FamilyCode.New()[..^1] + "x";
        _numbers["nonsense"] = "nothing at all";
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task They_answer_with_the_same_bytes_headers_and_status(bool gzip)
    {
        var answers = new Dictionary<string, string>();
        var address = 2;
        foreach (var (kind, number) in _numbers)
        {
            answers[kind] = await AnswerAsync(address++, number, gzip);
        }

        await _app.Door.LockAsync(Domain.Access.Viewer.Operator, null);
        foreach (var (kind, number) in _numbers)
        {
            answers[$"{kind}, locked"] = await AnswerAsync(address++, number, gzip);
        }

        Assert.Equal(14, answers.Count);
        Assert.Single(answers.Values.Distinct());
    }

    [Fact]
    public async Task They_take_the_same_time()
    {
        // A busy machine may disturb some rounds, but not six.
        var gaps = new List<string>();
        while (gaps.Count < 6)
        {
            var (gap, auc) = await CompareAsync(gaps.Count);
            if (gap <= Gap && auc is >= 0.40 and <= 0.60)
            {
                return;
            }

            gaps.Add(FormattableString.Invariant($"{gap:0.0} ms, {auc:0.00}"));
        }

        Assert.Fail(string.Join(" | ", gaps));
    }

    // Of the work itself, so that no limit of tries comes between: that all kinds pass through the same post and page, the bytes show.
    private async Task<(double Gap, double Auc)> CompareAsync(int round)
    {
        var (unknown, dead) = (new List<double>(), new List<double>());
        string[] kinds = ["revoked", "expired", "taken back", "nothing", "mistyped"];
        for (var one = 0; one < Tries; one++)
        {
            var order = (one + round) % 2 == 0
                ? new[] { (unknown, FamilyCode.New()), (dead, _numbers[kinds[one % kinds.Length]]) }
                : [(dead, _numbers[kinds[one % kinds.Length]]), (unknown, FamilyCode.New())];
            foreach (var (times, number) in order)
            {
                var started = Stopwatch.GetTimestamp();
                Assert.Equal(FamilyNews.None, await _app.House.AskAsync(number, TestContext.Current.CancellationToken));
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        // Where a busy machine makes all of them slow, a quarter of that is noise.
        var gap = Math.Abs(Median(unknown) - Median(dead)) - (Math.Min(Median(unknown), Median(dead)) / 4);
        var slower = unknown.Sum(left => dead.Sum(right => left > right ? 1.0 : left.Equals(right) ? 0.5 : 0));
        return (gap, slower / ((double)unknown.Count * dead.Count));
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private async Task<string> AnswerAsync(int address, string number, bool gzip)
    {
        using var plain = _app.From($"127.0.1.{address}");
        using var client = _app.From($"127.0.1.{address}", gzip);
        var mark = await FamilyApp.MarkAsync(plain);
        var posted = await FamilyApp.PostAsync(client, number, mark: mark);
        Assert.Equal(HttpStatusCode.SeeOther, posted.StatusCode);
        var answer = await client.GetAsync(posted.Headers.Location);
        return string.Join('\n', Shape(posted).Append(Convert.ToHexString(await answer.Content.ReadAsByteArrayAsync())).Concat(Shape(answer)));

        // The address of the view is new each time and of one length; the clock of the server goes on.
        static IEnumerable<string> Shape(HttpResponseMessage response) => response.Headers.Concat(response.Content.Headers)
            .Select(header => header.Key == "Location" ? $"Location {header.Value.Single().Length}" : header.Key == "Date" ? "Date" : $"{header.Key}: {string.Join(',', header.Value)}")
            .Append($"{(int)response.StatusCode}");
    }
}
