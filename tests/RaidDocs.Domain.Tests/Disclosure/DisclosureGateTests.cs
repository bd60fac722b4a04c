using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Domain.Tests.Cases;

namespace RaidDocs.Domain.Tests.Disclosure;

public sealed class DisclosureGateTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly CaseFile DokRak = JsonSerializer.Deserialize<CaseFile>(CaseFiles.Demo("dok-rak"), CaseJson.Options)!;

    public static TheoryData<Audience> Audiences => [.. Enum.GetValues<Audience>()];

    [Theory]
    [MemberData(nameof(Audiences))]
    public void No_name_passes_the_gate(Audience audience)
    {
        var disclosed = Through(DokRak, audience);

        var names = DokRak.Women.SelectMany(woman => woman.Names).Select(name => name.Text).ToList();
        Assert.NotEmpty(names);
        Assert.All(disclosed.File.Women, woman => Assert.Empty(woman.Names));
        Assert.All(names, name => Assert.Contains(disclosed.Withheld, one => one.Kind == WithheldKind.Name && one.Text == name));
        Assert.Empty(disclosed.NamesInTexts);
    }

    [Theory]
    [MemberData(nameof(Audiences))]
    public void What_was_withheld_is_nowhere_in_what_was_let_through(Audience audience)
    {
        var disclosed = Through(DokRak, audience);

        var through = LeakSearch.Squeezed(string.Join('\n', CaseTexts.In(disclosed.File).Concat(CaseTexts.In(disclosed.Quotes)).Select(text => text.Text)));
        var withheld = disclosed.Withheld.Where(one => one.Kind == WithheldKind.Text).ToList();
        Assert.True(withheld.Count > 20);
        Assert.All(withheld, one => Assert.DoesNotContain(LeakSearch.Squeezed(one.Text), through, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Audience.Lawyer, Purpose.Lawyer)]
    [InlineData(Audience.Court, Purpose.Court)]
    [InlineData(Audience.Un, Purpose.Partner)]
    public void Rows_of_a_woman_leave_only_with_her_yes_to_that(Audience audience, Purpose purpose)
    {
        var file = Case(Says(Purpose.Keep), Says(purpose, forWhom: "The Committee"));

        Assert.Single(Through(file, audience, "the committee").File.Women);
        Assert.Empty(Through(Without(file, purpose), audience, "the committee").File.Women);
        Assert.Empty(Through(Without(file, Purpose.Keep), audience, "the committee").File.Women);
    }

    [Fact]
    public void A_yes_for_one_partner_is_no_yes_for_another()
    {
        var file = Case(Says(Purpose.Keep), Says(Purpose.Partner, forWhom: "The lawyers' network"));

        Assert.Single(Through(file, Audience.Un, "The Lawyers' Network ").File.Women);
        Assert.Empty(Through(file, Audience.Un, "The Committee").File.Women);
        Assert.Empty(Through(file, Audience.Un, null).File.Women);
    }

    [Fact]
    public void A_no_to_all_partners_is_a_no_to_each()
    {
        var file = Case(Says(Purpose.Keep), Says(Purpose.Partner, forWhom: "The Committee"), Says(Purpose.Partner, ConsentAnswer.No));

        Assert.Empty(Through(file, Audience.Un, "The Committee").File.Women);
    }

    [Fact]
    public void Our_own_team_keeps_what_it_saw_until_she_says_no()
    {
        Assert.Single(Through(Case(), Audience.Team).File.Women);
        Assert.Empty(Through(Case(Says(Purpose.Keep, ConsentAnswer.No)), Audience.Team).File.Women);
    }

    [Fact]
    public void A_woman_who_is_left_out_is_in_no_list_and_no_text()
    {
        var file = Case(Says(Purpose.Keep)) with
        {
            Chronology = [new ChronologyInCase { Voice = Voice.Team, What = "W01 was taken to a van, R09-W01 was not there.", Women = ["W01"] }],
            Violations = [new ViolationInCase { Voice = Voice.Woman, Act = "V01", Women = ["W01"], ReviewedBy = "somebody" }],
        };

        var disclosed = Through(file, Audience.Court);

        Assert.Equal("A woman was taken to a van, R09-W01 was not there.", Assert.Single(disclosed.File.Chronology).What);
        Assert.Empty(disclosed.File.Chronology[0].Women);
        Assert.Empty(disclosed.File.Violations);
        Assert.Contains(disclosed.LeftOut, left => left is { Which: "W01", Reason: LeftOutReason.NeverAsked, Purpose: Purpose.Court });
        Assert.Contains(disclosed.Withheld, one => one is { Kind: WithheldKind.Code, Text: "W01" });
        Assert.Equal(1, disclosed.WomenInAll);
    }

    [Theory]
    [InlineData(Audience.Lawyer, 2)]
    [InlineData(Audience.Court, 0)]
    [InlineData(Audience.Un, 0)]
    [InlineData(Audience.Partner, 0)]
    [InlineData(Audience.Public, 0)]
    public void What_was_done_to_women_of_whom_nothing_may_be_told_is_not_told(Audience audience, int unreviewed)
    {
        static ViolationInCase Done(string act, params List<string> women) => new() { Voice = Voice.Team, Act = act, Description = $"What was {act}", Women = women, ReviewedBy = "somebody" };
        var file = AboutTwo() with
        {
            Violations =
            [
                Done("V01", "W02"), Done("V02", "W01", "W02"), Done("V03") with { AllWomen = true }, Done("V04"), Done("V05", "W02") with { AllWomen = true },
                Done("V06", "W02") with { ReviewedBy = null }, Done("V07", "W01") with { ReviewedBy = null }, Done("V08") with { ReviewedBy = null },
            ],
        };

        var disclosed = Through(file, audience, "The Committee");

        string[] agreed = ["V02", "V03", "V04", "V05"];
        Assert.Equal(unreviewed == 0 ? agreed : [.. agreed, "V07", "V08"], disclosed.File.Violations.Select(one => one.Act));
        Assert.Equal([1, 0, 0, 0], disclosed.File.Violations.Take(4).Select(one => one.Women.Count));
        Assert.Equal((8, 2 - unreviewed), (disclosed.ViolationsInAll, disclosed.ViolationsNotAgreed));
        Assert.Equal(unreviewed == 0, disclosed.LeftOut.Any(left => left.Field == LeftOutField.Unreviewed));
        Assert.Contains(disclosed.LeftOut, left => left is { Kind: LeftOutKind.Woman, Which: "W02", Reason: LeftOutReason.NeverAsked });
        Assert.Contains(disclosed.Withheld, one => one is { Kind: WithheldKind.Text, Text: "What was V01" });
    }

    [Fact]
    public void What_was_done_to_her_is_in_no_row_that_a_program_reads()
    {
        var file = AboutTwo() with { Violations = [new ViolationInCase { Voice = Voice.Woman, Act = "V01", Women = ["W02"] }, new ViolationInCase { Voice = Voice.Woman, Act = "V02", Women = ["W01"] }] };

        var disclosed = DisclosureGate.LetThrough(file, Audience.Team, null, Today, new GateWords("a woman", "a place", kind => kind), rows: new RowWishes(Surface.Csv, FreshCodes: false));

        Assert.Equal(["V02"], disclosed.File.Violations.Select(one => one.Act));
        Assert.Equal(0, disclosed.ViolationsNotAgreed);
    }

    /// <summary>Each set of four women who are named, and each set of them who said yes.</summary>
    [Theory]
    [MemberData(nameof(Audiences))]
    public void A_right_that_names_women_leaves_only_with_one_of_whom_it_may_be_told(Audience audience)
    {
        string[] codes = ["W01", "W02", "W03", "W04"];
        List<string> Of(int set) => [.. codes.Where((_, place) => ((set >> place) & 1) == 1)];
        for (var named = 0; named < 16; named++)
        {
            for (var yes = 0; yes < 16; yes++)
            {
                var (women, told) = (Of(named), Of(yes));
                var file = Case() with
                {
                    Women = [.. codes.Select(code => new WomanInCase
                    {
                        Code = code,
                        Consents = [.. Enum.GetValues<Purpose>().Select(purpose => Says(purpose, told.Contains(code) ? ConsentAnswer.Yes : ConsentAnswer.No, "X"))],
                    })],
                    Violations = [new ViolationInCase { Voice = Voice.Woman, Act = "V01", Women = women, ReviewedBy = "somebody" }],
                };

                var left = Through(file, audience, "X").File.Violations;

                Assert.Equal(women.Count == 0 || women.Exists(told.Contains) ? [women.Count(told.Contains)] : Array.Empty<int>(), left.Select(one => one.Women.Count));
            }
        }
    }

    [Theory]
    [InlineData(Audience.Court)]
    [InlineData(Audience.Public)]
    public void A_court_case_in_which_no_woman_who_may_be_told_has_a_part_is_not_told(Audience audience)
    {
        static CourtCaseInCase Against(string code, params List<CourtPartInCase> parts) =>
            new() { Code = code, Voice = Voice.Paper, About = $"What {code} is about", Women = parts, Hearings = [new HearingInCase { Voice = Voice.Paper, Kind = $"Day of {code}" }] };
        static CourtPartInCase Part(string woman, string? takenBack = null) => new() { Woman = woman, Voice = Voice.Paper, TakenBack = takenBack };
        var order = new OrderInCase { Voice = Voice.Paper, What = "12 days", Women = ["W02"] };
        var file = AboutTwo() with
        {
            CourtCases =
            [
                Against("C1", Part("W02")), Against("C2", Part("W01"), Part("W02")), Against("C3") with { Orders = [order] }, Against("C4", Part("W01", "a slip"), Part("W02")),
                Against("C5", Part("W02", "a slip")), Against("C6", Part("W01", "a slip")), Against("C7", Part("W02")) with { Orders = [order with { Women = ["W01"] }] },
            ],
        };

        var disclosed = Through(file, audience);

        Assert.Equal(["C2", "C3", "C6", "C7"], disclosed.File.CourtCases.Select(one => one.Code));
        Assert.Empty(disclosed.File.CourtCases[1].Orders);
        Assert.Equal(7, disclosed.CourtCasesInAll);
        Assert.Contains(disclosed.Withheld, one => one.Text == "Day of C1");
    }

    [Theory]
    [InlineData("W02 fell.", "A woman fell.")]
    [InlineData("Then W02 fell.", "Then a woman fell.")]
    [InlineData("She got away. W02 fell! W02 rose? W02 did", "She got away. A woman fell! A woman rose? A woman did")]
    [InlineData("One\nW02\r\nR01-W02, W01", "One\nA woman\r\nA woman, W01")]
    [InlineData("\u201CW02\u201D", "\u201Ca woman\u201D")]
    public void What_stands_for_a_code_begins_as_the_sentence_does(string typed, string told)
    {
        var file = AboutTwo() with { Chronology = [new ChronologyInCase { Voice = Voice.Team, What = typed }] };

        Assert.Equal(told, Assert.Single(Through(file, Audience.Court).File.Chronology).What);
    }

    [Theory]
    [InlineData("Border Town is near. border town! Near border town", "A place is near. A place! Near a place")]
    [InlineData("border townborder town", "A placea place")]
    [InlineData("Nowhere", "Nowhere")]
    public void What_stands_for_a_place_begins_as_the_sentence_does(string typed, string told)
    {
        var file = Case() with
        {
            Raid = new RaidInCase { Code = "R01", Name = "A raid", Place = "border town" },
            Chronology = [new ChronologyInCase { Voice = Voice.Team, What = typed }],
        };

        Assert.Equal(told, Assert.Single(Through(file, Audience.Public).File.Chronology).What);
        Assert.Equal("ผู้หญิงคนหนึ่ง", InPlace.At("W02", 0, "ผู้หญิงคนหนึ่ง"));
    }

    [Theory]
    [InlineData(Audience.Public)]
    [InlineData(Audience.Partner)]
    public void Outsiders_get_no_code_no_small_place_and_no_day(Audience audience)
    {
        var disclosed = Through(DokRak, audience);

        var json = JsonSerializer.Serialize(disclosed.File, CaseJson.Options);
        Assert.DoesNotMatch(@"\bW[0-9]{2,}\b", json);
        Assert.All(DokRak.Facilities.Where(place => place.Name.Length > 3), place => Assert.DoesNotContain(place.Name, json, StringComparison.OrdinalIgnoreCase));
        Assert.Null(disclosed.File.Raid.Place);
        Assert.All(disclosed.File.CourtCases.SelectMany(one => one.Hearings), hearing => Assert.True(hearing.On is not { Date.Precision: DatePrecision.Day }));
        Assert.Contains(disclosed.File.Chronology, line => line is { Topic: Topic.TheNight, When.Date.Precision: DatePrecision.Day });
    }

    [Theory]
    [InlineData("A raid", "They drove through a place at night.")]
    [InlineData("Border Town", "They drove through Border Town at night.")]
    public void The_district_is_not_told_in_what_people_wrote_unless_the_raid_is_called_after_it(string name, string told)
    {
        var file = Case() with
        {
            Raid = new RaidInCase { Code = "R01", Name = name, Place = "border town" },
            Chronology = [new ChronologyInCase { Voice = Voice.Team, What = "They drove through Border Town at night." }],
        };

        Assert.Equal(told, Assert.Single(Through(file, Audience.Public).File.Chronology).What);
        Assert.Equal("They drove through Border Town at night.", Assert.Single(Through(file, Audience.Lawyer).File.Chronology).What);
    }

    [Theory]
    [InlineData(Audience.Public, "2025-03 to 2025-04")]
    [InlineData(Audience.Court, "between 13 March 2025 and 2 April 2025")]
    public void Days_of_women_are_told_to_outsiders_by_their_months_and_found_where_a_text_names_them(Audience audience, string told)
    {
        var file = Case(Says(Purpose.Keep), Says(Purpose.CountInStatistics), Says(Purpose.Court)) with
        {
            Chronology =
            [
                new ChronologyInCase { Voice = Voice.Team, Topic = Topic.Custody, When = PartialDateTime.Read("between 13 March 2025 and 2 April 2025"), What = "She was moved on 13 March 2025." },
                new ChronologyInCase { Voice = Voice.Team, Topic = Topic.TheNight, When = PartialDateTime.Read("12 March 2025"), What = "It was the night of 12 March 2025." },
            ],
        };
        file = file with { Women = [file.Women[0] with { Stays = [new StayInCase { Voice = Voice.Woman, From = PartialDateTime.Read("14 March 2025") }] }] };

        var disclosed = Through(file, audience);
        var leaks = LeakSearch.Find(disclosed.Withheld, [("page 1", "On 12 March 2025."), ("page 2", "On 13 March 2568."), ("page 3", "\u0e51\u0e54 \u0e21\u0e35\u0e19\u0e32\u0e04\u0e21 2568")], []);

        Assert.Equal(told, disclosed.File.Chronology[0].When!.Date.Typed);
        Assert.Equal(audience == Audience.Court ? "She was moved on 13 March 2025." : "She was moved on March 2025.", disclosed.File.Chronology[0].What);
        Assert.Equal("It was the night of 12 March 2025.", disclosed.File.Chronology[1].What);
        Assert.Equal(
            audience == Audience.Court ? [] : [new Leak("chronology 1, when", "page 2"), new Leak("women 1, stays 1, from", "page 3")],
            leaks.OrderBy(leak => leak.Where, StringComparer.Ordinal).ToArray());
    }

    [Fact]
    public void Two_documents_for_the_public_cannot_be_joined_by_their_codes()
    {
        var orders = Enumerable.Range(0, 40).Select(_ => string.Join(' ', Through(DokRak, Audience.Public).Quotes.Select(quote => quote.Told.Passages[0].Text.Length))).ToList();

        Assert.True(orders.Distinct().Count() > 1);
        Assert.All(Through(DokRak, Audience.Public).Quotes, (quote, index) => Assert.Equal($"M{index + 1}", quote.Speaker));
    }

    [Theory]
    [InlineData(false, false, false, true)]
    [InlineData(true, false, false, false)]
    [InlineData(false, true, false, false)]
    [InlineData(false, false, true, false)]
    public void Marked_passages_do_not_reach_the_public(bool identifies, bool sexual, bool never, bool expected)
    {
        var file = Case(Says(Purpose.Keep), Says(Purpose.QuoteInReport)) with
        {
            Testimonies = [Told(new PassageText { Text = "What she said", IdentifiesHer = identifies, SexualDetail = sexual, NotForDisclosure = never })],
        };

        Assert.Equal(expected, Through(file, Audience.Public).Quotes.Count == 1);
        Assert.Equal(!never, Through(file, Audience.Team).Quotes.Count == 1);
    }

    [Fact]
    public void Words_of_somebody_who_may_be_a_child_need_somebody_who_stood_by_her()
    {
        var child = new AgeInCase { Voice = Voice.Authority, Low = 17 };
        var file = Case(Says(Purpose.Keep), Says(Purpose.QuoteInReport)) with { Testimonies = [Told(new PassageText { Text = "What she said" })] };
        CaseFile Aged(AgeInCase age, CaseFile of) => of with { Women = [of.Women[0] with { Ages = [age] }] };

        Assert.Empty(Through(Aged(child, file), Audience.Public).Quotes);
        Assert.Single(Through(Aged(child with { Low = 18 }, file), Audience.Public).Quotes);
        Assert.Single(Through(Aged(child with { TakenBack = "a slip" }, file), Audience.Public).Quotes);
        var guarded = Case(Says(Purpose.Keep), Says(Purpose.QuoteInReport) with { GuardianNote = "her aunt" }) with { Testimonies = file.Testimonies };
        Assert.Single(Through(Aged(child, guarded), Audience.Public).Quotes);
    }

    [Fact]
    public void A_name_in_what_somebody_wrote_is_named_by_its_place()
    {
        var file = Case(Says(Purpose.Keep)) with { Chronology = [new ChronologyInCase { Voice = Voice.Team, What = "Then Nangkham ran to the road." }] };
        file = file with { Women = [file.Women[0] with { Names = [new NameInCase { Voice = Voice.Woman, Text = "Nangkham" }] }] };

        var found = Assert.Single(Through(file, Audience.Team).NamesInTexts);

        Assert.Equal("chronology 1, what", found.Place);
    }

    [Theory]
    [InlineData("May", "She came in May 2011.", false)]
    [InlineData("May", "It may be so.", false)]
    [InlineData("May", "Then May spoke.", true)]
    [InlineData("Ploy", "The employer left.", false)]
    [InlineData("Nang Kham", "nang  kham said", true)]
    [InlineData("นก", "คนกลางมา", false)]
    [InlineData("นก", "แล้วพี่นก พูด", true)]
    [InlineData("แสงดาว", "เธอชื่อแสงดาวมาจากที่นั่น", true)]
    public void A_name_is_found_as_a_name(string name, string text, bool found) => Assert.Equal(found, LeakSearch.HasName(text, name));

    [Theory]
    [InlineData(0, 17, true)]
    [InlineData(17, 17, true)]
    [InlineData(9, 40, false)]
    [InlineData(10, 40, true)]
    [InlineData(30, 40, true)]
    [InlineData(31, 40, false)]
    public void A_public_number_is_told_only_where_neither_it_nor_the_rest_is_small(int count, int of, bool told)
    {
        Assert.Equal(told, Audience.Public.Tell(count, of) is not null);
        Assert.Equal(count, Audience.Team.Tell(count, of));
    }

    [Fact]
    public void A_leak_is_found_over_spaces_digits_and_the_end_of_a_page_and_named_without_its_text()
    {
        WithheldText[] withheld = [new("women 1, wants", "ႁဝ်းၶဝ် ယူႇ", WithheldKind.Text), new("women 1, papers", "A 1234567", WithheldKind.Text), new("women 2, code", "W07", WithheldKind.Code), new("a, b", "ok", WithheldKind.Text)];

        var leaks = LeakSearch.Find(withheld, [("page 1", "ok then\nႁဝ်း ၶဝ်"), ("page 2", "ယူႇ  and a๑๒๓๔๕๖๗, W07."), ("page 3", "W071")], []);

        Assert.Equal([new Leak("women 1, wants", "page 1"), new Leak("women 2, code", "page 2"), new Leak("women 1, papers", "page 2")], leaks.OrderBy(leak => leak.Where, StringComparer.Ordinal).ThenByDescending(leak => leak.Place, StringComparer.Ordinal).ToArray());
        Assert.Empty(LeakSearch.Find(withheld, [("page 1", "A 1234567")], ["Number A 1234567"]));
        Assert.Single(LeakSearch.Find(withheld, [("page 1", "one\nok\ntwo")], []));
    }

    [Fact]
    public void Whatever_the_history_words_pass_only_with_every_needed_yes()
    {
        var record =
            from purpose in Gen.Elements(Enum.GetValues<Purpose>())
            from answer in Gen.Elements(Enum.GetValues<ConsentAnswer>())
            from officials in Gen.Elements(true, false, false)
            from days in Gen.Elements(-1, 0, 1, 9999)
            from testimony in Gen.Elements<string?>(null, "T1", "T2")
            select new ConsentInCase { Purpose = purpose, Answer = answer, OfficialsPresent = officials, ValidTo = days == 9999 ? null : Today.AddDays(days), Testimony = testimony, ForWhom = "X" };
        var property = Prop.ForAll(Arb.From(record.ListOf()), Arb.From(Gen.Elements(Enum.GetValues<Audience>())), (history, audience) =>
        {
            var file = Case([.. history]) with { Testimonies = [Told(new PassageText { Text = "What she said" })] };
            var expected = NeededConsent.For(Surface.Report, audience).All(purpose =>
                history.LastOrDefault(one => one.Purpose == purpose && one.Testimony is null or "T1" && one.Purpose == purpose) is { Answer: ConsentAnswer.Yes, OfficialsPresent: false } newest && !(newest.ValidTo < Today));
            return (Through(file, audience, "X").Quotes.Count == 1) == expected;
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), property);
    }

    private static Disclosed Through(CaseFile file, Audience audience, string? forWhom = null) =>
        DisclosureGate.LetThrough(file, audience, forWhom, Today, new GateWords("a woman", "a place", kind => kind));

    private static CaseFile Case(params ConsentInCase[] consents) => new()
    {
        Format = CaseFile.FormatName,
        Raid = new RaidInCase { Code = "R01", Name = "A raid" },
        Women = [new WomanInCase { Code = "W01", Consents = [.. consents] }],
    };

    // W01 says yes to everything; W02 was asked nothing.
    private static CaseFile AboutTwo() => Case() with
    {
        Women = [new WomanInCase { Code = "W01", Consents = [.. Enum.GetValues<Purpose>().Select(purpose => Says(purpose, forWhom: "The Committee"))] }, new WomanInCase { Code = "W02" }],
    };

    private static CaseFile Without(CaseFile file, Purpose purpose) =>
        file with { Women = [file.Women[0] with { Consents = [.. file.Women[0].Consents.Where(record => record.Purpose != purpose)] }] };

    private static ConsentInCase Says(Purpose purpose, ConsentAnswer answer = ConsentAnswer.Yes, string? forWhom = null) =>
        new() { Purpose = purpose, Answer = answer, ForWhom = forWhom };

    private static TestimonyInCase Told(params PassageText[] passages) => new() { Code = "T1", Woman = "W01", Voice = Voice.Woman, Passages = [.. passages] };
}
