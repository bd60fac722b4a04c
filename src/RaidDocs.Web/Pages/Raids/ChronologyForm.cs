using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>One line of the chronology, in one version.</summary>
public sealed class ChronologyForm : ToldForm
{
    [Display(Name = "When was it?")]
    public MomentBoxes When { get; set; } = new();

    [Required(ErrorMessage = "Write what happened")]
    [DataType(DataType.MultilineText)]
    [Display(Name = "What happened?")]
    public string? What { get; set; }

    [Required]
    [Display(Name = "Which part of the story is it?")]
    public Topic? Topic { get; set; }

    [Required]
    [Display(Name = "Do the voices agree?")]
    public Standing? Standing { get; set; } = Domain.Raids.Standing.OneSource;

    [Display(Name = "Sources")]
    public List<string> Sources { get; set; } = [];

    [Display(Name = "Which women?")]
    public List<string> Women { get; set; } = [];

    public static ChronologyForm Of(ChronologyRow line)
    {
        var form = new ChronologyForm
        {
            When = MomentBoxes.Of(line.Facts.When),
            What = line.Facts.What,
            Topic = line.Facts.Topic,
            Standing = line.Facts.Standing,
            Sources = [.. line.Sources],
            Women = [.. line.Women.Select(WomanCode.In)],
            Version = line.Version,
        };
        form.Take(line.Facts, null);
        return form;
    }

    /// <summary>A new row about the moment of another one: who says what is asked anew.</summary>
    public static ChronologyForm AnotherVersionOf(ChronologyRow line) => new()
    {
        When = MomentBoxes.Of(line.Facts.When),
        Topic = line.Facts.Topic,
        Standing = null,
        Women = [.. line.Women.Select(WomanCode.In)],
    };

    /// <summary>The facts; only to be used when <paramref name="state"/> is valid.</summary>
    public ChronologyFacts Read(ModelStateDictionary state) => new()
    {
        When = When.ReadMoment(state, "Form.When", "the date when it happened"),
        What = What.Kept() ?? "",
        Topic = Topic ?? Domain.Raids.Topic.Other,
        Standing = Standing ?? Domain.Raids.Standing.OneSource,
        Voice = Voice ?? Domain.Common.Voice.Team,
        ToldOn = ReadToldOn(state),
        Reliability = Reliability,
        At = At.Kept(),
        Note = Note.Kept(),
    };
}
