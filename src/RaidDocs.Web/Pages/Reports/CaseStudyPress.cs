using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Documents.CaseStudies;
using RaidDocs.Documents.Common;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.Pages.Reports;

/// <summary>Makes the chapter, as a page and as a PDF, for the button and for the command line alike.</summary>
public sealed class CaseStudyPress(PrintRenderer renderer, IPdfPrinter printer, ReferenceLists lists, Texts texts, TimeProvider clock)
{
    /// <summary>The id of the raid; null when it is not there for this viewer.</summary>
    public Task<Guid?> FindRaidAsync(RaidDocsDbContext db, string code, CancellationToken cancellationToken) =>
        db.Raids.Where(raid => raid.Code == code).Select(raid => (Guid?)raid.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Null when there is no such raid for this viewer.</summary>
    public async Task<CaseStudy?> WriteAsync(RaidDocsDbContext db, string code, Audience audience, CancellationToken cancellationToken)
    {
        var file = await db.ReadCaseAsync(code, withNames: false, cancellationToken);
        return file is null ? null : Write(file, audience);
    }

    public Task<string> HtmlAsync(CaseStudy study) =>
        renderer.RenderAsync<CaseStudyPrint>(new()
        {
            ["Study"] = study,
            ["Say"] = (Func<string, string>)(english => texts[english]),
        });

    /// <summary>
    /// The PDF as it leaves the house: with a checkpoint of the log, and a line in the log before anybody has it.
    /// </summary>
    public async Task<byte[]> ExportAsync(RaidDocsDbContext db, CaseStudy study, string code, Audience audience, CancellationToken cancellationToken)
    {
        var mark = await db.MakeCheckpointAsync(clock.UtcNow(), CheckpointReason.Export, cancellationToken);
        var pdf = await PdfAsync(
            study with { SourcesAndMethod = study.SourcesAndMethod with { LogMark = mark?.ToString().TrimEnd().Replace('\n', ' ') } },
            cancellationToken);
        db.NoteAct("export", "case-study", code, await FindRaidAsync(db, code, cancellationToken), audience.ToString());
        await db.SaveChangesAsync(cancellationToken);
        return pdf;
    }

    public Task<byte[]> PdfAsync(CaseStudy study, CancellationToken cancellationToken) =>
        printer.PrintAsync(() => HtmlAsync(study), cancellationToken);

    /// <summary>A name that says nothing.</summary>
    public string FileName() =>
        string.Create(CultureInfo.InvariantCulture, $"file-{clock.Today():yyyy-MM-dd}.pdf");

    internal CaseStudy Write(CaseFile file, Audience audience) =>
        new CaseStudyWriter(audience.SeesEachWoman() ? file : file.WithoutCodes(texts["a woman"]), audience, clock.Today(), organisation: "", new StudyWords(texts, lists)).Write();
}
