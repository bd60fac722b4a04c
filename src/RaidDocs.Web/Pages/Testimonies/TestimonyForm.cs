using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Testimonies;

public sealed partial class TestimonyForm
{
    private const int MostLetters = 60_000;

    [Required(ErrorMessage = "Choose who speaks")]
    [Display(Name = "Who speaks?")]
    public Voice? Voice { get; set; }

    [Display(Name = "If it is not the woman: who?")]
    public string? Speaker { get; set; }

    [Display(Name = "When was it told?")]
    public DateBoxes ToldOn { get; set; } = new();

    [Display(Name = "In which language?")]
    public string? Language { get; set; }

    [Display(Name = "Interpreter")]
    public InterpreterKind Interpreter { get; set; }

    [Display(Name = "Did they understand each other?")]
    public Answer InterpreterUnderstood { get; set; }

    [Display(Name = "Kind of place")]
    public string? PlaceKind { get; set; }

    [Display(Name = "Who was in the room?")]
    public string? WhoWasInTheRoom { get; set; }

    [Display(Name = "Who asked? Her code")]
    public string? Interviewer { get; set; }

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

    public Guid Number { get; set; } = Guid.CreateVersion7();

    /// <summary>The passages; null when they cannot be kept, and why goes to the form.</summary>
    internal IReadOnlyList<PassageText>? ReadPassages(ModelStateDictionary state, ReferenceLists lists)
    {
        var (words, translation) = (Parts(Original), Parts(Translation));
        if (Original is not null && words.Length == 0)
        {
            state.AddModelError("Form.Original", Texts.Shared["Write down the words as they were said"]);
        }

        if (translation.Length > 0 && translation.Length != words.Length)
        {
            state.AddModelError("Form.Translation", Texts.Shared[
                "The words have {0} passages and the translation has {1}. Leave an empty line at the same places in both", words.Length, translation.Length]);
        }

        if (words.Concat(translation).Any(part => PlainText.Letters(part) > Passage.MaxLetters))
        {
            state.AddModelError("Form.Original", Texts.Shared["A passage can have at most 20,000 letters. Divide it with an empty line"]);
        }

        if (translation.Length > 0 && string.IsNullOrEmpty(TranslationLanguage))
        {
            state.AddModelError("Form.TranslationLanguage", Texts.Shared["Choose the language of the translation"]);
        }

        state.RefuseUnknown("Form.Language", lists, ListName.Languages, Language);
        state.RefuseUnknown("Form.TranslationLanguage", lists, ListName.Languages, TranslationLanguage);
        state.RefuseUnknown("Form.PlaceKind", lists, ListName.FacilityKinds, PlaceKind);
        return !state.IsValid ? null :
        [
            .. words.Select((text, index) => new PassageText
            {
                Text = text,
                Translation = translation.ElementAtOrDefault(index),
                TranslationLanguage = translation.Length > 0 ? TranslationLanguage : null,
            }),
        ];
    }

    internal TestimonyFacts Facts(PartialDate? toldOn) => new()
    {
        Voice = Voice!.Value,
        ToldOn = toldOn,
        Speaker = Voice == Domain.Common.Voice.Woman ? null : Kept(Speaker),
        Language = Language,
        Interpreter = Interpreter,
        InterpreterUnderstood = InterpreterUnderstood,
        PlaceKind = PlaceKind,
        WhoWasInTheRoom = Kept(WhoWasInTheRoom),
        Interviewer = Kept(Interviewer),
    };

    private static string[] Parts(string? text) => string.IsNullOrWhiteSpace(text)
        ? []
        : [.. EmptyLines().Split(text.ReplaceLineEndings("\n")).Select(part => part.Trim('\n')).Where(part => !string.IsNullOrWhiteSpace(part))];

    private static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : PlainText.Kept(text);

    [GeneratedRegex(@"\n[ \t]*\n")]
    private static partial Regex EmptyLines();
}
