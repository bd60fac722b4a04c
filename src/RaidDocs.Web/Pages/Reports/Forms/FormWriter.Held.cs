using RaidDocs.Documents.Forms;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Stays;

namespace RaidDocs.Web.Pages.Reports.Forms;

// Where she is held, since when, and the limits that passed.
internal sealed partial class FormWriter
{
    private IEnumerable<FormSection> Held(WomanInCase woman, int level)
    {
        var stays = woman.Stays.InOrder(stay => stay).ToList();
        for (var index = 0; index < stays.Count; index++)
        {
            yield return new FormSection(level, texts["Place {0}: {1}", index + 1, Place(stays[index])], [.. RowsOf(stays[index])]);
        }

        yield return new FormSection(level, texts["Held in all"], [DaysRow(woman)]);
    }

    private FormRow DaysRow(WomanInCase woman)
    {
        if (woman.Stays.Count == 0)
        {
            return Row(texts["Where and how long she was held"]);
        }

        var held = HeldTime.Of(woman.Stays, asOf);
        return Row(texts["Days up to {0}", asOf], Plain(words.Days(held.All)), Plain(texts.WithoutPaper(held)));
    }

    private IEnumerable<FormRow> RowsOf(StayInCase stay)
    {
        var place = FacilityOf(stay);
        FormAnswer? Said(string? text) => Say(text, stay, stay.Source);
        yield return Row(texts["Since"], Said(Known(stay.From)));
        yield return stay.To is null && stay.From is not null
            ? Row(texts["Until"], Said(texts["still there"]))
            : Row(texts["Until"], Said(Joined(Known(stay.To), stay.Ending is { } end ? texts.Of(end) : null)));
        yield return Row(texts["Days"], stay.From is null ? null : Said(words.Days(Custody.DaysHeld([stay], asOf))));
        yield return Row(texts["Who holds her there"], Plain(Joined(words.Of(ListName.Agencies, place?.Agency), place is null ? null : words.Of(ListName.FacilityKinds, place.Kind))));
        yield return Row(texts["Where it is"], Plain(Joined(place?.Place, words.Of(ListName.Provinces, place?.Province))));
        yield return Row(texts["Ground that was claimed"], Said(stay.Ground));
        yield return Row(texts["Paper seen"], Yes(stay.PaperSeen, stay, stay.Source), Said(stay.Paper));
        yield return Row(texts["Was she told why?"], Yes(stay.ToldWhy, stay, stay.Source), stay.ToldInLanguage is null ? null : Said(texts["in {0}", words.Of(ListName.Languages, stay.ToldInLanguage)]));
        yield return Row(texts["May she leave when she wants?"], Yes(stay.MayLeave, stay, stay.Source));
        yield return Row(texts["Contact with her family"], Contact(stay.Family, stay.FamilyOn));
        yield return Row(texts["Contact with a lawyer"], Contact(stay.Lawyer, stay.LawyerOn));
        yield return Row(texts["Contact with her embassy"], Contact(stay.Embassy, stay.EmbassyOn));

        FormAnswer? Contact(Answer answer, PartialDate? on) =>
            answer is Answer.NotAsked or Answer.Withheld ? null : Said(Joined(texts.Of(answer), words.When(on)));
    }

    /// <summary>Limits on holding her that passed, certainly, and no paper that allows it was seen.</summary>
    private List<FormRow> Passed(WomanInCase woman)
    {
        // The night that ends the day: what runs out today has not run out yet.
        var now = asOf.ToDateTime(TimeOnly.MinValue);
        var rows =
            from clock in woman.Clocks
            let rule = file.ClockRules.Find(rule => rule.Code == clock.Rule && rule.Edition() == clock.Edition)
            where rule is not null
            let reading = ClockReading.Of(rule, clock)
            where reading.IsUnanswered(now)
            select Row(texts.RuleWords(rule), Say(texts.Sum(reading), clock, clock.Source)) with
            {
                Note = StudyWords.Join(
                    rule.LegalBasis, rule.Source, texts["how sure: {0}", rule.Confidence],
                    rule.IsSoft ? texts["A policy or a reminder, and no law."] : null,
                    rule.CheckedBy is null ? texts["no lawyer has checked this rule"] : texts["checked by {0}", rule.CheckedBy]),
            };
        return [.. rows];
    }

    private FacilityInCase? FacilityOf(StayInCase stay) => file.Facilities.Find(place => place.Code == stay.Facility);

    private string Place(StayInCase stay) => FacilityOf(stay)?.Name ?? texts["not known"];

    private string? Known(PartialDateTime? moment) => words.When(moment is { Date.Gap: Gap.NotAsked or Gap.Withheld } ? null : moment);
}
