using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages;

/// <summary>A calendar of the month, like any other. It says nothing of where the reader came from.</summary>
public sealed class LeaveModel(TimeProvider clock) : PageModel
{
    public DateOnly Today { get; private set; }

    public IReadOnlyList<DateOnly?[]> Weeks { get; private set; } = [];

    public void OnGet()
    {
        Today = clock.Today();
        var first = new DateOnly(Today.Year, Today.Month, 1);
        Weeks =
        [
            .. Enumerable.Repeat<DateOnly?>(null, (int)first.DayOfWeek)
                .Concat(Enumerable.Range(0, DateTime.DaysInMonth(first.Year, first.Month)).Select(day => (DateOnly?)first.AddDays(day)))
                .Chunk(7),
        ];
    }
}
