using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Money;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women.Money;

/// <summary>One amount, as one voice tells it.</summary>
public sealed class MoneyForm : ToldForm
{
    [Required(ErrorMessage = "Choose what the money was")]
    [Display(Name = "What was it?")]
    public MoneyKind? Kind { get; set; }

    [Display(Name = "How many baht?")]
    public int? Baht { get; set; }

    [Display(Name = "For a fine: under which law?")]
    public string? Statute { get; set; }

    [Display(Name = "When?")]
    public DateBoxes On { get; set; } = new();

    [Display(Name = "Paid to whom, or taken by whom?")]
    public string? PaidTo { get; set; }

    internal static MoneyForm Of(MoneyLine row, string? source)
    {
        var form = new MoneyForm
        {
            Number = row.Id,
            Version = row.Version,
            Kind = row.Facts.Kind,
            Baht = row.Facts.Baht,
            Statute = row.Facts.Statute,
            On = DateBoxes.Of(row.Facts.On),
            PaidTo = row.Facts.PaidTo,
        };
        form.Take(row.Facts, source);
        return form;
    }

    internal MoneyFacts Read(ModelStateDictionary state, DateOnly today)
    {
        var facts = new MoneyFacts
        {
            Voice = Voice ?? default,
            ToldOn = ReadToldOn(state),
            Reliability = Reliability,
            At = At.Kept(),
            Note = Note.Kept(),
            Kind = Kind ?? default,
            Baht = Baht,
            Statute = Statute.Kept(),
            On = On.Read(state, "Form.On", "the day of the payment"),
            PaidTo = PaidTo.Kept(),
        };
        if (Kind == MoneyKind.Fine && facts.Statute is null)
        {
            state.AddModelError("Form.Statute", Texts.Shared["Write under which law the fine was paid, or \"not known\""]);
        }

        state.CheckPast("Form.On", facts.On, today);
        state.CheckPast("Form.ToldOn", facts.ToldOn, today);
        return facts;
    }
}
