using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>One raid at a glance, and what to do next.</summary>
[Asks(RecordKind.Raid, Act.Read)]
public sealed class OverviewModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts, TimeProvider clock) : PageModel
{
    public RaidBar Bar { get; private set; } = null!;

    public RaidOverview Raid { get; private set; } = null!;

    public bool MayRecord => db.MayRecord(RecordKind.Raid);

    public DateOnly Today => clock.Today();

    public IEnumerable<string> Reckoned => Reckoning.Of(Bar.Women, [.. Raid.Groups], Raid.Counts.Select(count => count.Facts)).Sentences(texts);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        Raid = await db.ReadOverviewAsync(bar.Id, Today, cancellationToken);
        return Page();
    }

    /// <summary>What to do next. A task without an address cannot start yet.</summary>
    public IEnumerable<NextTask> Tasks()
    {
        var (at, done) = ($"/raids/{Bar.Code}", Raid.Progress);
        yield return Bar.Women == 0
            ? new NextTask(texts["Add the women who were taken"], $"{at}/women/add", TaskState.NotStarted)
            : new NextTask(texts["Add what the women are called"], done.Named >= Bar.Women ? $"{at}/women" : $"{at}/women/paste", State(done.Named, Bar.Women));
        // A page that this house does not have is not offered.
        if (Url.Page("/Testimonies/New") is { } testimony)
        {
            yield return new NextTask(texts["Log a first testimony"], $"{testimony}?raid={Bar.Code}", State(done.Testimonies, 1));
        }

        yield return new NextTask(texts["Start the smart-raid checklist"], $"{at}/checklist", State(done.Criteria, lists[ListName.SmartRaid].Count));
        yield return new NextTask(texts["Note where it can be read: sources"], $"{at}/papers", State(done.Sources, 1));
        yield return new NextTask(texts["Print"], $"{at}/export", null);
    }

    private static TaskState State(int done, int all) =>
        done == 0 ? TaskState.NotStarted : done < all ? TaskState.InProgress : TaskState.Completed;

    public sealed record NextTask(string Text, string Address, TaskState? State);

    public enum TaskState
    {
        [System.ComponentModel.DataAnnotations.Display(Name = "Not started")]
        NotStarted,

        [System.ComponentModel.DataAnnotations.Display(Name = "In progress")]
        InProgress,

        [System.ComponentModel.DataAnnotations.Display(Name = "Completed")]
        Completed,
    }
}
