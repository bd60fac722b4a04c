using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Search;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Search;

/// <summary>One box for everything that she may see. What she asks for is kept nowhere.</summary>
[Asks(RecordKind.Raid, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db, ReferenceLists lists, TimeProvider clock) : PageModel
{
    /// <summary>The raids to choose from are the newest; more are found by their code.</summary>
    internal const int MostRaids = 200;

    private const int PageSize = 25;

    // Of each group, while several are shown.
    private const int First = 5;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Asked { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "raid")]
    public string? Raid { get; set; }

    [BindProperty(SupportsGet = true, Name = "year")]
    public string? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>Something was typed that can be looked for.</summary>
    public bool IsAsked { get; private set; }

    public bool IsTooLong { get; private set; }

    public bool IsNoYear { get; private set; }

    public IReadOnlyList<FoundGroup> Found { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Raids { get; private set; } = [];

    /// <summary>There are older raids than those to choose from.</summary>
    public bool HasOlderRaids { get; private set; }

    public SearchGroup? Only { get; private set; }

    /// <summary>What narrows the search now, and the address without it.</summary>
    public IReadOnlyList<(string Words, string Without)> Chosen { get; private set; } = [];

    /// <summary>The page of the one group that is shown.</summary>
    public IPaged? List => Only is not null && Found is [var group] ? new PagedList<SearchHit>(group.Hits, group.Page, PageSize, Math.Min(group.Total, Searching.MostCounted)) : null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        IsTooLong = PlainText.Letters(Asked ?? "") > SearchTerms.MostLetters;
        if (IsTooLong)
        {
            return;
        }

        var terms = SearchTerms.Read(Asked);
        IsAsked = terms.All.Count > 0;
        if (!IsAsked)
        {
            return;
        }

        Only = Enum.TryParse<SearchGroup>(Kind, ignoreCase: true, out var group) && Enum.IsDefined(group) ? group : null;
        var raids = await RaidsAsync(cancellationToken);
        var chosen = raids.Find(raid => raid.Code == Raid);
        var year = YearOf(Year);
        IsNoYear = year is null && !string.IsNullOrWhiteSpace(Year);
        Raids = [.. raids.Select(raid => new SelectListItem($"{raid.Code} {raid.Name}", raid.Code, raid.Code == chosen?.Code))];
        Chosen = [.. Narrowing(chosen?.Code, year)];

        var today = clock.Today();
        Found = await new Searching(db, lists, today, ClockExtensions.StartOf(today), raids.ToDictionary(raid => raid.Id, raid => raid.Code))
            .FindAsync(terms, new(chosen?.Id, year), Only, PageNumber, Only is null ? First : PageSize, cancellationToken);
    }

    // The newest, and the one that was chosen.
    private async Task<List<RaidChoice>> RaidsAsync(CancellationToken cancellationToken)
    {
        var all = db.Raids.AsNoTracking().OrderByDescending(raid => raid.RecordedAt).Select(raid => new RaidChoice(raid.Id, raid.Code, raid.Facts.Name));
        var raids = await all.Take(MostRaids + 1).ToListAsync(cancellationToken);
        HasOlderRaids = raids.Count > MostRaids;
        if (HasOlderRaids)
        {
            raids.RemoveAt(MostRaids);
            if (!string.IsNullOrEmpty(Raid) && !raids.Exists(raid => raid.Code == Raid))
            {
                raids.AddRange(await db.Raids.AsNoTracking().Where(raid => raid.Code == Raid).Select(raid => new RaidChoice(raid.Id, raid.Code, raid.Facts.Name)).ToListAsync(cancellationToken));
            }
        }

        return raids;
    }

    /// <summary>This search, narrowed to one group.</summary>
    public string AllOf(SearchGroup group) => Address(("kind", group.ToString().ToLowerInvariant()), ("raid", Raid), ("year", Year));

    public string AddressOf(SearchHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        return hit.Kind switch
        {
            SearchKind.Raid => $"/raids/{hit.Raid}",
            SearchKind.Woman => $"/women/{hit.Code}",
            SearchKind.Name => $"/women/{hit.Code}/names",
            SearchKind.Testimony => $"/testimonies/{hit.Id:D}",
            SearchKind.Source => $"/raids/{hit.Raid}/papers",
            SearchKind.CourtCase or SearchKind.Hearing => $"/raids/{hit.Raid}/court",
            SearchKind.Line => $"/raids/{hit.Raid}/chronology",
            SearchKind.Step => $"/raids/{hit.Raid}/interventions",
            SearchKind.Violation => $"/raids/{hit.Raid}/violations/{hit.Id:D}",
            _ => $"/facilities/{hit.Code}",
        };
    }

    /// <summary>The words of the link: codes stand beside it.</summary>
    public static string WordsOf(SearchHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        return hit.Title ?? Texts.Shared[hit.Kind switch
        {
            SearchKind.Raid => Texts.Text("Raid"),
            SearchKind.Woman => Texts.Text("Her record"),
            SearchKind.Name => Texts.Text("Her names"),
            SearchKind.Testimony => Texts.Text("Testimony"),
            SearchKind.Source => Texts.Text("Source"),
            SearchKind.CourtCase or SearchKind.Hearing => Texts.Text("Court"),
            SearchKind.Line => Texts.Text("Chronology"),
            SearchKind.Step => Texts.Text("What was done"),
            SearchKind.Violation => Texts.Text("Right that was broken"),
            _ => Texts.Text("Place"),
        }];
    }

    public static string WordsOf(SearchGroup group) => Texts.Shared[group switch
    {
        SearchGroup.Raids => Texts.Text("Raids"),
        SearchGroup.Women => Texts.Text("Women"),
        SearchGroup.Names => Texts.Text("Women by name"),
        SearchGroup.Testimonies => Texts.Text("Testimonies"),
        SearchGroup.Papers => Texts.Text("Papers and other sources"),
        SearchGroup.Dates => Texts.Text("Dates"),
        SearchGroup.Rights => Texts.Text("Rights that were broken"),
        _ => Texts.Text("Places"),
    }];

    // 2568 is 2025, also in Thai digits.
    private static int? YearOf(string? typed) =>
        PartialDate.TryRead(typed, out var date, out _) && date is { Precision: DatePrecision.Year } ? date.Earliest.Year : null;

    private IEnumerable<(string Words, string Without)> Narrowing(string? raid, int? year)
    {
        if (Only is { } group)
        {
            yield return (WordsOf(group), Address(("raid", Raid), ("year", Year)));
        }

        if (raid is not null)
        {
            yield return (Texts.Shared["Raid {0}", raid], Address(("kind", Kind), ("year", Year)));
        }

        if (year is { } number)
        {
            yield return (Texts.Shared["Year {0} ({1})", number, number + 543], Address(("kind", Kind), ("raid", Raid)));
        }
    }

    private string Address(params (string Key, string? Value)[] also)
    {
        var query = new QueryBuilder { { "q", Asked ?? "" } };
        foreach (var (key, value) in also.Where(pair => !string.IsNullOrEmpty(pair.Value)))
        {
            query.Add(key, value!);
        }

        return $"/search{query.ToQueryString()}";
    }

    private sealed record RaidChoice(Guid Id, string Code, string Name);
}
