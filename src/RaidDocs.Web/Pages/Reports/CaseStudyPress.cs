using System.Globalization;
using RaidDocs.Documents.CaseStudies;
using RaidDocs.Documents.Common;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.Pages.Reports;

/// <summary>Makes the chapter, as a page and as a PDF, for the button and for the command line alike.</summary>
public sealed class CaseStudyPress(PrintRenderer renderer, IPdfPrinter printer, PdfInside inside, ReferenceLists lists, Texts texts, TimeProvider clock)
{
    /// <summary>A PDF for others needs a printer, and a reader that searches it for what must not be in it.</summary>
    public bool CanPrintFor(Audience audience) => printer.IsAvailable && (audience == Audience.Team || inside.IsAvailable);

    /// <summary>What may leave of the raid; null when there is no such raid for this viewer.</summary>
    public Task<Disclosed?> DiscloseAsync(RaidDocsDbContext db, string code, Audience audience, string? forWhom, CancellationToken cancellationToken) =>
        db.DiscloseAsync(
            code, audience, string.IsNullOrWhiteSpace(forWhom) ? null : forWhom.Trim(), clock.Today(),
            new GateWords(texts["a woman"], texts["a place"], kind => lists.Words(ListName.FacilityKinds, kind, Texts.IsThai)), cancellationToken);

    /// <summary>The passages it quotes that the women called wrong and that still stand so. Our own team may read them.</summary>
    public static async Task<IReadOnlyList<OpenReadBack>> OpenReadBacksAsync(RaidDocsDbContext db, Disclosed disclosed, CancellationToken cancellationToken) =>
        disclosed.Audience == Audience.Team
            ? []
            : [.. (await db.OpenReadBacksAsync(disclosed.RaidId, cancellationToken)).Where(open =>
                disclosed.Parts.Any(part => part.Testimony == open.Testimony && part.Passages.Contains(open.Number)))];

    public CaseStudy Write(Disclosed disclosed) =>
        new CaseStudyWriter(disclosed, clock.Today(), organisation: "", new StudyWords(texts, lists)).Write();

    public Task<string> HtmlAsync(CaseStudy study) =>
        renderer.RenderAsync<CaseStudyPrint>(new()
        {
            ["Study"] = study,
            ["Say"] = (Func<string, string>)(english => texts[english]),
        });

    /// <summary>
    /// The PDF as it leaves the house: with a checkpoint of the log, searched for what was withheld, and listed before anybody
    /// has it. Where one of these fails, nothing is kept.
    /// </summary>
    /// <exception cref="DomainRuleException">A name stands in what somebody wrote, or an answer changed meanwhile.</exception>
    /// <exception cref="PrintFailedException">There is no PDF.</exception>
    public async Task<byte[]> ExportAsync(RaidDocsDbContext db, Disclosed disclosed, string? why, CancellationToken cancellationToken)
    {
        RefuseNames(disclosed);
        if (await OpenReadBacksAsync(db, disclosed, cancellationToken) is { Count: > 0 } open)
        {
            throw new DomainRuleException($"She said that a passage is wrong: {ReadBackWords.Places(open, texts)}. Correct it with her, then make the document");
        }

        var mark = await db.MakeCheckpointAsync(clock.UtcNow(), CheckpointReason.Export, cancellationToken);
        var study = Write(disclosed);
        study = study with { SourcesAndMethod = study.SourcesAndMethod with { LogMark = mark?.ToString().TrimEnd().Replace('\n', ' ') } };
        var pdf = await PdfAsync(study, cancellationToken);
        if (inside.IsAvailable)
        {
            try
            {
                await inside.CheckAsync(pdf, disclosed.Withheld, [study.Title, .. study.Headings.Select(heading => texts[heading])], OwnWords(), cancellationToken);
            }
            catch (LeakFoundException found)
            {
                db.NoteAct("stopped", ExportKind.CaseStudy, disclosed.RaidId.ToString("D"), disclosed.RaidId, [.. found.Leaks.Select(leak => leak.Where).Distinct()]);
                await db.SaveChangesAsync(cancellationToken);
                throw new DomainRuleException($"Something that {disclosed.Audience} may not read stands in the document: {Places(found.Leaks)}. Nothing was kept");
            }
        }

        await db.RecordExportAsync(disclosed, ExportKind.CaseStudy, why, pdf, cancellationToken);
        return pdf;
    }

    public Task<byte[]> PdfAsync(CaseStudy study, CancellationToken cancellationToken) =>
        printer.PrintAsync(() => HtmlAsync(study), cancellationToken);

    /// <summary>A name that says nothing.</summary>
    public string FileName() =>
        string.Create(CultureInfo.InvariantCulture, $"file-{clock.Today():yyyy-MM-dd}.pdf");

    private void RefuseNames(Disclosed disclosed)
    {
        if (disclosed.NamesInTexts.Count > 0)
        {
            throw new DomainRuleException($"The name of a woman stands in what was written: {string.Join("; ", disclosed.NamesInTexts.Select(text => PlacesInCase.Of(text.Place, texts)))}. Write her code there, then make the document");
        }
    }

    private string Places(IReadOnlyList<Leak> leaks) => string.Join("; ", leaks.Select(leak => $"{PlacesInCase.Of(leak.Place, texts)} ({leak.Where})").Distinct());

    private List<string> OwnWords() => [.. texts.All, .. lists.All.Select(item => Texts.IsThai ? item.Th : item.En)];
}
