using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Attacks;

/// <summary>Two people save the same record at the same moment, 200 times.</summary>
public sealed class RaceTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Of_two_editors_one_saves_and_the_other_is_told_and_keeps_her_words()
    {
        var code = await app.ImportDemoAsync("mida");
        var address = $"/raids/{code}/edit";
        var (leader, partner) = (app.ClientFor(StaffRole.ResearchLeader), app.ClientFor(StaffRole.ResearchPartner));

        for (var race = 1; race <= 200; race++)
        {
            var hers = (await leader.OpenFormAsync(address)).Fill("What happened, in short?", $"The leader in race {race}");
            var theirs = (await partner.OpenFormAsync(address)).Fill("What happened, in short?", $"The partner in race {race}");
            using var barrier = new Barrier(2);
            var answers = await Task.WhenAll(
                Task.Run(() => SendAsync(hers, barrier)),
                Task.Run(() => SendAsync(theirs, barrier)));

            var stored = await app.DbAsync(db => db.Raids.Where(raid => raid.Code == code).Select(raid => raid.Facts.Summary).SingleAsync());
            var winner = answers[0].StatusCode == HttpStatusCode.Redirect ? 0 : 1;
            Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
            var (won, lost) = winner == 0 ? ("leader", "partner") : ("partner", "leader");
            var told = (await answers[1 - winner].ReadHtmlAsync()).DocumentElement.OuterHtml;
            Assert.Equal($"The {won} in race {race}", stored);
            Assert.Contains($"The {won} in race {race}", told, StringComparison.Ordinal);
            Assert.Contains($"The {lost} in race {race}", told, StringComparison.Ordinal);
        }
    }

    private static Task<HttpResponseMessage> SendAsync(OpenForm form, Barrier barrier)
    {
        barrier.SignalAndWait();
        return form.PostAsync();
    }
}
