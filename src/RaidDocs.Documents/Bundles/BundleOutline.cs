namespace RaidDocs.Documents.Bundles;

/// <summary>The sections of a case file: their anchors and English headings, in the order in which they are bound.</summary>
public static class BundleOutline
{
    public const string Persons = "persons";
    public const string Chronology = "chronology";
    public const string Custody = "custody";
    public const string Statements = "statements";
    public const string Papers = "papers";
    public const string Rights = "rights";
    public const string Clocks = "clocks";
    public const string Missing = "missing";
    public const string Sources = "sources";
    public const string Hashes = "hashes";
    public const string End = "end";

    private static readonly (string Id, string Heading, Func<Bundle, bool> IsThere)[] All =
    [
        (Persons, "Who is who", bundle => bundle.Persons is not null),
        (Chronology, "What happened, in order", bundle => bundle.Chronology is not null),
        (Custody, "Where each woman was held", bundle => bundle.Custody is not null),
        (Statements, "What the women said", bundle => bundle.Statements is not null),
        (Papers, "Papers", bundle => bundle.Exhibits is not null),
        (Rights, "Rights broken", bundle => bundle.Rights is not null),
        (Clocks, "Time limits", bundle => bundle.Clocks is not null),
        (Missing, "What is missing", bundle => bundle.Missing is not null),
        (Sources, "Sources", bundle => bundle.Sources is not null),
        (Hashes, "Marks of the files, and how this was made", bundle => bundle.Hashes is not null),
    ];

    /// <summary>The English headings of what is there.</summary>
    public static IReadOnlyList<(string Id, string Heading)> Of(Bundle bundle) => [.. All.Where(section => section.IsThere(bundle)).Select(section => (section.Id, section.Heading))];

    public static string Heading(string id) => Array.Find(All, section => section.Id == id).Heading;

    /// <summary>"e7-1" for E7.1.</summary>
    public static string IdOf(string exhibit)
    {
        ArgumentNullException.ThrowIfNull(exhibit);
        return exhibit.Replace('.', '-').ToLowerInvariant();
    }
}
