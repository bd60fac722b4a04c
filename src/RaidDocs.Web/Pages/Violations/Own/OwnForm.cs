using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Violations.Own;

/// <summary>An act or an article of the organisation.</summary>
public sealed class OwnForm
{
    [Required(ErrorMessage = "Write it in English")]
    [Display(Name = "In English")]
    public string? En { get; set; }

    [Display(Name = "In Thai")]
    public string? Th { get; set; }

    /// <summary>Of an act: one article to a line, as the lists write it.</summary>
    [DataType(DataType.MultilineText)]
    [Display(Name = "Articles that it proposes")]
    public string? Articles { get; set; }

    /// <summary>Of an article.</summary>
    [Display(Name = "What kind is it?")]
    public string? Kind { get; set; }

    public Guid Number { get; set; } = Guid.CreateVersion7();

    public Guid Version { get; set; }

    public static IReadOnlyList<Choice> KindChoices(Infrastructure.Texts texts) =>
    [
        new("treaty", texts["treaty article"]), new("soft-law", texts["principle or guideline"]), new("thai-law", texts["Thai law"]),
    ];

    public static OwnForm Of(OwnItem item) => new()
    {
        En = item.Facts.En,
        Th = item.Facts.Th,
        Articles = string.Join('\n', item.Facts.Articles),
        Kind = item.Facts.Kind,
        Version = item.Version,
    };

    /// <summary>What was typed; null when it cannot be kept, and why goes to the form.</summary>
    internal OwnItemFacts? Read(ModelStateDictionary state, ReferenceLists lists, string list)
    {
        var texts = Infrastructure.Texts.Shared;
        var articles = (Articles ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        foreach (var article in articles.Where(article => lists.Find(ListName.OwnArticles, article) is null && lists.Find(ListName.Instruments, article.Split(' ', 2)[0]) is null))
        {
            state.AddModelError("Form.Articles", texts["\u201C{0}\u201D begins with no law or treaty of the list. Write it like cedaw 12, or the code of an own article like RA-01", article]);
        }

        if (list == ListName.OwnArticles && !OwnItem.Kinds.Contains(Kind))
        {
            state.AddModelError("Form.Kind", texts["Choose which kind of article it is"]);
        }

        return !state.IsValid ? null : new OwnItemFacts
        {
            List = list,
            En = PlainText.Name(En!),
            Th = string.IsNullOrWhiteSpace(Th) ? null : PlainText.Name(Th),
            Articles = list == ListName.Acts ? articles : [],
            Kind = list == ListName.OwnArticles ? Kind : null,
        };
    }
}
