using System.Globalization;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Disclosure;

// What a case file asks of the gate beyond the audience: one woman alone, names by her choice, words to hide, files chosen.
public static partial class DisclosureGate
{
    /// <summary>The case as far as it is about one woman: her rows, and what is about nobody.</summary>
    private static CaseFile AboutOne(CaseFile whole, string woman)
    {
        bool IsHers(IReadOnlyCollection<string> women) => women.Count == 0 || women.Contains(woman);
        var testimonies = whole.Testimonies.FindAll(told => told.Woman == woman);
        return whole with
        {
            Women = whole.Women.FindAll(one => one.Code == woman),
            Testimonies = testimonies,
            Sources = whole.Sources.FindAll(source => source.Testimony is null || testimonies.Exists(told => told.Code == source.Testimony)),
            Evidence = whole.Evidence.FindAll(file => IsHers(file.Women) && (file.Testimony is null || testimonies.Exists(told => told.Code == file.Testimony))),
            CourtCases = [.. whole.CourtCases.Where(one => one.Women.Exists(part => part.Woman == woman)).Select(one => one with
            {
                Women = one.Women.FindAll(part => part.Woman == woman),
                Orders = one.Orders.FindAll(order => IsHers(order.Women)),
            })],
            Chronology = whole.Chronology.FindAll(line => IsHers(line.Women)),
            Violations = whole.Violations.FindAll(one => IsHers(one.Women)),
        };
    }

    private sealed partial class Passing
    {
        private const string NamesApart = " / ";

        // Own lawyers read her name if she lets them; a court reads what she chose for the court; others read codes.
        private bool MayReadNames => bundle is not null && audience is Audience.Lawyer or Audience.Court;

        private bool IsBundleOfRows => bundle is not null && audience.SeesEachWoman();

        private bool SeesPlaces => audience.SeesPlaces() && bundle?.Hide.Places != true;

        /// <summary>The name by which she stands in the list of persons; null where her code does.</summary>
        private string? NameOf(WomanInCase woman)
        {
            if (!MayReadNames || new WomanConsents(woman, forWhom, today).Newest(audience == Audience.Lawyer ? Purpose.Lawyer : Purpose.Court, null) is not { } answer)
            {
                return null;
            }

            var own = string.Join(NamesApart, woman.Names.Where(name => name.TakenBack is null).Select(name => name.Text).Distinct());
            return (answer.IdentityForm, audience) switch
            {
                (IdentityForm.ChosenName, _) => answer.ChosenName,
                (IdentityForm.OwnName, _) => own.Length == 0 ? null : own,
                _ => null,
            };
        }

        private List<PersonTold> Persons(List<WomanInCase> told) => bundle is null || !audience.SeesEachWoman()
            ? []
            : [.. whole.Women.OrderBy(woman => woman.Code, StringComparer.Ordinal).Select(woman =>
                told.Contains(woman) ? new PersonTold(woman.Code, NameOf(woman), IsTold: true) : new PersonTold(Nameless(woman.Code), null, IsTold: false))];

        // "Woman 5": that she is there, and nothing else of her.
        private string Nameless(string code) =>
            IsBundleOfRows && words.Woman is { } woman && WomanCode.ReadNumber(code) is { } number ? woman(number.ToString(CultureInfo.InvariantCulture)) : words.AWoman;

        private static AgeInCase Banded(AgeInCase age)
        {
            var (low, high) = (AgeBands.Of(age.Low), AgeBands.Of(age.High ?? age.Low));
            return age with { Low = low.Low, High = high.High, Basis = null };
        }

        private List<EvidenceInCase> Chosen(List<EvidenceInCase> allowed)
        {
            if (bundle?.Exhibits is not { } chosen)
            {
                return allowed;
            }

            var kept = chosen.Select(code => allowed.Find(file => file.Code == code)).OfType<EvidenceInCase>().ToList();
            var codes = kept.Select(file => file.Code).ToHashSet(StringComparer.Ordinal);
            return [.. kept.Select(file => file with { Parent = file.Parent is { } parent && codes.Contains(parent) ? parent : null })];
        }

        // Files are about women also where no row of theirs is printed: whoever takes back her yes must find them.
        private void NoteFiles(List<EvidenceInCase> files)
        {
            foreach (var woman in bundle is null ? [] : whole.Evidence.Where(one => files.Exists(file => file.Code == one.Code)).SelectMany(one => one.Women).Distinct())
            {
                if (!_parts.Exists(part => part.Woman == woman))
                {
                    _parts.Add(new DisclosedPart(woman, null, []));
                }
            }
        }
    }
}
