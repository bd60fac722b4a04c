using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Court;

public sealed class OrderForm : ToldForm
{
    [Required(ErrorMessage = "Choose what kind of order it is")]
    [Display(Name = "What kind of order?")]
    public OrderKind? Kind { get; set; }

    [Required(ErrorMessage = "Write what the court ordered")]
    [DataType(DataType.MultilineText)]
    [Display(Name = "What did the court order?")]
    public string? What { get; set; }

    [Display(Name = "When was it ordered?")]
    public MomentBoxes On { get; set; } = new();

    [Display(Name = "Which women does it concern?")]
    public List<string> Women { get; set; } = [];

    [Display(Name = "Was the paper seen?")]
    public Answer PaperSeen { get; set; }

    [Display(Name = "Was it carried out?")]
    public Answer CarriedOut { get; set; }

    [Display(Name = "When was it carried out?")]
    public DateBoxes CarriedOutOn { get; set; } = new();

    [DataType(DataType.MultilineText)]
    [Display(Name = "How, or why not?")]
    public string? How { get; set; }

    public static OrderForm Of(OrderFacts facts, IEnumerable<string> women, string? source, Guid version)
    {
        var form = new OrderForm
        {
            Kind = facts.Kind,
            What = facts.What,
            On = MomentBoxes.Of(facts.On),
            Women = [.. women],
            PaperSeen = facts.PaperSeen,
            CarriedOut = facts.CarriedOut,
            CarriedOutOn = DateBoxes.Of(facts.CarriedOutOn),
            How = facts.How,
            Version = version,
        };
        form.Take(facts, source);
        return form;
    }

    /// <summary>What was typed; null when it cannot be kept, and why goes to the form.</summary>
    internal OrderFacts? Read(ModelStateDictionary state, DateOnly today)
    {
        var on = On.ReadMoment(state, "Form.On", "the day of the order");
        var carriedOutOn = CarriedOutOn.Read(state, "Form.CarriedOutOn", "the day it was carried out");
        var toldOn = ReadToldOn(state);
        state.RefuseFuture("Form.On", on?.Date, today);
        state.RefuseFuture("Form.CarriedOutOn", carriedOutOn, today);
        state.RefuseFuture("Form.ToldOn", toldOn, today);
        return !state.IsValid ? null : new OrderFacts
        {
            Voice = Voice!.Value,
            ToldOn = toldOn,
            Reliability = Reliability,
            Note = Note.Kept(),
            Kind = Kind!.Value,
            What = PlainText.Kept(What!),
            On = on,
            PaperSeen = PaperSeen,
            CarriedOut = CarriedOut,
            CarriedOutOn = carriedOutOn,
            How = How.Kept(),
        };
    }
}

internal static class OrderWomen
{
    /// <summary>The women of the raid by code.</summary>
    public static async Task<IReadOnlyList<Choice>> WomanChoicesAsync(this RaidDocsDbContext db, Guid raidId, CancellationToken cancellationToken) =>
    [
        .. (await db.Apprehensions.AsNoTracking().Where(row => row.RaidId == raidId).OrderBy(row => row.Number).Select(row => row.Number).ToListAsync(cancellationToken))
            .Select(number => new Choice(WomanCode.In(number), WomanCode.In(number))),
    ];

    /// <summary>The women with these codes; one that is none of this raid's is refused.</summary>
    public static async Task<List<Woman>> ChosenWomenAsync(this RaidDocsDbContext db, Guid raidId, IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        var numbers = codes.Select(WomanCode.ReadNumber).OfType<int>().ToHashSet();
        var women = await db.Apprehensions.Where(row => row.RaidId == raidId && numbers.Contains(row.Number)).Select(row => row.Woman).ToListAsync(cancellationToken);
        return women.Count == codes.Distinct().Count() ? women : throw new DomainRuleException($"Choose women of this raid");
    }
}
