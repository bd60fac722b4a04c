using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.Pages.Testimonies;

/// <summary>A statement for court from a testimony: what stands in it, how it is worded, a draft to look at, and the locked ones.</summary>
[Asks(RecordKind.Document, Act.Export)]
public sealed class StatementModel(RaidDocsDbContext db, StatementPress press, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    private static readonly string DefaultTruth = Texts.Text("I say that what stands in this statement is true as far as I know. It was read to me in a language that I understand before I signed it.");

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public StatementForm Form { get; set; } = new();

    public TestimonyHead Head { get; private set; } = null!;

    /// <summary>Why none can be made; null when nothing is missing.</summary>
    public Withheld? Withheld { get; private set; }

    public bool NobodyToAsk { get; private set; }

    /// <summary>What would be printed; null when none can be made.</summary>
    public DisclosedStatement? Disclosed { get; private set; }

    public IReadOnlyList<Choice> Marked { get; private set; } = [];

    public IReadOnlyList<CourtStatement> Locked { get; private set; } = [];

    public bool CanPrint => press.CanPrint;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.FindTestimonyAsync(Id, cancellationToken) is null)
        {
            return NotFound();
        }

        await LoadAsync(cancellationToken);
        if (Disclosed is not null)
        {
            Form.Revision = Head.Revision;
            await WordAsync(Disclosed, cancellationToken);
        }

        if (Disclosed is not null || Locked.Count > 0)
        {
            await db.NoteOpenedAsync([Id], Head.RaidId, "statement", cancellationToken);
        }

        return Page();
    }

    /// <summary>The draft as a PDF.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => MakeAsync(
        (disclosed, wording) => FileAsync(disclosed, wording, null, cancellationToken), cancellationToken);

    /// <summary>Keeps it as it is worded.</summary>
    public Task<IActionResult> OnPostLockAsync(CancellationToken cancellationToken) => MakeAsync(
        async (disclosed, wording) =>
        {
            press.RefuseNames(disclosed, wording);
            press.RefuseOpen(disclosed);
            var statement = await db.LockStatementAsync(disclosed, Form.Number, wording, cancellationToken);
            TempData["Confirmation"] = texts["Statement {0} is locked. Its words do not change any more.", statement.Number];
            return Redirect($"/testimonies/{Id}/statement");
        },
        cancellationToken);

    /// <summary>Prints a locked one.</summary>
    public async Task<IActionResult> OnPostPrintAsync(Guid statement, CancellationToken cancellationToken)
    {
        if (await db.Statements.AsNoTracking().SingleOrDefaultAsync(row => row.Id == statement && row.TestimonyId == Id, cancellationToken) is not { } locked)
        {
            return NotFound();
        }

        // The form of a new one is not what was sent.
        ModelState.Clear();
        if (await db.DiscloseStatementAsync(Id, [], clock.Today(), cancellationToken) is not { Statement: { } now })
        {
            return Redirect($"/testimonies/{Id}/statement");
        }

        return await FileAsync(await db.AsLockedAsync(now, locked, cancellationToken), locked.Wording(), locked.Number, cancellationToken);
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        Head = (await db.FindTestimonyAsync(Id, cancellationToken))!;
        Withheld = await db.WhyWithheldAsync(Id, today, cancellationToken);
        if (await db.DiscloseStatementAsync(Id, Form.Chosen(), today, cancellationToken) is { } answer)
        {
            (Withheld, NobodyToAsk, Disclosed) = (answer.Missing, answer.NobodyToAsk, answer.Statement);
            Locked = await db.Statements.AsNoTracking().Where(row => row.TestimonyId == Id).OrderByDescending(row => row.Number).ToListAsync(cancellationToken);
            Marked = [.. (await db.Passages.AsNoTracking()
                .Where(row => row.TestimonyId == Id && row.Revision == Head.Revision && !row.Facts.NotForDisclosure && (row.Facts.IdentifiesHer || row.Facts.SexualDetail))
                .OrderBy(row => row.Number).Select(row => new { row.Number, row.Facts.IdentifiesHer, row.Facts.SexualDetail }).ToListAsync(cancellationToken))
                .Select(row => new Choice($"{row.Number}", (row.IdentifiesHer, row.SexualDetail) switch
                {
                    (true, true) => texts["Passage {0}: identifies her, sexual detail", row.Number],
                    (true, false) => texts["Passage {0}: identifies her", row.Number],
                    _ => texts["Passage {0}: sexual detail", row.Number],
                }))];
        }
    }

    private async Task<IActionResult> MakeAsync(Func<DisclosedStatement, CourtWording, Task<IActionResult>> make, CancellationToken cancellationToken)
    {
        if (await db.FindTestimonyAsync(Id, cancellationToken) is null)
        {
            return NotFound();
        }

        if (await db.DiscloseStatementAsync(Id, Form.Chosen(), clock.Today(), cancellationToken) is not { Statement: { } disclosed })
        {
            // She took it back while the page was open: the page says why.
            return Redirect($"/testimonies/{Id}/statement");
        }

        if (disclosed.Revision != Form.Revision)
        {
            ModelState.AddModelError("", texts["Her words or marks were changed since this page was opened. Look at each passage again"]);
            ModelState.Remove("Form.Revision");
            Form.Revision = disclosed.Revision;
        }
        else if (disclosed.Paragraphs.Count == 0)
        {
            ModelState.AddModelError("", texts["No passage may stand in the statement"]);
        }

        return ModelState.IsValid ? await make(disclosed, Form.Wording()) : Page();
    }

    private async Task<IActionResult> FileAsync(DisclosedStatement disclosed, CourtWording wording, int? locked, CancellationToken cancellationToken)
    {
        try
        {
            return press.CanPrint
                ? File(await press.ExportAsync(db, disclosed, wording, locked, cancellationToken), "application/pdf", press.FileName())
                : throw new DomainRuleException($"This computer cannot make and check a PDF");
        }
        catch (PrintFailedException failed)
        {
            ModelState.AddModelError("", texts[failed.Message]);
            return Page();
        }
    }

    // What is known already stands in the boxes; blanks are filled in by hand.
    private async Task WordAsync(DisclosedStatement disclosed, CancellationToken cancellationToken)
    {
        const string blank = "____________";
        var told = await db.Testimonies.AsNoTracking().Include(row => row.Passages).SingleAsync(row => row.Id == Id, cancellationToken);
        var last = told.Newest(await db.ReadBacks.AsNoTracking().Where(row => row.TestimonyId == Id).ToListAsync(cancellationToken))
            .Values.MaxBy(row => row.RecordedAt)?.Facts;
        var into = disclosed.Paragraphs.Select(paragraph => paragraph.TranslationLanguage).OfType<string>().FirstOrDefault();
        Form.Certificate = texts["I, {0}, interpreted and translated this statement from {1} into {2}, completely and as well as I can. I am not tied to any side.", blank, press.LanguageOf(disclosed.Language), press.LanguageOf(into)];
        Form.Truth = texts[DefaultTruth];
        Form.ReadBack = texts["Read back to me in {0} by {1} on {2}.", last?.Language is { } language ? press.LanguageOf(language) : blank, last?.ReadBy ?? blank, last?.On is { Precision: not DatePrecision.Unknown } on ? texts.Dates.Of(on) : blank];
    }

    public sealed class StatementForm
    {
        [Display(Name = "Passages with a mark that are to stand in it")]
        public List<string> Marked { get; set; } = [];

        [Required(ErrorMessage = "Write what the interpreter certifies")]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Interpreter's certificate")]
        public string? Certificate { get; set; }

        [Required(ErrorMessage = "Write the statement of truth")]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Statement of truth")]
        public string? Truth { get; set; }

        [Required(ErrorMessage = "Write in which language it was read back, by whom and when")]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Read back to her")]
        public string? ReadBack { get; set; }

        public Guid Number { get; set; }

        /// <summary>The version that the page showed.</summary>
        public int Revision { get; set; }

        internal IReadOnlyCollection<int> Chosen() => [.. Marked.Select(one => int.TryParse(one, out var number) ? number : 0)];

        internal CourtWording Wording() => new()
        {
            Certificate = PlainText.Kept(Certificate!).Trim('\n'),
            Truth = PlainText.Kept(Truth!).Trim('\n'),
            ReadBack = PlainText.Kept(ReadBack!).Trim('\n'),
        };
    }
}
