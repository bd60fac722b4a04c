using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Browser;

/// <summary>That what is looked for on each page would be found.</summary>
[Trait("Kind", "Browser")]
public sealed class BarriersTests(BrowserFixture app) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task A_picture_without_words_and_letters_too_pale_are_barriers()
    {
        var page = await app.PageForAsync(null, scripts: true);
        await page.SetContentAsync("<html lang=en><title>Kit</title><main><h1>Kit</h1><img src=x><p style='color:#bbb;background:#fff'>Pale</p></main>");

        Assert.Equal(["color-contrast", "image-alt"], (await Barriers.OfAsync(page)).Select(barrier => barrier.Split(':')[0]).Order(StringComparer.Ordinal));

        await page.SetContentAsync("<html lang=en><title>Kit</title><main><h1>Kit</h1><p>Dark</p></main>");
        Assert.Empty(await Barriers.OfAsync(page));
    }
}
