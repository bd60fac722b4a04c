using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Testimonies.Log;

/// <summary>Two boxes beside each other: the words and their translation. An empty line divides both into passages.</summary>
public partial class WordsBoxes
{
    public const int MostLetters = Passage.MaxLetters;

    [Required(ErrorMessage = "Write down the words as they were said")]
    [DataType(DataType.MultilineText)]
    [Letters(MostLetters)]
    [Display(Name = "The words as they were said")]
    public string? Original { get; set; }

    [DataType(DataType.MultilineText)]
    [Letters(MostLetters)]
    [Display(Name = "Translation")]
    public string? Translation { get; set; }

    [Display(Name = "Language of the translation")]
    public string? TranslationLanguage { get; set; }

    [Display(Name = "Who translated? The code")]
    public string? Translator { get; set; }

    internal void Check(ModelStateDictionary state, ReferenceLists lists)
    {
        // What cannot be stored is refused already.
        if (PlainText.HasControls(Original ?? "") || PlainText.HasControls(Translation ?? ""))
        {
            return;
        }

        var (words, translation) = (Parts(Original), Parts(Translation));
        if (translation.Length > 0 && translation.Length != words.Length)
        {
            state.AddModelError("Form.Translation", Texts.Shared[
                "The words have {0} passages and the translation has {1}. Leave an empty line at the same places in both", words.Length, translation.Length]);
        }

        if (translation.Length > 0 && string.IsNullOrEmpty(TranslationLanguage))
        {
            state.AddModelError("Form.TranslationLanguage", Texts.Shared["Choose the language of the translation"]);
        }

        state.RefuseUnknown("Form.TranslationLanguage", lists, ListName.Languages, TranslationLanguage);
    }

    internal IReadOnlyList<PassageText> Passages()
    {
        var (words, translation) = (Parts(Original), Parts(Translation));
        return
        [
            .. words.Select((text, index) => new PassageText
            {
                Text = text,
                Translation = translation.ElementAtOrDefault(index),
                TranslationLanguage = translation.Length > 0 ? TranslationLanguage : null,
                Translator = translation.Length == 0 || string.IsNullOrWhiteSpace(Translator) ? null : PlainText.Kept(Translator).Trim(),
            }),
        ];
    }

    private static string[] Parts(string? text) => string.IsNullOrWhiteSpace(text)
        ? []
        : [.. EmptyLines().Split(PlainText.Kept(text).ReplaceLineEndings("\n")).Select(part => part.Trim('\n')).Where(part => !string.IsNullOrWhiteSpace(part))];

    [GeneratedRegex(@"\n[ \t]*\n")]
    private static partial Regex EmptyLines();
}
