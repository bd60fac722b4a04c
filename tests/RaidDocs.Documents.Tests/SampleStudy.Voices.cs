using RaidDocs.Documents.CaseStudies;

namespace RaidDocs.Documents.Tests;

public static partial class SampleStudy
{
    private static WhatTheySaid Quotes() => new(
    [
        new("M1", [new("ကျွန်မ ဒီမှာ ကိုယ့်သဘောနဲ့ကိုယ် အလုပ်လုပ်တာပါ။ ဘယ်သူမှ အတင်းမခိုင်းဘူး။ အင်္ဂလိပ်လို ရေးထားတဲ့ စာရွက်ပေါ်မှာ လက်မှတ်ထိုးခိုင်းတယ်။", "my",
            "I work here because I want to. Nobody forced me. They made me sign a paper written in English.")], "In Burmese, through a community interpreter, April 2024"),
        new("M2", [new("ၶႃႈ ႁဵတ်းၵၢၼ် တီႈၼႆႈ ၵူၺ်းၶႃႈ။ ဢမ်ႇမီး ၽႂ် တဵၵ်း ၶႃႈ။ ၶဝ် ဢမ်ႇ လၢတ်ႈၼႄ ဝႃႈ ပဵၼ်သင် ၸင်ႇ ၸူႉ ၶႃႈ ဝႆႉ။ ၶႃႈ ၶႂ်ႈ ၵႂႃႇ ႁႃ မႄႈ။", "shn",
            "I work here by myself. Nobody makes me. They did not say why they kept me. I want to go to my mother.")], "In Shan, by a woman who speaks it, May 2024"),
        new("M3", [new("เขาบอกว่ามาช่วย แต่ไม่มีใครถามว่าเราอยากให้ช่วยไหม อยู่ในนั้นออกไปไหนไม่ได้เลย เหมือนติดคุกแต่ไม่มีวันออก", "th",
            "They said they came to help, but nobody asked whether we wanted help. Inside you cannot go anywhere. It is like prison, but with no day of release.")], "In Thai, October 2025"),
        new("M4", [new("ຂ້ອຍເກີດລູກຢູ່ໂຮງໝໍ ຕຳຫຼວດຢືນຢູ່ໜ້າປະຕູ", "lo", "I gave birth in the hospital. A policeman stood at the door."),
            new("ບໍ່ມີໃຜບອກແມ່ຂ້ອຍ", "lo", "Nobody told my mother.")], "In Lao, by telephone, July 2024"),
        new("M5", [new("ខ្ញុំមិនយល់ភាសាថៃទេ។ ស្ត្រីម្នាក់បានប្រាប់ខ្ញុំឱ្យចុះហត្ថលេខា។", "km", "I do not understand Thai. A woman told me to sign.")], "In Khmer, through an interpreter, June 2024"),
        new("M6", [new("I asked for a lawyer in English. They laughed.", "en")], null),
    ])
    {
        Blanks = ["Eleven women have not been asked, or would rather not be quoted."],
    };

    private static Promises Promised() => new(
    [
        new("Based on real evidence", false, new(PromiseAnswer.Kept, "A month of watching"), new(PromiseAnswer.NotKnown), [new(PromiseAnswer.NotKept, "No complaint in the court file", "Their lawyer")], ["S7"]),
        new("Planned for everyone\u2019s safety", false, new(PromiseAnswer.Kept), new(PromiseAnswer.NotKept, "Long guns; a fall on the stairs"), [], ["S1", "S2"]),
        new("Supervisors kept apart", false, new(PromiseAnswer.Kept), new(PromiseAnswer.NotKept, "The manager sat with them"), [], ["S1"]),
        new("Victim-centred interviews", false, new(PromiseAnswer.Kept, "Trained officers"), new(PromiseAnswer.NotKept, "At night, in Thai, nine hours without food"), [], ["S1", "S2"]),
        new("Quick move to care, for identified victims only", false, new(PromiseAnswer.Kept), new(PromiseAnswer.Partly, "Two days; but all fourteen went"), [], ["S1"]),
        new("Harm to others kept small", false, new(PromiseAnswer.NotKnown), new(PromiseAnswer.NotKept, "Fines, lost pay, 4,716 days and more"), [], ["S3"]),
        new("No press", true, new(PromiseAnswer.NotKept, "A press day \u201cfor transparency\u201d"), new(PromiseAnswer.NotKept), [], ["S5"]),
        new("Interpreters arranged before", true, new(PromiseAnswer.Kept), new(PromiseAnswer.NotKept), [], ["S1", "S2"]),
        new("No sexual contact in the sting", true, new(PromiseAnswer.NotKnown), new(PromiseAnswer.NotKnown, "W11 would rather not say"), [], []),
    ]);

