namespace RaidDocs.Documents.CaseStudies.Parts;

internal static class PromiseWords
{
    public static IReadOnlyList<PromiseAnswer> InOrder { get; } =
        [PromiseAnswer.Kept, PromiseAnswer.Partly, PromiseAnswer.NotKept, PromiseAnswer.NotKnown];

    public static string Of(PromiseAnswer answer) => answer switch
    {
        PromiseAnswer.Kept => "Kept",
        PromiseAnswer.Partly => "Partly",
        PromiseAnswer.NotKept => "Not kept",
        _ => "Not known",
    };

    public static string Class(PromiseAnswer answer) => answer switch
    {
        PromiseAnswer.Kept => "kept",
        PromiseAnswer.Partly => "partly",
        PromiseAnswer.NotKept => "not-kept",
        _ => "not-known",
    };
}
