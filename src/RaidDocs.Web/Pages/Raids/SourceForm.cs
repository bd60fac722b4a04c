using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Sources;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>What a source is, as a reader would look it up.</summary>
public sealed class SourceForm
{
    [Required]
    [Display(Name = "What kind of source is it?")]
    public SourceKind? Kind { get; set; }

    [Required(ErrorMessage = "Enter a title, like \"Police record of the night\"")]
    [Display(Name = "Title")]
    public string? Title { get; set; }

    [Display(Name = "Who wrote or made it?")]
    public string? Author { get; set; }

    [Display(Name = "Date of the source")]
    public DateBoxes Date { get; set; } = new();

    [DataType(DataType.MultilineText)]
    [Display(Name = "Where to find it")]
    public string? Reference { get; set; }

    /// <summary>Code of a file of the raid, E7.</summary>
    [Display(Name = "In which file is it?")]
    public string? Evidence { get; set; }

    /// <summary>Code of a testimony of the raid, T3.</summary>
    [Display(Name = "Which testimony is it?")]
    public string? Testimony { get; set; }

    [DataType(DataType.MultilineText)]
    [Display(Name = "Note")]
    public string? Note { get; set; }

    public Guid Number { get; set; } = Guid.CreateVersion7();

    public Guid Version { get; set; }

    public static SourceForm Of(Source source) => new()
    {
        Kind = source.Facts.Kind,
        Title = source.Facts.Title,
        Author = source.Facts.Author,
        Date = DateBoxes.Of(source.Facts.Date),
        Reference = source.Facts.Reference,
        Note = source.Facts.Note,
        Version = source.Version,
    };

    /// <summary>The facts; only to be used when <paramref name="state"/> is valid.</summary>
    public SourceFacts Read(ModelStateDictionary state) => new()
    {
        Kind = Kind ?? SourceKind.Other,
        Title = Title.Kept() ?? "",
        Author = Author.Kept(),
        Date = Date.Read(state, "Form.Date", "the date of the source"),
        Reference = Reference.Kept(),
        Note = Note.Kept(),
    };
}
