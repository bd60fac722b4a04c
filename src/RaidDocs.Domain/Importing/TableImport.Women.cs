using System.Globalization;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Importing;

// The women, and in which raids they were.
public sealed partial class TableImport
{
    /// <summary>Begins the note of an age that the file told by a year of birth as well.</summary>
    internal const string BornNote = "Year of birth in the file: ";

    private const int MostAge = 120;
    private const int MostChildren = 30;
    private const int ThaiYear = 2400;
    private const int LastYear = 2700;

    private void TakeWoman(ImportTable table, ImportRow row, RowReader reader)
    {
        var id = reader.Id("woman_id");
        var names = new[] { Name(reader, "display_name"), Name(reader, "name_local") }.OfType<string>().Distinct().ToList();
        var (year, age, method) = (reader.Number("birth_year", LastYear), reader.Number("age_at_raid", MostAge), reader.Code("age_basis"));
        var children = reader.Number("children", MostChildren);
        var toldOn = reader.Moment("created_at")?.Date;
        year = year is > ThaiYear ? year - DateReader.BuddhistYears : year;
        if (year is < 1900 or > 2100 || (year is not null && year > today.Year))
        {
            reader.Wrong("birth_year", $"This is no year of birth. Write it like 1998 or 2541");
        }

        var facts = new WomanFacts
        {
            Nationality = Said.Read(reader.Words("nationality")),
            Ethnicity = Said.Read(reader.Words("ethnicity")),
            Papers = Said.Read(reader.Words("documents")),
            Languages = reader.Code("language") is { } language ? [language] : [],
            Dependants = children switch
            {
                null => null,
                0 => Said.Read("no children"),
                1 => Said.Read("1 child"),
                _ => Said.Read(string.Create(CultureInfo.InvariantCulture, $"{children} children")),
            },
        };
        var (code, notes) = (reader.Plain("case_code"), reader.Long("notes"));
        var consent = reader.Written("consent") is null ? null : ImportedConsent.Of(reader.Code("consent"));
        Zawgyi(reader, "notes", notes);
        if (IsNew(table, row, reader, id))
        {
            _women[id] = new WomanUnderWay(new Woman(facts))
            {
                Row = row,
                IsNew = true,
                Outer = id,
                Names = names,
                BirthYear = year,
                Born = year is null ? null : RestOf(reader, "birth_year", "age_basis"),
                Age = age,
                AgeMethod = method,
                ToldOn = toldOn,
                Code = code,
                Rest = Joined(
                    code is null ? null : $"case_code: {code}",
                    notes is null ? null : $"notes: {notes}"),
                Hash = table.HashOf(row),
                Consent = consent,
            };
        }
        else if (_women.TryGetValue(id, out var known) && known is { IsNew: false, Row: null })
        {
            _women[id] = new WomanUnderWay(known.Woman) { Row = row, Outer = id, Consent = consent };
            _women[id].Raids.AddRange(known.Raids);
        }
    }

    private void AddToRaid(ImportTable table, ImportRow row, RowReader reader)
    {
        var (raidId, womanId) = (reader.Id("raid_id"), reader.Id("woman_id"));
        var (how, identified) = (Said.Read(reader.Words("role")), reader.Answer("identified_as_victim"));
        if (raidId.Length == 0 || womanId.Length == 0
            || FindRaid(reader, raidId) is not { } raid || FindWoman(reader, womanId) is not { } woman)
        {
            return;
        }

        var id = $"{raidId}|{womanId}";
        if (!IsNew(table, row, reader, id, "woman_id"))
        {
            return;
        }

        if (!raid.Women.TryAdd(woman.Woman.Id, raid.LastWoman + 1))
        {
            reader.Wrong("woman_id", $"She is in this raid already");
            return;
        }

        raid.LastWoman++;
        woman.Raids.Add(raid);
        if (!reader.IsGood)
        {
            return;
        }

        var apprehension = new Apprehension(raid.Raid!, Known(woman), raid.LastWoman, new ApprehensionFacts { HowItEnded = how });
        Add(apprehension);
        if (identified is Answer.Yes or Answer.No)
        {
            Add(new Label(
                raid.Id,
                woman.Woman.Id,
                new LabelFacts { Kind = identified == Answer.Yes ? "victim" : "not-a-victim", Voice = Voice.Authority, ToldOn = woman.ToldOn },
                SourceOf(raid)));
        }

        foreach (var answer in woman.Consent?.ForHer() ?? [])
        {
            Add(new Consent(raid.Id, woman.Woman.Id, null, answer));
        }

        Count("raid_women");
        Remember("raid_women", id, apprehension.Id, table.HashOf(row), raid.Id, woman.Woman.Id);
    }

