using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages;

/// <summary>What every form about a fact asks: whose version it is, from which source, told when, how reliable.</summary>
public abstract class ToldForm
{
    [Required(ErrorMessage = "Choose who says it")]
    [Display(Name = "Who says it?")]
    public Voice? Voice { get; set; }

    /// <summary>Code of a source of the raid.</summary>
    [Display(Name = "Source")]
    public string? Source { get; set; }

    /// <summary>Where in the source.</summary>
    [Display(Name = "Where in the source?")]
    public string? At { get; set; }

    [Display(Name = "When was it told?")]
    public DateBoxes ToldOn { get; set; } = new();

    [Display(Name = "How reliable is it?")]
    public Reliability Reliability { get; set; }

    [DataType(DataType.MultilineText)]
    [Display(Name = "Note")]
    public string? Note { get; set; }

    /// <summary>The id of what the form makes: sent twice, it makes one thing.</summary>
    public Guid Number { get; set; } = Guid.CreateVersion7();

    public Guid Version { get; set; }

    /// <summary>Reads the day it was told; a wrong one goes to <paramref name="state"/>.</summary>
    public PartialDate? ReadToldOn(ModelStateDictionary state) => ToldOn.Read(state, "Form.ToldOn", "the day it was told");

    /// <summary>Fills the common part from what is stored.</summary>
    protected void Take(Told said, string? source)
    {
        (Voice, Source, At, ToldOn, Reliability, Note) = (said.Voice, source, said.At, DateBoxes.Of(said.ToldOn), said.Reliability, said.Note);
    }
}

/// <summary>The choices of select boxes.</summary>
internal static class FormChoices
{
    /// <summary>The sources of a raid by code.</summary>
    public static async Task<IReadOnlyList<Choice>> SourceChoicesAsync(this RaidDocsDbContext db, Guid raidId, CancellationToken cancellationToken) =>
        await db.Sources.AsNoTracking()
            .Where(source => source.RaidId == raidId)
            .OrderBy(source => source.RecordedAt)
            .Select(source => new Choice(source.Code, source.Code + " " + source.Facts.Title, null))
            .ToListAsync(cancellationToken);

    /// <summary>A reference list, in the language of the reader.</summary>
    public static IReadOnlyList<Choice> Choices(this ReferenceLists lists, string list) =>
        [.. lists[list].Select(item => new Choice(item.Key, lists.Words(list, item.Key, Texts.IsThai), null))];
}
