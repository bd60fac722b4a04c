using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Disclosure.Bundles;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Testimonies;

namespace RaidDocs.Domain.Disclosure;

/// <summary>Words that the gate writes in the place of others.</summary>
/// <param name="AWoman">For a code of a woman of whom nothing may be told.</param>
/// <param name="APlace">For the district of the raid.</param>
/// <param name="KindOfPlace">A kind of facility in words, for its name.</param>
/// <param name="Woman">"Woman 5", where women stand in a list of persons and nothing else may be told of this one.</param>
public sealed record GateWords(string AWoman, string APlace, Func<string, string> KindOfPlace, Func<string, string>? Woman = null);

/// <summary>
/// The one way out. It takes the whole case with its names, asks each woman's answers, and builds from what is allowed;
/// it never blackens. Whatever is printed or exported of a case is made from its result.
/// </summary>
public static partial class DisclosureGate
{
    /// <param name="whole">The case with names: they are what must not be found in the result.</param>
    /// <param name="audience">For whom.</param>
    /// <param name="forWhom">The partner or body by name.</param>
    /// <param name="today">Local day.</param>
    /// <param name="words">Of the document's language.</param>
    /// <param name="bundle">For a case file: what its maker chose. She may hide more than the audience's rules, never less.</param>
    /// <param name="staff">Sign-in names of the team, to be hidden where the maker hides them.</param>
    /// <param name="rows">For tables and programs: which answers they need, and which codes they carry.</param>
    public static Disclosed LetThrough(
        CaseFile whole, Audience audience, string? forWhom, DateOnly today, GateWords words, BundleWishes? bundle = null, IReadOnlyCollection<string>? staff = null, RowWishes? rows = null)
    {
        var about = bundle?.Woman is { } woman ? AboutOne(whole, woman) : whole;
        return new Passing(about, whole, audience, forWhom, today, words, bundle, rows, new HiddenWords(bundle?.Hide ?? NothingMore, staff ?? [])).Run();
    }

    private static readonly HideAlso NothingMore = new() { StaffNames = false, PhoneNumbers = false };

    // Chronology of these topics keeps its days for everybody: the night itself, and what others said and did in public.
    private static readonly HashSet<Topic> Public = [Topic.Beginning, Topic.TheNight, Topic.Authorities, Topic.Method];

