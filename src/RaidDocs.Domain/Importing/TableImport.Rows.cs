using System.Globalization;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Facilities;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Staff;

namespace RaidDocs.Domain.Importing;

// Places and raids, and how later rows find what they name.
public sealed partial class TableImport
{
    private const int MostPeople = 100_000;

    private readonly List<(string Code, Guid Id)> _newRaids = [];

    private void AddFacility(ImportTable table, ImportRow row, RowReader reader)
    {
        var id = reader.Id("facility_id");
        var facts = new FacilityFacts
        {
            Name = reader.Plain("name") ?? id,
            Kind = reader.Code("facility_type") ?? "not-known",
            Province = reader.Code("province_code"),
        };
        if (!IsNew(table, row, reader, id) || !reader.IsGood)
        {
            _facilities.TryAdd(id, new Facility("-", facts));
            return;
        }

        // Other raids know the place already.
        if (!_places.TryGetValue(PlaceKey(facts), out var place))
        {
            place = new Facility(Code("F", ++_lastFacility), facts);
            _places.Add(PlaceKey(facts), place);
            Add(place);
        }

        _facilities[id] = place;
        Count("facilities");
        Remember("facilities", id, place.Id, table.HashOf(row), null, null);
    }

    private void AddRaid(ImportTable table, ImportRow row, RowReader reader)
    {
        var id = reader.Id("raid_id");
        var (code, when, venue) = (reader.Plain("code"), WhenOf(reader), reader.Plain("venue_name"));
        var agencies = reader.Codes("agencies");
        if (reader.Code("lead_agency") is { } lead)
        {
            agencies = [lead, .. agencies.Where(agency => agency != lead)];
        }

        var (province, unplaced) = ProvinceOf(reader);
        var facts = new RaidFacts
        {
            Name = venue ?? code ?? id,
            When = when,
            VenueName = venue,
            VenueKind = reader.Code("venue_type"),
            Province = province,
            Place = reader.Plain("district"),
            Agencies = agencies,
            Summary = reader.Plain("summary"),
        };
        var (officers, women) = (reader.Number("officer_count", MostPeople), reader.Number("women_count", MostPeople));
        var toldOn = reader.Moment("created_at")?.Date;
        var rest = Joined(unplaced, RestOf(reader, "ended_at", "latitude", "longitude", "lead_agency", "warrant_shown", "media_present", "entrapment_used", "status"));
        reader.Try("started_at", () => Raid.CheckWhen(when, today));
        foreach (var answer in new[] { "warrant_shown", "media_present", "entrapment_used" })
        {
            reader.Answer(answer);
        }

        if (!IsNew(table, row, reader, id))
        {
            return;
        }

        var raid = new Raid(Code("R", ++_lastRaid), facts);
        _raids[id] = new RaidUnderWay(raid.Id, raid) { Outer = code is null ? id : $"{id}, {code}", Rest = rest };
        if (_sameRaids.Find(facts.VenueName ?? facts.Name, when) is { } same)
        {
            reader.Warn(null, $"This may be {same}, which is here: the same place in the same night. It is brought in as a raid of its own");
        }

        if (!reader.IsGood)
        {
            return;
        }

        _newRaids.Add((raid.Code, raid.Id));
        Add(raid);
        foreach (var member in _team)
        {
            Add(new TeamMember(raid.Id, member));
        }

        var source = SourceOf(_raids[id]);
        AddCount(raid.Id, CountOf.OfficersWhoCame, officers, toldOn, source);
        AddCount(raid.Id, CountOf.WomenTaken, women, toldOn, source);
        Count("raids");
        Remember("raids", id, raid.Id, table.HashOf(row), raid.Id, null, code);
    }

    private void AddCount(Guid raid, CountOf of, int? number, PartialDate? toldOn, Sources.Source source)
    {
        if (number is { } low)
        {
            Add(new CountClaim(raid, new CountFacts { Of = of, Low = low, Voice = Voice.Team, ToldOn = toldOn }, source));
        }
    }

