using System.Collections;
using System.Reflection;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Testimonies;

namespace RaidDocs.Domain.Tests.Cases;

/// <summary>
/// Makes cases at random from the records themselves, so that a property added to the format is tried without anybody
/// thinking of it.
/// </summary>
internal sealed class CaseGenerator(int seed, ReferenceLists lists)
{
    private static readonly string[] Texts =
    [
        "They came at night.", "\u0E1C\u0E39\u0E49\u0E2B\u0E0D\u0E34\u0E07 17 \u0E04\u0E19", "\u1019\u102D\u1014\u103A\u1038\u1019", "\u1075\u1030\u107C\u103A\u1038\u101A\u102D\u1004\u103A\u1038",
        "<script>alert('x')</script>", "\u201Cquoted\u201D & 'more'", "two\nlines", "\U0001F33A", "R\u0332", "a|b;c,d",
    ];

    private static readonly string[] Dates = ["2011-03-13", "March 2554", "about 2554", "13 \u0E21\u0E35.\u0E04. 2554", "10 March 2011 to 15 March 2011", "not known", "would rather not say", "2012"];
    private static readonly string[] Moments = ["2011-03-13 22:40", "12 March 2554, night", "12 March 2554, about 22:40", "March 2011", "not asked"];

    private readonly Random _random = new(seed);
    private int _women;
    private int _sources;
    private int _facilities;
    private int _testimonies;
    private int _evidence;

    public CaseFile Make()
    {
        _women = _random.Next(0, 6);
        _sources = _random.Next(0, 4);
        _facilities = _random.Next(0, 3);
        _testimonies = _random.Next(0, 3);
        _evidence = _random.Next(0, 3);
        var file = (CaseFile)Fill(typeof(CaseFile));
        var coded = file.Violations.Select(Coded).ToList();
        List<OwnItemInCase> own =
        [
            new OwnItemInCase("RA-01", new() { List = ListName.OwnArticles, En = Pick(Texts), Kind = "treaty" }) { IsRetired = _random.Next(2) == 0 },
            new OwnItemInCase("RD-01", new() { List = ListName.Acts, En = Pick(Texts), Th = Pick(Texts), Articles = ["cedaw 12", "RA-01"] }) { Edition = 3 },
        ];
        var rules = file.ClockRules.Select((rule, at) => Counted(rule, at + 1)).ToList();
        List<ClockInCase> OfRules(List<ClockInCase> clocks) => rules.Count == 0 ? [] :
            [.. clocks.Select((clock, at) => clock with { Rule = rules[at % rules.Count].Code, Edition = ClockRule.EditionOf(rules[at % rules.Count]) })];
        var women = Coded<WomanInCase>(_women, (one, number) => one with
        {
            Code = $"W0{number}",
            SameAs = null,
            Clocks = OfRules(one.Clocks),
            Letters = [.. one.Letters.Select(letter => letter with { Reply = LetterAnswer.Replies(letter.Question)[_random.Next(2)] })],
        });
        return file with
        {
            // Rules that no clock was started under belong to the house, not to a case.
            ClockRules = [.. rules.Where(rule => women.Exists(woman => woman.Clocks.Exists(clock => clock.Rule == rule.Code)))],
            Violations = coded,
            OwnItems = coded.Exists(one => one.Act == "RD-01") ? own : [],
            NothingToCode = [.. file.NothingToCode.Where(_ => _testimonies > 0).Select(row => row with { Passage = 1 })],
            Format = CaseFile.FormatName,
            Raid = file.Raid with { Code = "R01" },
            Sources = Coded<SourceInCase>(_sources, (one, number) => one with { Code = $"S{number}" }),
            Facilities = Coded<FacilityInCase>(_facilities, (one, number) => one with { Code = $"F0{number}" }),
            Women = women,
            Testimonies = Coded<TestimonyInCase>(_testimonies, (one, number) => one with
            {
                Code = $"T{number}",
                Passages = [new() { Text = Pick(Texts) }, .. one.Passages],
                ReadBacks = [.. one.ReadBacks.Select((row, at) => row with { Sitting = at + 1, Passage = 1 })],
                Statements = one.Woman is null ? [] : [.. one.Statements.Select((row, at) => row with { Number = at + 1 })],
            }),
            Evidence = Files(),
            CourtCases = Coded<CourtCaseInCase>(_random.Next(0, 3), (one, number) => one with
            {
                Code = $"C{number}",
                Hearings = [.. one.Hearings.Select((day, at) => day with { Follows = at == 0 ? null : at })],
            }),
        };
    }

    private static ClockRuleInCase Counted(ClockRuleInCase rule, int number) => rule with
    {
        Code = $"T9{number}",
        Kind = ClockKind.Limit,
        After = null,
        AfterUnit = null,
        Length = 1 + (rule.Length ?? 0),
        Unit = rule.Unit ?? ClockUnit.Days,
        Extension = null,
        ExtensionUnit = null,
        Cap = null,
        CapUnit = null,
        InForceTo = null,
        CheckedOn = rule.CheckedBy is null ? null : rule.CheckedOn,
    };

