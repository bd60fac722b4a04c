using System.Globalization;
using RaidDocs.Documents.Forms;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Reports.Forms;

/// <summary>
/// Fills a form from what the gate let through, the day and nothing else. What the record does not say stays blank: nothing is put in its
/// place. A name is never filled in.
/// </summary>
internal sealed partial class FormWriter(DisclosedForm form, DateOnly asOf, StudyWords words)
{
    // Who is no office of the State.
    private static readonly HashSet<string> NotOfTheState = ["ngo-staff", "journalists", "former-customer", "employer", "interpreter", "other"];

    private readonly CaseFile file = form.Disclosed.File;
    private readonly Texts texts = words.T;
    private readonly SortedSet<string> _sources = new(StringComparer.Ordinal);

    public FormDocument Write()
    {
        FormSection[] sections = form.Kind switch
        {
            FormKind.ArbitraryDetention => [.. ArbitraryDetention()],
            FormKind.SpecialProcedures => [.. SpecialProcedures()],
            _ => [.. Petition()],
        };
        return new()
        {
            Language = Texts.Language,
            Title = Capital(texts.Of(form.Kind)),
            Mark = file.Invented ? texts["Draft, invented case"] : texts["Draft"],
            Notes =
            [
                texts["Filled from what was recorded up to {0}. A lawyer checks it, and fills in the lines, before it leaves.", asOf],
                texts["Women are codes here. Their names are not in this document."],
                texts["Where voices differ, each stands with whose it is. Marks like S1 lead to the list of sources."],
                .. file.Invented ? [texts["This case is invented. Nobody in it is a real person."]] : Array.Empty<string>(),
            ],
            Sections = [.. sections, .. Sources()],
            BlanksHeading = texts["What is still blank"],
            NoBlanks = texts["Nothing is blank."],
            PageWord = texts["Page"],
            OfWord = texts["of"],
        };
    }

    private IEnumerable<FormRow> Identity(WomanInCase woman)
    {
        var named = form.Women.Single(one => one.Code == woman.Code).Name;
        yield return Row(texts["Her code in this form"], Plain(woman.Code));
        yield return named switch
        {
            NameInForm.CodeOnly => Row(texts["Her name"], Plain(woman.Code)) with { Note = texts.Of(named) },
            NameInForm.Initials => Row(texts["Her initials"]) with { Note = texts.Of(named) },
            NameInForm.ChosenName => Row(texts["The name she chose"]) with { Note = texts.Of(named) },
            _ => Row(texts["Her full name"]) with { Note = texts.Of(named) },
        };
        yield return Row(texts["Sex"], Plain(texts["woman"]));
        yield return Row(texts["Age"], [.. woman.Ages.Where(age => age.TakenBack is null).Select(age => Say(Joined(
            words.Number(age.Low, age.High, false), age.Method is null ? null : words.Of(ListName.AgeMethods, age.Method), age.Basis), age, age.Source))]);
        yield return Row(texts["Nationality"], Hers(woman.Nationality));
        yield return Row(texts["Identity papers"], Hers(woman.Papers));
        yield return Row(texts["Languages"], Plain(words.All(ListName.Languages, woman.Languages)));
        yield return Row(texts["Her word for her work"], Hers(woman.WordForWork));
        yield return Row(texts["Address for letters to her"]);
    }

    private IEnumerable<FormRow> Taken(WomanInCase woman)
    {
        var raid = file.Raid;
        yield return Row(texts["Date and time"], Plain(words.When(raid.When is { Date.Gap: Gap.NotAsked } ? null : raid.When)));
        yield return Row(texts["Place"], Plain(Joined(raid.VenueName, words.Of(ListName.VenueKinds, raid.VenueKind is "not-known" ? null : raid.VenueKind), raid.Place, words.Of(ListName.Provinces, raid.Province))));
        yield return Row(texts["Who took her"], Plain(Joined(words.All(ListName.Agencies, raid.Agencies), raid.AgenciesNote)));
        yield return Row(texts["Was a warrant or other decision shown?"]);
        yield return Row(texts["Which office signed it?"]);
        yield return Row(texts["Law that was named"], Plain(raid.LegalBasis));
        yield return Row(texts["How the night ended for her"], Hers(woman.HowItEnded));
        yield return Row(texts["What she was called, by whom"], [.. woman.Labels.Where(label => label.TakenBack is null).SelectMany(Called)]);
    }

