using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Papers;

/// <summary>Gives out a copy that was made of an original.</summary>
[Asks(RecordKind.Evidence, Act.Read)]
public sealed class OpenCopyModel(RaidDocsDbContext db, EvidenceStore store, Texts texts, TimeProvider clock) : PageModel
{
    public PaperHead? Head { get; private set; }

    /// <summary>Why it cannot be opened.</summary>
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.FindPaperAsync(id, cancellationToken) is not { IsOriginal: false } head)
        {
            return NotFound();
        }

        Head = head;
        var (file, problem) = await OpenedPaper.OpenAsync(db, store, head, texts, clock, cancellationToken);
        Problem = problem;
        return file is null ? Page() : OpenedPaper.Answer(Response, head, file);
    }
}
