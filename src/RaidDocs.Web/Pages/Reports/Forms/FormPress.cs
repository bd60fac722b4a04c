using System.ComponentModel.DataAnnotations;
using System.Globalization;
using RaidDocs.Documents.Common;
using RaidDocs.Documents.Forms;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.Pages.Reports.Forms;

public enum FormFormat
{
    [Display(Name = "PDF, to print")]
    Pdf,

    [Display(Name = "DOCX, to write in")]
    Docx,
}

/// <summary>Makes a form as a PDF or as a file for a word processor, looks into it, and lists it before anybody has it.</summary>
public sealed class FormPress(PrintRenderer renderer, IPdfPrinter printer, PdfInside inside, ReferenceLists lists, Texts texts, TimeProvider clock)
{
    /// <summary>A PDF needs a printer, and a reader that searches it for what must not be in it. The other file needs neither.</summary>
    public bool CanMake(FormFormat format) => format == FormFormat.Docx || (printer.IsAvailable && inside.IsAvailable);

    /// <summary>The body whose name a yes to share must carry; a court has none.</summary>
    public static string? BodyOf(FormKind kind) => kind switch
    {
        FormKind.ArbitraryDetention => "UN Working Group on Arbitrary Detention",
        FormKind.SpecialProcedures => "UN Special Procedures",
        _ => null,
    };

    public static string MediaType(FormFormat format) => format == FormFormat.Pdf ? "application/pdf" : FormDocx.MediaType;

    /// <summary>A name that says nothing.</summary>
    public string FileName(FormFormat format) =>
        string.Create(CultureInfo.InvariantCulture, $"file-{clock.Today():yyyy-MM-dd}.{(format == FormFormat.Pdf ? "pdf" : "docx")}");

    /// <summary>What may stand in the form; null when there is no such raid for this viewer.</summary>
    /// <param name="db">The store.</param>
    /// <param name="raid">R03.</param>
    /// <param name="kind">Which form.</param>
    /// <param name="forWhom">The body or court by name; null for the usual one.</param>
    /// <param name="chosen">The women who are to be in it; null for all whose answers allow it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<DisclosedForm?> DiscloseAsync(
        RaidDocsDbContext db, string raid, FormKind kind, string? forWhom, IReadOnlyCollection<string>? chosen, CancellationToken cancellationToken) =>
        db.DiscloseFormAsync(
            raid, kind, string.IsNullOrWhiteSpace(forWhom) ? BodyOf(kind) : forWhom.Trim(), chosen, clock.Today(),
            new GateWords(texts["a woman"], texts["a place"], place => lists.Words(ListName.FacilityKinds, place, Texts.IsThai)), cancellationToken);

    public FormDocument Write(DisclosedForm form) => new FormWriter(form, clock.Today(), new StudyWords(texts, lists)).Write();

    /// <summary>The file as it leaves: searched for what was withheld, and listed before anybody has it. Where that fails, nothing is kept.</summary>
    /// <exception cref="DomainRuleException">Something stands in it that must not, nobody is in it, or an answer changed meanwhile.</exception>
    /// <exception cref="PrintFailedException">There is no file.</exception>
    public async Task<byte[]> ExportAsync(RaidDocsDbContext db, DisclosedForm form, FormFormat format, string? why, CancellationToken cancellationToken)
    {
        var disclosed = form.Disclosed;
        if (disclosed.File.Women.Count == 0)
        {
            throw new DomainRuleException($"Choose 1 woman or more whose answers allow it");
        }

        if (disclosed.NamesInTexts.Count > 0)
        {
            throw new DomainRuleException($"The name of a woman stands in what was written: {string.Join("; ", disclosed.NamesInTexts.Select(text => PlacesInCase.Of(text.Place, texts)))}. Write her code there, then make the document");
        }

        var document = Write(form);
        string[] must = [document.Title, .. document.Sections.Select(section => section.Heading), document.BlanksHeading];
        string[] own = [.. texts.All, .. lists.All.Select(item => Texts.IsThai ? item.Th : item.En)];
        byte[] made;
        try
        {
            if (format == FormFormat.Pdf)
            {
                made = await printer.PrintAsync(() => renderer.RenderAsync<FormPrint>(new() { ["Form"] = document }), cancellationToken);
                await inside.CheckAsync(made, disclosed.Withheld, must, own, cancellationToken);
            }
            else
            {
                made = FormDocx.Write(document);
                DocxInside.Check(made, disclosed.Withheld, must, own);
            }
        }
        catch (LeakFoundException found)
        {
            db.NoteAct("stopped", ExportKindOf(form.Kind), disclosed.RaidId.ToString("D"), disclosed.RaidId, [.. found.Leaks.Select(leak => leak.Where).Distinct()]);
            await db.SaveChangesAsync(cancellationToken);
            var places = string.Join("; ", found.Leaks.Select(leak => $"{PlacesInCase.Of(leak.Place, texts)} ({leak.Where})").Distinct());
            throw new DomainRuleException($"Something that {disclosed.Audience} may not read stands in the document: {places}. Nothing was kept");
        }

        await db.RecordExportAsync(disclosed, ExportKindOf(form.Kind), why, made, cancellationToken);
        return made;
    }

    private static string ExportKindOf(FormKind kind) => kind switch
    {
        FormKind.ArbitraryDetention => ExportKind.ArbitraryDetention,
        FormKind.SpecialProcedures => ExportKind.SpecialProcedures,
        _ => ExportKind.Petition,
    };
}
