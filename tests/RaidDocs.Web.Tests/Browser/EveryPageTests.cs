using Deque.AxeCore.Playwright;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Browser;

/// <summary>Every page of a full case as a phone of 360 by 640 shows it, in both languages.</summary>
[Trait("Kind", "Browser")]
public sealed class EveryPageTests(BrowserFixture app) : IClassFixture<BrowserFixture>
{
    private static readonly string[] Pages =
    [
        "/", "/raids", "/raids/new", "/raids/{raid}", "/raids/{raid}/edit", "/raids/{raid}/women", "/raids/{raid}/women/add", "/raids/{raid}/women/paste",
        "/raids/{raid}/chronology", "/raids/{raid}/chronology/add", "/raids/{raid}/counts", "/raids/{raid}/counts/add", "/raids/{raid}/counts/groups/add",
        "/raids/{raid}/checklist", "/raids/{raid}/checklist/SR1/add", "/raids/{raid}/violations", "/raids/{raid}/violations/add", "/raids/{raid}/violations/sheet",
        "/violations/queue", "/violations/own", "/violations/own/add/acts", "/violations/own/add/own-articles", "/raids/{raid}/papers",
        "/raids/{raid}/papers/add", "/raids/{raid}/court", "/raids/{raid}/court/add", "/raids/{raid}/interventions", "/raids/{raid}/interventions/add",
        "/raids/{raid}/team", "/raids/{raid}/export", "/raids/{raid}/sheet", "/women", "/women/{raid}-W07", "/women/{raid}-W07/edit", "/women/{raid}-W07/stays",
        "/women/{raid}-W07/stays/add", "/women/{raid}-W07/labels", "/women/{raid}-W07/labels/add", "/women/{raid}-W07/ages", "/women/{raid}-W07/ages/add",
        "/women/{raid}-W07/procedures", "/women/{raid}-W07/procedures/add", "/women/{raid}-W07/court", "/women/{raid}-W07/money", "/women/{raid}-W07/money/add",
        "/women/{raid}-W07/testimonies", "/women/{raid}-W07/consents", "/women/{raid}-W07/consents/add", "/women/{raid}-W07/names", "/women/{raid}-W07/names/add",
        "/women/{raid}-W07/names/show", "/women/{raid}-W07/join", "/women/{raid}-W07/erase", "/raids/{raid}/erase", "/raids/{raid}/team/keep-out", "/approvals",
        "/women/{raid}-W07/seen-by", "/facilities", "/facilities/new", "/round", "/search", "/search?q=police", "/search?q=police&kind=dates&raid={raid}&year=2568", "/testimonies/new?woman={raid}-W07", "/testimonies/new?raid={raid}", "/reports/case-study/{raid}",
        "/account", "/account/devices", "/account/factor", "/account/passkeys", "/account/recovery-codes", "/account/confirm", "/account/join", "/account/recover",
    ];

    // What a keyboard can reach, in the order in which it is read; of a group of radio buttons it reaches one.
    private const string Reachable =
        """
        () => {
          const all = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
          const groups = new Set();
          window.reachable = [...document.querySelectorAll(all)].filter(one => {
            if (one.disabled || one.tabIndex < 0 || !one.checkVisibility()) return false;
            if (one.type !== 'radio') return true;
            if (groups.has(one.name)) return false;
            const chosen = document.querySelector(`input[type=radio][name="${one.name}"]:checked`);
            if (chosen && chosen !== one) return false;
            return groups.add(one.name);
          });
          return window.reachable.length;
        }
        """;

    // Of the element that has the focus: its place in that order, and what is wrong with how it shows.
    private const string Focused =
        """
        () => {
          const one = document.activeElement;
          const place = window.reachable.indexOf(one);
          const style = getComputedStyle(one);
          const box = one.getClientRects()[0];
          const at = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), box.top + Math.min(box.height / 2, 10));
          const name = one.outerHTML.slice(0, 90);
          if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return `${place} shows no focus: ${name}`;
          if (!at || !(one.contains(at) || at.contains(one))) return `${place} is covered: ${name}`;
          return `${place}`;
        }
        """;

    [Fact]
    public async Task Each_can_be_walked_by_keyboard_in_reading_order_with_the_focus_in_sight()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        var page = await app.PageForAsync(StaffRole.ResearchLeader, scripts: true);
        var wrong = new List<string>();

        foreach (var path in Pages.Select(path => path.Replace("{raid}", raid, StringComparison.Ordinal)))
        {
            await page.GotoAsync(path);
            var count = await page.EvaluateAsync<int>(Reachable);
            for (var place = 0; place < count; place++)
            {
                await page.Keyboard.PressAsync("Tab");
                var focused = await page.EvaluateAsync<string>(Focused);
                if (focused != $"{place}")
                {
                    wrong.Add($"{path}: after {place} of {count} comes {focused}");
                    break;
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("th")]
    public async Task Each_opens_without_barriers_and_without_scrolling_sideways(string language)
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        var page = await app.PageForAsync(StaffRole.ResearchLeader, scripts: true);
        await page.GotoAsync($"/raids?l={language}");
        var wrong = new List<string>();
        var titles = new HashSet<string>(StringComparer.Ordinal);

        foreach (var path in Pages.Select(path => path.Replace("{raid}", raid, StringComparison.Ordinal)))
        {
            var answer = await page.GotoAsync(path);
            if (answer!.Status != 200)
            {
                wrong.Add($"{path} answers {answer.Status}");
                continue;
            }

            var width = await page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth");
            if (width > 360)
            {
                wrong.Add($"{path} is {width} wide");
            }

            if (await page.Locator("h1").CountAsync() != 1 || !titles.Add(await page.TitleAsync()))
            {
                wrong.Add($"{path} has not one heading, or the title of another page");
            }

            wrong.AddRange((await page.RunAxe()).Violations.Select(barrier =>
                $"{path} {barrier.Id}: {string.Join(" | ", barrier.Nodes.Take(2).Select(node => node.Html))}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
