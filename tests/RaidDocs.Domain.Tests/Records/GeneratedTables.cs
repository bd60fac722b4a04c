using System.Globalization;
using System.Text;
using RaidDocs.Domain.Tests.Importing;

namespace RaidDocs.Domain.Tests.Records;

/// <summary>Tables of two raids with forty women, some of them in both, always the same: about 500 rows with cells filled and empty.</summary>
internal sealed class GeneratedTables
{
    private static readonly string[] Names = ["Boonma", "บุญมา", "Khin Khin", "ခင်ခင်", "Nang Hom", "ဢွၼ်ႇ", "Fah", "สมหญิง ใจดี"];
    private static readonly string[] Texts = ["", "She asked twice.", "เขาไม่ให้ดูเอกสาร", "A comma, a \"word\" and an end", "Two lines\nof it", "သူမ ပြောသည်", "🌧 all night"];

    private readonly Random _random;
    private readonly StringBuilder _text = new();
    private int _rows;

    private GeneratedTables(int seed) => _random = new Random(seed);

    public static (Tables Tables, int Rows) Make(int seed)
    {
        var made = new GeneratedTables(seed);
        return (made.Fill(), made._rows);
    }

    private Tables Fill()
    {
        var tables = new Tables();
        tables.With("facilities", Table("facility_id,facility_type,name,province_code", 10, row =>
            [$"F-{row}", Any("POLICE_STATION", "GOV_SHELTER", "IMMIGRATION_DETENTION", "NGO_SHELTER"), $"House {row}", Any("TH-57", "TH-63", "")]));
        tables.With("raids", Table("raid_id,code,started_at,venue_name,venue_type,province_code,agencies,officer_count,women_count,warrant_shown,summary", 2, row =>
            [$"R-{row}", $"X-{row}", $"2026-0{row}-09T21:30:00+07:00", $"Golden Leaf {row}", "KARAOKE", "TH-57", "ROYAL_POLICE|IMMIGRATION", Number(5, 40), "24", Any("YES", "NO", "UNKNOWN"), Any(Texts)]));
        tables.With("women", Table("woman_id,case_code,display_name,name_local,birth_year,age_at_raid,age_basis,nationality,ethnicity,language,documents,children,consent,notes", 40, row =>
            [
                $"W-{row}", $"P-{row}", Any(Names), Any("", Any(Names)), Any("", Number(1985, 2008)), Number(16, 45), Any("DECLARED", "BONE_XRAY", "DOCUMENT"), Any("MM", "LA", "TH", ""),
                Any("SHAN", "KAREN", "AKHA", ""), Any("my", "shn", "th", "lo"), Any("NONE", "PASSPORT", ""), Any("", Number(0, 4)), Any("FULL", "ANONYMOUS", "INTERNAL_ONLY", "WITHDRAWN"), Any(Texts),
            ]));

        // The first 20 in one raid, 16 in the other, and 4 in both.
        var pairs = Enumerable.Range(1, 40).SelectMany(woman => woman <= 4 ? [(woman, 1), (woman, 2)] : new[] { (woman, woman <= 22 ? 1 : 2) }).ToList();
        tables.With("raid_women", Table("raid_id,woman_id,role,identified_as_victim", pairs.Count, row =>
            [$"R-{pairs[row - 1].Item2}", $"W-{pairs[row - 1].Item1}", Any("DETAINED", "WITNESS", "RELEASED_ON_SITE"), Any("YES", "NO", "UNKNOWN")]));
        tables.With("stays", Table("stay_id,woman_id,raid_id,facility_id,from_at,to_at,legal_basis,consented,outcome,notes", 110, row =>
        {
            var (woman, raid) = Any(pairs);
            var from = Day();
            return [$"S-{row}", $"W-{woman}", $"R-{raid}", $"F-{Number(1, 10)}", Write(from), Any("", Write(from.AddDays(_random.Next(90)))), Any("WITNESS_HOLD", "NONE_GIVEN", "REMAND", ""), Any("YES", "NO", "UNKNOWN"), "", Any(Texts)];
        }));
        tables.With("court_dates", Table("court_date_id,woman_id,raid_id,court,scheduled_at,hearing_type,outcome,interpreter_present,lawyer_present,notes", 60, row =>
        {
            var (woman, raid) = Any(pairs);
            return [$"C-{row}", $"W-{woman}", $"R-{raid}", Any("Chiang Rai Court", "ศาลจังหวัดตาก"), Write(Day()), Any("TRIAL", "REMAND_HEARING", ""), Any("HELD", "FINED", "POSTPONED"), Any("YES", "NO"), Any("YES", "NO", ""), Any(Texts)];
        }));
        tables.With("violations", Table("violation_id,raid_id,woman_id,violation_type,occurred_on,agency,severity,articles,description", 150, row =>
        {
            var (woman, raid) = Any(pairs);
            return [$"V-{row}", $"R-{raid}", Any("", $"W-{woman}"), Any("NO_INTERPRETER", "NO_WARRANT", "PHONE_SEIZED", "OVERCROWDING"), Any("", Write(Day())), Any("ATPD", "IMMIGRATION", ""), Number(1, 5), Any("", "ICCPR-9|UDHR-9"), Any(Texts)];
        }));
        tables.With("testimonies", Table("testimony_id,woman_id,raid_id,taken_on,language,interviewer,consent,notes,text", 90, row =>
        {
            var (woman, raid) = Any(pairs);
            return [$"T-{row}", $"W-{woman}", $"R-{raid}", Write(Day()), Any("my", "shn", "th", "mixed"), "I-03", Any("FULL", "ANONYMOUS", ""), Any(Texts), $"{Any(Texts)} {row}\n\nThen: {Any(Texts)} {row}"];
        }));
        return tables;
    }

    private string Table(string head, int rows, Func<int, string[]> row)
    {
        _text.Clear().Append(head).Append('\n');
        for (var number = 1; number <= rows; number++)
        {
            _text.AppendJoin(',', row(number).Select(cell => cell.AsSpan().ContainsAny(",\"\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell)).Append('\n');
        }

        _rows += rows;
        return _text.ToString();
    }

    private T Any<T>(params IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    private string Number(int from, int to) => _random.Next(from, to + 1).ToString(CultureInfo.InvariantCulture);

    private DateOnly Day() => new DateOnly(2026, 2, 10).AddDays(_random.Next(120));

    private static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
