using RaidDocs.Documents.CaseStudies;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Procedures;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Reference;

namespace RaidDocs.Web.Pages.Reports;

// Who was taken, what they were called, what was done to them.
internal sealed partial class CaseStudyWriter
{
    private WhoWasTaken WhoWasTaken() => new(
        CountRows(),
        [.. audience.SeesEachWoman() ? file.Women.Select(Taken) : []],
        [
            .. file.Groups.Select(group => new TakenGroup(
                group.Who,
                words.Number(group.Low, group.High, group.About),
                words.Whose(group),
                group.Source,
                StudyWords.Join(group.Status, words.Note(group)))),
        ])
    {
        Reckoning = Reckoning(),
        Blanks = Blanks(
            (disclosed.WomenInAll == 0, words.T["No woman has a row of her own yet."]),
            (!audience.SeesEachWoman() && file.Women.Count > 0, words.T[NotInPrint])),
    };

    private TakenWoman Taken(WomanInCase woman) => new(woman.Code)
    {
        Work = words.Of(woman.WordForWork),
        From = !audience.SeesHerself() ? null : string.Join(", ", new[] { words.Of(woman.From), words.Of(woman.Nationality), words.Of(woman.Ethnicity) }.Where(part => part is not null)),
        Languages = words.All(ListName.Languages, woman.Languages),
        Papers = audience.SeesHerself() ? words.Of(woman.Papers) : null,
        ThatNight = words.Of(woman.Role),
        HowItEnded = words.Of(woman.HowItEnded),
    };

    // Rows and groups against each number that somebody gave: the gap is shown, never filled.
    private string? Reckoning()
    {
        var groups = file.Groups.Where(group => group.AmongTaken).ToList();
        var low = disclosed.WomenInAll + groups.Sum(group => group.Low);
        var high = disclosed.WomenInAll + groups.Sum(group => group.High ?? group.Low);
        var counts = file.Counts.Where(count => count is { Of: CountOf.WomenTaken, TakenBack: null }).ToList();
        if (low == 0 || counts.Count == 0)
        {
            return null;
        }

        var sums = words.T["{0} women with codes and {1} without one make {2}.", disclosed.WomenInAll, words.Number(low - disclosed.WomenInAll, high - disclosed.WomenInAll, false), words.Number(low, high, false)];
        var compared = counts.Select(count => low <= (count.High ?? count.Low) && high >= count.Low
            ? words.T["That agrees with {0} ({1}).", words.Whose(count), words.Number(count.Low, count.High, count.About)]
            : words.T["{0} give another number ({1}): the difference is not explained.", Capital(words.Whose(count)), words.Number(count.Low, count.High, count.About)]);
        return string.Join(' ', compared.Distinct().Prepend(sums));
    }

    private Sorting Sorting()
    {
        var each = audience.SeesEachWoman();
        return new Sorting(
            each ? Together(file.Women.Where(woman => woman.Labels.Count > 0).Select(woman => (woman.Code, (string?)null, LabelsOf(woman))), (row, women, _) => row with { Women = women }) : [],
            each ? Together(file.Women.Where(woman => woman.Ages.Count > 0).Select(woman => (woman.Code, (string?)null, AgesOf(woman))), (row, women, _) => row with { Women = women }) : [])
        {
            Told = Lines(Topic.Sorting),
            Blanks = Blanks(
                (!each && file.Women.Exists(woman => woman.Labels.Count > 0 || woman.Ages.Count > 0), words.T[NotInPrint]),
                (file.Women.TrueForAll(woman => woman.Labels.Count == 0) && Lines(Topic.Sorting).Count == 0, words.T["What the women were called by the authorities is not recorded."])),
        };
    }

    private WomanLabels LabelsOf(WomanInCase woman)
    {
        var standing = woman.Labels.Where(label => label.TakenBack is null).ToList();
        return new WomanLabels(
            [],
            [.. standing.Where(label => label.Voice != Voice.Woman).Select(LabelLine)],
            [
                .. standing.Where(label => label.Voice == Voice.Woman).Select(LabelLine),
                .. standing.Where(label => label.HerAnswer is not null && label.Voice != Voice.Woman)
                    .Select(label => new LabelLine($"“{label.HerAnswer}”", words.T.Of(Voice.Woman), words.When(label.ToldOn))),
            ]);
    }

