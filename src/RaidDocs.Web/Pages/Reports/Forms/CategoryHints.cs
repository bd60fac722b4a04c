using RaidDocs.Documents.Forms;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Raids;

namespace RaidDocs.Web.Pages.Reports.Forms;

public enum HintReason
{
    ShelterWithoutPaper,
    WitnessNeverHeard,
    ImmigrationWithoutEnd,
    OnlyWomenHeld,
}

/// <summary>What in the record points to a category of the Working Group on Arbitrary Detention. A lawyer decides whether it does.</summary>
/// <param name="Categories">"I", or "I, III".</param>
/// <param name="Reason">Why.</param>
/// <param name="Stays">The stays it comes from.</param>
/// <param name="Courts">The court cases it comes from.</param>
/// <param name="Counts">The counts it comes from: all voices on them.</param>
public sealed record CategoryHint(
    string Categories, HintReason Reason, IReadOnlyList<StayInCase> Stays, IReadOnlyList<CourtCaseInCase> Courts, IReadOnlyList<CountInCase> Counts);

/// <summary>Only what is recorded makes a hint: what nobody asked makes none.</summary>
public static class CategoryHints
{
    public static readonly IReadOnlyList<string> All = ["I", "II", "III", "IV", "V"];

    private static readonly HashSet<string> Closed = ["government-shelter-closed", "reception-home-children"];
    private static readonly HashSet<string> Open = ["government-shelter-open", "ngo-shelter"];
    private static readonly HashSet<string> Immigration = ["immigration-office", "immigration-detention"];

    public static IReadOnlyList<CategoryHint> Of(WomanInCase woman, CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(woman);
        ArgumentNullException.ThrowIfNull(file);
        var kinds = file.Facilities.ToDictionary(place => place.Code, place => place.Kind, StringComparer.Ordinal);
        string KindOf(StayInCase stay) => stay.Facility is { } code ? kinds.GetValueOrDefault(code, "") : "";
        bool HasOrder(OrderKind kind) => file.CourtCases.SelectMany(one => one.Orders).Any(order => order.Kind == kind && order.PaperSeen == Answer.Yes && order.Women.Contains(woman.Code));

        var hints = new List<CategoryHint>();
        var shelters = woman.Stays.Where(stay => stay.PaperSeen == Answer.No && IsHeldIn(KindOf(stay), stay.MayLeave)).ToList();
        if (shelters.Count > 0 && !HasOrder(OrderKind.Holding))
        {
            hints.Add(new("I", HintReason.ShelterWithoutPaper, shelters, [], []));
        }

        var unheard = woman.Stays.Count == 0 ? [] : file.CourtCases
            .Where(one => one.Women.Exists(part => part.TakenBack is null && part.Woman == woman.Code && part.Role == CourtRole.HeldAsWitness) && !one.Hearings.Exists(WasHeld))
            .ToList();
        if (unheard.Count > 0)
        {
            hints.Add(new("I, III", HintReason.WitnessNeverHeard, [], unheard, []));
        }

        var immigration = woman.Stays.Where(stay => stay is { From: not null, To: null } && Immigration.Contains(KindOf(stay))).ToList();
        if (immigration.Count > 0)
        {
            hints.Add(new("IV", HintReason.ImmigrationWithoutEnd, immigration, [], []));
        }

        var others = file.Counts.Where(count => count.TakenBack is null && count.Of is CountOf.StaffArrested or CountOf.OthersTaken).ToList();
        var free = others.Where(count => others.Exists(zero => zero.Of == count.Of && zero.Low == 0 && zero.High is null or 0)).ToList();
        if (woman.Stays.Count > 0 && free.Count > 0)
        {
            hints.Add(new("V", HintReason.OnlyWomenHeld, [], [], free));
        }

        return hints;
    }

    // A place that calls itself open holds her only where the record says that she may not leave.
    private static bool IsHeldIn(string kind, Answer mayLeave) =>
        (Closed.Contains(kind) && mayLeave != Answer.Yes) || (Open.Contains(kind) && mayLeave == Answer.No);

    private static bool WasHeld(HearingInCase hearing) => hearing.Result == HearingResult.Held || hearing is { Result: null, Outcome: not null };
}

internal sealed partial class FormWriter
{
    private FormSection Hints(WomanInCase woman, int level)
    {
        var hints = CategoryHints.Of(woman, file);
        var without = CategoryHints.All.Except(hints.SelectMany(hint => hint.Categories.Split(", "))).ToList();
        return new(
            level, texts["Categories of the Working Group: hints"],
            [
                .. hints.Select(hint => Row(texts["Category {0}", hint.Categories], [Plain(ReasonOf(hint.Reason)), .. From(woman, hint)]) with
                {
                    Note = texts["A hint, made from the rows above. A lawyer decides."],
                }),
                .. without.Count == 0 ? Array.Empty<FormRow>() : [Row(texts["No hint in the record"], Plain(string.Join(", ", without)))],
                Row(texts["Why a lawyer holds it to be arbitrary"]),
            ])
        {
            Guide = texts["I: no ground in law. II: held for using a right. III: no fair trial. IV: migrants held long without review. V: held because of who they are."],
        };
    }

    private string ReasonOf(HintReason reason) => reason switch
    {
        HintReason.ShelterWithoutPaper => texts["She was held in a shelter, and no paper was seen."],
        HintReason.WitnessNeverHeard => texts["She was held as a witness, and no hearing is recorded."],
        HintReason.ImmigrationWithoutEnd => texts["Immigration holds her, and no end is recorded."],
        _ => texts["Women were held, and it is recorded that no owner, staff or other person was taken."],
    };

    private IEnumerable<FormAnswer?> From(WomanInCase woman, CategoryHint hint) =>
    [
        .. hint.Stays.Select(stay => Say(Joined(woman.Code, Place(stay), Known(stay.From), stay.To is null ? texts["still there"] : Known(stay.To)), stay, stay.Source)),
        .. hint.Courts.Select(one => Say(Joined(texts["Court case {0}", one.Code], one.About), one, one.Source)),
        .. hint.Counts.Select(count => Say($"{Capital(texts.Of(count.Of))}: {words.Number(count.Low, count.High, count.About)}", count, count.Source)),
    ];
}
