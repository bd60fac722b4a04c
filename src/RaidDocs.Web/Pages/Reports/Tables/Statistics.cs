using System.Security.Cryptography;
using System.Text;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Stays;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Reports.Tables;

/// <summary>A table of numbers of women as they are, before anything is hidden.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="IsOneEach">Each woman is in one group exactly; else she may be in several or in none.</param>
/// <param name="Groups">In a fixed order, with their noughts.</param>
/// <param name="Of">All women who are counted.</param>
internal sealed record Counted(string Name, bool IsOneEach, IReadOnlyList<(string Group, int Women)> Groups, int Of)
{
    /// <summary>Of each group the raids it is made of, by their place in the table of raids, which is the first; null where it is not made of whole raids.</summary>
    public IReadOnlyList<IReadOnlyList<int>>? Raids { get; init; }
}

/// <summary>A line of the published table. Null: it is not told.</summary>
internal sealed record StatisticsRow(string Table, string Group, int? Women);

/// <summary>
/// Numbers of women who said yes to being counted. Which groups there are is fixed: nothing can be filtered, and no two properties are
/// crossed, so that what is published is the same few tables each time.
/// </summary>
internal static class Statistics
{
    /// <summary>The line with the sum of a table.</summary>
    public const string All = "all women";

    private const string NotRecorded = "not recorded";

    private static readonly (string Words, int From, int? To)[] Times =
    [
        (Texts.Text("no day"), 0, 0), (Texts.Text("1 to 7 days"), 1, 7), (Texts.Text("8 to 30 days"), 8, 30), (Texts.Text("31 to 90 days"), 31, 90), (Texts.Text("91 to 365 days"), 91, 365), (Texts.Text("more than 365 days"), 366, null),
    ];

    public static TableShape<StatisticsRow> Shape { get; } = new(
        "statistics",
        Field<StatisticsRow>.Closed("table", row => row.Table, "What is counted: raid; year of the raid; province of the raid; age by her own word; age as the authorities say; days held, by the least it can be; held on the day of the table; what happened to her; what others called her.", "What is crossed: no table has two of them at once."),
        Field<StatisticsRow>.Closed("group", row => row.Group, "The group. In the last two tables a woman may be in several groups or in none; in the others in one.", "Days, places smaller than a province, exact ages."),
        Field<StatisticsRow>.Closed("women", row => row.Women is { } women ? StandardWords.Number(women) : null, "How many women who said yes to being kept and counted, and of whom a second person agreed to what happened. A woman taken in two raids counts in each. Empty: not told.", "Numbers below 10, and others from which they could be worked out; women who were not asked or said no."),
        Field<StatisticsRow>.Closed("shown", row => row.Women is null ? "not told" : "told", "told; not told."));

    public static IReadOnlyList<ITableShape> Shapes { get; } = [Shape];

    /// <summary>What may be told of each table.</summary>
    public static IReadOnlyList<StatisticsRow> Rows(IReadOnlyList<Disclosed> raids, StandardWords words, DateOnly today, byte[] secret) =>
        Told(Count(raids, words, today), secret);

    /// <summary>What of the tables may be told.</summary>
    /// <param name="tables">The numbers as they are, those of raids first.</param>
    /// <param name="secret">Of the house: what is hidden for the sake of small groups is chosen by it.</param>
    public static IReadOnlyList<StatisticsRow> Told(IReadOnlyList<Counted> tables, byte[] secret)
    {
        var raids = tables[0].Groups.Select(group => group.Women).ToList();
        var told = SmallGroups.OfOneEach(raids, OrderOf(tables[0], secret));
        return [.. tables.SelectMany(table => Rows(table, table.Raids is { } whole ? SmallGroups.OfWholeCells(raids, told, whole) : Cells(table, secret)))];
    }

    private static IReadOnlyList<int?>? Cells(Counted table, byte[] secret)
    {
        var counts = table.Groups.Select(group => group.Women).ToList();
        return table.IsOneEach ? SmallGroups.OfOneEach(counts, OrderOf(table, secret)) : [.. counts.Select(count => SmallGroups.OfMany(count, table.Of))];
    }

    private static IEnumerable<StatisticsRow> Rows(Counted table, IReadOnlyList<int?>? cells)
    {
        var tellsAll = table.Of is 0 or >= AudienceRules.SmallestPublicGroup;
        return
        [
            new StatisticsRow(table.Name, All, tellsAll ? table.Of : null),
            .. table.Groups.Select((group, index) => new StatisticsRow(table.Name, group.Group, tellsAll ? cells?[index] : null)),
        ];
    }