    private sealed partial class Passing(
        CaseFile whole, CaseFile everything, Audience audience, string? forWhom, DateOnly today, GateWords words, BundleWishes? bundle, RowWishes? rows, HiddenWords hiddenWords)
    {
        private readonly List<LeftOut> _leftOut = [];
        private readonly List<DisclosedPart> _parts = [];
        private List<WomanInCase> _told = [];
        private Dictionary<string, string> _codes = [];

        public Disclosed Run()
        {
            var told = _told = [.. whole.Women.Where(MayBeTold)];
            var codes = _codes = CodesOf(told);
            var quotes = rows is null ? Quotes() : [];
            var files = rows is null ? Chosen(Files()) : [];
            NoteFiles(files);
            var persons = Persons(told);
            var file = whole with
            {
                Raid = SeesPlaces ? whole.Raid : whole.Raid with { Place = null, AgenciesNote = null },
                Facilities = [.. whole.Facilities.Select(Coarse)],
                Women = [.. told.Select(woman => Coarse(woman) with { Code = codes[woman.Code] }).OrderBy(woman => woman.Code, StringComparer.Ordinal)],
                Testimonies = [],
                Evidence = files,
                Sources = [.. whole.Sources.Select(source => source with { Testimony = null, Evidence = files.Exists(one => one.Code == source.Evidence) ? source.Evidence : null })],
                CourtCases = [.. whole.CourtCases.Where(one => IsTold(one)).Select(one => Coarse(one) with { Women = [.. one.Women.Where(part => audience.SeesEachWoman() && codes.ContainsKey(part.Woman)).Select(part => part with { Woman = codes[part.Woman] })], Orders = [.. one.Orders.Where(order => audience.SeesEachWoman() && IsTold(order.Women)).Select(order => order with { Women = Mapped(order.Women, codes) })], Hearings = [.. Coarse(one).Hearings.Select(day => audience.SeesHerself() ? day : day with { WhoGoes = null })] })],
                Chronology = [.. whole.Chronology.Select(line => Coarse(line) with { Women = Mapped(line.Women, codes) })],
                Violations = [.. whole.Violations.Where(one => IsTold(one) && IsReviewed(one)).Select(one => Coarse(one) with { Women = Mapped(one.Women, codes), Passages = [] })],
                NothingToCode = [],
            };
            file = WithFewLanguagesLess(file with { ClockRules = [.. whole.ClockRules.Where(rule => file.Women.Exists(woman => woman.Clocks.Exists(clock => clock.Rule == rule.Code)))] });
            var hidden = DaysNotTold(file, quotes).ToDictionary(one => one.Day, one => one.Place);
            var written = Written(told);
            file = CaseTexts.Change(file, text => hiddenWords.Hide(DaysInText.Shorten(written(text), hidden.ContainsKey)));
            quotes = quotes.ConvertAll(quote => quote with { Told = CaseTexts.Change(quote.Told, hiddenWords.Hide) });
            NoteFields();
            var names = NamesNotTold(persons);
            return new Disclosed(audience, forWhom, file, whole.Women.Count, quotes)
            {
                Persons = persons,
                Hidden = hiddenWords.Found,
                TestimoniesInAll = whole.Testimonies.Count,
                ViolationsInAll = whole.Violations.Count,
                ViolationsNotAgreed = whole.Violations.Count(IsNotAgreed),
                CourtCasesInAll = whole.CourtCases.Count,
                LinesOfOthers = whole.Chronology.Index().Where(line => !IsTold(line.Item.Women)).Select(line => line.Index).ToHashSet(),
                LeftOut = _leftOut,
                Parts = _parts,
                NamesInTexts = [.. NamesInTexts(file, quotes, names)],
                Withheld = [.. WithheldOf(file, quotes, names), .. hiddenWords.Withheld, .. hidden.Select(one => new WithheldText(one.Value, one.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), WithheldKind.Day))],
            };
        }

        /// <summary>
        /// Our own team keeps what it saw and was told of a woman until she says no; to everybody else nothing of her is told
        /// without her yes. Where no row of hers is printed, she is only counted, and that is a purpose of its own.
        /// </summary>
        private bool MayBeTold(WomanInCase woman)
        {
            var hers = new WomanConsents(woman, forWhom, today);
            LeftOut? missing;
            if (rows is not null)
            {
                missing = hers.Missing(NeededConsent.For(rows.Surface, audience), null);
            }
            else if (audience == Audience.Team)
            {
                missing = hers.StateOf(Purpose.Keep) is ConsentState.No or ConsentState.TakenBack ? hers.Missing([Purpose.Keep], null) : null;
            }
            else
            {
                missing = hers.Missing(
                    [Purpose.Keep, .. audience.SeesEachWoman() ? NeededConsent.ToLeaveFor(audience) : [Purpose.CountInStatistics]], null);
            }

            if (missing is not null)
            {
                _leftOut.Add(missing);
                return false;
            }

            if (audience.SeesEachWoman() && rows is not { Surface: Surface.Statistics })
            {
                _parts.Add(new DisclosedPart(woman.Code, null, []));
            }

            return true;
        }

        // What is about women of whom nothing may be told is not told either; what names nobody is.
        private bool IsTold(List<string> women) => women.Count == 0 || women.Exists(_codes.ContainsKey);

        private bool IsTold(ViolationInCase violation) => violation.AllWomen || IsTold(violation.Women);

        // A case against others names those who have a part in it; a part that was taken back counts where there is no other.
        private bool IsTold(CourtCaseInCase one)
        {
            var parts = one.Women.FindAll(part => part.TakenBack is null);
            return IsTold((parts.Count == 0 ? one.Women : parts).ConvertAll(part => part.Woman)) || one.Orders.Exists(order => order.Women.Exists(_codes.ContainsKey));
        }

