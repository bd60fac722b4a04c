using System.Globalization;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Stays;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.Dates;
using RaidDocs.Web.Pages.Reports.Tables;

namespace RaidDocs.Web.Api;

/// <summary>
/// Writes what programs read, from what the gate lets through: as rows that leave, for our own team or, for a legal advisor, for the lawyer.
/// The codes are those of the house, or a program could not come back to a woman.
/// </summary>
internal sealed class ApiBook(ReferenceLists lists, TablePress tables, TimeProvider clock)
{
    private static readonly RowWishes Rows = new(Surface.Csv, FreshCodes: false);

    private StandardWords Words => new(lists);

    /// <summary>What may be read of a raid; null where it is none of this viewer's.</summary>
    public Task<Disclosed?> DiscloseAsync(RaidDocsDbContext db, string raid, CancellationToken cancellationToken) => db.DiscloseRowsAsync(
        raid.ToUpperInvariant(), db.Viewer.ReadsAsLawyerOnly ? Audience.Lawyer : Audience.Team, null, Rows, clock.Today(), Words.Gate, cancellationToken);

    /// <summary>The names that stand in what somebody typed and a program would read: where, never which.</summary>
    public static IReadOnlyList<string> NamesIn(Disclosed told)
    {
        var typed = told.File.Facilities.Select(place => place.Name).Prepend(told.File.Raid.Name).Select((text, index) => (index == 0 ? "raid, name" : $"facilities {StandardWords.Number(index)}, name", text)).ToList();
        return [.. LeakSearch.Find([.. told.Withheld.Where(text => text.Kind == WithheldKind.Name)], typed, []).Select(leak => leak.Where).Distinct()];
    }

    public static ApiRaid Raid(Disclosed told)
    {
        var raid = told.File.Raid;
        return new ApiRaid(
            raid.Code!, raid.Name, StandardWords.Date(raid.When?.Date), Hour(raid.When), raid.Province, raid.VenueKind, raid.Agencies, told.File.Invented, told.WomenInAll, told.File.Women.Count);
    }

    public IReadOnlyList<ApiWoman> Women(Disclosed told) =>
    [
        .. told.File.Women.Select(woman =>
        {
            var held = woman.Stays.Count == 0 ? null : HeldTime.Of(woman.Stays, clock.Today());
            return new ApiWoman(
                CodeOf(told, woman.Code), woman.Languages,
                [.. woman.Ages.Where(age => age.TakenBack is null).Select(age => new ApiAge(Key(age.Voice), age.Low, age.High, age.Method))],
                [.. woman.Labels.Where(label => label.TakenBack is null).Select(label => new ApiLabel(Key(label.Voice), label.Kind, label.By, StandardWords.Date(label.On)))],
                woman.Stays.Exists(stay => stay is { To: null, Ending: null }), held?.All.Min, held?.All.Max);
        }),
    ];

    public static IReadOnlyList<ApiStay> Stays(Disclosed told) =>
    [
        .. told.File.Women.SelectMany(woman => woman.Stays.Select(stay =>
        {
            var place = told.File.Facilities.Find(one => one.Code == stay.Facility);
            return new ApiStay(
                CodeOf(told, woman.Code), Key(stay.Voice), place?.Name, place?.Kind, StandardWords.Date(stay.From?.Date), StandardWords.Date(stay.To?.Date), stay.Ending is { } end ? Key(end) : null,
                Key(stay.PaperSeen), Key(stay.ToldWhy), Key(stay.Family), Key(stay.Lawyer), Key(stay.Ngo), Key(stay.Embassy));
        })),
    ];

    public static IReadOnlyList<ApiHearing> Hearings(Disclosed told) =>
    [
        .. told.File.CourtCases.SelectMany(one => one.Hearings.Select(day => new ApiHearing(
            one.Code, StandardWords.Date(day.On?.Date), Hour(day.On), CourtDayWords.English(day.Kind), day.Result is { } result ? Key(result) : null, Key(day.InterpreterPresent),
            day.Followed is { } followed ? Key(followed) : null, [.. one.Women.Where(part => part.TakenBack is null).Select(part => CodeOf(told, part.Woman)).Distinct()]))),
    ];

    public IReadOnlyList<ApiViolation> Violations(Disclosed told) =>
    [
        .. told.File.Violations.Select(one => new ApiViolation(
            one.Act, one.WordedEn ?? Words.Of(ListName.Acts, one.Act), Key(one.Voice), StandardWords.Date(one.On), one.By, one.Articles, one.AllWomen,
            [.. one.Women.Select(woman => CodeOf(told, woman))], Key(one.HowSure), one.ReviewedBy is not null)),
    ];

    public async Task<ApiStatistics> StatisticsAsync(RaidDocsDbContext db, CancellationToken cancellationToken)
    {
        var told = await tables.DiscloseAsync(db, TableKind.Statistics, await TablePress.AllRaidsAsync(db, cancellationToken), Audience.Public, null, cancellationToken) ?? [];
        return new ApiStatistics(AudienceRules.SmallestPublicGroup, [.. tables.Numbers(told).Select(row => new ApiNumber(row.Table, row.Group, row.Women))]);
    }

    private static string CodeOf(Disclosed told, string woman) => $"{told.File.Raid.Code}-{woman}";

    private static string? Hour(PartialDateTime? moment) => moment?.Time?.ToString("HH:mm", CultureInfo.InvariantCulture);

    // As the case format writes it: "aPaperShows" never changes with the words on the screen.
    private static string Key(Enum value) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
