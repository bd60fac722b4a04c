using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Domain.Violations;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Violations.Coding;

/// <summary>What was done to her in these words. The act is chosen before.</summary>
public sealed class CodeForm
{
    /// <summary>Keep the one that is there and this one beside it.</summary>
    public const string Another = "another";

    [DataType(DataType.MultilineText)]
    [Display(Name = "Only this part of the passage")]
    public string? Part { get; set; }

    [Display(Name = "Who did it?")]
    public List<string> By { get; set; } = [];

    [Display(Name = "When?")]
    public DateBoxes On { get; set; } = new();

    [Required(ErrorMessage = "Choose how sure it is")]
    [Display(Name = "How sure is it?")]
    public HowSure? HowSure { get; set; }

    [Display(Name = "Which articles apply?")]
    public List<string> Articles { get; set; } = [];

    [Display(Name = "To every woman of this raid")]
    public bool AllWomen { get; set; }

    /// <summary>Numbers of the women of the raid.</summary>
    [Display(Name = "To which women?")]
    public List<int> Women { get; set; } = [];

    /// <summary>Asked only where the act is recorded for her already: the id of the violation that it is, or <see cref="Another"/>.</summary>
    [Display(Name = "Is it the same?")]
    public string? Same { get; set; }

    /// <summary>Where the marked part begins, so that words which stand twice are found at the right place.</summary>
    public int? From { get; set; }

    /// <summary>The revision of her words that was on the screen.</summary>
    public int Revision { get; set; }

    public Guid Number { get; set; } = Guid.CreateVersion7();

    /// <summary>What was typed; null when it cannot be kept, and why goes to the form.</summary>
    internal (ViolationFacts Facts, MarkedPart? Part)? Read(
        ModelStateDictionary state, ReferenceLists lists, string act, IReadOnlyList<Choice> articles, Testimony told, PassageText passage, DateOnly today)
    {
        var texts = Infrastructure.Texts.Shared;
        var on = On.Read(state, "Form.On", "the day it happened");
        state.RefuseFuture("Form.On", on, today);
        state.RefuseUnknown("Form.By", lists, ListName.Agencies, By);
        if (Articles.Any(article => articles.All(choice => choice.Value != article)))
        {
            state.AddModelError("Form.Articles", texts["Choose an answer from the list"]);
        }

        if (AllWomen && Women.Count > 0)
        {
            state.AddModelError("Form.Women", texts["Tick every woman of this raid, or some women, not both"]);
        }

        var words = string.IsNullOrWhiteSpace(Part) ? "" : Part.ReplaceLineEndings("\n").Trim();
        var (found, part) = words.Length == 0 ? (true, null) : MarkedPart.Find(passage.Text, words, From);
        if (!found)
        {
            state.AddModelError("Form.Part", texts["These words do not stand in the passage. Copy them from it, or leave the box empty for the whole passage"]);
        }

        return !state.IsValid ? null : (new ViolationFacts
        {
            Act = act,
            On = on,
            By = [.. By.Distinct()],
            Articles = [.. Articles.Distinct()],
            HowSure = HowSure!.Value,
            AllWomen = AllWomen,
            Voice = told.Facts.Voice,
            ToldOn = told.Facts.ToldOn,
        }.Worded(lists), part);
    }
}
