using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Papers;

/// <summary>Gives out an original. One that says where it was made is asked about once more.</summary>
[Asks(RecordKind.Evidence, Act.Reveal)]
public sealed class OpenModel(RaidDocsDbContext db, EvidenceStore store, Texts texts, TimeProvider clock) : PageModel
{
    public PaperHead? Head { get; private set; }

    /// <summary>Why it cannot be opened.</summary>
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? place, CancellationToken cancellationToken)
    {
        if (await db.FindPaperAsync(id, cancellationToken) is not { IsOriginal: true } head)
        {
            return NotFound();
        }

        Head = head;
        if (head.File.HasPlace && place != "known")
        {
            return Page();
        }

        var (file, problem) = await OpenedPaper.OpenAsync(db, store, head, texts, clock, cancellationToken);
        Problem = problem;
        return file is null ? Page() : OpenedPaper.Answer(Response, head, file);
    }
}