    private static PartialDateTime? WhenOf(RowReader reader)
    {
        var when = reader.Moment("started_at");
        return when?.Date is not { Precision: DatePrecision.Day } date ? when : reader.Code("date_precision") switch
        {
            "day" => PartialDateTime.Of(date),
            "month" => PartialDateTime.Of(PartialDate.OfMonth(date.Earliest.Year, date.Earliest.Month)),
            "year" => PartialDateTime.Of(PartialDate.OfYear(date.Earliest.Year)),
            _ => when,
        };
    }

    // A name that no province has is kept as it stands.
    private (string? Key, string? Unplaced) ProvinceOf(RowReader reader)
    {
        if (reader.Code("province_code") is { } code)
        {
            return (code, null);
        }

        if (reader.Written("province_name_th") is not { } thai)
        {
            return (null, null);
        }

        if (lists[ListName.Provinces].FirstOrDefault(item => item.Th == thai || item.Th == $"จังหวัด{thai}" || item.En == thai) is { } province)
        {
            return (province.Key, null);
        }

        reader.WarnUnknown("province_name_th", thai, lists[ListName.Provinces].Select(item => item.Th));
        return (null, RestOf(reader, "province_name_th"));
    }

    // What the record has no field for, as it stood in the file.
    private static string? RestOf(RowReader reader, params string[] columns)
    {
        var lines = columns.Select(column => (column, Written: reader.Written(column))).Where(part => part.Written is not null).ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines.Select(part => $"{part.column}: {part.Written}"));
    }

    private static string? Joined(params string?[] parts) =>
        parts.OfType<string>().ToList() is { Count: > 0 } said ? string.Join('\n', said) : null;

    private static string Code(string letter, int number) => letter + number.ToString("00", CultureInfo.InvariantCulture);

    private RaidUnderWay? FindRaid(RowReader reader, string id)
    {
        if (!_raids.TryGetValue(id, out var raid))
        {
            NotThere(reader, "raid_id", id, "raids", _raids.Keys);
            return null;
        }

        if (raid.Raid is null)
        {
            reader.Wrong("raid_id", $"{id} was brought in before by others, and its raid is none of yours. Ask its team to bring this row in");
            return null;
        }

        return raid;
    }

    private WomanUnderWay? FindWoman(RowReader reader, string id)
    {
        if (_women.TryGetValue(id, out var woman))
        {
            return woman;
        }

        if (_known.ContainsKey(("women", id)))
        {
            reader.Wrong("woman_id", $"{id} was brought in before by others, and her raid is none of yours. Ask its team to bring this row in");
        }
        else
        {
            NotThere(reader, "woman_id", id, "women", _women.Keys);
        }

        return null;
    }

    private static void NotThere(RowReader reader, string column, string id, string table, IEnumerable<string> known)
    {
        if (ImportTables.Near(id, known.Take(2_000)) is { } near)
        {
            reader.Wrong(column, $"{id} is not in the table {table}. Did you mean {near}?");
        }
        else
        {
            reader.Wrong(column, $"{id} is not in the table {table}. Add its row there, or mend the id");
        }
    }

    // Her raid: the one that is named, or the only one.
    private RaidUnderWay? RaidOf(RowReader reader, WomanUnderWay woman)
    {
        if (reader.Ref("raid_id") is { } id)
        {
            var raid = FindRaid(reader, id);
            if (raid is not null && !raid.Women.ContainsKey(woman.Woman.Id))
            {
                reader.Wrong("raid_id", $"She is not in the raid {id}. Add the pair to the table raid_women, or mend the id");
                return null;
            }

            return raid;
        }

        if (woman.Raids.Count == 1)
        {
            return woman.Raids[0];
        }

        reader.Wrong("raid_id", $"She was in more than one raid, or in none. Write which one this is about");
        return null;
    }

    // Both, or null with the reason told.
    private (WomanUnderWay Woman, RaidUnderWay Raid)? Whose(RowReader reader)
    {
        if (reader.Ref("woman_id") is not { } id)
        {
            reader.Wrong("woman_id", $"This cell is empty. Write whose row it is");
            return null;
        }

        return FindWoman(reader, id) is { } woman && RaidOf(reader, woman) is { } raid ? (woman, raid) : null;
    }
}
