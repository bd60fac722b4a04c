using System.Globalization;
using RaidDocs.Documents.Common;
using RaidDocs.Documents.Statements;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.Reports;
using RaidDocs.Web.Pages.Women;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.Pages.Testimonies;

/// <summary>Makes the PDF of a statement for court from what the gate let through, looks into it, and lists it before anybody has it.</summary>
public sealed class StatementPress(PrintRenderer renderer, IPdfPrinter printer, PdfInside inside, ReferenceLists lists, Texts texts, TimeProvider clock)
{
    /// <summary>It needs a printer, and a reader that searches it for what must not be in it.</summary>
    public bool CanPrint => printer.IsAvailable && inside.IsAvailable;

    /// <summary>A name that says nothing.</summary>
    public string FileName() => string.Create(CultureInfo.InvariantCulture, $"file-{clock.Today():yyyy-MM-dd}.pdf");

    /// <exception cref="DomainRuleException">The name of a woman stands in what would be printed.</exception>
    public void RefuseNames(DisclosedStatement disclosed, CourtWording wording)
    {
        string[] places =
        [
            .. disclosed.ParagraphsWithNames.Select(number => texts["paragraph {0}", number]),
            .. disclosed.HasName(wording.Certificate) ? [texts["the interpreter's certificate"]] : Array.Empty<string>(),
            .. disclosed.HasName(wording.Truth) ? [texts["the statement of truth"]] : Array.Empty<string>(),
            .. disclosed.HasName(wording.ReadBack) ? [texts["the line on reading back"]] : Array.Empty<string>(),
        ];
        if (places.Length > 0)
        {
            throw new DomainRuleException($"The name of a woman stands in what was written: {string.Join("; ", places)}. Write her code there, then make the document");
        }
    }

    /// <summary>A passage that she called wrong is corrected with her before its words are locked.</summary>
    /// <exception cref="DomainRuleException">One still stands.</exception>
    public void RefuseOpen(DisclosedStatement disclosed)
    {
        if (disclosed.Open.Count > 0)
        {
            throw new DomainRuleException($"She said that a passage is wrong: {ReadBackWords.Places(disclosed.Open, texts)}. Correct it with her, then make the document");
        }
    }

    /// <param name="db">The store.</param>
    /// <param name="disclosed">What may stand in it.</param>
    /// <param name="wording">What stands around it.</param>
    /// <param name="locked">Its number; null for a draft.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="DomainRuleException">Something stands in it that must not, or an answer changed meanwhile.</exception>
    /// <exception cref="PrintFailedException">There is no PDF.</exception>
    public async Task<byte[]> ExportAsync(RaidDocsDbContext db, DisclosedStatement disclosed, CourtWording wording, int? locked, CancellationToken cancellationToken)
    {
        RefuseNames(disclosed, wording);
        var document = Write(disclosed, wording, locked);
        var pdf = await printer.PrintAsync(() => renderer.RenderAsync<StatementPrint>(new() { ["Statement"] = document }), cancellationToken);
        try
        {
            await inside.CheckAsync(
                pdf, disclosed.Withheld, [document.Title, document.OriginalHeading, document.TranslationHeading, document.CertificateHeading, document.TruthHeading],
                [.. texts.All, wording.Certificate, wording.Truth, wording.ReadBack], cancellationToken);
        }
        catch (LeakFoundException found)
        {
            var places = found.Leaks.Select(leak => $"{PlacesInCase.Of(leak.Place, texts)} ({leak.Where})").Distinct().ToList();
            db.NoteAct("stopped", ExportKind.Statement, disclosed.TestimonyId.ToString("D"), disclosed.RaidId, [.. found.Leaks.Select(leak => leak.Where).Distinct()]);
            await db.SaveChangesAsync(cancellationToken);
            throw new DomainRuleException($"Something that {Audience.Court} may not read stands in the document: {string.Join("; ", places)}. Nothing was kept");
        }

        await db.RecordStatementAsync(disclosed, pdf, cancellationToken);
        return pdf;
    }

    internal StatementDocument Write(DisclosedStatement disclosed, CourtWording wording, int? locked) => new()
    {
        Language = Texts.Language,
        Title = locked is { } number ? texts["Statement {0}", number] : texts["Statement"],
        Mark = locked is null ? texts["Draft"] : "",
        Rows =
        [
            (texts["Statement of"], disclosed.Speaker),
            (texts["Language of the statement"], LanguageOf(disclosed.Language)),
            (texts["Paragraphs"], disclosed.Paragraphs.Count.ToString(CultureInfo.InvariantCulture)),
        ],
        OriginalHeading = texts["As it was said"],
        TranslationHeading = texts["Translation"],
        NoTranslation = texts["No translation was made."],
        Paragraphs = [.. disclosed.Paragraphs.Index().Select(one => new StatementParagraph(
            one.Index + 1, one.Item.Text, lists.Tag(one.Item.Language), one.Item.Translation, lists.Tag(one.Item.TranslationLanguage)))],
        CertificateHeading = texts["Interpreter's certificate"],
        Certificate = wording.Certificate,
        TruthHeading = texts["Statement of truth"],
        Truth = wording.Truth,
        ReadBack = wording.ReadBack,
        Sign = texts["Signature or thumbprint, date"],
        InterpreterSign = texts["Interpreter: signature, date"],
        PageWord = texts["Page"],
        OfWord = texts["of"],
    };

    internal string LanguageOf(string? key) => key is null ? "____________" : lists.Words(ListName.Languages, key, Texts.IsThai);
}
