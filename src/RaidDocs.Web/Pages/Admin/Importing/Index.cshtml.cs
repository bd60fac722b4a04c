using System.ComponentModel.DataAnnotations;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Importing;
using RaidDocs.Domain.Papers;
using RaidDocs.Web.CommandLine;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Admin.Importing;

/// <summary>Takes a file with many cases. It is checked first; nothing is written by sending it.</summary>
[Asks(RecordKind.Import, Act.Read)]
[StreamsUpload]
public sealed class IndexModel(RaidDocsDbContext db, ImportWork work, Texts texts) : PageModel, IReloads
{
    [BindProperty]
    public ImportForm Form { get; set; } = new();

    public IReadOnlyList<ImportJob> Jobs { get; private set; } = [];

    public static IReadOnlyList<Choice> Mappings => [.. ImportMapping.Shipped.Select(name => new Choice(name, name))];

    public IActionResult OnGetTemplate()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in ImportVerb.Templates())
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return File(file.ToArray(), "application/zip", "tables.zip");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        CheckMapping();
        if (Upload.Of(HttpContext) is not { Name.Length: > 0 } file)
        {
            return await AskAgainAsync(texts["Choose a file"], cancellationToken);
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(texts["Choose the file again: nothing of it was kept"], cancellationToken);
        }

        var asked = new ImportAsked { Name = Path.GetFileName(file.Name.Replace('\\', '/')), Mapping = Form.Mapping, OwnMapping = Form.Own.Kept() };
        return Redirect($"/admin/import/{await work.TakeAsync(file.Content, Evidence.MostBytes, db.Viewer, asked, cancellationToken)}");
    }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken) => Jobs = await work.OfAsync(db.Viewer, cancellationToken);

    private async Task<IActionResult> AskAgainAsync(string why, CancellationToken cancellationToken)
    {
        ModelState.AddModelError("Form.File", why);
        await LoadAsync(cancellationToken);
        return Page();
    }

    private void CheckMapping()
    {
        if (Form.Own.Kept() is not { } own)
        {
            return;
        }

        var report = new ImportReport();
        _ = ImportMapping.Read("", Encoding.UTF8.GetBytes(own), report);
        foreach (var problem in report.Problems)
        {
            ModelState.AddModelError("Form.Own", problem.Column is null ? texts.Of(problem.Sentence) : $"{problem.Column}: {texts.Of(problem.Sentence)}");
        }
    }

    public sealed class ImportForm
    {
        [Display(Name = "Where does the file come from?")]
        public string? Mapping { get; set; }

        [Display(Name = "A mapping of your own")]
        public string? Own { get; set; }
    }
}
