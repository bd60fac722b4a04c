using System.Globalization;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Facilities;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Sources;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Stays;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Raids;

/// <summary>Small invented raids, each with a code of its own.</summary>
internal static class Cases
{
    public const string ChildName = "Nang Hseng Noon";

    private static int _last = 100;

    public static async Task<Raid> RaidAsync(this TestApp app, RaidFacts? facts = null, int women = 0, params string[] team)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"R{Interlocked.Increment(ref _last)}");
        var raid = new Raid(code, facts ?? Facts());
        using var _ = app.ClientFor(null);
        await app.SaveAsync([
            raid,
            .. (team.Length == 0 ? TestApp.Team : team).Select(role => new TeamMember(raid.Id, app.PersonIn(role))),
            .. Enumerable.Range(1, women).Select(number => new Apprehension(raid, new Woman(new WomanFacts { Languages = ["shn", "tha"] }), number, new ApprehensionFacts())),
            new Source(raid.Id, "S1", new SourceFacts { Kind = SourceKind.Testimony, Title = "Testimony of W01" }),
            new Source(raid.Id, "S2", new SourceFacts { Kind = SourceKind.OfficialReport, Title = "Police record" }),
        ]);
        return raid;
    }

    public static RaidFacts Facts(string name = "Dok Rak", string? when = "12 March 2568, about 22:40") => new()
    {
        Name = name,
        When = when is null ? null : PartialDateTime.Read(when),
        VenueName = "Dok Rak Karaoke",
        Province = "TH-63",
        CalledAs = "rescue",
        Agencies = ["local-police"],
        Summary = "Seventeen women were taken.",
    };

    public static CountClaim Count(Raid raid, int low, Voice voice, CountOf of = CountOf.WomenTaken, int? high = null) =>
        new(raid.Id, new CountFacts { Voice = voice, Of = of, Low = low, High = high }, null);

    public static ChronologyEntry Line(Raid raid, string? when, string what, Standing standing = Standing.OneSource, Topic topic = Topic.TheNight) =>
        new(raid.Id, new ChronologyFacts { Voice = Voice.Woman, When = when is null ? null : PartialDateTime.Read(when), What = what, Standing = standing, Topic = topic }, [], []);

    public static ChecklistAnswer Answer(Raid raid, string criterion, Voice voice, Promise answer) =>
        new(raid.Id, new ChecklistFacts { Voice = voice, Criterion = criterion, Answer = answer }, null);

    public static Stay Held(Raid raid, Guid woman, Facility? place, string from, string? to = null, StayEnd? ending = null) => new(
        raid.Id,
        woman,
        place,
        new StayFacts { Voice = Voice.Woman, From = PartialDateTime.Read(from), To = to is null ? null : PartialDateTime.Read(to), Ending = ending },
        null);
}
