using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Violations;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Violations;

/// <summary>A right that was broken. For a new one, what happened is chosen on the page before.</summary>
public sealed class ViolationForm
{
    [Display(Name = "What happened?")]
    public string? Act { get; set; }

    [DataType(DataType.MultilineText)]
    [Display(Name = "What happened, in short")]
    public string? Description { get; set; }

    [Display(Name = "To every woman of this raid")]
    public bool AllWomen { get; set; }

    /// <summary>Numbers of the women of the raid.</summary>
    [Display(Name = "To which women?")]
    public List<int> Women { get; set; } = [];

    [Display(Name = "Who did it?")]
    public List<string> By { get; set; } = [];

    [Display(Name = "When?")]
    public DateBoxes On { get; set; } = new();

    [Display(Name = "Which articles apply?")]
    public List<string> Articles { get; set; } = [];

    [Required(ErrorMessage = "Choose how sure it is")]
    [Display(Name = "How sure is it?")]
    public HowSure? HowSure { get; set; }

    [Required(ErrorMessage = "Choose who says it")]
    [Display(Name = "Who says it?")]
    public Voice? Voice { get; set; }

    /// <summary>Codes of sources of the raid.</summary>
    [Display(Name = "Sources")]
    public List<string> Sources { get; set; } = [];

    [Display(Name = "Where in the sources?")]
    public string? At { get; set; }

    [Display(Name = "When was it told?")]
    public DateBoxes ToldOn { get; set; } = new();

    [Display(Name = "How reliable is it?")]
    public Reliability Reliability { get; set; }

    [DataType(DataType.MultilineText)]
    [Display(Name = "Note")]
    public string? Note { get; set; }

    public Guid Number { get; set; } = Guid.CreateVersion7();

    public Guid Version { get; set; }

    public static ViolationForm Of(ViolationFacts facts, IEnumerable<int> women, IEnumerable<string> sources, Guid version) => new()
    {
        Act = facts.Act,
        Description = facts.Description,
        AllWomen = facts.AllWomen,
        Women = [.. women.Order()],
        By = [.. facts.By],
        On = DateBoxes.Of(facts.On),
        Articles = [.. facts.Articles],
        HowSure = facts.HowSure,
        Voice = facts.Voice,
        Sources = [.. sources.Order(StringComparer.Ordinal)],
        ToldOn = DateBoxes.Of(facts.ToldOn),
        Reliability = facts.Reliability,
        At = facts.At,
        Note = facts.Note,
        Version = version,
    };

    /// <summary>What was typed; null when it cannot be kept, and why goes to the form.</summary>
    internal ViolationFacts? Read(ModelStateDictionary state, ReferenceLists lists, IReadOnlyList<Choice> articles, DateOnly today)
    {
        var on = On.Read(state, "Form.On", "the day it happened");
        var toldOn = ToldOn.Read(state, "Form.ToldOn", "the day it was told");
        state.RefuseFuture("Form.On", on, today);
        state.RefuseFuture("Form.ToldOn", toldOn, today);
        if (lists.Find(ListName.Acts, Act) is null)
        {
            state.AddModelError("Form.Act", Infrastructure.Texts.Shared["Choose what happened"]);
        }

        state.RefuseUnknown("Form.By", lists, ListName.Agencies, By);
        if (Articles.Any(article => articles.All(choice => choice.Value != article)))
        {
            state.AddModelError("Form.Articles", Infrastructure.Texts.Shared["Choose an answer from the list"]);
        }

        if (AllWomen && Women.Count > 0)
        {
            state.AddModelError("Form.Women", Infrastructure.Texts.Shared["Tick every woman of this raid, or some women, not both"]);
        }

        return !state.IsValid ? null : new ViolationFacts
        {
            Act = Act!,
            Description = Description.Kept(),
            On = on,
            By = [.. By.Distinct()],
            Articles = [.. Articles.Distinct()],
            HowSure = HowSure!.Value,
            AllWomen = AllWomen,
            Voice = Voice!.Value,
            ToldOn = toldOn,
            Reliability = Reliability,
            At = At.Kept(),
            Note = Note.Kept(),
        };
    }
}
