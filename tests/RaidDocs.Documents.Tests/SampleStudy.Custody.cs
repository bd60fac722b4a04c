using RaidDocs.Documents.CaseStudies;

namespace RaidDocs.Documents.Tests;

public static partial class SampleStudy
{
    private static readonly DateOnly RaidDay = new(2024, 3, 12);
    private static readonly DateOnly Today = new(2025, 11, 21);

    private static WhereHeld Held() => new(
        new HeldChart([.. Enumerable.Range(1, 17).Select(HeldRow)], RaidDay, Today),
        [
            new(Everyone, "Harbour police station", "12 March 2024", "14 March 2024", "2") { Ground = "none told", Paper = "none seen", Contact = "nobody could reach them", Sources = ["S1"] },
            new(["W01", "W02"], "Hill Road shelter, closed", "14 March 2024", "still held", "617") { Ground = "\u201cprotection of witnesses\u201d", Paper = "order seen for W01 only", Contact = "family: one call a month; lawyer: from July 2024", Sources = ["S1", "S7"] },
            new(Codes(3, 9), "Hill Road shelter, closed", "14 March 2024", "between 15 November and 15 December 2024", "246 to 276") { Ground = "\u201cprotection\u201d", Paper = "none seen", Contact = "no family, no lawyer", Sources = ["S1", "S3"] },
            new(Codes(3, 9), "Immigration detention", "between 15 November and 15 December 2024", "20 December 2024", "5 to 35") { Ground = "removal", Sources = ["S3"] },
            new(Codes(10, 14), "Hill Road shelter, closed", "14 March 2024", "1 September 2024", "171") { Ground = "\u201cassessment\u201d", Paper = "none seen", Sources = ["S3"] },
            new(["W12"], "Provincial hospital", "10 June 2024", "17 June 2024", "7") { Ground = "gave birth", Contact = "her sister, once", Sources = ["S4"] },
            new(["W15", "W16", "W17"], "Court cell, then let go", "14 March 2024", "15 March 2024", "1") { Ground = "soliciting", Paper = "receipt of the fine", Sources = ["S2"] },
            new(["W14"], "Not known where", "1 September 2024", "1 November 2024", "61") { Sources = ["S3"] },
        ])
    {
        Summary =
        [
            "Together the women were held for between 4,716 and 4,962 days. W01 and W02 have been held the longest, for 619 days, and are still held. Three were let go within three days.",
        ],
        ClockNotes = ["These limits passed with no paper seen. Each needs checking."],
        Clocks =
        [
            new("Holding for fact-finding: 24 hours", "12 March 2024, 22:40 + 24 h = 13 March 2024, 22:40", "ATPA s. 29, general knowledge, no lawyer has checked this rule", null, ["W01", "W02"], ["S1"]),
            new("Court order: 7 days", null, "ATPA s. 29, general knowledge, no lawyer has checked this rule", "14 women", [], []),
        ],
        Blanks = ["No paper has been seen for the nights at the police station.", "Where W14 was in September and October 2024 nobody has told us."],
    };

    private static HeldRow HeldRow(int number)
    {
        var shelterFrom = RaidDay.AddDays(2);
        List<HeldBar> bars = [Sure(RaidDay, shelterFrom, "Harbour police station", HeldKinds.Police)];
        switch (number)
        {
            case <= 2:
                bars.Add(new(shelterFrom, shelterFrom, Today, Today, true, "Hill Road shelter", HeldKinds.ClosedShelter));
                return new($"W{number:00}", bars, "619");
            case <= 9:
                bars.Add(new(shelterFrom, shelterFrom, new(2024, 11, 15), new(2024, 12, 15), false, "Hill Road shelter", HeldKinds.ClosedShelter));
                bars.Add(new(new(2024, 11, 15), new(2024, 12, 15), new(2024, 12, 20), new(2024, 12, 20), false, "Immigration detention", HeldKinds.Immigration));
                return new($"W{number:00}", bars, number == 9 ? "268 to 298" : "283");
            case <= 14:
                bars.Add(Sure(shelterFrom, new(2024, 9, 1), "Hill Road shelter", HeldKinds.ClosedShelter));
                if (number == 12)
                {
                    bars.Add(Sure(new(2024, 6, 10), new(2024, 6, 17), "Provincial hospital", HeldKinds.Hospital));
                }
                else if (number == 14)
                {
                    bars.Add(Sure(new(2024, 11, 1), new(2025, 2, 1), "An open shelter", HeldKinds.OpenShelter));
                }

                return new($"W{number:00}", bars, number == 14 ? "265" : "173");
            default:
                bars.Add(Sure(shelterFrom, shelterFrom.AddDays(1), "Court cell", HeldKinds.Court));
                return new($"W{number:00}", bars, "3");
        }
    }

    private static HeldBar Sure(DateOnly from, DateOnly to, string place, string kind) => new(from, from, to, to, false, place, kind);

    private static Interpreters Interpreted() => new(
    [
        new("At the police station", "Burmese, Shan, Lao, Khmer, Thai", "Thai", "a waiter of the bar, into Burmese", "the women", ["S1"]) { When = "13 March 2024", Women = Everyone },
        new("At the police station", "\u201cthe languages of the victims\u201d", "the same", "a certified interpreter", "the police", ["S2"]) { When = "13 March 2024" },
        new("At the hospital", "Khmer", "Thai", "none", "she", ["S4"]) { When = "14 March 2024", Women = ["W13"], Note = "She was shown what to do by signs." },
    ]);

    private static InCourt Courts() => new(
    [
        new("1432/2567", "Provincial Court", "Trafficking case against the manager",
            [new("Witnesses for the prosecution", Codes(1, 9)), new("Injured persons, as the charge says", ["W08", "W09"])],
            [
                new("2 June 2024", "Advance testimony", "Put off: no Shan interpreter", "4 August 2024", ["S7"]),
                new("4 August 2024", "Advance testimony", "W01 to W04 heard", null, ["S7"]),
            ],
            [new("14 March 2024", "Stay in a shelter, for W01", "yes, since that day", ["S7"])]),
        new("877/2567", "District Court", "Soliciting", [new("Accused", ["W15", "W16", "W17"])],
            [new("15 March 2024", "Plea, without a lawyer", "Fined 1,000 baht each", null, ["S2"])], [])
        {
            Note = "The hearing took less than ten minutes for all three together, as W16 tells it.",
        },
    ]);

    private static WhereNow Now() => new("21 November 2025 (2568)",
    [
        new("2 women", ["W01", "W02"], "Hill Road shelter, closed", "their lawyer", ["S7"]),
        new("7 women", Codes(3, 9), "sent across the border; five have called us since", "the women", ["S3"]),
        new("6 women", [.. Codes(10, 13), "W15", "W16"], "at work again, by their own choice", "the women", ["S3"]),
        new(null, ["W14", "W17"], "not known", "nobody", []),
    ]);
}
