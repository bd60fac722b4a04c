using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Facilities;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Stays;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Domain.Violations;

namespace RaidDocs.Domain.Importing;

// Stays, days in court, violations and testimonies: read and saved as they come, in any order.
public sealed partial class TableImport
{
    private const int MostSeverity = 10;

    private ILookup<(Guid Raid, Guid Woman), ConsentFacts>? _ledger;

    private void AddStay(ImportTable table, ImportRow row, RowReader reader)
    {
        var id = reader.Id("stay_id");
        var whose = Whose(reader);
        var facility = reader.Ref("facility_id") is { } place ? FindFacility(reader, place) : null;
        var (from, to, consented) = (reader.Moment("from_at"), reader.Moment("to_at"), reader.Answer("consented"));
        var facts = new StayFacts
        {
            From = from,
            To = to,
            Ending = reader.Code("outcome") is { } how ? Enum.Parse<StayEnd>(how) : null,
            Ground = reader.Words("legal_basis"),
            Voice = Voice.Team,
            Note = Joined(
                reader.Long("notes"),
                consented == Answer.NotAsked ? null : $"consented: {reader.Written("consented")}",
                reader.Written("outcome") is { } outcome ? $"outcome: {outcome}" : null),
        };
        if (whose is not { } hers || !IsNew(table, row, reader, id))
        {
            return;
        }

        reader.Try("from_at", () => hers.Raid.Raid!.CheckStay(facts));
        if (Stay.RunsBackwards(from, to))
        {
            reader.Wrong("to_at", $"Release must be the same as or after {from!.Date}, when she was taken");
        }

        if (reader.IsGood && reader.Make("from_at", () => new Stay(hers.Raid.Id, hers.Woman.Woman.Id, facility is null ? null : Known(facility), facts, SourceOf(hers.Raid))) is { } stay)
        {
            Add(stay);
            Count("stays");
            Remember("stays", id, stay.Id, table.HashOf(row), hers.Raid.Id, hers.Woman.Woman.Id);
        }
    }

    private Facility? FindFacility(RowReader reader, string id)
    {
        if (_facilities.TryGetValue(id, out var facility))
        {
            return facility;
        }

        NotThere(reader, "facility_id", id, "facilities", _facilities.Keys.Where(key => !key.StartsWith('=')));
        return null;
    }

    private void AddCourtDate(ImportTable table, ImportRow row, RowReader reader)
    {
        var id = reader.Id("court_date_id");
        var whose = Whose(reader);
        var court = reader.Plain("court");
        var (result, said) = OutcomeOf(reader.Code("outcome"));
        var facts = new HearingFacts
        {
            On = reader.Moment("scheduled_at"),
            Kind = reader.Words("hearing_type") ?? "not known",
            Result = result,
            Outcome = said,
            InterpreterPresent = reader.Answer("interpreter_present"),
            LawyerPresent = reader.Answer("lawyer_present"),
            Voice = Voice.Team,
            Note = Joined(reader.Long("notes"), reader.Written("outcome") is { } outcome ? $"outcome: {outcome}" : null),
        };
        if (whose is not { } hers || !IsNew(table, row, reader, id))
        {
            return;
        }

        reader.Try("scheduled_at", () => hers.Raid.Raid!.CheckHearing(facts));
        if (!reader.IsGood)
        {
            return;
        }

        var source = SourceOf(hers.Raid);
        var hearing = new Hearing(hers.Raid.Id, CourtCaseOf(hers.Woman, hers.Raid, court, source), facts, source);
        Add(hearing);
        Count("court_dates");
        Remember("court_dates", id, hearing.Id, table.HashOf(row), hers.Raid.Id, hers.Woman.Woman.Id);
    }

    // The file names no case, only a court: what she has before one court is taken for one case.
    private CourtCase CourtCaseOf(WomanUnderWay woman, RaidUnderWay raid, string? court, Sources.Source source)
    {
        var facts = new CourtCaseFacts { Court = court, About = "not told in the file", Voice = Voice.Team };
        var key = (raid.Id, woman.Woman.Id, SearchText.Fold(court ?? ""));
        if (_courtCases.TryGetValue(key, out var known))
        {
            return new CourtCase(raid.Id, "", facts, null) { Id = known };
        }

        var made = new CourtCase(raid.Id, string.Create(CultureInfo.InvariantCulture, $"C{++raid.LastCourtCase}"), facts, source);
        _courtCases.Add(key, made.Id);
        Add(made);
        Add(new CourtPart(raid.Id, woman.Woman.Id, made, new CourtRoleFacts { Role = CourtRole.NotKnown, Voice = Voice.Team }, source));
        Remember("court_cases", $"{key.Item1:N}|{key.Item2:N}|{key.Item3}", made.Id, "", raid.Id, woman.Woman.Id);
        return made;
    }

    private static (HearingResult? Result, string? Said) OutcomeOf(string? code) =>
        code?.Split(": ", 2) is not [var result, .. var said] ? (null, null) : (Enum.Parse<HearingResult>(result), said.Length == 0 ? null : said[0]);

