using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Disclosure;

// What must not be found in the result: the difference between the whole case and what was let through.
public static partial class DisclosureGate
{
    private sealed partial class Passing
    {
        private IEnumerable<WithheldText> WithheldOf(CaseFile file, List<QuotedTestimony> quotes, IReadOnlyList<WithheldText> names)
        {
            var allowed = new AllowedTexts([.. CaseTexts.In(file), .. CaseTexts.In(quotes)]);
            var texts = CaseTexts.In(everything with { Women = [.. everything.Women.Select(woman => woman with { Names = [] })] })
                .Where(text => !allowed.Contains(text.Text))
                .Select(text => new WithheldText(text.Place, text.Text, WithheldKind.Text));
            return [.. texts, .. names, .. CodesNotTold(file)];
        }

        // Of these only the month is told, or nothing. A day that stands elsewhere in the document is no secret, nor is one in her
        // own words, nor the day the document is made.
        private IEnumerable<(string Place, DateOnly Day)> DaysNotTold(CaseFile file, List<QuotedTestimony> quotes)
        {
            if (audience.SeesDays())
            {
                return [];
            }

            // Where the women are only counted, nothing of their days is printed.
            var printed = audience.SeesEachWoman() ? file : file with { Women = [] };
            var told = CaseTexts.DatesIn(printed).Concat(CaseTexts.DatesIn(quotes)).SelectMany(one => Days(one.Date))
                .Concat(CaseTexts.In(quotes).SelectMany(text => DaysInText.Find(text.Text)))
                .Append(today)
                .ToHashSet();
            // The days of laws are everybody's.
            return CaseTexts.DatesIn(everything with { ClockRules = [] }).SelectMany(one => Days(one.Date).Select(day => (one.Place, Day: day)))
                .Where(one => !told.Contains(one.Day))
                .DistinctBy(one => one.Day);
        }

        private static IEnumerable<DateOnly> Days(PartialDate date) => date.Precision switch
        {
            DatePrecision.Day => [date.Earliest],
            DatePrecision.Range => [date.Earliest, date.Latest],
            _ => [],
        };

        private IEnumerable<WithheldText> CodesNotTold(CaseFile file)
        {
            var told = file.Women.Select(woman => woman.Code).ToHashSet(StringComparer.Ordinal);
            return everything.Women.Where(woman => !told.Contains(woman.Code)).Select(woman => new WithheldText("women, code", woman.Code, WithheldKind.Code));
        }

        // Names that the list of persons prints are no secret there.
        private List<WithheldText> NamesNotTold(List<PersonTold> persons)
        {
            var told = persons.Select(person => person.Name).OfType<string>().SelectMany(name => name.Split(NamesApart)).SelectMany(LeakSearch.NameParts).Select(Folded).ToHashSet(StringComparer.Ordinal);
            return [.. Names().Where(name => !told.Contains(Folded(name.Text)))];
        }

        // A name she chose for print is hers to be printed.
        private IEnumerable<WithheldText> Names()
        {
            var chosen = everything.Women.SelectMany(woman => woman.Consents).Select(record => record.ChosenName).OfType<string>().Select(Folded).ToHashSet(StringComparer.Ordinal);
            return everything.Women
                .SelectMany(woman => woman.Names.SelectMany(name => LeakSearch.NameParts(name.Text)).Select(part => new WithheldText($"names of {woman.Code}", part, WithheldKind.Name)))
                .Where(name => !chosen.Contains(Folded(name.Text)))
                .DistinctBy(name => Folded(name.Text));
        }

        private static IEnumerable<CaseText> NamesInTexts(CaseFile file, List<QuotedTestimony> quotes, IReadOnlyList<WithheldText> withheld)
        {
            var names = withheld.Select(name => new SoughtName(name.Text)).ToList();
            return CaseTexts.In(file).Concat(CaseTexts.In(quotes).Select(text => text with { Place = $"testimonies {text.Place}" }))
                .Where(text => new SearchedText(text.Text) is var searched && names.Exists(name => name.IsIn(searched)))
                .DistinctBy(text => text.Place);
        }

        private static string Folded(string text) => SearchText.Fold(text).Trim();
    }
}
