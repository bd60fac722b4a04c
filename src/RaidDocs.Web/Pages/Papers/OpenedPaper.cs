using Microsoft.AspNetCore.Mvc;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Papers;

/// <summary>
/// A file on its way to a reader: always to be saved and never shown by the browser, under a name that says nothing, and each
/// time in the log. It is what the team reads of its own record; what leaves the house passes the gate.
/// </summary>
internal static class OpenedPaper
{
    private const string Policy = "sandbox; default-src 'none'";

    /// <summary>The plain bytes, or why they are not given.</summary>
    public static async Task<(Stream? File, string? Problem)> OpenAsync(
        RaidDocsDbContext db, EvidenceStore store, PaperHead head, Texts texts, TimeProvider clock, CancellationToken cancellationToken)
    {
        if ((await db.ClosedFilesAsync([head.Id], clock.Today(), cancellationToken)).GetValueOrDefault(head.Id) is { } closed)
        {
            return (null, closed.Words(texts));
        }

        if (!head.IsHere)
        {
            return (null, texts["Only what is known of this file is here, not its bytes."]);
        }

        Stream? file = null;
        try
        {
            file = await store.OpenReadAsync(head.Id, cancellationToken);

            // The first part is checked before anything is sent.
            _ = file.ReadByte();
            file.Position = 0;
            db.NoteFile("read", head.Id, head.RaidId, Custody.Opened);
            await db.SaveChangesAsync(cancellationToken);
            return (file, null);
        }
        catch (Exception gone) when (gone is DamagedFileException or FileNotFoundException)
        {
            if (file is not null)
            {
                await file.DisposeAsync();
            }

            return (null, texts["The file is missing or was changed. Nothing of it is given out. Tell whoever looks after this computer: verify names it, and a backup may have it."]);
        }
    }

    public static FileStreamResult Answer(HttpResponse response, PaperHead head, Stream file)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        return new FileStreamResult(file, "application/octet-stream") { FileDownloadName = $"{head.Raid}-{head.Code}.{head.File.Kind.Ending()}" };
    }
}
