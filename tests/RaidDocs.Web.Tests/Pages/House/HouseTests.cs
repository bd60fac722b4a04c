using System.Net;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.House;

/// <summary>What the pages show of themselves.</summary>
public sealed class HouseTests : IAsyncLifetime
{
    private readonly TestApp _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Name_picture_and_way_out_are_chosen_by_the_administrator_and_stand_on_every_page()
    {
        var administrator = _app.ClientFor(StaffRole.Administrator);
        var form = (await administrator.OpenFormAsync("/admin/house", "Save"))
            .Fill("A neutral name for the pages", "Recipes")
            .Choose("The picture beside it in the browser", "a cup")
            .Fill("Where Hide leads (optional)", "https://weather.example/today");

        Assert.Equal(HttpStatusCode.Redirect, (await form.PostAsync()).StatusCode);

        var page = await _app.ClientFor(StaffRole.ResearchLeader).OpenPageAsync("/raids");
        Assert.EndsWith("- Recipes", page.Title, StringComparison.Ordinal);
        Assert.Contains("cup", page.QuerySelector("link[rel=icon]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync(page.QuerySelector("link[rel=icon]")!.GetAttribute("href"))).StatusCode);
        Assert.Equal("https://weather.example/today", (await administrator.GetAsync("/exit")).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.ClientFor(StaffRole.ResearchLeader).GetAsync("/admin/house")).StatusCode);
    }

    [Theory]
    [InlineData("http://weather.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("//weather.example")]
    [InlineData("https://name:word@weather.example")]
    public async Task Hide_leads_to_a_whole_https_address_or_to_the_calendar(string address)
    {
        var administrator = _app.ClientFor(StaffRole.Administrator);
        var form = (await administrator.OpenFormAsync("/admin/house", "Save")).Fill("Where Hide leads (optional)", address);

        var refused = await (await form.PostAsync()).ReadFormAsync(administrator, "Save");

        Assert.Contains("Write the whole address, beginning with https://", refused.Page.Errors());
        Assert.Equal(address, refused.Value("Where Hide leads (optional)"));
        Assert.Equal("/leave", (await administrator.GetAsync("/exit")).Headers.Location?.OriginalString);
    }
}
