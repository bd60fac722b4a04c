using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Dates;

/// <summary>An invented raid whose women are held in a police station and a shelter, with a court case.</summary>
internal static class DateCases
{
    private const string Case = """
        {
          "format": "raiddocs-case/1",
          "invented": true,
          "raid": { "name": "Lotus", "when": "{{when}} 22:40" },
          "facilities": [
            { "code": "F01", "name": "Station A", "kind": "police-station" },
            { "code": "F02", "name": "Shelter B", "kind": "government-shelter-closed" }
          ],
          "women": [
            { "code": "W01", "names": [ { "text": "Nang Secret", "kind": "called", "voice": "woman" } ],
              "stays": [
                { "facility": "F01", "from": "{{when}} 22:40", "to": "{{next}} 14:00", "ending": "moved", "paperSeen": "no", "voice": "woman" },
                { "facility": "F02", "from": "{{next}} 17:30", "paperSeen": "no", "voice": "woman" } ] },
            { "code": "W02", "stays": [ { "facility": "F01", "from": "{{when}} 22:40", "paperSeen": "yes", "voice": "woman" } ] },
            { "code": "W03", "stays": [ { "facility": "F01", "from": "{{when}}", "paperSeen": "no", "voice": "woman" } ] }
          ],
          "courtCases": [ { "code": "C1", "about": "Against the owner", "voice": "paper",
            "women": [ { "woman": "W01", "role": "witness", "voice": "authority" }, { "woman": "W02", "role": "witness", "voice": "authority" } ],
            "hearings": [
              { "kind": "Remand of Nang Secret", "on": "2026-11-24 09:30", "voice": "paper" },
              { "kind": "Trial", "on": "2026-11-18", "voice": "paper" },
              { "kind": "Judgment", "on": "December 2026", "voice": "paper" } ] } ]
        }
        """;

    /// <summary>The code of a new raid.</summary>
    public static Task<string> NewRaidAsync(TestApp app, string when = "2025-03-12", string next = "2025-03-13") =>
        app.ImportAsync(Case.Replace("{{when}}", when, StringComparison.Ordinal).Replace("{{next}}", next, StringComparison.Ordinal));

    /// <summary>Starts all that is offered under these rules.</summary>
    public static async Task StartAsync(TestApp app, string raid, params string[] rules)
    {
        var client = app.ClientFor(StaffRole.LegalAdvisor);
        var form = await client.OpenFormAsync($"/raids/{raid}/dates", "Start these clocks");
        foreach (var rule in rules)
        {
            form.Also("Form.All", rule);
        }

        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await form.PostAsync()).StatusCode);
    }

    /// <summary>The trial of 18 November 2026 tells this next day, and its case has these days in court, too. The id of the trial.</summary>
    public static async Task<Guid> TellNextAsync(TestApp app, string raid, string next, params string[] others)
    {
        var id = (await HearingsAsync(app, raid)).Single(day => day.Facts.Kind == "Trial").Id;
        await app.DbAsync(async db =>
        {
            var trial = await db.Hearings.SingleAsync(day => day.Id == id);
            var courtCase = await db.CourtCases.SingleAsync(one => one.Id == trial.CourtCaseId);
            trial.Correct(trial.Facts with { Next = PartialDateTime.Read(next) }, trial.SourceId);
            db.Hearings.AddRange(others.Select(on => new Hearing(
                trial.RaidId, courtCase, new HearingFacts { Voice = Voice.Paper, Kind = "Review", On = PartialDateTime.Read(on) }, null)));
            return await db.SaveChangesAsync();
        });
        return id;
    }

    public static Task<List<Clock>> ClocksAsync(TestApp app, string raid) => app.DbAsync(db => db.Clocks.AsNoTracking().Include(clock => clock.Rule)
        .Where(clock => db.Raids.Any(row => row.Id == clock.RaidId && row.Code == raid)).OrderBy(clock => clock.RecordedAt).ToListAsync());

    public static Task<List<Hearing>> HearingsAsync(TestApp app, string raid) => app.DbAsync(db => db.Hearings.AsNoTracking()
        .Where(day => db.Raids.Any(row => row.Id == day.RaidId && row.Code == raid)).OrderBy(day => day.RecordedAt).ToListAsync());
}
