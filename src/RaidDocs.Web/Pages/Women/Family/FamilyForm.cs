using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Family;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women.Family;

/// <summary>What one contact may know, and what the page tells her.</summary>
public sealed class FamilyForm
{
    [Required(ErrorMessage = "Write who this person is to her, like mother")]
    [StringLength(40, ErrorMessage = "This can have at most 40 letters")]
    [Display(Name = "Who is this person to her?")]
    public string? Relation { get; set; }

    [Required(ErrorMessage = "Choose the language they read")]
    [Display(Name = "Which language do they read?")]
    public string? Language { get; set; }

    [Required(ErrorMessage = "Choose how much she lets them know")]
    [Display(Name = "How much does she let them know?")]
    public FamilyLevel? Level { get; set; }

    [Required(ErrorMessage = "Choose a sentence")]
    [Display(Name = "What the page says")]
    public FamilySentence? Sentence { get; set; }

    [Display(Name = "The kind of place it shows")]
    public FamilyPlace Place { get; set; }

    [Display(Name = "Day of the last news")]
    public DateBoxes NewsOn { get; set; } = new();

    [Display(Name = "Days are counted from")]
    public DateBoxes Since { get; set; } = new();

    [Display(Name = "She was moved on")]
    public DateBoxes MovedOn { get; set; } = new();

    [Display(Name = "Next date")]
    public DateBoxes NextOn { get; set; } = new();

    [Display(Name = "Give a second number for danger")]
    public bool WithAlarm { get; set; }

    [Display(Name = "Tell all her contacts the same")]
    public bool All { get; set; }

    public Guid Number { get; set; } = Guid.CreateVersion7();

    public Guid Version { get; set; }

    public static FamilyForm Of(FamilyLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var facts = link.Facts;
        return new FamilyForm
        {
            Relation = facts.Relation,
            Language = facts.Language,
            Level = facts.Level,
            Sentence = facts.Sentence,
            Place = facts.Place,
            NewsOn = Boxes(facts.NewsOn),
            Since = Boxes(facts.Since),
            MovedOn = Boxes(facts.MovedOn),
            NextOn = Boxes(facts.NextOn),
            Version = link.Version,
        };
    }

    internal static DateBoxes Boxes(DateOnly? day) => DateBoxes.Of(day is { } known ? PartialDate.OfDay(known) : null);

    internal FamilyLinkFacts Read(ModelStateDictionary state, DateOnly today)
    {
        var news = Day(state, NewsOn, "Form.NewsOn", Texts.Text("the day of the last news"), today) ?? today;
        var since = Day(state, Since, "Form.Since", Texts.Text("the day from which days are counted"), today);
        if (since > news)
        {
            state.AddModelError("Form.Since", Texts.Shared["Days are counted to the last news, so they must begin before it"]);
        }

        return new FamilyLinkFacts
        {
            Relation = Relation.Kept() ?? "",
            Language = Language ?? "",
            Level = Level ?? default,
            Sentence = Sentence ?? default,
            Place = Place,
            NewsOn = news,
            Since = since,
            MovedOn = Day(state, MovedOn, "Form.MovedOn", Texts.Text("the day she was moved"), today),
            NextOn = Day(state, NextOn, "Form.NextOn", Texts.Text("the next date"), null),
        };
    }

    // The page shows whole days only, and no reasons why one is missing.
    private static DateOnly? Day(ModelStateDictionary state, DateBoxes boxes, string key, string subject, DateOnly? today)
    {
        var date = boxes.Read(state, key, subject);
        if (date is not null && date.Precision != DatePrecision.Day)
        {
            state.AddModelError(key, Texts.Shared["The page shows whole days. Enter a day, a month and a year, or leave it empty"]);
            return null;
        }

        if (today is { } latest)
        {
            state.CheckPast(key, date, latest);
        }

        return date?.Earliest;
    }
}