    // Saved before or in this batch; a new woman is added with her first raid.
    private Woman Known(WomanUnderWay woman)
    {
        if (woman.IsNew && woman.Raids.Count == 1)
        {
            Add(woman.Woman);
            return woman.Woman;
        }

        return Known(woman.Woman);
    }

    // What her row says beside the raid goes to the first of her raids.
    private async Task AddWomenAsync()
    {
        foreach (var woman in _women.Values.Where(woman => woman is { IsNew: true }).ToList())
        {
            var row = woman.Row!;
            if (woman.Raids.Count == 0)
            {
                if (IsLeftOut(woman))
                {
                    continue;
                }

                _report.Wrong(row.File, row.Number, row.Columns[0], $"{woman.Outer} stands in no row of the table raid_women. Add a row there that says in which raid she was");
                continue;
            }

            var raid = woman.Raids.MinBy(one => one.Raid?.Facts.When?.EarliestAt ?? DateTime.MaxValue)!;
            var source = SourceOf(raid);
            foreach (var (name, at) in woman.Names.Select((name, at) => (name, at)))
            {
                Add(new WomanName(raid.Id, woman.Woman.Id, new NameFacts { Text = name, Kind = at == 0 ? NameKind.Called : NameKind.OtherSpelling, Voice = Voice.Team, ToldOn = woman.ToldOn }, source));
            }

            var rest = TryAddAge(woman, raid, source) ? woman.Rest : Joined(woman.Rest, woman.Born);
            Count("women");
            Remember("women", woman.Outer, woman.Woman.Id, woman.Hash, raid.Id, woman.Woman.Id, woman.Code, rest);
            if (_pending >= Batch)
            {
                await FlushAsync();
            }
        }

        await FlushAsync();
    }

    // False where nothing tells how old she was.
    private bool TryAddAge(WomanUnderWay woman, RaidUnderWay raid, Sources.Source source)
    {
        var born = woman.BirthYear;
        var night = raid.Raid?.Facts.When?.Date is { Precision: not DatePrecision.Unknown } when ? when : null;

        // Born in 1990 and taken in 2015: 24 before her birthday, 25 after it.
        var (low, high) = (woman.Age, (int?)null);
        if (low is null && born is { } year && night is not null && year <= night.Earliest.Year)
        {
            (low, high) = (Math.Max(0, night.Earliest.Year - year - 1), night.Latest.Year - year);
        }

        if (low is not { } years || high > MostAge)
        {
            return false;
        }

        Add(new AgeClaim(
            raid.Id,
            woman.Woman.Id,
            new AgeFacts
            {
                Low = years,
                High = high,
                Method = woman.AgeMethod,
                Voice = VoiceOf(woman.AgeMethod),
                ToldOn = woman.ToldOn,
                Note = born is null ? null : string.Create(CultureInfo.InvariantCulture, $"{BornNote}{born}"),
            },
            source));
        return true;
    }

    /// <summary>Whose word an age is that was found in this way.</summary>
    internal static Voice VoiceOf(string? method) => method switch
    {
        "her-word" => Voice.Woman,
        "identity-paper" or "household-register" or "birth-certificate" => Voice.Paper,
        "family-word" => Voice.Family,
        "bone-xray" or "dental" or "sexual-maturity-exam" => Voice.Authority,
        _ => Voice.Team,
    };

    private static string? Name(RowReader reader, string column)
    {
        var name = reader.Name(column);
        if (name?.Length > 200)
        {
            reader.Wrong(column, $"A name can have at most {200} letters. Longer words belong into the notes");
        }

        return name;
    }

    private static void Zawgyi(RowReader reader, string column, string? text)
    {
        if (Common.Zawgyi.IsLikely(text))
        {
            reader.Warn(column, $"The Burmese in this cell seems to be Zawgyi, which the search does not find. Turn the file into Unicode first");
        }
    }
}
