using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Interventions;
using RaidDocs.Domain.Money;
using RaidDocs.Domain.Procedures;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Stays;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Cases;

// What is said in the file, fact by fact.
public sealed partial class CaseImport
{
    private void AddTestimonies(CaseFile file)
    {
        foreach (var (facts, path) in Each(file.Testimonies, "$.testimonies"))
        {
            var woman = facts.Woman is null ? null : Find(_women, facts.Woman, $"{path}.woman", "women");
            var testimony = Make(path, () => new Testimony(_raid.Id, facts.Code, woman?.Id, facts, facts.Passages));
            if (testimony is null)
            {
                continue;
            }

            if (!_testimonies.TryAdd(facts.Code, testimony))
            {
                Add($"{path}.code", $"{facts.Code} stands twice in this list. Give each its own code.");
                continue;
            }

            db.Testimonies.Add(testimony);
        }
    }

    private void AddWhatWasReadBack(CaseFile file)
    {
        foreach (var (facts, path) in Each(file.Testimonies, "$.testimonies"))
        {
            if (!_testimonies.TryGetValue(facts.Code, out var told))
            {
                continue;
            }

            var sittings = new Dictionary<int, Guid>();
            var read = new HashSet<(int, int)>();
            foreach (var (row, at) in Each(facts.ReadBacks, $"{path}.readBacks"))
            {
                sittings.TryAdd(row.Sitting, Guid.CreateVersion7());
                AddIf(row.Sitting < 1 || !read.Add((row.Sitting, row.Passage)), $"{at}.sitting", "Count the times from 1; a passage is read once at a time.");
                if (PlaceOf(facts.Code, row.Passage, row.EarlierWords, at) is { } place)
                {
                    db.ReadBacks.Add(new ReadBack(told, sittings[row.Sitting], place.Place.Revision, row.Passage, row));
                }
            }

            var numbers = new HashSet<int>();
            foreach (var (one, at) in Each(facts.Statements, $"{path}.statements"))
            {
                AddIf(one.Number < 1 || !numbers.Add(one.Number), $"{at}.number", "Count the statements of one testimony from 1, each number once.");
                if (told.WomanId is not { } her)
                {
                    Add(at, "A statement for court is a woman's own. Name the woman who speaks, or leave the statement out.");
                    continue;
                }

                db.Statements.Add(new CourtStatement(
                    _raid.Id, her, told.Id, one.Number, one.EarlierWords ? 0 : told.Revision, one.Speaker, one.Language, one.Paragraphs,
                    new CourtWording { Certificate = one.Certificate, Truth = one.Truth, ReadBack = one.ReadBack }, null));
            }
        }
    }

    private void AddFactsOfRaid(CaseFile file)
    {
        AddClaims(file.Counts, "$.counts", (facts, source) => new CountClaim(_raid.Id, facts, source));
        AddClaims(file.Checklist, "$.checklist", (facts, source) => new ChecklistAnswer(_raid.Id, facts, source));
        AddFacts(file.Groups, "$.groups", (facts, source) => new UnnamedGroup(_raid.Id, facts, source));
        AddFacts(file.Interventions, "$.interventions", (facts, source) => new Intervention(_raid.Id, facts, source));
        AddFacts(file.Money, "$.money", (facts, source) => new MoneyLine(_raid.Id, null, facts, source));

        foreach (var (facts, path) in Each(file.Chronology, "$.chronology"))
        {
            db.Chronology.Add(new ChronologyEntry(_raid.Id, facts, SourcesOf(facts.Sources, path), WomenOf(facts.Women, path)));
        }
    }

