using Microsoft.Playwright;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Pages.Violations;

namespace RaidDocs.Web.Tests.Browser;

/// <summary>A passage coded on a small phone without scripts, and on a laptop with the keyboard alone.</summary>
[Trait("Kind", "Browser")]
public sealed class CodingJourney(BrowserFixture app) : IClassFixture<BrowserFixture>
{
    // Selects "took us" in her words, as a person does with the mouse.
    private const string Select =
        """
        () => {
          const words = document.querySelector('[data-words]');
          const node = document.createTreeWalker(words, NodeFilter.SHOW_TEXT).nextNode();
          const range = document.createRange();
          const at = node.textContent.indexOf('took us');
          range.setStart(node, at);
          range.setEnd(node, at + 7);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
          document.activeElement.blur();
        }
        """;

    [Fact]
    public async Task A_phone_without_scripts_codes_a_paragraph()
    {
        var told = await app.ImportAsync();
        var page = await app.PageForAsync(StaffRole.ResearchLeader);
        await page.GotoAsync($"/testimonies/{told.Open}/code");
        await page.GetByRole(AriaRole.Link, new() { Name = "Code this paragraph 1" }).ClickAsync();
        Assert.False(await page.GetByRole(AriaRole.Button, new() { Name = "Mark what I selected" }).IsVisibleAsync());
        await page.Locator("main").GetByLabel("Search").FillAsync("medical test");
        await page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Made to take a medical test" }).ClickAsync();
        Assert.Equal(360, await page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth"));
        await page.GetByLabel("Only this part of the passage").FillAsync("took us");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();

        var mark = Assert.Single(Assert.Single(await app.RightsAsync(told)).Passages);
        Assert.Equal("took us", CodingCase.First[mark.From!.Value..mark.To!.Value]);
    }

    [Fact]
    public async Task A_laptop_codes_with_the_keys_and_what_was_selected_is_marked()
    {
        var told = await app.ImportAsync();
        var page = await app.PageForAsync(StaffRole.ResearchLeader, scripts: true, width: 1280, height: 800);
        await page.GotoAsync(told.Address(2));
        await page.Keyboard.PressAsync("k");
        await page.ArrivesAsync(told.Address(1));
        await page.EvaluateAsync(Select);
        await page.Keyboard.PressAsync("m");
        await page.Locator("mark").WaitForAsync();
        Assert.Equal("took us", await page.Locator("mark").InnerTextAsync());
        await page.EvaluateAsync("() => document.activeElement.blur()");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("medical");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Made to take a medical test" }).ClickAsync();
        Assert.Empty(await Barriers.OfAsync(page));
        await page.EvaluateAsync("() => document.activeElement.blur()");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Status).WaitForAsync();

        var mark = Assert.Single(Assert.Single(await app.RightsAsync(told)).Passages);
        Assert.Equal("took us", CodingCase.First[mark.From!.Value..mark.To!.Value]);
    }

    [Fact]
    public async Task Switched_off_a_single_key_does_nothing()
    {
        var told = await app.ImportAsync();
        var page = await app.PageForAsync(StaffRole.ResearchLeader, scripts: true);
        await page.GotoAsync($"/testimonies/{told.Open}/code");
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch single keys off" }).ClickAsync();
        await page.GetByRole(AriaRole.Status).WaitForAsync();
        await page.GotoAsync(told.Address(1));

        await page.Keyboard.PressAsync("/");

        Assert.NotEqual("q", await page.EvaluateAsync<string>("() => document.activeElement.id"));
        await page.GotoAsync($"/testimonies/{told.Open}/code");
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch single keys on" }).ClickAsync();
        await page.GetByRole(AriaRole.Status).WaitForAsync();
        await page.GotoAsync(told.Address(1));
        await page.Keyboard.PressAsync("/");
        Assert.Equal("q", await page.EvaluateAsync<string>("() => document.activeElement.id"));
    }
}
