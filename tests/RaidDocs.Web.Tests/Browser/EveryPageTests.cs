using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Access;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Browser;

/// <summary>Every page of a full case as a phone of 360 by 640 shows it, in both languages.</summary>
[Trait("Kind", "Browser")]
public sealed class EveryPageTests(BrowserFixture app) : IClassFixture<BrowserFixture>
{
    // Pages with something asked for, and those of people who are in; the table of routes names all the others.
    private static readonly string[] Extra =
    [
        "/search?q=police", "/search?q=police&kind=dates&raid={raid}&year=2568", "/testimonies/new?woman={raid}-W07", "/testimonies/new?raid={raid}",
        "/raids/{raid}/women?q=W0", "/reports/case-study/{raid}?audience=public", "/reports/forms/{raid}?kind=Petition",
        "/reports/tables?kind=Statistics&raids={raid}", "/reports/tables?kind=Huridocs&raids={raid}",
    ];

    // They say the same as another page, answer no page, or are not for somebody who is in.
    private static readonly HashSet<string> Others = ["/Index", "/health/live", "/health/ready", "/leave", "/error", "/status/{code:int}", "/account/log"];

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
          window.walked = [];
          document.addEventListener('keyup', () => window.walked.push(window.focused()), true);
          return window.reachable.length;
        }
        """;

    // Of the element that has the focus: its place in that order, and what is wrong with how it shows.
    private const string Focused =
        """
        window.focused = () => {
          const one = document.activeElement;
          const place = window.reachable.indexOf(one);
          const style = getComputedStyle(one);
          const box = one.getClientRects()[0];
          const top = box.top + Math.min(box.height / 2, 10);
          const seen = box.height > innerHeight / 2 ? Math.min(Math.max(top, innerHeight / 3), box.bottom - 5) : top;
          const at = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), seen);
          const name = one.outerHTML.slice(0, 90);
          if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return `${place} shows no focus: ${name}`;
          if (!at || !(one.contains(at) || at.contains(one))) return `${place} is covered: ${name}`;
          return `${place}`;
        };
        """;

    [Fact]
    public async Task Each_can_be_walked_by_keyboard_in_reading_order_with_the_focus_in_sight()
    {
        var page = await app.PageForAsync(StaffRole.ResearchLeader, scripts: true);
        await page.AddInitScriptAsync(Focused);
        var wrong = new List<string>();

        foreach (var path in await PagesAsync())
        {
            await page.GotoAsync(path);
            var count = await page.EvaluateAsync<int>(Reachable);
            for (var place = 0; place < count; place++)
            {
                await page.Keyboard.PressAsync("Tab");
            }

            // Seen by the page itself at each key, so that a walk of a hundred steps needs no hundred questions.
            var walked = await page.EvaluateAsync<string[]>("() => window.walked");
            Assert.Equal(count, walked.Length);
            wrong.AddRange(walked.Select((focused, place) => (focused, place)).Where(step => step.focused != $"{step.place}").Take(1)
                .Select(step => $"{path}: after {step.place} of {count} comes {step.focused}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("th")]
    public async Task Each_opens_without_barriers_and_without_scrolling_sideways(string language)
    {
        var page = await app.PageForAsync(StaffRole.ResearchLeader, scripts: true);
        await page.GotoAsync($"/raids?l={language}");
        var wrong = new List<string>();
        var titles = new HashSet<string>(StringComparer.Ordinal);

        foreach (var path in await PagesAsync())
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

            if (await page.Locator("h1").CountAsync() != 1 || (!path.Contains('?', StringComparison.Ordinal) && !titles.Add(await page.TitleAsync())))
            {
                wrong.Add($"{path} has not one heading, or the title of another page");
            }

            wrong.AddRange((await Barriers.OfAsync(page)).Select(barrier => $"{path} {barrier}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // Every page that the table of routes gives a research leader, on a case of her own.
    private async Task<IReadOnlyList<string>> PagesAsync()
    {
        var sample = await RouteSample.MakeAsync(app, app.PersonIn(StaffRole.ResearchLeader));
        var rows = (await File.ReadAllLinesAsync(RoutesTests.Table)).Skip(1).Select(row => row.Split(','));
        var pages = rows
            .Where(row => row[0] == "GET" && row[5].StartsWith("200", StringComparison.Ordinal) && !Others.Contains(row[1]) && !row[1].StartsWith("/print/", StringComparison.Ordinal))
            .Select(row => sample.AddressOf(row[1]))
            .ToList();
        Assert.True(pages.Count > 120);
        return [.. pages, .. Extra.Select(path => path.Replace("{raid}", sample.Raid, StringComparison.Ordinal))];
    }
}