    // Every testimony below has one passage; an agreed violation waits for no talk.
    private ViolationInCase Coded(ViolationInCase one, int at) => one with
    {
        Act = at == 0 ? "RD-01" : one.Act,
        ToTalkAbout = one.ToTalkAbout && one.ReviewedBy is null,
        Passages =
        [
            .. one.Passages.Where(_ => _testimonies > 0).Select(passage => passage with
            {
                Passage = 1,
                From = passage.From is null ? null : 0,
                To = passage.From is null ? null : 1,
            }),
        ],
    };

    // The first of them has a copy.
    private List<EvidenceInCase> Files()
    {
        var files = Coded<EvidenceInCase>(_evidence, (one, number) => one with { Code = $"E{number}" });
        return files.Count == 0 ? files : [files[0], files[0] with { Code = "E1.1", Parent = "E1", Copy = CopyKind.Redacted }, .. files[1..]];
    }

    private List<T> Coded<T>(int count, Func<T, int, T> code) =>
        [.. Enumerable.Range(1, count).Select(number => code((T)Fill(typeof(T)), number))];

    private object Fill(Type type)
    {
        if (type == typeof(CourtParagraph))
        {
            return new CourtParagraph(1 + _random.Next(9), Pick(Texts), Key(ListName.Languages), _random.Next(2) == 0 ? null : Pick(Texts), null);
        }

        var made = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            property.SetValue(made, Value(type, property));
        }

        return made switch
        {
            // What the rules refuse is not what is tried here.
            StayInCase stay => stay with { From = null },
            HearingInCase day => day with { On = null, Next = null },
            OrderInCase order => order with { CarriedOutOn = null },
            ClockInCase clock => clock with { Extensions = clock.Extensions % 99, EndedOn = null },
            MoneyInCase line => line with { Statute = line.Statute ?? "not known" },
            AgeInCase age => age with { Low = age.Low % 60, High = null },
            TestimonyInCase told => told with { AgreedOn = null },
            FileFacts facts => facts with { Sha256 = string.Concat(Enumerable.Range(0, 64).Select(_ => "0123456789abcdef"[_random.Next(16)])) },

            // A form is that of one answer; which, is tried with the demo cases.
            ConsentInCase answer => answer with { Forms = [] },
            _ => made,
        };
    }

    private object? Value(Type owner, PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var isOptional = new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;
        if (isOptional && _random.Next(3) == 0)
        {
            return null;
        }

        if (Reference(owner, property) is (true, var codes))
        {
            return codes;
        }

        return type switch
        {
            _ when type == typeof(string) => property.GetCustomAttribute<OfListAttribute>() is { } list ? Key(list.List) : Pick(Texts),
            _ when type == typeof(long) => (long)_random.Next(0, 200),
            _ when type == typeof(int) => _random.Next(0, 200),
            _ when type == typeof(bool) => _random.Next(2) == 0,
            _ when type == typeof(DateOnly) => new DateOnly(2027, 1, 1 + _random.Next(28)),
            _ when type == typeof(PartialDate) => PartialDate.Read(Pick(Dates)),
            _ when type == typeof(PartialDateTime) => PartialDateTime.Read(Pick(Moments)),
            _ when type == typeof(Said) => Said.Read(_random.Next(4) == 0 ? "would rather not say" : Pick(Texts)),
            { IsEnum: true } => Enum.GetValues(type).GetValue(_random.Next(Enum.GetValues(type).Length)),
            { IsGenericType: true } => List(property, type.GetGenericArguments()[0]),
            _ => Fill(type),
        };
    }

    // Codes of other things in the file, which must be there. A high end never lies below the low one.
    private (bool Is, object? Code) Reference(Type owner, PropertyInfo property) => (property.Name, property.PropertyType) switch
    {
        ("Source", { } type) when type == typeof(string) => (true, Code("S", _sources)),
        ("Facility", _) => (true, Code("F0", _facilities)),
        ("Evidence", { } type) when type == typeof(string) => (true, Code("E", _evidence)),
        ("Parent", _) => (true, null),
        ("Testimony", _) => (true, Code("T", _testimonies)),
        ("Woman", _) => (true, Code("W0", _women)),
        ("Sources", { } type) when type == typeof(List<string>) => (true, Codes("S", _sources)),
        ("Women", { } type) when type == typeof(List<string>) => (true, Codes("W0", _women)),
        ("Women", _) when owner == typeof(CourtCaseInCase) && _women == 0 => (true, new List<CourtPartInCase>()),
        ("High", _) => (true, 500),
        ("TakenBack", _) => (true, "written down wrongly"),
        _ => (false, null),
    };

    private string? Code(string letter, int count) => count == 0 ? null : $"{letter}{1 + _random.Next(count)}";

    private List<string> Codes(string letter, int count) =>
        [.. Enumerable.Range(1, count).Where(_ => _random.Next(2) == 0).Select(number => $"{letter}{number}")];

    private IList List(PropertyInfo property, Type element)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        for (var count = _random.Next(0, 3); count > 0; count--)
        {
            var item = element != typeof(string) ? Fill(element)
                : property.GetCustomAttribute<OfListAttribute>() is { } keys ? Key(keys.List) : Pick(Texts);
            list.Add(item);
        }

        return list;
    }

    private string Key(string list) => lists[list][_random.Next(lists[list].Count)].Key;

    private string Pick(string[] from) => from[_random.Next(from.Length)];

}
