using RaidDocs.Documents.CaseStudies;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Disclosure;

namespace RaidDocs.Web.Pages.Reports;

// Time limits on holding her that ran out without a paper seen: questions, never findings.
internal sealed partial class CaseStudyWriter
{
    private List<ClockRow> Clocks()
    {
        // The night that ends the day: what runs out today has not run out yet.
        var now = asOf.ToDateTime(TimeOnly.MinValue);
        var rows =
            from woman in file.Women
            from clock in woman.Clocks
            let rule = RuleOf(clock)
            where rule is not null
            let reading = ClockReading.Of(rule, clock)
            where reading.IsUnanswered(now)
            select (woman.Code, Rule: rule, Clock: clock, Reading: reading);
        var unanswered = rows.ToList();
        return audience.SeesEachWoman()
            ?
            [
                .. unanswered.GroupBy(row => (row.Rule.Code, row.Rule.Edition(), Sum: words.T.Sum(row.Reading))).Select(same => new ClockRow(
                    words.T.RuleWords(same.First().Rule),
                    words.T.Sum(same.First().Reading),
                    Basis(same.First().Rule),
                    null,
                    [.. same.Select(row => row.Code).Distinct()],
                    [.. same.SelectMany(row => StudyWords.Marks(row.Clock.Source)).Distinct()])),
            ]
            :
            [
                .. unanswered.GroupBy(row => (row.Rule.Code, row.Rule.Edition())).Select(same => (same.First().Rule, Women: same.Select(row => row.Code).Distinct().Count()))
                    .Where(same => same.Women >= AudienceRules.SmallestPublicGroup && disclosed.Tell(same.Women, file.Women.Count) is not null)
                    .Select(same => new ClockRow(words.T.RuleWords(same.Rule), null, Basis(same.Rule), words.T["{0} women", same.Women], [], [])),
            ];
    }

    private List<string> ClockNotes() => Clocks().Count == 0
        ? []
        :
        [
            words.T["These time limits passed and no paper that allows it was seen. Each needs checking; a paper may exist that we have not seen."],
            words.T["A rule that no lawyer has checked says so."],
        ];

    private string Basis(ClockRuleInCase rule) => StudyWords.Join(
        rule.LegalBasis,
        rule.Source,
        words.T["how sure: {0}", rule.Confidence],
        rule.IsSoft ? words.T["A policy or a reminder, and no law."] : null,
        rule.CheckedBy is null ? words.T["no lawyer has checked this rule"] : words.T["checked by {0}", rule.CheckedBy],
        words.When(rule.CheckedOn))!.TrimEnd('.');

    private ClockRuleInCase? RuleOf(ClockInCase clock) =>
        file.ClockRules.Find(rule => rule.Code == clock.Rule && rule.Edition() == clock.Edition);
}

internal static class RuleEditions
{
    public static string Edition(this ClockRuleInCase rule) => ClockRule.EditionOf(rule);
}
