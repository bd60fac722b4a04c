using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Hosting.Backups;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Admin;

/// <summary>Makes backups, checks them and gives them out: sealed, so who takes one can open it with the recovery sheet only.</summary>
[Asks(RecordKind.Backup, Act.Read)]
public sealed class BackupModel(RaidDocsDbContext db, IServiceProvider services, StoreState state, Texts texts, TimeProvider clock) : PageModel
{
    // A small store is done by then, and the page says so at once.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    internal LastBackup? Last { get; private set; }

    public int DaysOld { get; private set; }

    public bool IsOld => Last is null || DaysOld > LastBackup.MostDays;

    internal DateTime? Since => Desk.Since;

    internal BackupNews News => Desk.News;

    internal IReadOnlyList<FileInfo> Files => Desk.All;

    private BackupDesk Desk => services.GetRequiredService<BackupDesk>();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Last = await LastBackup.ReadAsync(db, cancellationToken);
        DaysOld = Last?.DaysOld(clock.UtcNow()) ?? 0;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        db.Demand(new Asked(RecordKind.Backup, Act.Export));
        if (!services.GetRequiredService<Domain.Vault.VaultKeeper>().Exists)
        {
            ModelState.AddModelError("", texts["This store keeps its key in memory only. A backup of it would never open"]);
            await OnGetAsync(cancellationToken);
            return Page();
        }

        await WaitAsync(Desk.MakeAsync(db.Viewer), cancellationToken);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostCheckAsync(string? name, CancellationToken cancellationToken)
    {
        db.Demand(new Asked(RecordKind.Backup, Act.Export));
        if (Find(name) is not { } file)
        {
            return NotFound();
        }

        await WaitAsync(Desk.CheckAsync(file), cancellationToken);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostTakeAsync(string? name, CancellationToken cancellationToken)
    {
        db.Demand(new Asked(RecordKind.Backup, Act.Export));
        if (Find(name) is not { } file)
        {
            return NotFound();
        }

        db.NoteAct("export", "Store", "-", null, "backup");
        await db.SaveChangesAsync(cancellationToken);
        Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return PhysicalFile(file.FullName, "application/octet-stream", file.Name);
    }

    private static async Task WaitAsync(Task work, CancellationToken cancellationToken) =>
        await Task.WhenAny(work, Task.Delay(Patience, cancellationToken));

    // By its name among those that are there: what was typed is never a path.
    private FileInfo? Find(string? name) => state.IsOpen ? Files.FirstOrDefault(file => file.Name == name) : null;
}
