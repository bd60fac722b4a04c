using RaidDocs.Domain.Access;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Tests.Data;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Tests.Women;

public sealed class ReadableTodayTests
{
    [Fact]
    public async Task Over_the_number_of_a_day_only_names_that_were_read_already_may_be_read()
    {
        await using var store = await TestStore.OpenAsync();
        var viewer = new Viewer(Guid.CreateVersion7(), [StaffRole.ResearchLeader]);
        var read = Enumerable.Range(0, ReadingNames.WomenADay - 1).Select(_ => Guid.CreateVersion7()).ToList();
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var db = store.DbFor(viewer);
        db.NoteReading(nameof(WomanName), read, null, "sample");
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var before = await db.ReadableTodayAsync([read[0], first, second], TestContext.Current.CancellationToken);
        db.NoteReading(nameof(WomanName), [first], null, "sample");
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var after = await db.ReadableTodayAsync([read[0], first, second], TestContext.Current.CancellationToken);

        Assert.Equal([read[0], first], before);
        Assert.Equal([read[0], first], after);
    }
}