    private IEnumerable<FormAnswer?> Called(LabelInCase label)
    {
        yield return Say(
            Joined(
                words.Of(ListName.LabelKinds, label.Kind), label.Words is null ? null : $"\u201C{label.Words}\u201D",
                label.By is null ? null : words.Of(ListName.Agencies, label.By), words.When(label.On), label.Basis),
            label, label.Source);
        if (label.HerAnswer is { } answer)
        {
            yield return new FormAnswer($"\u201C{answer}\u201D", texts.Of(Voice.Woman));
        }
    }

    // Lines that name nobody are of all; those that name her are hers.
    private List<FormRow> Told(string? woman, params Topic[] topics) =>
    [
        .. file.Chronology
            .Where(line => topics.Contains(line.Topic) && (woman is null ? line.Women.Count == 0 : line.Women.Contains(woman)))
            .OrderBy(line => line.When?.EarliestAt ?? DateTime.MaxValue)
            .Select(line => Row(words.When(line.When) ?? texts["date not known"], new FormAnswer(
                line.Standing == Standing.OneSource ? line.What : $"{line.What} ({texts.Of(line.Standing)})", Whose(line, line.Sources)))),
    ];

    private List<FormRow> Done(WomanInCase woman) =>
    [
        .. woman.Procedures.OrderBy(done => done.On?.EarliestAt ?? DateTime.MaxValue).Select(done => Row(
            Capital(texts.Of(done.Kind)),
            Say(
                Joined(
                    words.When(done.On), done.By is null ? null : words.Of(ListName.Agencies, done.By), done.What,
                    done.Consent == Answer.NotAsked ? null : texts["she agreed: {0}", done.Consent],
                    done.SignedHow is null ? null : texts.Of(done.SignedHow),
                    done.Language is null ? null : texts["in {0}", words.Of(ListName.Languages, done.Language)],
                    done.Interpreter == Answer.NotAsked ? null : texts["interpreter: {0}", done.Interpreter],
                    done.Understood == Answer.NotAsked ? null : texts["understood: {0}", done.Understood]),
                done, done.Source))),
    ];

    private FormSection Author(string heading, params FormRow[] first) => new(
        2, heading,
        [
            .. first,
            Row(texts["Name of the person who submits it"]),
            Row(texts["Organisation"]),
            Row(texts["Address"]),
            Row(texts["Phone or e-mail"]),
            Row(texts["Signature"]),
            Row(texts["Date"]),
        ]);

    // Only those that a row names.
    private IEnumerable<FormSection> Sources()
    {
        if (_sources.Count > 0)
        {
            yield return new FormSection(2, texts["Sources"],
            [
                .. file.Sources.Where(source => _sources.Contains(source.Code)).Select(source => Row(source.Code, Plain(Joined(
                    source.Author, source.Title, source.Reference, words.When(source.Date), texts.Of(source.Kind))))),
            ]);
        }
    }

    private static FormRow Row(string label, params IReadOnlyList<FormAnswer?> answers) => new(label, [.. answers.OfType<FormAnswer>()]);

    private static FormAnswer? Plain(string? text) => string.IsNullOrWhiteSpace(text) ? null : new FormAnswer(text);

    private FormAnswer? Say(string? text, Told told, string? source) =>
        string.IsNullOrWhiteSpace(text) ? null : new FormAnswer(text, Whose(told, source is null ? [] : [source]));

    // What may not be told to this reader is a line to fill in with her, as what nobody asked is.
    private FormAnswer? Hers(Said? said) => said switch
    {
        null or { Gap: Gap.NotAsked or Gap.Withheld } => null,
        { Gap: { } gap } => new FormAnswer(texts.Of(gap), texts.Of(Voice.Woman)),
        { Text: { } text } => new FormAnswer(text, texts.Of(Voice.Woman)),
        _ => null,
    };

    private FormAnswer? Yes(Answer answer, Told told, string? source) => answer is Answer.NotAsked or Answer.Withheld ? null : Say(texts.Of(answer), told, source);

    private string Whose(Told told, IReadOnlyList<string> sources)
    {
        _sources.UnionWith(sources);
        return string.Join(", ", [words.Whose(told), .. sources]);
    }

    private static string? Joined(params IEnumerable<string?> parts)
    {
        var filled = parts.Where(part => !string.IsNullOrWhiteSpace(part)).ToList();
        return filled.Count == 0 ? null : string.Join(", ", [.. filled.SkipLast(1).Select(part => part!.TrimEnd('.')), filled[^1]]);
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
}