    private void AddViolation(ImportTable table, ImportRow row, RowReader reader)
    {
        var id = reader.Id("violation_id");
        var woman = reader.Ref("woman_id") is { } her ? FindWoman(reader, her) : null;
        var isHers = reader.Ref("woman_id") is not null;
        var raid = woman is not null ? RaidOf(reader, woman) : isHers ? null : RaidNamed(reader);
        if (reader.Ref("stay_id") is { } stay && !_seen.Contains(("stays", stay)) && !_known.ContainsKey(("stays", stay)) && ErasedBehind("stays", stay) is null)
        {
            reader.Wrong("stay_id", $"{stay} is not in the table stays. Add its row there, or mend the id");
        }

        var act = reader.Code("violation_type");
        if (act is null && reader.Written("violation_type") is null)
        {
            reader.Wrong("violation_type", $"This cell is empty. Write what happened, such as {"NO_LAWYER"} or {"V05"}");
        }

        reader.Number("severity", MostSeverity);
        var facts = new ViolationFacts
        {
            Act = act ?? "",
            Description = reader.Plain("description"),
            On = reader.Day("occurred_on"),
            By = reader.Code("agency") is { } agency ? [agency] : [],
            Articles = reader.Articles("articles"),
            AllWomen = !isHers,
            HowSure = HowSure.NotAgreed,
            Voice = Voice.Team,
            Note = RestOf(reader, "violation_type", "severity", "stay_id"),
        };
        if (raid is null || !IsNew(table, row, reader, id) || !reader.IsGood)
        {
            return;
        }

        var violation = new Violation(raid.Id, Worded(facts), [SourceOf(raid)], woman is null ? [] : [Known(woman.Woman)]);
        Add(violation);
        Count("violations");
        Remember("violations", id, violation.Id, table.HashOf(row), raid.Id, woman?.Woman.Id);
    }

    private RaidUnderWay? RaidNamed(RowReader reader)
    {
        if (reader.Ref("raid_id") is { } id)
        {
            return FindRaid(reader, id);
        }

        reader.Wrong("raid_id", $"This cell is empty. Write which raid it is about");
        return null;
    }

    // With the words that the list has now, so that a list that changes later does not change what was meant.
    private ViolationFacts Worded(ViolationFacts facts)
    {
        if (!_worded.TryGetValue(facts.Act, out var words))
        {
            var item = lists.Find(ListName.Acts, facts.Act)!;
            words = _worded[facts.Act] = (item.En, item.Th.Length > 0 ? item.Th : null, lists.EditionOf(ListName.Acts, facts.Act));
        }

        return facts with { WordedEn = words.En, WordedTh = words.Th, Edition = words.Edition };
    }

    private void AddTestimony(ImportTable table, ImportRow row, RowReader reader)
    {
        var id = reader.Id("testimony_id");
        var whose = Whose(reader);
        var (text, consent) = (reader.Long("text"), reader.Written("consent") is null ? null : ImportedConsent.Of(reader.Code("consent")));
        Zawgyi(reader, "text", text);
        var facts = new TestimonyFacts
        {
            Voice = Voice.Woman,
            ToldOn = reader.Day("taken_on"),
            Language = reader.Code("language"),
            Interviewer = reader.Plain("interviewer"),
            Note = Joined(reader.Long("notes"), string.Equals(reader.Written("language"), "mixed", StringComparison.OrdinalIgnoreCase) ? "language: mixed" : null),
        };
        if (whose is not { } hers || !IsNew(table, row, reader, id))
        {
            return;
        }

        var words = Passages(text);
        var code = string.Create(CultureInfo.InvariantCulture, $"T{hers.Raid.LastTestimony + 1}");
        if (reader.Make("text", () => new Testimony(hers.Raid.Id, code, hers.Woman.Woman.Id, facts, words)) is not { } testimony || !reader.IsGood)
        {
            return;
        }

        hers.Raid.LastTestimony++;
        Add(testimony);
        _pending += words.Count;
        foreach (var answer in consent?.ForOne(ConsentOf(hers.Woman, hers.Raid)) ?? [])
        {
            Add(new Consent(hers.Raid.Id, hers.Woman.Woman.Id, testimony.Id, answer));
        }

        Count("testimonies");
        Remember("testimonies", id, testimony.Id, table.HashOf(row), hers.Raid.Id, hers.Woman.Woman.Id);
    }

    private readonly Dictionary<string, (string En, string? Th, string? Edition)> _worded = new(StringComparer.Ordinal);

    internal static List<PassageText> Passages(string? text) => text is null
        ? []
        : [.. EmptyLine().Split(text).Select(part => part.Trim()).Where(part => part.Length > 0).Select(part => new PassageText { Text = part })];

    // What she said of all she told: in this file, or as it stands in the record.
    private ImportedConsent? ConsentOf(WomanUnderWay woman, RaidUnderWay raid)
    {
        if (woman.IsNew)
        {
            return woman.Consent;
        }

        _ledger ??= db.Consents.IgnoreQueryFilters().AsNoTracking().Where(row => row.TestimonyId == null).OrderBy(row => row.RecordedAt)
            .Select(row => new { row.RaidId, row.WomanId, row.Facts }).ToList()
            .ToLookup(row => (row.RaidId, row.WomanId), row => row.Facts);
        var answers = _ledger[(raid.Id, woman.Woman.Id)].ToList();
        return answers.Count == 0 ? null : new ImportedConsent(Enum.GetValues<Purpose>().Where(purpose => answers.Allow(purpose, today)).ToHashSet());
    }

    [GeneratedRegex(@"\n[ \t]*\n\s*", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyLine();
}
