using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Stays;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Domain.Tests.Cases;
using RaidDocs.Domain.Tests.Data;
using RaidDocs.Domain.Violations;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Tests.Women;

/// <summary>Two records that were made one are two again, and nothing that was recorded since is lost or says yes for somebody.</summary>
public sealed class JoiningTests : IAsyncLifetime
{
    private TestStore _store = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await TestStore.OpenAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task What_was_recorded_in_her_raid_since_is_hers_again_and_the_raid_is_exported()
    {
        var (first, second) = (new Raid("R01", new RaidFacts { Name = "Earlier" }), new Raid("R02", new RaidFacts { Name = "Later" }));
        var (kept, goes) = (new Woman(new WomanFacts()), new Woman(new WomanFacts()));
        await SaveAsync(
            first, second, new Apprehension(first, kept, 1, new ApprehensionFacts()), new Apprehension(second, goes, 1, new ApprehensionFacts()),
            new Consent(second.Id, goes.Id, null, new ConsentFacts { Purpose = Purpose.TellFamily, Answer = ConsentAnswer.Yes }));
        await JoinAsync(kept, goes, second);
        await SaveAsync(
            new Consent(second.Id, kept.Id, null, new ConsentFacts { Purpose = Purpose.TellFamily, Answer = ConsentAnswer.No }),
            new Stay(second.Id, kept.Id, null, new StayFacts { Voice = Voice.Woman }, null),
            new Violation(second.Id, new ViolationFacts { Voice = Voice.Team, Act = "V02", Description = "Held" }, [], [await FindAsync(kept.Id)]));

        await UndoAsync();

        await using var db = _store.Db();
        Assert.Equal(ConsentAnswer.No, (await db.Consents.Where(row => row.WomanId == goes.Id).OrderBy(row => row.RecordedAt).LastAsync(Cancelled)).Facts.Answer);
        var told = await CaseFiles.ExportAsync(_store, "R02");
        Assert.Equal(["W01"], Assert.Single(told.Violations).Women);
        Assert.Single(Assert.Single(told.Women).Stays);
        Assert.Empty(Assert.Single((await CaseFiles.ExportAsync(_store, "R01")).Women).Stays);
    }

    [Fact]
    public async Task A_no_that_was_said_since_counts_for_both_and_what_belongs_to_a_testimony_follows_it()
    {
        var raid = new Raid("R01", new RaidFacts { Name = "Two records" });
        var (kept, goes) = (new Woman(new WomanFacts()), new Woman(new WomanFacts()));
        var testimony = new Testimony(raid.Id, "T1", goes.Id, new TestimonyFacts { Voice = Voice.Woman }, []);
        await SaveAsync(
            raid, new Apprehension(raid, kept, 1, new ApprehensionFacts()), new Apprehension(raid, goes, 2, new ApprehensionFacts()), testimony,
            new Consent(raid.Id, goes.Id, null, new ConsentFacts { Purpose = Purpose.TellFamily, Answer = ConsentAnswer.Yes }));
        await JoinAsync(kept, goes, raid);
        await SaveAsync(
            new Consent(raid.Id, kept.Id, null, new ConsentFacts { Purpose = Purpose.TellFamily, Answer = ConsentAnswer.No }),
            new Consent(raid.Id, kept.Id, testimony.Id, new ConsentFacts { Purpose = Purpose.QuoteInReport, Answer = ConsentAnswer.No }));

        await UndoAsync();

        await using var db = _store.Db();
        foreach (var woman in new[] { kept.Id, goes.Id })
        {
            Assert.Equal(ConsentAnswer.No, (await db.Consents.Where(row => row.WomanId == woman && row.TestimonyId == null).OrderBy(row => row.RecordedAt).LastAsync(Cancelled)).Facts.Answer);
        }

        Assert.Equal(goes.Id, (await db.Consents.SingleAsync(row => row.TestimonyId == testimony.Id, Cancelled)).WomanId);
        await db.EraseWomanAsync(goes.Id, Cancelled);
        await db.SaveChangesAsync(Cancelled);
        Assert.False(await db.Testimonies.AnyAsync(Cancelled));
        Assert.True(await db.Women.AnyAsync(row => row.Id == kept.Id, Cancelled));
    }

    private async Task SaveAsync(params object[] rows)
    {
        await using var db = _store.Db();
        foreach (var row in rows)
        {
            if (row is Violation violation)
            {
                db.AttachRange(violation.Women);
            }

            db.Add(row);
        }

        await db.SaveChangesAsync(Cancelled);
    }

    private async Task<Woman> FindAsync(Guid id)
    {
        await using var db = _store.Db();
        return await db.Women.AsNoTracking().SingleAsync(row => row.Id == id, Cancelled);
    }

    private async Task JoinAsync(Woman kept, Woman goes, Raid raid)
    {
        await using var db = _store.Db();
        await db.JoinAsync(kept.Id, goes.Id, raid.Id, db.Now.UtcDateTime, Cancelled);
        await db.SaveChangesAsync(Cancelled);
    }

    private async Task UndoAsync()
    {
        await using var db = _store.Db();
        await db.UndoJoinAsync((await db.JoinedWomen.SingleAsync(Cancelled)).Id, db.Now.UtcDateTime, Cancelled);
        await db.SaveChangesAsync(Cancelled);
    }
}
