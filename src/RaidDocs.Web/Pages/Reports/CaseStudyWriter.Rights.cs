using System.Text.Json;
using RaidDocs.Documents.CaseStudies;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Pages.Violations;

namespace RaidDocs.Web.Pages.Reports;

// What the women said, what was promised, which rights were broken, what it cost, and what nobody knows.
internal sealed partial class CaseStudyWriter
{
    private WhatTheySaid WhatTheySaid()
    {
        var quotes = disclosed.Quotes;
        return new WhatTheySaid(
        [
            .. quotes.Select(quote => new Quote(
                quote.UnderTheName is { } name ? $"{quote.Speaker} ({name})" : quote.Speaker,
                [
                    .. quote.Told.Passages.Select(passage => new QuotedPassage(
                        passage.Text, Bcp47(passage.Language ?? quote.Told.Language), passage.Translation)),
                ],
                Method(quote.Told) is { } method ? Capital(method) : null)),
        ])
        {
            Blanks = Blanks(
                (disclosed.TestimoniesInAll == 0, words.T["No testimony is recorded."]),
                (disclosed.TestimoniesInAll > quotes.Count, words.T["{0} testimonies are not quoted: no free and lasting consent to it is recorded.", disclosed.TestimoniesInAll - quotes.Count])),
        };
    }

    private string? Method(TestimonyInCase told) => StudyWords.Join(
        told.Language is null ? null : words.T["In {0}", words.Of(ListName.Languages, told.Language)],
        told.Interpreter == InterpreterKind.NotKnown ? null : words.T["interpreter: {0}", told.Interpreter],
        told.InterpreterUnderstood == Answer.NotAsked ? null : words.T["she understood the interpreter: {0}", told.InterpreterUnderstood],
        told.PlaceKind is null ? null : words.T["place: {0}", told.PlaceKind],
        told.WhoWasInTheRoom is null ? null : words.T["in the room: {0}", told.WhoWasInTheRoom],
        words.When(told.ToldOn));

    private string Bcp47(string? language)
    {
        if (words.Lists.Find(ListName.Languages, language) is not { } item)
        {
            return "und";
        }

        using var data = JsonDocument.Parse(item.Data);
        return data.RootElement.TryGetProperty("bcp47", out var tag) ? tag.GetString() ?? item.Key : item.Key;
    }

    private Promises Promises()
    {
        var answers = file.Checklist.Where(answer => answer.TakenBack is null).ToLookup(answer => answer.Criterion);
        return new Promises([.. words.Lists[ListName.SmartRaid].Select(criterion => PromiseOf(criterion, [.. answers[criterion.Key]]))]);
    }

    private PromiseRow PromiseOf(ReferenceItem criterion, List<ChecklistInCase> answers) => new(
        $"{criterion.Key}. {words.Of(ListName.SmartRaid, criterion.Key)}",
        IsOurs(criterion),
        Reply(answers.Where(answer => answer.Voice == Voice.Authority)),
        Reply(answers.Where(answer => answer.Voice == Voice.Woman)),
        [
            .. answers.Where(answer => answer.Voice is not (Voice.Authority or Voice.Woman))
                .Select(answer => new PromiseReply(Kept(answer.Answer), words.Note(answer), words.Whose(answer))),
        ],
        [.. answers.Select(answer => answer.Source).OfType<string>().Distinct()]);

    // Two answers of one voice stand in one cell, the worst first: nothing is averaged.
    private PromiseReply Reply(IEnumerable<ChecklistInCase> answers)
    {
        var given = answers.OrderByDescending(answer => Kept(answer.Answer)).ToList();
        return given.Count == 0
            ? new PromiseReply(PromiseAnswer.NotKnown)
            : new PromiseReply(Kept(given[0].Answer), StudyWords.Join(given.Select(answer =>
                given.Count == 1 ? words.Note(answer) : WithNotes(words.T.Of(answer.Answer), words.Note(answer)))));
    }

