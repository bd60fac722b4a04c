using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Dates;

/// <summary>
/// The dates of one person for her calendar program, under an address that only she has. It is asked for without a sign-in, so it
/// holds codes and words of closed lists only, of the raids that she may see at that moment.
/// </summary>
internal static class CalendarFeed
{
    public const string Path = "/dates.ics";

    private const int DaysBack = 90;

    public static void MapCalendarFeed(this WebApplication app) =>
        app.MapGet(Path, AnswerAsync).AllowAnonymous();

    private static async Task<IResult> AnswerAsync(HttpContext context, Throttle throttle, Texts texts, TimeProvider clock)
    {
        var cancellationToken = context.RequestAborted;
        var key = context.Request.Query["key"].ToString();
        await using var asked = Store.OperatorContext(context.RequestServices);
        if (await OwnerAsync(asked, key, cancellationToken) is not { } owner)
        {
            // A wrong, an old and a revoked address are answered alike. A key has 256 bits: the wait is for the machine, not for the key.
            if (throttle.Begin($"calendar {Throttle.ClientOf(context.Connection.RemoteIpAddress)}") is { } wait)
            {
                context.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return Results.StatusCode(StatusCodes.Status429TooManyRequests);
            }

            return Results.NotFound();
        }

        await NoteAsync(asked, owner.Key, clock.Today(), cancellationToken);
        await using var db = Store.ContextFor(context.RequestServices, owner.Viewer);
        var events = await EventsAsync(db, texts, clock.Today(), cancellationToken);
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        return Results.Text(CalendarText.Write(texts["Dates"], events), CalendarText.ContentType);
    }

    private static async Task<(CalendarKey Key, Viewer Viewer)?> OwnerAsync(RaidDocsDbContext db, string key, CancellationToken cancellationToken)
    {
        var hash = CalendarKey.HashOf(key);
        var found = await db.CalendarKeys.SingleOrDefaultAsync(row => row.KeyHash == hash && row.RevokedAt == null, cancellationToken);
        if (found is null || !await db.Users.AnyAsync(user => user.Id == found.UserId && user.LockedAt == null, cancellationToken))
        {
            return null;
        }

        var roles = await db.UserRoles.Where(row => row.UserId == found.UserId).Join(db.Roles, row => row.RoleId, role => role.Id, (row, role) => role.Name!).ToListAsync(cancellationToken);
        var viewer = new Viewer(found.UserId, roles);
        return viewer.May(RecordKind.Court, Act.Read) ? (found, viewer) : null;
    }

    // Once a day: who reads it is in the log, and a program that asks each minute does not fill it.
    private static async Task NoteAsync(RaidDocsDbContext db, CalendarKey key, DateOnly today, CancellationToken cancellationToken)
    {
        if (key.ReadOn != today)
        {
            key.NoteReading(today);
            db.NoteAct("calendar-read", nameof(CalendarKey), key.UserId.ToString("D"), null);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static async Task<IReadOnlyList<CalendarEvent>> EventsAsync(RaidDocsDbContext db, Texts texts, DateOnly today, CancellationToken cancellationToken)
    {
        var since = today.AddDays(-DaysBack);
        var hearings = await InCourtAsync(
            db,
            db.Hearings.AsNoTracking().Where(day => day.OnFrom != null && day.OnTo >= since),
            (day, raid, women) => OfHearing(texts, day, raid, women),
            cancellationToken);

        // Gone from the feed as soon as it is a day of its own, which comes under a mark of its own.
        var next = await InCourtAsync(
            db,
            db.ToldNext(today).Where(day => day.NextTo >= since),
            (day, raid, women) => OfNext(texts, day, raid, women),
            cancellationToken);
        var clocks = await db.Clocks.AsNoTracking().Include(row => row.Rule).Where(row => row.ChangedAt >= ClockExtensions.StartOf(since) || row.DueOn >= since)
            .Join(db.Apprehensions, row => new { row.RaidId, row.WomanId }, one => new { one.RaidId, one.WomanId }, (row, one) => new { row, row.Rule, one.Number })
            .Join(db.Raids, both => both.row.RaidId, raid => raid.Id, (both, raid) => new { Clock = both.row, both.Rule, both.Number, raid.Code })
            .OrderBy(row => row.Clock.DueOn).ThenBy(row => row.Clock.Id)
            .ToListAsync(cancellationToken);
        return
        [
            .. hearings,
            .. next,
            .. clocks.Select(row => OfClock(texts, row.Clock, $"{row.Code}-{WomanCode.In(row.Number)}")).OfType<CalendarEvent>(),
        ];
    }

    private static async Task<List<CalendarEvent>> InCourtAsync(
        RaidDocsDbContext db, IQueryable<Hearing> days, Func<Hearing, string, int, CalendarEvent> eventOf, CancellationToken cancellationToken)
    {
        var rows = await days
            .Join(db.Raids, day => day.RaidId, raid => raid.Id, (day, raid) => new { Day = day, raid.Code, Women = db.CourtParts.Where(part => part.CourtCaseId == day.CourtCaseId && part.TakenBackBecause == null).Select(part => part.WomanId).Distinct().Count() })
            .OrderBy(row => row.Day.OnFrom).ThenBy(row => row.Day.Id)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => eventOf(row.Day, row.Code, row.Women))];
    }

