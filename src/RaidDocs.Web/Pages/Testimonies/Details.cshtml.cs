using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Hosting;

namespace RaidDocs.Web.Pages.Testimonies;

/// <summary>A testimony as it stands now: each passage as it was said, with its translation beside it.</summary>
[Asks(RecordKind.Testimony, Act.Read)]
public sealed class DetailsModel(RaidDocsDbContext db, ReferenceLists lists) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public TestimonyView Testimony { get; private set; } = null!;

    public bool MayRecord => db.Viewer.May(RecordKind.Testimony, Act.Record);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await db.Testimonies.AsNoTracking()
            .Where(row => row.Id == Id)
            .Join(db.Raids, row => row.RaidId, raid => raid.Id, (row, raid) => new TestimonyView(
                row.Code,
                raid.Code,
                raid.Facts.Name,
                raid.IsInvented,
                db.Apprehensions.Where(one => one.RaidId == row.RaidId && one.WomanId == row.WomanId).Select(one => (int?)one.Number).FirstOrDefault(),
                row.Facts,
                row.Revision,
                db.Passages.Where(passage => passage.TestimonyId == row.Id && passage.Revision == row.Revision)
                    .OrderBy(passage => passage.Number)
                    .Select(passage => new PassageRow(passage.Number, passage.Facts))
                    .ToList()))
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return NotFound();
        }

        Testimony = found;
        return Page();
    }

    /// <summary>The tag of a language for browsers: "my" for Burmese; null when it is not known.</summary>
    public string? Tag(string? language)
    {
        if (lists.Find(ListName.Languages, language) is not { } item)
        {
            return null;
        }

        var data = JsonSerializer.Deserialize<JsonElement>(item.Data);
        return data.TryGetProperty("bcp47", out var tag) ? tag.GetString() : null;
    }

    public sealed record TestimonyView(
        string Code, string Raid, string RaidName, bool IsInvented, int? Number, TestimonyFacts Facts, int Revision, IReadOnlyList<PassageRow> Passages)
    {
        public string? Woman => Number is { } number ? new WomanCode(Raid, number).ToString() : null;
    }

    public sealed record PassageRow(int Number, PassageText Facts);
}