    private static PromiseAnswer Kept(Promise answer) => answer switch
    {
        Promise.Met => PromiseAnswer.Kept,
        Promise.Partly => PromiseAnswer.Partly,
        Promise.NotMet => PromiseAnswer.NotKept,
        _ => PromiseAnswer.NotKnown,
    };

    private static bool IsOurs(ReferenceItem criterion)
    {
        using var data = JsonDocument.Parse(criterion.Data);
        return data.RootElement.TryGetProperty("origin", out var origin) && origin.GetString() == "ours";
    }

    private RightsBroken RightsBroken()
    {
        return new RightsBroken([.. file.Violations.OrderBy(violation => violation.Act, StringComparer.Ordinal).Select(RightOf)])
        {
            Blanks = Blanks(
                (disclosed.ViolationsInAll == 0, words.T["No broken right is recorded yet."]),
                (file.Violations.Count == 0 && disclosed.ViolationsInAll > disclosed.ViolationsNotAgreed, words.T[NotInPrint]),
                (disclosed.ViolationsNotAgreed > 0, words.T["{0} entries are not printed: no second person has agreed to them yet.", disclosed.ViolationsNotAgreed])),
        };
    }

    private RightRow RightOf(ViolationInCase violation) => new(
        words.Lists.WordedThen(violation, Infrastructure.Texts.IsThai) ?? words.Of(ListName.Acts, violation.Act),
        [.. violation.Articles.Select(ArticleOf)],
        (violation.AllWomen, violation.Women.Count) switch
        {
            (true, _) => words.T["all women"],
            (_, 0) => words.T["how many is not known"],
            var (_, women) => disclosed.Tell(women, file.Women.Count) is { } told ? words.T["{0} of {1}", told, Math.Max(file.Women.Count, told)] : words.T["some of the women"],
        },
        Codes(violation.Women),
        WithNotes(words.T.Of(violation.HowSure), violation.ReviewedBy is null ? words.T["not yet agreed by a second person"] : null),
        violation.Sources)
    {
        Note = StudyWords.Join(
            violation.Description,
            violation.By.Count == 0 ? null : words.T["by: {0}", words.All(ListName.Agencies, violation.By)],
            words.When(violation.On),
            words.Note(violation)),
    };

    private Article ArticleOf(string article)
    {
        var name = words.Lists.ArticleWords(article);
        var from = words.Lists.BindingFrom(article);
        if (from is null)
        {
            return new Article(name, words.Lists.IsSoftLaw(article) ? words.T["not a treaty"] : words.T["check from when it binds Thailand"]);
        }

        if (!PartialDate.TryRead(from, out var binding, out _) || file.Raid.When?.Date is not { Precision: not DatePrecision.Unknown } raid)
        {
            return new Article(name);
        }

        return binding.Earliest > raid.Latest ? new Article(name, words.T["binding on Thailand from {0}, after this raid", binding]) : new Article(name);
    }

    private FamiliesAndMoney FamiliesAndMoney()
    {
        var each = audience.SeesEachWoman();
        var lines = file.Women.SelectMany(woman => woman.Money).Concat(file.Money).ToList();
        return new FamiliesAndMoney(
            each
                ?
                [
                    .. Together(file.Women.SelectMany(woman => woman.Money.Select(line => (woman.Code, line.Source, MoneyOf(line) with { Sources = [] }))), (row, women, sources) => row with { Women = women, Sources = sources }),
                    .. file.Money.Select(MoneyOf),
                ]
                : [],
            [
                .. Lines(Topic.Families),
                .. audience.SeesHerself()
                    ? Together(file.Women.SelectMany(woman => LivesOnHer(woman).Select(line => (woman.Code, (string?)null, line))), (row, women, _) => row with { Women = women })
                    : [],
            ])
        {
            Total = Total(lines),
            Blanks = Blanks(
                (!each && lines.Count > 0, words.T["Single amounts are left out for this audience: they tell about each woman."]),
                (lines.Count == 0, words.T["No amount of money is recorded."]),
                (Lines(Topic.Families).Count == 0, words.T["What it did to the families is not recorded."])),
        };
    }