    private static CalendarEvent OfHearing(Texts texts, Hearing day, string raid, int women) => new(
        day.Id.ToString("N"),
        day.OnFrom!.Value,
        day.OnTo!.Value,
        day.Facts.On!.Time,
        SummaryOf(texts, day, raid, women),
        day.ChangedAt,
        day.Facts.Result is HearingResult.PutOff or HearingResult.Cancelled);

    // Of what kind the next day is, nobody has said: that of the day that told it, as on the page of dates.
    private static CalendarEvent OfNext(Texts texts, Hearing day, string raid, int women) => new(
        $"{day.Id:N}-next",
        day.NextFrom!.Value,
        day.NextTo!.Value,
        day.Facts.Next!.Time,
        SummaryOf(texts, day, raid, women),
        day.ChangedAt,
        IsCancelled: false);

    private static string SummaryOf(Texts texts, Hearing day, string raid, int women) =>
        $"{raid} - {CourtDayWords.Of(texts, day.Facts.Kind)} ({women.ToString(CultureInfo.InvariantCulture)})";

    private static CalendarEvent? OfClock(Texts texts, Clock clock, string woman)
    {
        var reading = clock.Read();
        if (reading.DueOn is not { } due)
        {
            return null;
        }

        var exact = reading.End is { IsExact: true } end ? TimeOnly.FromDateTime(end.FromAt) : (TimeOnly?)null;
        return new CalendarEvent(
            clock.Id.ToString("N"),
            due,
            reading.End?.LastDay ?? due,
            exact,
            $"{woman} - {texts["time limit"]} {clock.Rule.Code}",
            clock.ChangedAt,
            !clock.IsOpen)
        {
            Description = clock.Rule.IsChecked ? texts["Needs checking."] : texts["Needs checking. No lawyer has checked this rule."],
        };
    }
}

/// <summary>What kind of day in court it is, in a word of a closed list: what somebody typed may hold a name.</summary>
internal static class CourtDayWords
{
    private static readonly (string Word, string Says)[] Known =
    [
        ("remand", Texts.Text("remand")), ("ฝากขัง", Texts.Text("remand")),
        ("early", Texts.Text("early testimony")), ("ล่วงหน้า", Texts.Text("early testimony")),
        ("judgment", Texts.Text("judgment")), ("verdict", Texts.Text("judgment")), ("พิพากษา", Texts.Text("judgment")),
        ("appeal", Texts.Text("appeal")), ("อุทธรณ์", Texts.Text("appeal")),
        ("trial", Texts.Text("trial")), ("สืบพยาน", Texts.Text("trial")),
        ("identification", Texts.Text("identification")), ("review", Texts.Text("review")),
    ];

    public static string Of(Texts texts, string typed) => texts[English(typed)];

    public static string English(string typed) =>
        Known.FirstOrDefault(known => typed.Contains(known.Word, StringComparison.OrdinalIgnoreCase)).Says ?? Texts.Text("day in court");
}