    private void AddFactsOfWomen(CaseFile file)
    {
        foreach (var (woman, path) in Each(file.Women, "$.women"))
        {
            if (!_women.TryGetValue(woman.Code, out var her))
            {
                continue;
            }

            AddClaims(woman.Names, $"{path}.names", (facts, source) => new WomanName(_raid.Id, her.Id, facts, source));
            AddClaims(woman.Ages, $"{path}.ages", (facts, source) => new AgeClaim(_raid.Id, her.Id, facts, source));
            AddClaims(woman.Labels, $"{path}.labels", (facts, source) => new Label(_raid.Id, her.Id, facts, source));
            AddFacts(woman.Procedures, $"{path}.procedures", (facts, source) => new Procedure(_raid.Id, her.Id, facts, source));
            AddFacts(woman.Money, $"{path}.money", (facts, source) => new MoneyLine(_raid.Id, her.Id, facts, source));

            foreach (var (facts, at) in Each(woman.Stays, $"{path}.stays"))
            {
                var facility = facts.Facility is null ? null : Find(_facilities, facts.Facility, $"{at}.facility", "facilities");
                Try($"{at}.from", () => _raid.CheckStay(facts));
                var stay = Make(at, () => new Stay(_raid.Id, her.Id, facility, facts, SourceOf(facts, at)));
                if (stay is not null)
                {
                    db.Stays.Add(stay);
                }
            }

            foreach (var (facts, at) in Each(woman.Consents, $"{path}.consents"))
            {
                var testimony = facts.Testimony is null ? null : Find(_testimonies, facts.Testimony, $"{at}.testimony", "testimonies");
                var consent = new Consent(_raid.Id, her.Id, testimony?.Id, facts);
                db.Consents.Add(consent);
                _forms.AddRange(Each(facts.Forms, $"{at}.forms").Select(form => (form.Item, form.Path, consent)));
            }

            foreach (var (facts, at) in Each(woman.Letters, $"{path}.letters"))
            {
                if (Make(at, () => new LetterAnswer(_raid.Id, her.Id, facts)) is { } answer)
                {
                    db.LetterAnswers.Add(answer);
                }
            }

            AddClocks(woman, her.Id, path);
            db.NotToday.AddRange(woman.NotToday.Select(facts => new NotToday(_raid.Id, her.Id, facts)));
        }
    }

    private void AddCourt(CaseFile file)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (facts, path) in Each(file.CourtCases, "$.courtCases"))
        {
            if (!codes.Add(facts.Code))
            {
                Add($"{path}.code", $"{facts.Code} stands twice in this list. Give each its own code.");
                continue;
            }

            var courtCase = new CourtCase(_raid.Id, facts.Code, facts, SourceOf(facts, path));
            db.CourtCases.Add(courtCase);
            AddHearings(facts, courtCase, path);
            foreach (var (order, at) in Each(facts.Orders, $"{path}.orders"))
            {
                if (Make(at, () => new CourtOrder(_raid.Id, courtCase, order, SourceOf(order, at), WomenOf(order.Women, at))) is { } made)
                {
                    db.CourtOrders.Add(made);
                }
            }

            foreach (var (part, at) in Each(facts.Women, $"{path}.women"))
            {
                if (Find(_women, part.Woman, $"{at}.woman", "women") is { } woman)
                {
                    AddClaim(part, at, source => new CourtPart(_raid.Id, woman.Id, courtCase, part, source));
                }
            }
        }
    }

    private void AddHearings(CourtCaseInCase facts, CourtCase courtCase, string path)
    {
        var made = new List<Hearing>();
        foreach (var (hearing, at) in Each(facts.Hearings, $"{path}.hearings"))
        {
            AddIf(hearing.Follows is { } number && (number < 1 || number > made.Count), $"{at}.follows", "Write which entry above this one was put off to it: 1 is the first of the list.");
            Try($"{at}.on", () => _raid.CheckHearing(hearing));
            var follows = hearing.Follows is { } before && before >= 1 && before <= made.Count ? made[before - 1] : null;
            made.Add(new Hearing(_raid.Id, courtCase, hearing, SourceOf(hearing, at), follows));
        }

        db.Hearings.AddRange(made);
    }
}