    private MoneyLine MoneyOf(MoneyInCase line) => new(
        StudyWords.Join(Capital(words.T.Of(line.Kind)), line.Statute, line.PaidTo is null ? null : words.T["to: {0}", line.PaidTo], words.When(line.On))!.TrimEnd('.'),
        line.Baht is { } baht ? StudyWords.Baht(baht) : words.T["not known"],
        [],
        words.Whose(line),
        StudyWords.Marks(line.Source),
        words.Note(line));

    private string? Total(List<MoneyInCase> lines)
    {
        var sums = lines.Where(line => line.Baht is not null).GroupBy(line => line.Kind).OrderBy(kind => kind.Key)
            .Select(kind => $"{words.T.Of(kind.Key)} {StudyWords.Baht(kind.Sum(line => line.Baht!.Value))}")
            .ToList();
        return sums.Count == 0 ? null : words.T["Together, as told: {0}.", string.Join(", ", sums)];
    }

    private IEnumerable<Line> LivesOnHer(WomanInCase woman)
    {
        var told = StudyWords.Join(
            words.Of(woman.Dependants) is { } dependants ? words.T["dependants: {0}", dependants] : null,
            woman.DailyEarnings is { } baht ? words.T["earned {0} a day by her own estimate", StudyWords.Baht(baht)] : null);
        if (told is not null)
        {
            yield return new Line(Capital(told), words.T.Of(Voice.Woman), null, []);
        }
    }

    private NotKnown NotKnown() => new(
    [
        .. Asked(words.T["How the night ended for her"], woman => woman.HowItEnded),
        .. Asked(words.T["Her papers"], woman => woman.Papers),
        .. Asked(words.T["What she wants"], woman => woman.Wants),
        .. Unasked(words.T["Her age, by anyone"], woman => woman.Ages.Count == 0),
        .. Unasked(words.T["Where she was held"], woman => woman.Stays.Count == 0),
        .. Unasked(words.T["Whether a paper was seen for holding her"], woman => woman.Stays.Exists(stay => stay.PaperSeen is Answer.NotAsked)),
        .. Unasked(words.T["Whether she was told why she was held"], woman => woman.Stays.Exists(stay => stay.ToldWhy is Answer.NotAsked)),
        .. words.Lists[ListName.SmartRaid]
            .Where(criterion => file.Checklist.TrueForAll(answer => answer.Criterion != criterion.Key || answer.Answer == Promise.NotKnown || answer.TakenBack is not null))
            .Select(criterion => new NotKnownLine($"{criterion.Key}. {words.Of(ListName.SmartRaid, criterion.Key)}", words.T.Of(Gap.NotKnown))),
    ]);

    private IEnumerable<NotKnownLine> Asked(string what, Func<WomanInCase, Said?> of) => file.Women
        .GroupBy(woman => of(woman) is { } said ? said.Gap : Gap.NotAsked)
        .Where(group => group.Key is not null)
        .Select(group => Unknown(what, group.Key!.Value, [.. group]));

    private IEnumerable<NotKnownLine> Unasked(string what, Func<WomanInCase, bool> isUnknown)
    {
        var women = file.Women.Where(isUnknown).ToList();
        return women.Count == 0 ? [] : [Unknown(what, Gap.NotAsked, women)];
    }

    private NotKnownLine Unknown(string what, Gap gap, List<WomanInCase> women) => audience.SeesEachWoman()
        ? new NotKnownLine(what, words.T.Of(gap)) { Women = [.. women.Select(woman => woman.Code)] }
        : new NotKnownLine($"{what} ({Women(women.Count)})", words.T.Of(gap));
}
