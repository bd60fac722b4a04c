using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Disclosure;

// What is made coarser for an audience: places, days, what a woman told of herself.
public static partial class DisclosureGate
{
    private static readonly Said NotTold = Said.Read(Gaps.Phrase(Gap.Withheld))!;

    private static PartialDate? Month(PartialDate? date) => date is { Precision: DatePrecision.Day or DatePrecision.Range, Gap: null }
        ? PartialDate.OfMonths(date.Earliest, date.Latest)
        : date;

    private static PartialDateTime? Month(PartialDateTime? moment) =>
        moment is { Date.Gap: null } && Month(moment.Date) is { } month ? PartialDateTime.Of(month) : moment;

    private sealed partial class Passing
    {
        private FacilityInCase Coarse(FacilityInCase place) => SeesPlaces ? place : place with
        {
            Name = words.KindOfPlace(place.Kind),
            Place = null,
            Province = null,
            Notes = [.. place.Notes.Select(note => note with { On = Month(note.On) })],
        };

        private WomanInCase Coarse(WomanInCase woman)
        {
            var kept = woman with { Names = [], Consents = [], NotToday = [], SameAs = null };
            if (bundle?.Hide.Ages == true)
            {
                kept = kept with { Ages = kept.Ages.ConvertAll(Banded) };
            }

            if (audience.SeesHerself())
            {
                return kept;
            }

            kept = kept with
            {
                From = Hidden(woman.From),
                Nationality = Hidden(woman.Nationality),
                Ethnicity = Hidden(woman.Ethnicity),
                Papers = Hidden(woman.Papers),
                Dependants = Hidden(woman.Dependants),
                DailyEarnings = null,
                Procedures = [.. woman.Procedures.Select(done => done with { Result = null })],
                Stays = [.. woman.Stays.Select(stay => stay with { Conditions = null })],
            };
            return audience.SeesEachWoman() ? kept : OnlyCounted(kept);
        }

        // Nothing of this is printed as it stands: numbers are made of it. What no number needs is not there.
        private static WomanInCase OnlyCounted(WomanInCase woman) => woman with
        {
            WordForWork = Hidden(woman.WordForWork),
            Wants = Hidden(woman.Wants),
            Role = Hidden(woman.Role),
            HowItEnded = Hidden(woman.HowItEnded),
            Ages = [.. woman.Ages.Select(age => new AgeInCase { Voice = age.Voice, Low = age.Low, TakenBack = Blank(age.TakenBack) })],
            Labels = [.. woman.Labels.Select(label => new LabelInCase { Voice = label.Voice, Kind = label.Kind, TakenBack = Blank(label.TakenBack) })],
            Stays =
            [
                .. woman.Stays.Select(stay => new StayInCase
                {
                    Voice = stay.Voice,
                    Facility = stay.Facility,
                    From = stay.From,
                    To = stay.To,
                    Ending = stay.Ending,
                    PaperSeen = stay.PaperSeen,
                    ToldWhy = stay.ToldWhy,
                }),
            ],
            Procedures = [.. woman.Procedures.Select(done => new ProcedureInCase { Voice = done.Voice, Kind = done.Kind, Consent = done.Consent })],
            Clocks =
            [
                .. woman.Clocks.Select(clock => new ClockInCase
                {
                    Voice = clock.Voice,
                    Rule = clock.Rule,
                    Edition = clock.Edition,
                    Start = clock.Start,
                    Extensions = clock.Extensions,
                    PaperSeen = clock.PaperSeen,
                    End = clock.End,
                    EndedOn = clock.EndedOn,
                }),
            ],
            Money = [.. woman.Money.Select(line => new MoneyInCase { Voice = line.Voice, Kind = line.Kind, Baht = line.Baht })],
        };

        private static Said? Hidden(Said? said) => said is { Gap: null } ? NotTold : said;

        private static string? Blank(string? because) => because is null ? null : "-";

        // The only woman who speaks a language is found by it.
        private CaseFile WithFewLanguagesLess(CaseFile file)
        {
            if (audience.SeesEachWoman())
            {
                return file;
            }

            var few = file.Women.SelectMany(woman => woman.Languages.Distinct()).CountBy(language => language)
                .Where(language => audience.Tell(language.Value, file.Women.Count) is null)
                .Select(language => language.Key)
                .ToHashSet(StringComparer.Ordinal);
            var fewKinds = file.Women.SelectMany(woman => woman.Money.Select(line => line.Kind).Distinct()).CountBy(kind => kind)
                .Where(kind => audience.Tell(kind.Value, file.Women.Count) is null)
                .Select(kind => kind.Key)
                .ToHashSet();
            if (few.Count > 0)
            {
                _leftOut.Add(LeftOut.Of(LeftOutField.FewSpeak, LeftOutReason.SmallGroup));
            }

            if (fewKinds.Count > 0)
            {
                _leftOut.Add(LeftOut.Of(LeftOutField.FewPaid, LeftOutReason.SmallGroup));
            }

            return file with
            {
                Women =
                [
                    .. file.Women.Select(woman => woman with
                    {
                        Languages = [.. woman.Languages.Where(language => !few.Contains(language))],
                        Money = [.. woman.Money.Where(line => !fewKinds.Contains(line.Kind))],
                    }),
                ],
            };
        }

        private ChronologyInCase Coarse(ChronologyInCase line) =>
            audience.SeesDays() || Public.Contains(line.Topic) ? line : line with { When = Month(line.When), ToldOn = Month(line.ToldOn) };

        private ViolationInCase Coarse(ViolationInCase one) => audience.SeesDays() ? one : one with { On = Month(one.On) };

        private CourtCaseInCase Coarse(CourtCaseInCase one) => audience.SeesDays() ? one : one with
        {
            Number = null,
            OpenedOn = Month(one.OpenedOn),
            IndictedOn = Month(one.IndictedOn),
            JudgmentOn = Month(one.JudgmentOn),
            EndedOn = Month(one.EndedOn),
            Hearings = [.. one.Hearings.Select(hearing => hearing with { On = Month(hearing.On), Next = Month(hearing.Next), Room = null, WhoGoes = null })],
        };
    }
}
