using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women.Consents;

/// <summary>Her answer for one purpose, how she was asked and who was there.</summary>
public sealed class ConsentForm
{
    [Required(ErrorMessage = "Choose what she was asked for")]
    [Display(Name = "What was she asked to allow?")]
    public Purpose? Purpose { get; set; }

    [Required(ErrorMessage = "Choose what she answered")]
    [Display(Name = "What did she answer?")]
    public ConsentAnswer? Answer { get; set; }

    [DataType(DataType.MultilineText)]
    [Display(Name = "Her condition, in her words")]
    public string? Conditions { get; set; }

    [Display(Name = "About which testimony?")]
    public string? Testimony { get; set; }

    [Display(Name = "For which partner or body?")]
    public string? ForWhom { get; set; }

    [Display(Name = "Under which name may she appear?")]
    public IdentityForm? IdentityForm { get; set; }

    [Display(Name = "The name she chose for print")]
    public string? ChosenName { get; set; }

    [Display(Name = "Asked in which language?")]
    public string? Language { get; set; }

    [Display(Name = "How was it given?")]
    public string? HowGiven { get; set; }

    [Display(Name = "Who asked her?")]
    public string? AskedBy { get; set; }

    [Display(Name = "Who was present?")]
    public string? WhoWasPresent { get; set; }

    [Display(Name = "Police or shelter staff were present")]
    public bool OfficialsPresent { get; set; }

    [Display(Name = "If she is a child: who stood by her?")]
    public string? GuardianNote { get; set; }

    [Display(Name = "Which information sheet was read to her?")]
    public string? Sheet { get; set; }

    [Display(Name = "Asked on")]
    public DateBoxes On { get; set; } = new();

    [Display(Name = "First day on which it counts")]
    public DateBoxes ValidFrom { get; set; } = new();

    [Display(Name = "Last day on which it counts")]
    public DateBoxes ValidTo { get; set; } = new();

    public Guid Number { get; set; } = Guid.CreateVersion7();

    internal ConsentFacts Read(ModelStateDictionary state, ReferenceLists lists, DateOnly today)
    {
        if (Answer == ConsentAnswer.OnlyIf && string.IsNullOrWhiteSpace(Conditions))
        {
            state.AddModelError("Form.Conditions", Texts.Shared["Write her condition, in her words"]);
        }

        if (Answer is ConsentAnswer.Yes or ConsentAnswer.OnlyIf && Purpose == Domain.Consents.Purpose.Partner && string.IsNullOrWhiteSpace(ForWhom))
        {
            state.AddModelError("Form.ForWhom", Texts.Shared["Write which partner or body. Her yes counts for this one alone"]);
        }

        if (IdentityForm == Domain.Consents.IdentityForm.ChosenName && string.IsNullOrWhiteSpace(ChosenName))
        {
            state.AddModelError("Form.ChosenName", Texts.Shared["Write the name she chose, or choose another form"]);
        }

        var first = ValidFrom.Read(state, "Form.ValidFrom", "the first day");
        if (first is { Precision: not DatePrecision.Day })
        {
            state.AddModelError("Form.ValidFrom", Texts.Shared["The first day needs a day, a month and a year. Leave it empty when her answer counts at once"]);
        }

        var last = ValidTo.Read(state, "Form.ValidTo", "the last day");
        if (last is { Precision: not DatePrecision.Day })
        {
            state.AddModelError("Form.ValidTo", Texts.Shared["The last day needs a day, a month and a year. Leave it empty when there is no end"]);
        }

        if (first?.Latest > last?.Latest)
        {
            state.AddModelError("Form.ValidTo", Texts.Shared["The last day must be the same as or after the first day"]);
        }

        var sheet = InformationSheets.Find(Sheet);
        if (!string.IsNullOrEmpty(Sheet) && sheet is null)
        {
            state.AddModelError("Form.Sheet", Texts.Shared["Choose one of the list"]);
        }

        var facts = new ConsentFacts
        {
            Purpose = Purpose ?? default,
            Answer = Answer ?? default,
            Conditions = Conditions.Kept(),
            ForWhom = ForWhom.Kept(),
            IdentityForm = IdentityForm,
            ChosenName = ChosenName.Kept(),
            Language = Language,
            HowGiven = HowGiven.Kept(),
            AskedBy = AskedBy.Kept(),
            WhoWasPresent = WhoWasPresent.Kept(),
            OfficialsPresent = OfficialsPresent,
            GuardianNote = GuardianNote.Kept(),
            Sheet = sheet?.Code,
            SheetHash = sheet?.Hash,
            On = On.Read(state, "Form.On", "the day she was asked"),
            ValidFrom = first?.Earliest,
            ValidTo = last?.Latest,
        };
        state.CheckKey("Form.Language", lists, ListName.Languages, Language);
        state.CheckPast("Form.On", facts.On, today);
        return facts;
    }
}
