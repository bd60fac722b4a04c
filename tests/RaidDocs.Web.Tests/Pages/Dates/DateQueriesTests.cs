using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Dates;

public sealed class DateQueriesTests(CountingApp app) : IClassFixture<CountingApp>
{
    [Fact]
    public async Task The_calendar_and_the_clocks_of_a_raid_take_at_most_eight_readings_however_much_there_is()
    {
        var client = app.ClientFor(StaffRole.LegalAdvisor);
        var raid = "";
        for (var times = 0; times < 4; times++)
        {
            raid = await DateCases.NewRaidAsync(app);
            await DateCases.StartAsync(app, raid, "T01", "T02", "T04");
        }

        foreach (var address in new[] { "/dates", "/dates?month=2025-03", $"/raids/{raid}/dates", "/dates/rules" })
        {
            await client.OpenPageAsync(address);
            var count = await app.CountAsync(() => client.OpenPageAsync(address));

            Assert.True(count <= 8, $"{address} asks {count} times");
        }
    }
}
