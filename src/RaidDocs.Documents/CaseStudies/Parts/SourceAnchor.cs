namespace RaidDocs.Documents.CaseStudies.Parts;

internal static class SourceAnchor
{
    public static string Of(string mark) =>
        "source-" + string.Concat(mark.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