    private static RightsBroken Rights() => new(
    [
        new("Held in a shelter without a decision she could challenge", [new("ICCPR 9(1), 9(4)"), new("CEDAW 15(4)")], "14 of 17", Codes(1, 14), "strong: papers and two testimonies", ["S1", "S3", "S7"]),
        new("Blood test without her agreement", [new("ICCPR 7, 17"), new("ICESCR 12")], "14 of 17", Codes(1, 14), "strong: eleven testimonies", ["S1", "S3"]),
        new("No interpreter she understood", [new("ICCPR 14(3)(a), (f)"), new("RPG guideline 6.5", "soft law")], "at least 10 of 17", ["W01", "W02", "W10", "W13"], "good: several testimonies", ["S1"]),
        new("Adult treated as a child", [new("ICCPR 9, 16"), new("OP-CRC-IC", "An example: bound Thailand only after the raid")], "1 of 17", ["W08"], "good: birth paper seen", ["S6"]),
        new("Photographed and shown in the press", [new("ICCPR 17"), new("Palermo Protocol 6(1)", "needs checking")], "17 of 17", Everyone, "strong: the printed picture", ["S5"]),
    ]);

    private static FamiliesAndMoney Money() => new(
    [
        new("Earnings lost, by their own daily figures", "\u0E3F1,886,000", Codes(1, 14), "the women", ["S1", "S3"], "400 baht a day, 4,716 days"),
        new("Fines", "\u0E3F3,000", ["W15", "W16", "W17"], "court receipts", ["S2"]),
        new("Paid to be let go earlier", "\u0E3F15,000", ["W10"], "she", ["S3"], "To a man who said he could speak with the shelter"),
    ],
    [
        new("A mother of two sold her field to pay for the children\u2019s school.", "her sister", "one source", ["S4"]) { Women = ["W03"], When = "June 2024" },
        new("The baby was registered after seven months.", "she", "two sources", ["S4", "S7"]) { Women = ["W12"] },
    ])
    {
        Total = "Together about 1,904,000 baht, of which 1,886,000 by the women\u2019s own estimate.",
        Blanks = ["What the families borrowed has been asked of three women only."],
    };

    private static AuthoritiesSay Statements() => new(
    [
        new("Provincial police, press release", "13 March 2024", "เจ้าหน้าที่เข้าช่วยเหลือผู้เสียหาย 19 ราย ทุกคนได้รับการดูแลตามมาตรฐานสากล", "th", "Officers rescued 19 victims. All are cared for to international standards.", ["S2"]),
        new("The shelter, letter to us", "9 July 2024", "Residents may not leave during the assessment. This is for their own safety.", "en", null, ["S8"]),
    ]);

    private static WhatWasDone Interventions() => new(
    [
        new("2 April 2024", "Visit", "Hill Road shelter", "Refused at the gate", "Asked again in writing", ["S8"]),
        new("5 June 2024", "Open letter", "The Prime Minister", null, null, ["S9"]),
        new("20 July 2024", "Petition for release", "Provincial Court", "Heard on 4 August; not granted", "Appeal is being prepared", ["S7"]),
        new("10 December 2024", "Complaint", "The human-rights commission", "Number given; open", "Called four times since", ["S9"]),
    ]);

    private static NotKnown Unknown() => new(
    [
        new("Whether W14 went home by choice.", "asked, not known"),
        new("What the undercover man did on his third visit.", "she would rather not say") { Women = ["W11"] },
        new("The day on which the seven were handed to immigration.", "not asked") { Women = Codes(3, 9) },
        new("Where the two who are held sleep.", "withheld for safety") { Women = ["W01", "W02"] },
    ]);

    private static SourcesAndMethod Sources() => new(
    [
        new("S1", "Conversations with eleven of the women, together and alone", "April 2024", "First hand"),
        new("S2", "Press release and press conference of the provincial police", "13 March 2024"),
        new("S3", "Telephone calls with women after their release", "2024 and 2025", "First hand"),
        new("S4", "Testimonies of W05, W12, W13 and of one sister", "May to July 2024"),
        new("S5", "A provincial newspaper", "15 March 2024", "Copied the police on numbers"),
        new("S6", "Hospital note on the X-ray", "14 March 2024", "Copy seen"),
        new("S7", "Court file, read by the women\u2019s lawyer", "to October 2025"),
        new("S8", "Letters to and from the shelter", "2024"),
        new("S9", "Our own letters and log", "2024 and 2025"),
    ],
    [
        "Women who had worked in the same town asked the questions, in the women\u2019s languages where they could. Each passage was read back. Only passages that a woman agreed to have quoted are here, in her language and in translation.",
        "Where two people tell a thing in two ways, both stand. Days are counted from date to date; where a date is not certain, the smallest and the largest number are given.",
    ]);
}