    private LabelLine LabelLine(LabelInCase label) => new(
        StudyWords.Join(words.Of(ListName.LabelKinds, label.Kind), label.Words is null ? null : $"“{label.Words}”", words.Note(label))!.TrimEnd('.'),
        label.By is null ? words.Whose(label) : words.Of(ListName.Agencies, label.By),
        words.When(label.On),
        label.Basis,
        label.Challenged == Answer.NotAsked ? null : words.T["challenged: {0}", label.Challenged],
        label.Source);

    private WomanAges AgesOf(WomanInCase woman)
    {
        var standing = woman.Ages.Where(age => age.TakenBack is null).ToList();
        return new WomanAges(
            [],
            [.. standing.Where(age => age.Voice != Voice.Woman).Select(AgeLine)],
            [
                .. standing.Where(age => age.Voice == Voice.Woman).Select(AgeLine),
                .. standing.Where(age => age.HerAnswer is not null && age.Voice != Voice.Woman)
                    .Select(age => new AgeLine($"“{age.HerAnswer}”", words.T.Of(Voice.Woman))),
            ]);
    }

    private AgeLine AgeLine(AgeInCase age) => new(
        words.Number(age.Low, age.High, false),
        words.Whose(age),
        StudyWords.Join(
            age.Method is null ? null : words.Of(ListName.AgeMethods, age.Method),
            age.Basis,
            age.DecidedFromIt is null ? null : words.T["decided from it: {0}", age.DecidedFromIt],
            age.Challenged == Answer.NotAsked ? null : words.T["challenged: {0}", age.Challenged],
            words.Note(age))?.TrimEnd('.'),
        words.When(age.ToldOn),
        age.Source);

    private Documents.CaseStudies.Procedures ProceduresDone()
    {
        var rows = file.Women.SelectMany(woman => woman.Procedures.Select(done => (woman.Code, Done: done))).ToList();
        return new Documents.CaseStudies.Procedures(audience.SeesEachWoman() ? Together(rows.Select(row => (row.Code, row.Done.Source, Row(row.Done))), (row, women, sources) => row with { Women = women, Sources = sources }) : [])
        {
            Told = [.. Lines(Topic.Tests), .. audience.SeesEachWoman() ? [] : Numbers(rows)],
            Blanks = Blanks(
                (!audience.SeesEachWoman() && rows.Count > 0, words.T[NotInPrint]),
                (rows.Count == 0 && Lines(Topic.Tests).Count == 0, words.T["Whether tests, searches or signatures were forced is not recorded."])),
        };
    }

    private ProcedureRow Row(ProcedureInCase done) => new(
        Capital(words.T.Of(done.Kind)),
        [],
        words.Whose(done),
        null,
        [])
    {
        Note = StudyWords.Join(
            done.What,
            done.SignedHow is null ? null : words.T["signed: {0}", done.SignedHow],
            audience.SeesHerself() && done.Result is not null ? words.T["result: {0}", done.Result] : null,
            words.Note(done))?.TrimEnd('.'),
        When = words.When(done.On),
        ByWhom = done.By is null ? null : words.Of(ListName.Agencies, done.By),
        Agreed = words.Of(done.Consent),
        Explained = StudyWords.Join(
            done.Language is null ? null : words.Of(ListName.Languages, done.Language),
            done.Interpreter == Answer.NotAsked ? null : words.T["interpreter: {0}", done.Interpreter],
            done.Understood == Answer.NotAsked ? null : words.T["understood: {0}", done.Understood])?.TrimEnd('.'),
        ResultTold = words.Of(done.ResultTold),
        GivenBack = words.Of(done.Returned),
    };

    private IEnumerable<Line> Numbers(List<(string Code, ProcedureInCase Done)> rows) => rows
        .GroupBy(row => row.Done.Kind)
        .OrderBy(kind => kind.Key)
        .Select(kind => new Line(NumberOf(kind.Key, [.. kind]), words.T.Of(Voice.Team), null, []));

    private string NumberOf(ProcedureKind kind, List<(string Code, ProcedureInCase Done)> rows)
    {
        var against = rows.Where(row => row.Done.Consent == Answer.No).Select(row => row.Code).Distinct().Count();
        var women = rows.Select(row => row.Code).Distinct().Count();
        return disclosed.Tell(women, file.Women.Count) is { } all && disclosed.Tell(against, women) is { } without
            ? words.T["{0}: done to {1} women, to {2} without her agreement", Capital(words.T.Of(kind)), all, without]
            : $"{Capital(words.T.Of(kind))}: {words.T[TooFew]}";
    }
}
