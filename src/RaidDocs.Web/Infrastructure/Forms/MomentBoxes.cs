using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Common;

namespace RaidDocs.Web.Infrastructure.Forms;

/// <summary>A date and the hour, or only the part of the day, as it is remembered.</summary>
public sealed class MomentBoxes : DateBoxes
{
    [Display(Name = "Time")]
    public string? Time { get; set; }

    public bool AboutTime { get; set; }

    /// <summary>The name of a <see cref="PartOfDay"/>.</summary>
    public string? Part { get; set; }

    /// <summary>As <see cref="DateBoxes.Read"/>, with the time.</summary>
    public PartialDateTime? ReadMoment(ModelStateDictionary state, string key, string subject, bool required = false)
    {
        // An hour without a day is half an answer.
        var hasTime = !Blank(Time) || ReadPart() is not null;
        if (TypedDate(state, key, subject, required || hasTime) is not { } date)
        {
            return null;
        }

        var typed = Typed(date);
        if (PartialDateTime.TryRead(typed, out var moment, out var problem))
        {
            return moment;
        }

        Refuse(state, key, PartialDateTime.Sentence(problem, typed, Texts.Shared[subject]));
        return null;
    }

    public static MomentBoxes Of(PartialDateTime? moment)
    {
        var boxes = new MomentBoxes();
        boxes.Restore(moment?.Date);
        boxes.Time = moment?.Time is { } time ? DateWords.Time(time) : null;
        boxes.AboutTime = moment?.AboutTime ?? false;
        boxes.Part = moment?.Part?.ToString();
        return boxes;
    }

    public override string InWords(Texts texts) =>
        string.Join(' ', new[] { base.InWords(texts), Time, texts.Of(ReadPart()) }.Where(part => !Blank(part)));

    private string Typed(string date) => !Blank(Time)
        ? $"{date} {(AboutTime ? "about " : "")}{Time!.Trim()}"
        : ReadPart() is { } part ? $"{date} {Texts.NameOf(part).ToLowerInvariant()}" : date;

    private PartOfDay? ReadPart() => Enum.TryParse<PartOfDay>(Part, out var part) && Enum.IsDefined(part) ? part : null;
}