        // Of a right of which nothing is told anyway it is not said that nobody agreed to it.
        private bool IsNotAgreed(ViolationInCase violation) => IsTold(violation) && !IsReviewed(violation);

        private bool IsReviewed(ViolationInCase violation) => audience.SeesUnreviewed() || violation.ReviewedBy is not null;

        private List<QuotedTestimony> Quotes()
        {
            var allowed = whole.Testimonies.Where(told => bundle?.NotTestimonies.Contains(told.Code) != true).Select(Quote).OfType<(TestimonyInCase Told, string Woman, string? Name)>().ToArray();
            if (IsBundleOfRows)
            {
                return [.. allowed.Select(one => new QuotedTestimony(one.Woman, one.Name, one.Told))];
            }

            // In an order of this document alone: neither the code nor the place in the list joins two documents.
            RandomNumberGenerator.Shuffle<(TestimonyInCase Told, string Woman, string? Name)>(allowed);
            var speakers = allowed.Select(one => one.Woman).Distinct().ToList();
            return
            [
                .. allowed.OrderBy(one => speakers.IndexOf(one.Woman)).Select(one => new QuotedTestimony(
                    string.Create(CultureInfo.InvariantCulture, $"M{speakers.IndexOf(one.Woman) + 1}"), one.Name, one.Told)),
            ];
        }

        private (TestimonyInCase Told, string Woman, string? Name)? Quote(TestimonyInCase told)
        {
            if (told.Woman is null || whole.Women.Find(woman => woman.Code == told.Woman) is not { } woman)
            {
                _leftOut.Add(new LeftOut(LeftOutKind.Testimony, told.Code, LeftOutReason.NobodyToAsk));
                return null;
            }

            var hers = new WomanConsents(woman, forWhom, today);
            if (hers.Missing(NeededConsent.For(IsBundleOfRows ? Surface.Bundle : Surface.Report, audience), told.Code) is { } missing)
            {
                _leftOut.Add(missing);
                return null;
            }

            var newest = hers.Newest(IsBundleOfRows ? NeededConsent.ToLeaveFor(audience)[0] : Purpose.QuoteInReport, told.Code)!;
            if (!audience.SeesMarkedPassages() && MayBeAChild(woman) && newest.GuardianNote is null)
            {
                _leftOut.Add(new LeftOut(LeftOutKind.Testimony, told.Code, LeftOutReason.MayBeAChild));
                return null;
            }

            var numbers = Enumerable.Range(1, told.Passages.Count).Where(number => MayBeQuoted(told, number)).ToList();
            if (numbers.Count == 0)
            {
                return null;
            }

            _parts.Add(new DisclosedPart(woman.Code, told.Code, numbers));
            var kept = told with
            {
                Passages = [.. numbers.Select(number => told.Passages[number - 1])],
                Woman = null,
                Interviewer = bundle?.Hide.StaffNames == true ? null : told.Interviewer,
                Note = audience.SeesHerself() ? told.Note : null,
                NeverFor = null,
                InterpreterOpinion = audience.SeesHerself() ? told.InterpreterOpinion : null,
                InterpreterConflict = audience.SeesHerself() ? told.InterpreterConflict : null,
                Ticks = new QuickTicks(),
                ToldOn = audience.SeesDays() ? told.ToldOn : Month(told.ToldOn),
            };
            return (CaseTexts.Change(kept, Written(IsBundleOfRows ? _told : [])), woman.Code, IsBundleOfRows ? NameOf(woman) : newest.IdentityForm == IdentityForm.ChosenName ? newest.ChosenName : null);
        }

        private bool MayBeQuoted(TestimonyInCase told, int number)
        {
            var passage = told.Passages[number - 1];
            LeftOutReason? reason = passage switch
            {
                { NotForDisclosure: true } => LeftOutReason.NotForDisclosure,
                { IdentifiesHer: true } when !audience.SeesMarkedPassages() => LeftOutReason.IdentifiesHer,
                { SexualDetail: true } when !audience.SeesMarkedPassages() => LeftOutReason.SexualDetail,
                _ => null,
            };
            if (reason is { } why)
            {
                _leftOut.Add(new LeftOut(LeftOutKind.Passage, string.Create(CultureInfo.InvariantCulture, $"{told.Code}, {number}"), why));
            }

            return reason is null;
        }

