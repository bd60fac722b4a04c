using RaidDocs.Documents.Forms;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.Violations;

namespace RaidDocs.Web.Pages.Reports.Forms;

// What was done in Thailand: letters, visits, complaints, and the courts.
internal sealed partial class FormWriter
{
    private FormSection Steps(string heading)
    {
        List<FormRow> rows =
        [
            .. file.Interventions.OrderBy(done => done.On?.Earliest ?? DateOnly.MaxValue).Select(done => Row(
                words.When(done.On) ?? texts["date not known"],
                Say(Joined(Capital(texts.Of(done.Kind)), done.To, done.What), done, done.Source),
                Say(done.Response is null ? null : texts["Answer: {0}", Joined(done.Response, words.When(done.AnsweredOn))!], done, done.Source),
                Say(done.FollowUp, done, done.Source))),
            .. file.CourtCases.Select(CourtRow),
        ];
        return rows.Count == 0
            ? new(2, heading, [Row(texts["What was done, when, and what came back"]), Row(texts["If nothing was done: why not?"])])
            : new(2, heading, rows);
    }

    private FormRow CourtRow(CourtCaseInCase one) => Row(
        texts["Court case {0}", one.Code],
        [
            Say(Joined(one.Number, one.Court, one.About), one, one.Source),
            Say(Joined(
                one.IndictedOn is null ? null : texts["indictment {0}", one.IndictedOn],
                one.JudgmentOn is null ? null : texts["judgment read {0}", one.JudgmentOn],
                one.Outcome is null ? null : texts["outcome: {0}", one.Outcome]), one, one.Source),
            .. one.Women.Where(part => part.TakenBack is null).Select(part => Say(
                Joined(
                    $"{part.Woman}: {texts.Of(part.Role)}",
                    part.Agreed == Answer.NotAsked ? null : texts["she agreed: {0}", part.Agreed],
                    part.AskedToTestifyOn is null ? null : texts["asked to be heard early on {0}", part.AskedToTestifyOn]),
                part, part.Source)),
            .. one.Hearings.OrderBy(hearing => hearing.On?.EarliestAt ?? DateTime.MaxValue).Select(hearing => Say(
                Joined(
                    words.When(hearing.On), hearing.Kind, hearing.Result is null ? null : texts.Of(hearing.Result), hearing.Outcome,
                    hearing.InterpreterPresent == Answer.NotAsked ? null : texts["interpreter: {0}", hearing.InterpreterPresent],
                    hearing.LawyerPresent == Answer.NotAsked ? null : texts["lawyer: {0}", hearing.LawyerPresent]),
                hearing, hearing.Source)),
            .. one.Orders.Select(order => Say(
                Joined(
                    words.When(order.On), texts.Of(order.Kind), order.What, string.Join(", ", order.Women),
                    order.PaperSeen == Answer.NotAsked ? null : texts["paper seen: {0}", order.PaperSeen]),
                order, order.Source)),
        ]);

    // Everybody whom the record names: who came, who holds them, who did what was done.
    private IEnumerable<FormRow> Responsible()
    {
        var all = file.Raid.Agencies.Select(who => (Who: who, What: texts["took part in the raid"]))
            .Concat(file.Women.SelectMany(woman => woman.Stays).Select(FacilityOf).OfType<FacilityInCase>().Where(place => place.Agency is not null)
                .Select(place => (Who: place.Agency!, What: texts["runs {0}", place.Name])))
            .Concat(file.Violations.SelectMany(one => one.By.Select(who => (Who: who, What: ActOf(one)))))
            .Concat(file.Women.SelectMany(woman => woman.Procedures).Where(done => done.By is not null).Select(done => (Who: done.By!, What: texts.Of(done.Kind))))
            .Where(one => one.Who != "not-known")
            .Distinct()
            .GroupBy(one => one.Who, one => one.What)
            .ToList();
        yield return Row(texts["Authorities"], [.. all.Where(who => !NotOfTheState.Contains(who.Key)).Select(Say)]);
        yield return Row(texts["Others, also those not of the State"], [.. all.Where(who => NotOfTheState.Contains(who.Key)).Select(Say)]);
        yield return Row(texts["Names, units or car numbers that were seen"], Plain(file.Raid.AgenciesNote));

        FormAnswer? Say(IGrouping<string, string> who) => Plain($"{Capital(words.Of(ListName.Agencies, who.Key))}: {string.Join("; ", who)}");
    }

    private string ActOf(ViolationInCase one) =>
        words.Lists.WordedThen(one, Texts.IsThai) ?? words.Of(ListName.Acts, one.Act);

    private List<FormRow> Broken() =>
    [
        .. file.Violations.Select(one => Row(ActOf(one), new FormAnswer(
            Joined(
                one.Description, words.When(one.On), one.By.Count == 0 ? null : texts["by: {0}", words.All(ListName.Agencies, one.By)],
                one.AllWomen ? texts["all women"] : string.Join(", ", one.Women), texts.Of(one.HowSure)) ?? texts.Of(one.HowSure),
            Whose(one, one.Sources)))
            with { Note = one.Articles.Count == 0 ? null : string.Join("; ", one.Articles.Select(article => words.Lists.ArticleWords(article, Texts.IsThai))) }),
    ];
}
