using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Documents.Common;
using RaidDocs.Documents.Letters;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.Exports;

namespace RaidDocs.Web.Pages.Women.Consents;

/// <summary>Who already has something that she no longer allows, and the letters that ask for it back.</summary>
[Asks(RecordKind.Consent, Act.Read)]
public sealed class RecallModel(RaidDocsDbContext db, PrintRenderer renderer, Texts texts, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public WomanBar Bar { get; private set; } = null!;

    public IReadOnlyList<Purpose> Over { get; private set; } = [];

    public IReadOnlyList<Export> Exports { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    /// <summary>The letter to whoever got one document. It names no woman and no passage: the whole document is asked back.</summary>
    public async Task<IActionResult> OnGetLetterAsync(Guid export, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || Exports.FirstOrDefault(one => one.Id == export) is not { } made)
        {
            return NotFound();
        }

        var letter = new RecallLetter
        {
            Language = Texts.Language,
            Title = texts["We ask you to give back a document"],
            To = made.ForWhom ?? texts.Of(made.Audience),
            Date = texts.Dates.Day(clock.Today()),
            Paragraphs =
            [
                texts["On {0} you received a document from us.", texts.Dates.Day(ClockExtensions.DayInBangkok(made.RecordedAt))],
                texts["Somebody whose words or facts are in it has taken back her permission. She may do so at any time, and needs no reason."],
                made.Audience == Audience.Court
                    ? texts["What has been filed with a court cannot be called back. We ask you not to file it again, and to use nothing of it outside these proceedings."]
                    : texts["We ask you to send it back or to destroy it with all copies, to quote nothing of it any more, and to tell us when that is done."],
                texts["Do not ask who it was. We can send you the document made anew, without what is no longer allowed."],
            ],
            FileMark = texts["The document is the file with the SHA-256 mark {0}, {1} bytes.", ExportWords.Groups(made.Sha256), made.Bytes],
            Sign = texts["Name, signature, date"],
            Answer = texts["Sent back or destroyed on ______________ by ______________________________"],
        };
        return Content(await renderer.RenderAsync<RecallLetterPrint>(new() { ["Letter"] = letter }), "text/html; charset=utf-8");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await db.FindWomanAsync(Code, cancellationToken) is not { } bar)
        {
            return false;
        }

        Bar = bar;
        var (today, answers) = (clock.Today(), await HerAnswers.OfAsync(db, bar, cancellationToken));
        var over = answers.WithState(ConsentState.TakenBack, today).Concat(answers.WithState(ConsentState.Expired, today)).ToList();
        Over = [.. over.Select(one => one.Purpose).Distinct().Order()];
        var exports = new List<Export>();
        foreach (var about in over.GroupBy(one => one.Testimony))
        {
            exports.AddRange(await db.ToRecallAsync(bar.RaidId, bar.Id, [.. about.Select(one => one.Purpose)], about.Key, cancellationToken));
        }

        Exports = [.. exports.DistinctBy(export => export.Id).OrderByDescending(export => export.RecordedAt)];
        return true;
    }
}
