using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Documents.Tables;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;
using RaidDocs.Web.Pages.Raids;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.Pages.Reports.Tables;

/// <summary>Tables that leave: choose which, of which raids and for whom; see what is in them and what not; make the file.</summary>
[Asks(RecordKind.Document, Act.Export)]
public sealed class IndexModel(RaidDocsDbContext db, TablePress press, ReferenceLists lists, Texts texts) : PageModel, IReloads
{
    /// <summary>Below this a number must stay in the house, and the page says so.</summary>
    public const int SmallInside = 5;

    private const string All = "all";

    private static readonly char[] Between = [',', ';', ' '];

    /// <summary>Null before one is chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "kind")]
    public TableKind? Kind { get; set; }

    /// <summary>Codes with commas between them, or "all".</summary>
    [BindProperty(SupportsGet = true, Name = "raids")]
    public string? Raids { get; set; }

    [BindProperty(SupportsGet = true, Name = "audience")]
    public Audience Reader { get; set; } = Audience.Team;

    /// <summary>Who gets it, which stands in no address: it is sent with the form.</summary>
    [BindProperty(Name = "for")]
    public string? ForWhom { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    [BindProperty]
    public TablesForm Form { get; set; } = new();

    public PagedList<RaidBar> Known { get; private set; } = new([], 1, 1, 0);

    /// <summary>Why nothing can be looked at yet, a sentence; null when something can, or nothing was asked.</summary>
    public string? Problem { get; private set; }

    /// <summary>What may leave of each raid; null before raids are chosen.</summary>
    public IReadOnlyList<Disclosed>? Told { get; private set; }

    public IReadOnlyList<Table> Tables { get; private set; } = [];

    /// <summary>Of statistics, the numbers of the house.</summary>
    internal IReadOnlyList<Counted> Numbers { get; private set; } = [];

    /// <summary>Of statistics, how many files of numbers of these raids left before.</summary>
    public int Earlier { get; private set; }

    public bool MayMake => Told is not null && Problem is null;

    public bool HasSmall => Numbers.Any(table => table.Groups.Any(group => group.Women is > 0 and < SmallInside));

    public IReadOnlyList<string> Chosen { get; private set; } = [];

    /// <summary>What the links to more raids keep. Who gets it is not in it.</summary>
    public IReadOnlyDictionary<string, string> Kept => new Dictionary<string, string>
    {
        ["kind"] = Kind?.ToString() ?? "",
        ["raids"] = Raids ?? "",
        ["audience"] = Reader.ToString(),
    };

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    /// <summary>Shows what is in it, with one raid more if its button was pressed. Nothing is written.</summary>
    public async Task<IActionResult> OnPostLookAsync(string? add, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Raids = string.Join(", ", (Raids ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries).Append(add ?? "").Where(code => code.Length > 0).Distinct());
        Form = new TablesForm();
        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        (Kind, Raids, Reader, ForWhom) = (Form.Kind, Form.Raids, Form.Audience, Form.ForWhom);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        Chosen = await ReadAsync(cancellationToken);
        if (Chosen.Count == 0 || IsTooMany || await press.DiscloseAsync(db, Form.Kind!.Value, Chosen, Reader, ForWhom, cancellationToken) is not { } told)
        {
            await LoadAsync(cancellationToken);
            ModelState.AddModelError("", Problem ?? texts["Choose 1 raid or more"]);
            return Page();
        }

        try
        {
            var made = await press.ExportAsync(db, Form.Kind.Value, told, Form.Format, Form.Why.Kept(), cancellationToken);
            return File(made.File, TablePress.MediaType(Form.Format), press.FileName(Form.Format));
        }
        catch (PrintFailedException failed)
        {
            ModelState.AddModelError("", texts[failed.Message]);
            return Page();
        }
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Known = await new RaidSearch(db, lists).PageAsync(null, PageNumber, cancellationToken);
        Chosen = await ReadAsync(cancellationToken);
        if (Kind is not { } kind || Chosen.Count == 0)
        {
            return;
        }

        if (IsTooMany)
        {
            Problem = texts["Rows about women leave one raid at a time. Choose 1 raid"];
            return;
        }

        if (!TablePress.MayHave(kind, Reader))
        {
            Problem = texts["{0} gets no rows about one woman. Choose another table", Reader];
            return;
        }

        Told = await press.DiscloseAsync(db, kind, Chosen, Reader, ForWhom, cancellationToken);
        if (Told is null)
        {
            Problem = texts["One of these raids is not there: {0}", string.Join(", ", Chosen)];
            return;
        }

        Tables = press.Write(kind, Told);
        if (kind == TableKind.Statistics)
        {
            Numbers = press.Count(Told);
            var ids = Told.Select(told => told.RaidId).ToList();
            Earlier = await db.Exports.Where(export => export.Kind == ExportKind.Statistics && ids.Contains(export.RaidId)).Select(export => export.Copy).Distinct().CountAsync(cancellationToken);
        }
    }

    private bool IsTooMany => Kind != TableKind.Statistics && Chosen.Count > 1;

    private async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken)
    {
        var codes = (Raids ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(code => code.ToUpperInvariant()).Distinct().ToList();
        return codes is [var only] && only.Equals(All, StringComparison.OrdinalIgnoreCase) ? await TablePress.AllRaidsAsync(db, cancellationToken) : codes;
    }

    public sealed class TablesForm
    {
        [Required(ErrorMessage = "Choose a table")]
        public TableKind? Kind { get; set; }

        [Required(ErrorMessage = "Choose 1 raid or more")]
        [StringLength(4_000, ErrorMessage = "Choose 1 raid or more")]
        public string? Raids { get; set; }

        public Audience Audience { get; set; }

        public string? ForWhom { get; set; }

        [Display(Name = "As which file?")]
        public TableFormat Format { get; set; }

        [Required(ErrorMessage = "Write what it is for")]
        [Display(Name = "What is it for?")]
        public string? Why { get; set; }
    }
}
