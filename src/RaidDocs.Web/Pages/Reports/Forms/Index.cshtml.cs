using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.Pages.Reports.Forms;

/// <summary>The forms of a raid for a body or a court: choose one, see who may be in it and who not, choose the women, make the file.</summary>
[Asks(RecordKind.Document, Act.Export)]
public sealed class IndexModel(RaidDocsDbContext db, FormPress press, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Raid { get; set; } = "";

    /// <summary>Null before one is chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "kind")]
    public FormKind? Kind { get; set; }

    /// <summary>Who gets it, which stands in no address: it is sent with the form.</summary>
    [BindProperty(Name = "for")]
    public string? ForWhom { get; set; }

    [BindProperty]
    public FormForm Form { get; set; } = new();

    /// <summary>Of all women whose answers allow it; null before a form is chosen.</summary>
    public DisclosedForm? Disclosed { get; private set; }

    public string Title => Disclosed is null ? "" : Capital(texts.Of(Disclosed.Kind));

    public IReadOnlyList<Choice> Choices => Disclosed is null ? [] : [.. Disclosed.Women.Where(woman => woman.MayBeIn).Select(woman => new Choice(woman.Code, woman.Code))];

    public bool CanPrint => press.CanMake(FormFormat.Pdf);

    public bool MayAsk => db.Viewer.May(RecordKind.Consent, Act.Record);

    /// <summary>Shows who may be in it. Nothing is written.</summary>
    public Task<IActionResult> OnPostLookAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Form = new FormForm();
        return OnGetAsync(cancellationToken);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await db.Raids.AnyAsync(raid => raid.Code == Raid, cancellationToken))
        {
            return NotFound();
        }

        await LoadAsync(cancellationToken);
        Form.Women = [.. Choices.Select(choice => choice.Value)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        (Kind, ForWhom) = (Form.Kind, Form.ForWhom);
        if (await press.DiscloseAsync(db, Raid, Form.Kind ?? default, Form.ForWhom, Form.Women, cancellationToken) is not { } form)
        {
            return NotFound();
        }

        if (Form.Women.Exists(code => !form.Women.Any(woman => woman.Code == code && woman.MayBeIn)))
        {
            ModelState.AddModelError("Form.Women", texts["A woman changed her answer since this page was opened. Look at who may be in it again"]);
        }

        if (!press.CanMake(Form.Format))
        {
            ModelState.AddModelError("Form.Format", texts["This computer cannot make and check a PDF. The DOCX can be made."]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            return File(await press.ExportAsync(db, form, Form.Format, Form.Why.Kept(), cancellationToken), FormPress.MediaType(Form.Format), press.FileName(Form.Format));
        }
        catch (PrintFailedException failed)
        {
            ModelState.AddModelError("", texts[failed.Message]);
            return Page();
        }
    }

    public async Task LoadAsync(CancellationToken cancellationToken) =>
        Disclosed = Kind is { } kind ? await press.DiscloseAsync(db, Raid, kind, ForWhom, null, cancellationToken) : null;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    public sealed class FormForm
    {
        [Required(ErrorMessage = "Choose a form")]
        public FormKind? Kind { get; set; }

        public string? ForWhom { get; set; }

        [MinLength(1, ErrorMessage = "Choose 1 woman or more")]
        [Display(Name = "Who is to be in it?")]
        public List<string> Women { get; set; } = [];

        [Display(Name = "As which file?")]
        public FormFormat Format { get; set; }

        [Display(Name = "What is it for?")]
        public string? Why { get; set; }
    }
}
