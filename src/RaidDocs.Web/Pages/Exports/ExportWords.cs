using RaidDocs.Domain.Disclosure;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Exports;

internal static class ExportWords
{
    public static string Of(string kind, Texts texts) => kind switch
    {
        ExportKind.CaseStudy => texts["case study"],
        ExportKind.Statement => texts["statement for court"],
        ExportKind.CaseFile => texts["case file"],
        ExportKind.ArbitraryDetention => texts["questionnaire for the UN Working Group on Arbitrary Detention"],
        ExportKind.SpecialProcedures => texts["letter to the Special Procedures of the United Nations"],
        ExportKind.Petition => texts["draft of a petition to a court against unlawful holding"],
        ExportKind.Huridocs => texts["tables after HURIDOCS"],
        ExportKind.Htcds => texts["case data after IOM (HTCDS)"],
        ExportKind.Statistics => texts["statistics"],
        _ => kind,
    };

    /// <summary>A hash in groups of eight, to be read aloud.</summary>
    public static string Groups(string sha256) => string.Join(' ', sha256.Chunk(8).Select(group => new string(group)));
}
