using RaidDocs.Documents.CaseStudies;

namespace RaidDocs.Documents.Tests;

public static partial class SampleStudy
{
    private static AtAGlance Glance() => new(
    [
        new("When", [new("12 March 2024 (2567), from about 22:40", "the women and the police", "S1")]),
        new("Where", [new("The Harbour Light, a karaoke bar", "all", "S2")]),
        new("How many were taken",
        [
            new("17", "the women", "S1", "told 3 April 2024"),
            new("19", "the provincial police", "S2", "13 March 2024", "The police count may hold two customers."),
        ]),
        new("How many under 18",
        [
            new("1", "the women", "S1", "told 3 April 2024"),
            new("3", "the provincial police", "S2", "13 March 2024"),
        ]),
        new("Still held", [new("2 of 17, for 619 days", "our record", null, "21 November 2025")]),
        new("Convictions", [new("None known", "the court registry", "S7", "2 October 2025")]),
    ]);

    private static HowItBegan Began() => new(
    [
        new("Who came",
        [
            new("Provincial police and an anti-trafficking unit", "the police", "S2"),
            new("Also two people of a foreign charity, with a camera", "the women", "S1", "told 3 April 2024"),
        ]),
        new("What they called it", [new("\u201cOperation Safe Harbour\u201d, a rescue", "the police", "S2", "13 March 2024")]),
        new("On what legal basis", [new("A warrant; nobody we asked has seen it", "the police", "S2", "13 March 2024")]),
    ])
    {
        Told =
        [
        new("A man who said he was a customer came three times and asked for \u201cthe youngest\u201d.", "the women", "one source", ["S1"]) { When = "Early March 2024" },
        new("The charity told a newspaper that it had watched the bar for a month.", "the charity", "one source", ["S5"]) { When = "15 March 2024" },
        ],
        Blanks = ["Nobody has shown us the complaint that the raid rested on."],
    };

    private static TheNight Night() => new(
    [
        new("22:40", "Some thirty men come in by both doors. Several carry long guns.", "the women", "agreed", ["S1", "S3"], []),
        new("22:40", "Twelve officers enter by the front door, without drawn arms.", "the police", "disputed", ["S2"], []),
        new("about 22:50", "A woman falls from the back stairs as she runs, and hurts her knee.", "the women", "two sources", ["S1", "S4"], ["W05"]),
        new("23:10", "Phones are collected in a rice sack. No receipt is given.", "the women", "agreed", ["S1"], Everyone),
        new("23:30", "The women are photographed in a row, on the floor. A newspaper prints the picture two days later with eyes covered.", "the women; a newspaper", "agreed", ["S1", "S5"], Everyone),
        new("13 March, 00:15", "All are driven to the police station in two open trucks.", "the women", "agreed", ["S1"], Everyone),
        new("01:00 to 05:30", "Questions, one by one, in Thai. A waiter interprets into Burmese for some.", "the women", "one source", ["S1"], [.. Codes(1, 9), "W12"]),
        new("01:00 to 05:30", "All were interviewed by trained officers with a certified interpreter.", "the police", "disputed", ["S2"], []),
        new("06:00", "The owner leaves the station by car.", "the women", "one source", ["S1"], []),
    ]);

    private static WhoWasTaken Taken() => new(
    [
        new("Taken from the bar", [new("17", "the women", "S1"), new("19", "the police", "S2", "13 March 2024"), new("\u201cabout twenty\u201d", "a newspaper", "S5", "15 March 2024")]),
        new("Called foreign", [new("16", "the police", "S2"), new("15", "the women", "S1", null, "W16 was born in Thailand and has no papers.")]),
    ],
    [.. Enumerable.Range(1, 17).Select(Woman)],
    [new("Customers, men", "2", "the women", "S1", "Let go at the door the same night.")])
    {
        Reckoning = "17 women with a code and 2 customers make 19, which is the number the police gave.",
    };

    private static TakenWoman Woman(int number) => new($"W{number:00}")
    {
        Work = (number % 4) switch { 0 => "singer", 1 => "sex worker", 2 => "bar worker", _ => "entertainment worker" },
        From = number switch { 16 => "Thailand, no papers", 12 => "Lao PDR", 13 => "Cambodia", > 9 => "Shan State", _ => "Myanmar" },
        Languages = number switch { 16 => "Thai", 12 => "Lao, Thai", 13 => "Khmer", > 9 => "Shan, some Thai", _ => "Burmese" },
        ThatNight = number == 5 ? "ran and fell" : number == 17 ? null : "at work",
        HowItEnded = number switch { <= 2 => "still held", <= 9 => "sent across the border", <= 14 => "left the shelter", _ => "let go after a fine" },
    };

    private static Sorting Sorted() => new(
    [
        new(Codes(1, 9),
            [
                new("victim of trafficking", "the police", "13 March 2024", "papers and place of work", "no, nobody told them how", "S2"),
                new("witness for the prosecution", "the prosecutor", "2 April 2024", Source: "S7"),
            ],
            [new("worker; came by herself", "the women", "3 April 2024", Source: "S1")]),
        new(["W10", "W11", "W12", "W13", "W14"],
            [new("possible victim", "the shelter", "14 March 2024", "one form, filled in without her")],
            [new("worker", "the women", "told 5 May 2024", Source: "S3")]),
        new(["W15", "W16", "W17"], [new("offender: soliciting", "the police", "13 March 2024", Challenge: "W16, in writing, 20 March 2024", Source: "S2")], []),
    ],
    [
        new(["W08"], [new("16 to 18", "a hospital", "wrist X-ray", "14 March 2024", "S6")], [new("19", "she", "her birth paper, seen by us", "told 3 April 2024", "S1")]),
        new(["W09"], [new("under 18", "the police", "by her looks", "13 March 2024", "S2")], [new("17", "she", null, "told 3 April 2024", "S1")]),
    ])
    {
        Blanks = ["We have not been able to ask W15 and W17 what they call themselves."],
    };

    private static Procedures Done() => new(
    [
        new("Blood test, purpose not told", Codes(1, 14), "the women", "agreed", ["S1", "S3"])
        {
            When = "14 March 2024", Where = "the district hospital", ByWhom = "two nurses, police in the room",
            Agreed = "no, they were not asked", Explained = "in Thai; 3 of 14 understood", ResultTold = "no",
        },
        new("Wrist X-ray for age", ["W07", "W08", "W09"], "the women", "two sources", ["S1", "S6"])
        {
            When = "14 March 2024", Agreed = "one signed a form she could not read", ResultTold = "to the police only",
        },
        new("Phone taken", Everyone, "the women", "agreed", ["S1"])
        {
            When = "12 March 2024", ByWhom = "officers in plain clothes", GivenBack = "11 of 17, in May 2024",
        },
        new("Statement signed in Thai", Codes(1, 9), "the women", "disputed", ["S1", "S2"])
        {
            When = "13 March 2024, before dawn", Explained = "read out by a waiter", Agreed = "the police say yes, the women say they had no choice",
        },
    ]);
}
