using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Hosting.Backups;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Admin;

/// <summary>Makes backups, checks them and gives them out: sealed, so who takes one can open it with the recovery sheet only.</summary>
[Asks(RecordKind.Backup, Act.Read)]
public sealed class BackupModel(RaidDocsDbContext db, IServiceProvider services, StoreState state, Texts texts, TimeProvider clock) : PageModel
{
    // A small store is done by then, and the page says so at once.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private const int UsualHour = 12;

    internal LastBackup? Last { get; private set; }

    public DateTime Now { get; } = clock.UtcNow();

    public bool IsOld => Last?.IsOld(Now) ?? true;

    internal DateTime? Since => Desk.Since;

    internal BackupNews News => Desk.News;

    internal IReadOnlyList<FileInfo> Files => Desk.All;

    private BackupDesk Desk => services.GetRequiredService<BackupDesk>();

    /// <summary>False where the key is in memory only, as in the demo.</summary>
    public bool CanMake => services.GetRequiredService<VaultKeeper>().Exists;

    public ScheduleForm Form { get; } = new();

    internal BackupSchedule? Schedule { get; private set; }

    /// <summary>How many of the daily ones are in the folder now.</summary>
    public int There { get; private set; }

    public IReadOnlyList<Choice> Hours => [.. Enumerable.Range(0, 24).Select(hour => new Choice(hour.ToString(CultureInfo.InvariantCulture), HourWords(hour)))];

    public string HourWords(int hour) => string.Create(CultureInfo.InvariantCulture, $"{hour:00}:00");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        (Form.Folder, Form.Hour) = (Schedule?.Folder, (Schedule?.Hour ?? UsualHour).ToString(CultureInfo.InvariantCulture));
    }

    public async Task<IActionResult> OnPostDailyAsync(CancellationToken cancellationToken)
    {
        db.Demand(new Asked(RecordKind.Backup, Act.Export));
        if (!await TryUpdateModelAsync(Form, nameof(Form)) || !await TryKeepAsync(cancellationToken))
        {
            await ReadAsync(cancellationToken);
            return Page();
        }

        TempData["Confirmation"] = texts["Saved. A backup is made there each day while the store is open."];
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostStopAsync(CancellationToken cancellationToken)
    {
        db.Demand(new Asked(RecordKind.Backup, Act.Export));
        await BackupSchedule.ChangeAsync(db, _ => null, cancellationToken);
        TempData["Confirmation"] = texts["No backup is made by itself any more. Those that were made stay where they are."];
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        db.Demand(new Asked(RecordKind.Backup, Act.Export));
        if (!CanMake)
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

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Last = await LastBackup.ReadAsync(db, cancellationToken);
        Schedule = await BackupSchedule.ReadAsync(db, cancellationToken);
        There = Schedule?.Place() is { } place ? Schedule.There(place).Count : 0;
    }

    private async Task<bool> TryKeepAsync(CancellationToken cancellationToken)
    {
        var (chosen, own) = (Form.Folder!.Trim(), services.GetRequiredService<DataFolder>().Path);
        var wrong = !CanMake ? texts["This store keeps its key in memory only. A backup of it would never open"]
            : !IsPlain(chosen) ? texts["Write the whole path of the folder, from the beginning"]
            : IsIn(own, chosen) ? texts["This is the folder of the store itself: what takes the store takes the backup. Choose another disk or a stick"]
            : !Directory.Exists(chosen) ? texts["There is no such folder on that computer. Plug the stick in, or make the folder first"]
            : null;
        if (wrong is null)
        {
            var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(chosen));
            try
            {
                await BackupSchedule.ChangeAsync(
                    db,
                    now => ((now ?? new BackupSchedule(folder, 0)) with { Folder = folder, Hour = int.Parse(Form.Hour!, CultureInfo.InvariantCulture) }).Marked().With(null, clock.UtcNow()),
                    cancellationToken);
                return true;
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                wrong = texts["The program may not write into this folder. Give it to the user who runs the program, or choose another"];
            }
        }

        ModelState.AddModelError("Form.Folder", wrong);
        return false;
    }

    // A path that begins with two slashes would ask another computer.
    private static bool IsPlain(string path) => Path.IsPathFullyQualified(path) && !path.Any(char.IsControl)
        && !path.StartsWith(@"\\", StringComparison.Ordinal) && !path.StartsWith("//", StringComparison.Ordinal);

    private static bool IsIn(string folder, string path) =>
        !Path.GetRelativePath(folder, Path.GetFullPath(path)).StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(Path.GetRelativePath(folder, Path.GetFullPath(path)));

    private static async Task WaitAsync(Task work, CancellationToken cancellationToken) =>
        await Task.WhenAny(work, Task.Delay(Patience, cancellationToken));

    // By its name among those that are there: what was typed is never a path.
    private FileInfo? Find(string? name) => state.IsOpen ? Files.FirstOrDefault(file => file.Name == name) : null;

    public sealed class ScheduleForm
    {
        [Required(ErrorMessage = "Write the path of the folder")]
        [StringLength(300, ErrorMessage = "The path can have at most 300 letters")]
        [Display(Name = "The folder, best on another disk")]
        public string? Folder { get; set; }

        [Required(ErrorMessage = "Choose an answer from the list")]
        [RegularExpression("([01]?[0-9]|2[0-3])", ErrorMessage = "Choose an answer from the list")]
        [Display(Name = "At what hour")]
        public string? Hour { get; set; }
    }
}
