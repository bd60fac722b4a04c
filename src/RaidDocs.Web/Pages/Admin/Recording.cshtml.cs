using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Family;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Hosting.Family;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Admin;

/// <summary>The sentences of the family page, spoken by the organisation.</summary>
[Asks(RecordKind.House, Act.Record)]
[StreamsUpload(FileBytes = Recordings.MostBytes)]
public sealed class RecordingModel(FamilyHouse house, RaidDocsDbContext db, Texts texts) : PageModel
{
    [BindProperty]
    public RecordingForm Form { get; set; } = new();

    public static IReadOnlyList<Choice> Languages => [.. Wording.Codes.Select(Wording.Of).Select(words => new Choice(words.Code, words.Name))];

    public static IReadOnlyList<Choice> Sentences =>
        [.. Recordings.SentencesOf(Wording.Of("en")).Select(sentence => new Choice(Recordings.NumberOf(sentence), $"{Recordings.NumberOf(sentence)}: {Wording.Of("en")[sentence]}"))];

    public bool Has(Wording words, Sentence sentence) => house.Has(ViewPart.Sound, words.Code, sentence);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var found = Recordings.Find(Form.Language, Form.Sentence);
        if (found is null && ModelState.IsValid)
        {
            ModelState.AddModelError("Form.Sentence", texts["There are no words for this sentence in that language"]);
        }

        var sound = await SoundAsync(cancellationToken);
        if (!ModelState.IsValid || found is not var (words, sentence) || sound is null)
        {
            return Page();
        }

        house.Keep(ViewPart.Sound, words.Code, sentence, sound);
        db.NoteAct("change", "FamilyPage", "-", null);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["The family page offers it from now on."];
        return RedirectToPage();
    }

    // It is no secret: everybody with a number may hear it.
    private async Task<byte[]?> SoundAsync(CancellationToken cancellationToken)
    {
        if (Upload.Of(HttpContext) is { Name.Length: > 0 } file)
        {
            var content = new byte[Recordings.MostBytes + 1];
            var count = await file.Content.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancellationToken);
            if (count is > 0 and <= Recordings.MostBytes && Recordings.IsSound(content.AsSpan()[..count]))
            {
                return content[..count];
            }
        }

        ModelState.AddModelError("Form.File", texts["Choose an MP3 or Ogg file of at most 25 kB"]);
        return null;
    }

    public sealed class RecordingForm
    {
        [Required(ErrorMessage = "Choose an answer from the list")]
        [Display(Name = "Language")]
        public string? Language { get; set; }

        [Required(ErrorMessage = "Choose an answer from the list")]
        [Display(Name = "Sentence")]
        public string? Sentence { get; set; }
    }
}