        // One voice that says under 18 is enough: the doubt counts for her.
        private static bool MayBeAChild(WomanInCase woman) => woman.Ages.Exists(age => age.TakenBack is null && age.Low < 18);

        // Where no row is printed no code of the case is kept either: numbers in a chance order stand for them, and so they do in
        // tables, which are laid beside other tables.
        private bool KeepsCodes => audience.SeesEachWoman() && rows is not { FreshCodes: true };

        private Dictionary<string, string> CodesOf(List<WomanInCase> told)
        {
            if (KeepsCodes)
            {
                return told.ToDictionary(woman => woman.Code, woman => woman.Code);
            }

            var order = told.Select(woman => woman.Code).ToArray();
            RandomNumberGenerator.Shuffle<string>(order);
            var sign = audience.SeesEachWoman() ? 'P' : '#';
            return order.Select((code, index) => (code, Fresh: string.Create(CultureInfo.InvariantCulture, $"{sign}{index + 1:000}"))).ToDictionary(one => one.code, one => one.Fresh);
        }

        private static List<string> Mapped(List<string> women, Dictionary<string, string> codes) =>
            [.. women.Where(codes.ContainsKey).Select(code => codes[code])];

        /// <summary>What people wrote, without the codes and the names of places that are not told.</summary>
        private Func<string, string> Written(List<WomanInCase> told)
        {
            var kept = audience.SeesEachWoman() ? told.Select(woman => woman.Code).ToHashSet(StringComparer.Ordinal) : [];
            var places = SeesPlaces
                ? []
                : Places().Where(place => place.Name.Length > 3).OrderByDescending(place => place.Name.Length).ToList();
            return text =>
            {
                var coded = Code().Replace(text, found => InPlace.At(text, found.Index, InText(found, kept)));
                return places.Aggregate(coded, (current, place) => InPlace.Replace(current, place.Name, place.Instead));
            };
        }

        private string InText(Match found, HashSet<string> kept)
        {
            var (own, isHere) = (found.Groups["own"].Value, IsOfThisRaid(found));
            if (KeepsCodes && (kept.Contains(own) || !isHere))
            {
                return found.Value;
            }

            return !isHere ? words.AWoman : kept.Contains(own) ? _codes[own] : Nameless(own);
        }

        // A district that the raid is called after is known to every reader.
        private IEnumerable<(string Name, string Instead)> Places() =>
        [
            .. whole.Facilities.Select(place => (place.Name, words.KindOfPlace(place.Kind))),
            .. whole.Raid.Place is { } district && !whole.Raid.Name.Contains(district, StringComparison.OrdinalIgnoreCase)
                ? [(district, words.APlace)]
                : Array.Empty<(string, string)>(),
        ];

        private bool IsOfThisRaid(Match found) => found.Groups["raid"].Value is "" || found.Groups["raid"].Value == $"{whole.Raid.Code}-";

        private void NoteFields()
        {
            if (!audience.SeesEachWoman())
            {
                _leftOut.Add(LeftOut.Of(LeftOutField.EachWoman, LeftOutReason.NotForThisAudience));
            }

            if (!audience.SeesHerself())
            {
                _leftOut.Add(LeftOut.Of(LeftOutField.Herself, LeftOutReason.NotForThisAudience));
            }

            if (!audience.SeesPlaces())
            {
                _leftOut.Add(LeftOut.Of(LeftOutField.Places, LeftOutReason.NotForThisAudience));
            }

            if (!audience.SeesDays())
            {
                _leftOut.Add(LeftOut.Of(LeftOutField.Days, LeftOutReason.NotForThisAudience));
            }

            if (whole.Violations.Exists(IsNotAgreed))
            {
                _leftOut.Add(LeftOut.Of(LeftOutField.Unreviewed, LeftOutReason.NotForThisAudience));
            }
        }
    }

    [GeneratedRegex(@"\b(?<raid>R[0-9]+-)?(?<own>W[0-9]{2,})\b")]
    private static partial Regex Code();
}