    private static int[] OrderOf(Counted table, byte[] secret) =>
    [
        .. Enumerable.Range(0, table.Groups.Count)
            .OrderBy(index => Convert.ToHexString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{table.Name}\n{table.Groups[index].Group}"))), StringComparer.Ordinal),
    ];

    public static IReadOnlyList<Counted> Count(IReadOnlyList<Disclosed> raids, StandardWords words, DateOnly today)
    {
        var women = raids.SelectMany(told => told.File.Women.Select(woman => (told.File, Woman: woman))).ToList();
        Counted OneEach(string name, IEnumerable<string> groups, Func<(CaseFile File, WomanInCase Woman), string> of)
        {
            var counts = women.CountBy(of).ToDictionary();
            return new Counted(name, IsOneEach: true, [.. groups.Select(group => (group, counts.GetValueOrDefault(group)))], women.Count);
        }

        // A raid lies in one year and one province whole. Years and provinces that were hidden each for itself could be subtracted from raids that stand.
        Counted OfRaids(string name, IEnumerable<string> groups, Func<CaseFile, string> of)
        {
            var table = OneEach(name, groups, one => of(one.File));
            return table with { Raids = [.. table.Groups.Select(group => (IReadOnlyList<int>)[.. raids.Index().Where(told => of(told.Item.File) == group.Group).Select(told => told.Index)])] };
        }

        Counted Many(string name, IEnumerable<(string Group, Func<(CaseFile File, WomanInCase Woman), bool> Has)> groups) =>
            new(name, IsOneEach: false, [.. groups.Select(group => (group.Group, women.Count(group.Has)))], women.Count);

        var bands = AgeBands.All.Select(BandWords).Append(NotRecorded).ToList();
        return
        [
            OneEach(Texts.Text("raid"), raids.Select(told => told.File.Raid.Code ?? ""), one => one.File.Raid.Code ?? ""),
            OfRaids(Texts.Text("year of the raid"), Years(raids), YearOf),
            OfRaids(Texts.Text("province of the raid"), raids.Select(told => ProvinceOf(told.File, words)).Distinct().Order(StringComparer.Ordinal), file => ProvinceOf(file, words)),
            OneEach(Texts.Text("age by her own word"), bands, one => BandOf(one.Woman, Voice.Woman)),
            OneEach(Texts.Text("age as the authorities say"), bands, one => BandOf(one.Woman, Voice.Authority)),
            OneEach(Texts.Text("days held, by the least it can be"), [.. Times.Select(time => time.Words), NotRecorded], one => TimeOf(one.Woman, today)),
            OneEach(Texts.Text("held on the day of the table"), ["yes", "no"], one => one.Woman.Stays.Exists(stay => stay is { To: null, Ending: null }) ? "yes" : "no"),
            Many(Texts.Text("what happened to her"), words.Lists[ListName.Acts].Select(act => (words.Of(ListName.Acts, act.Key), (Func<(CaseFile, WomanInCase), bool>)(one => Happened(one.Item1, one.Item2, act.Key))))),
            Many(Texts.Text("what others called her"), words.Lists[ListName.LabelKinds].Select(kind => (words.Of(ListName.LabelKinds, kind.Key), (Func<(CaseFile, WomanInCase), bool>)(one => one.Item2.Labels.Exists(label => label.Kind == kind.Key && label.Voice != Voice.Woman && label.TakenBack is null))))),
        ];
    }

    private static string BandWords((int Low, int? High) band) => band.High is { } high ? StandardWords.Range(band.Low, high) : $"{StandardWords.Number(band.Low)} or more";

    private static string BandOf(WomanInCase woman, Voice voice) =>
        woman.Ages.FindLast(age => age.Voice == voice && age.TakenBack is null) is { } age ? BandWords(AgeBands.Of(age.Low)) : NotRecorded;

    private static string YearOf(CaseFile file) =>
        file.Raid.When?.Date is { Precision: not DatePrecision.Unknown } date && date.Earliest.Year == date.Latest.Year ? StandardWords.Number(date.Earliest.Year) : NotRecorded;

    // Years in between too: a year without a raid is a nought.
    private static IEnumerable<string> Years(IReadOnlyList<Disclosed> raids)
    {
        var years = raids.Select(told => YearOf(told.File)).Where(year => year != NotRecorded).Select(year => int.Parse(year, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return [.. years.Count == 0 ? [] : Enumerable.Range(years.Min(), years.Max() - years.Min() + 1).Select(StandardWords.Number), NotRecorded];
    }

    private static string ProvinceOf(CaseFile file, StandardWords words) => file.Raid.Province is { } province ? words.Of(ListName.Provinces, province) : NotRecorded;

    private static string TimeOf(WomanInCase woman, DateOnly today)
    {
        if (woman.Stays.Count == 0)
        {
            return NotRecorded;
        }

        var days = HeldTime.Of(woman.Stays, today).All.Min;
        return Times.First(time => days >= time.From && (time.To is null || days <= time.To)).Words;
    }

    private static bool Happened(CaseFile file, WomanInCase woman, string act) =>
        file.Violations.Exists(one => one.Act == act && (one.AllWomen || one.Women.Contains(woman.Code)));
}
