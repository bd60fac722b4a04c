using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Stays;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Round;

/// <summary>A round that can be saved.</summary>
public sealed record Round(
    IReadOnlyList<HeldWoman> Women, PartialDate On, PartialDate? ArrivedOn, PartialDate? ToldOn, string? Place, string? GapDays);

/// <summary>Reads the form of a round; what is wrong goes to the form.</summary>
internal sealed class RoundCheck(ModelStateDictionary state, Texts texts, ReferenceLists lists)
{
    public Round? Read(RoundForm form, IReadOnlyList<HeldWoman> held, IReadOnlyList<Choice> places, DateOnly today)
    {
        var women = held.Where(woman => form.Women.Contains(woman.StayId)).ToList();
        if (form.Women.Count == 0)
        {
            state.AddModelError("Form.Women", texts["Tick the women that you heard of"]);
        }
        else if (women.Count < form.Women.Distinct().Count())
        {
            state.AddModelError("Form.Women", texts["Somebody changed where a ticked woman is. Look at the list and tick again"]);
        }

        var on = form.On.Read(state, "Form.On", "the day of the news", required: true);
        var arrivedOn = form.ArrivedOn.Read(state, "Form.ArrivedOn", "the day they arrived");
        var toldOn = form.ReadToldOn(state);
        state.RefuseFuture("Form.On", on, today);
        state.RefuseFuture("Form.ArrivedOn", arrivedOn, today);
        state.RefuseFuture("Form.ToldOn", toldOn, today);
        CheckPlace(form, places);
        CheckDays(form, women, on, arrivedOn);
        return state.IsValid
            ? new Round(women, on!, form.Update == News.Moved ? arrivedOn ?? on : null, toldOn, PlaceWords(form, places), GapDays(form, on!, arrivedOn))
            : null;
    }

    private void CheckPlace(RoundForm form, IReadOnlyList<Choice> places)
    {
        if (form.Update != News.Moved)
        {
            return;
        }

        if (places.All(place => place.Value != form.Place))
        {
            state.AddModelError("Form.Place", texts["Choose the place they were moved to, or \"Not known where\""]);
        }
        else if (form.Place == RoundForm.NewPlace)
        {
            if (string.IsNullOrWhiteSpace(form.NewName))
            {
                state.AddModelError("Form.NewName", texts["Enter what the new place is called"]);
            }

            if (lists.Find(ListName.FacilityKinds, form.NewKind) is null)
            {
                state.AddModelError("Form.NewKind", texts["Choose what kind of place it is"]);
            }
        }
    }

    private void CheckDays(RoundForm form, List<HeldWoman> women, PartialDate? on, PartialDate? arrivedOn)
    {
        if (on is null)
        {
            return;
        }

        var day = PartialDateTime.Of(on);
        foreach (var woman in women.Where(woman => Stay.RunsBackwards(woman.From, day)))
        {
            state.AddModelError("Form.On", form.Update == News.StillThere
                ? texts["{0}: the day must be the same as or after {1}, when she was taken there", woman.Code, woman.From!.Date]
                : texts["{0}: release must be the same as or after {1}, when she was taken", woman.Code, woman.From!.Date]);
        }

        if (form.Update == News.Moved && arrivedOn is not null && Stay.RunsBackwards(day, PartialDateTime.Of(arrivedOn)))
        {
            state.AddModelError("Form.ArrivedOn", texts["They must arrive on {0}, when they left, or later", on]);
        }
    }

    private string? PlaceWords(RoundForm form, IReadOnlyList<Choice> places) => (form.Update, form.Place) switch
    {
        (News.Moved, RoundForm.NewPlace) => form.NewName!.Trim(),
        (News.Moved, RoundForm.NotKnownWhere) => texts["Not known where"],
        (News.Moved, _) => places.First(place => place.Value == form.Place).Text,
        _ => null,
    };

    private string? GapDays(RoundForm form, PartialDate on, PartialDate? arrivedOn)
    {
        if (form.Update != News.Moved || Chain.Find([(on, on), (arrivedOn, null)]) is not [{ Kind: ChainFindingKind.Gap } gap])
        {
            return null;
        }

        return (gap.MinDays, gap.MaxDays) switch
        {
            (1, 1) => texts["1 day between the places is not known."],
            var (least, most) when least == most => texts["{0} days between the places are not known.", most],
            var (least, most) => texts["{0} to {1} days between the places are not known.", least, most],
        };
    }
}
