using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Dates;

/// <summary>All dates of the raids she may see: what is late, what comes in seven days, and one month.</summary>
[Asks(RecordKind.Court, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db, TimeProvider clock) : PageModel
{
    public const int DaysAhead = 7;

    private const int PageSize = 25;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>2026-11; this month when it is left out or no month.</summary>
    [BindProperty(SupportsGet = true, Name = "month")]
    public string? MonthTyped { get; set; }

    public DateOnly Today { get; } = clock.Today();

    public DateOnly Month { get; private set; }

    public PagedList<DateEntry> Late { get; private set; } = new([], 1, PageSize, 0);

    public IReadOnlyList<DateEntry> Soon { get; private set; } = [];

    public IReadOnlyList<DateEntry> InMonth { get; private set; } = [];

    public bool MayRecord => db.Viewer.May(RecordKind.Court, Act.Record);

    /// <summary>The weeks of the month, from Monday; days of other months are null.</summary>
    public IEnumerable<DateOnly?[]> Weeks()
    {
        var monday = Month.AddDays(-(((int)Month.DayOfWeek + 6) % 7));
        for (; monday < Month.AddMonths(1); monday = monday.AddDays(7))
        {
            yield return [.. Enumerable.Range(0, 7).Select(day => monday.AddDays(day)).Select(day => day.Month == Month.Month ? (DateOnly?)day : null)];
        }
    }

    public IEnumerable<DateEntry> On(DateOnly day) => InMonth.Where(entry => entry.From <= day && entry.To >= day);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Month = DateOnly.TryParseExact($"{MonthTyped}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is > 1940 and < 2100
            ? month
            : new DateOnly(Today.Year, Today.Month, 1);
        var calendar = await db.ReadCalendarAsync(Today, DaysAhead, Month, PageNumber, PageSize, cancellationToken);
        (Late, Soon, InMonth) = (calendar.Late, calendar.Soon, calendar.InMonth);
    }
}
