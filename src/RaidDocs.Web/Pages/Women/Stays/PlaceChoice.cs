using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Facilities;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Stays;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women.Stays;

/// <summary>Where she was: a place of the list, a new one, or nobody knows.</summary>
internal static class PlaceChoice
{
    public const string NotKnown = "-";
    public const string New = "new";

    public static async Task<IReadOnlyList<Choice>> PlaceChoicesAsync(this RaidDocsDbContext db, Texts texts, CancellationToken cancellationToken)
    {
        var places = await db.Facilities.AsNoTracking()
            .OrderBy(place => place.Code)
            .Select(place => new Choice(place.Code, place.Code + " " + place.Facts.Name, null))
            .ToListAsync(cancellationToken);
        return [new(NotKnown, texts["Nobody knows where"]), new(New, texts["A new place, named below"]), .. places];
    }

    /// <summary>The place that was chosen or named, made if it is new; null when nobody knows where she was.</summary>
    public static async Task<Facility?> ChosenPlaceAsync(
        this RaidDocsDbContext db, ModelStateDictionary state, ReferenceLists lists, (string? Place, string? Kind, string? Name) chosen, CancellationToken cancellationToken)
    {
        switch (chosen.Place)
        {
            case null or "" or NotKnown:
                return null;
            case New:
                state.CheckKey("Form.NewKind", lists, ListName.FacilityKinds, chosen.Kind);
                if (string.IsNullOrWhiteSpace(chosen.Kind))
                {
                    state.AddModelError("Form.NewKind", Texts.Shared["Choose what kind of place it is"]);
                }

                if (string.IsNullOrWhiteSpace(chosen.Name))
                {
                    state.AddModelError("Form.NewName", Texts.Shared["Enter what the place is called"]);
                }

                return state.IsValid
                    ? new Facility(
                        Codes.Next("F", await db.Facilities.Select(place => place.Code).ToListAsync(cancellationToken)),
                        new FacilityFacts { Kind = chosen.Kind!, Name = PlainText.Name(chosen.Name!) })
                    : null;
            default:
                var found = await db.Facilities.SingleOrDefaultAsync(place => place.Code == chosen.Place, cancellationToken);
                if (found is null)
                {
                    state.AddModelError("Form.Place", Texts.Shared["Choose one of the list"]);
                }

                return found;
        }
    }

    /// <summary>
    /// Whether another stay certainly shares days with this one. Two sources may place her in two places on one day, so it is
    /// refused only until the box is ticked.
    /// </summary>
    public static async Task<bool> CheckOverlapAsync(
        this RaidDocsDbContext db, ModelStateDictionary state, WomanBar bar, StayForm form, StayFacts facts, CancellationToken cancellationToken)
    {
        var others = await WomanFile.StaysAsync(db, bar.Id, bar.RaidId, cancellationToken);
        if (others.FirstOrDefault(other => other.Id != form.Number && Overlap(other.Facts, facts)) is not { } other)
        {
            return false;
        }

        if (!form.SourcesDiffer)
        {
            state.AddModelError("Form.SourcesDiffer", Texts.Shared[
                "On these days she is already recorded as held at {0}. Correct the days, or tick the box", other.Place ?? Texts.Shared["a place not known"]]);
        }

        return true;
    }

    private static bool Overlap(StayFacts one, StayFacts two)
    {
        if (one.To is null && two.To is null)
        {
            return true;
        }

        return Known(one.From) is { } oneFrom && Known(two.From) is { } twoFrom
            && End(one) is { } oneEnd && End(two) is { } twoEnd
            && oneFrom.Latest < twoEnd && twoFrom.Latest < oneEnd;
    }

    private static DateOnly? End(StayFacts stay) => stay.To is null ? DateOnly.MaxValue : Known(stay.To)?.Earliest;

    private static PartialDate? Known(PartialDateTime? moment) => moment?.Date is { Precision: not DatePrecision.Unknown } day ? day : null;
}
