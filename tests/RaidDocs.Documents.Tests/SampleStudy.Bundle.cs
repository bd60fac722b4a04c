using RaidDocs.Documents.Bundles;
using RaidDocs.Documents.CaseStudies;
using RaidDocs.Documents.Statements;

namespace RaidDocs.Documents.Tests;

public static partial class SampleStudy
{
    /// <summary>A case file with something in each part.</summary>
    public static Bundle Bundle()
    {
        var study = Rich();
        var bundle = new Bundle
        {
            Title = "Case file R07",
            Language = "en",
            Mark = "Invented case",
            Cover = [("For whom", "Lawyer A")],
            Notes = ["Invented."],
            Index = [],
            Persons = [new PersonRow("W01", "Orchid", "one of the women")],
            Chronology = [new ChronologyRow("1 March 2024", "They came.", "the women", "agreed", [new SourceMark("S1", "E1"), new SourceMark("S2", null)], ["W01"])],
            Custody = new CustodyPart(
                ["Together the women were held."],
                [new WomanCustody("W01", "Held for 3 days.", [new HeldStay(["W01"], "Station A", "1 March", "3 March", "3") { Ground = "none", Paper = "no", Contact = "family: no", Note = "told by her", Sources = ["S1"] }])],
                study.Sorting, study.Procedures, study.InCourt),
            Statements = [new BundleStatement("t1", "Testimony T1, W01", [("How it was taken", "In Burmese")], [new StatementParagraph(1, "ကျွန်မ", "my", "I was there.", "en")], "Read back.")],
            Exhibits = [new ExhibitSheet("e1", "E1", "Order", [("Size", "10 bytes")], "It follows on 1 page.")],
            Rights = study.RightsBroken,
            Clocks = [new ClockSheetRow(["W01"], "Before a judge in 48 hours", "1 March + 48 h = 3 March", "passed", "CPC s. 87", ["S1"])],
            Missing = new MissingPart(study.NotKnown, ["Who interpreted is not recorded."]),
            Sources = [new SourceRow("S1", "Order of the court", "1 March 2024", "E1"), new SourceRow("S2", "A letter", null, null)],
            Hashes = [new HashRow("E1", "files/0001-E1.pdf", "00000000")],
            How = ["How it was made."],
        };
        return bundle with { Index = [.. BundleOutline.Of(bundle).Select(section => new IndexLine(section.Id, section.Heading, IsSection: true)), new IndexLine("e1", "Order", "1 March", "E1", Volume: "volume 2")] };
    }

    /// <summary>The same with every part there and nothing in it.</summary>
    public static Bundle EmptyBundle() => Bundle() with
    {
        Persons = [],
        Chronology = [],
        Statements = [],
        Exhibits = [],
        Rights = new RightsBroken([]),
        Clocks = [],
        Sources = [],
        Hashes = [],
    };
}
