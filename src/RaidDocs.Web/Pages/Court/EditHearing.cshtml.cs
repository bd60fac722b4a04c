using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Court;

/// <summary>Changes what is recorded of a day in court, often because it has an outcome.</summary>
[Asks(RecordKind.Court, Act.Record)]
public sealed class EditHearingModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts, TimeProvider clock) : PageModel, IEditsRecord, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public HearingForm Form { get; set; } = new();

    public RaidBar? Bar { get; private set; }

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public object Mine => Form;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is null || await ReadNowAsync(cancellationToken) is not { Theirs: HearingForm stored })
        {
            return NotFound();
        }

        Form = stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is not { } bar || await db.Hearings.SingleOrDefaultAsync(row => row.Id == Id && row.RaidId == bar.Id, cancellationToken) is not { } hearing)
        {
            return NotFound();
        }

        if (Form.Read(ModelState, lists, clock.Today()) is not { } facts)
        {
            return Page();
        }

        (await db.Raids.AsNoTracking().SingleAsync(raid => raid.Id == bar.Id, cancellationToken)).CheckHearing(facts);
        var source = await db.NamedSourceAsync(bar.Id, Form.Source, cancellationToken);
        db.ExpectVersion(hearing, Form.Version);
        hearing.Correct(facts, source?.Id);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["Saved."];
        return Saved();
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindRaidAsync(Code, cancellationToken);
        Sources = Bar is null ? [] : await db.SourceChoicesAsync(Bar.Id, cancellationToken);
    }

    public async Task<RecordNow?> ReadNowAsync(CancellationToken cancellationToken)
    {
        var row = await db.Hearings.AsNoTracking()
            .Where(row => row.Id == Id && db.Raids.Any(raid => raid.Id == row.RaidId && raid.Code == Code))
            .Select(row => new { row.Facts, row.Version, Source = row.SourceId == null ? null : row.Source!.Code })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        var (by, at) = await db.LastChangeAsync(Id, cancellationToken);
        return new RecordNow(HearingForm.Of(row.Facts, row.Source, row.Version), row.Version, by, at);
    }

    public IActionResult Saved() => Redirect($"/raids/{Code}/court");

    public string Words(string field, string value) =>
        field == nameof(HearingForm.Language) ? lists.Words(ListName.Languages, value, Texts.IsThai) : value;
}
