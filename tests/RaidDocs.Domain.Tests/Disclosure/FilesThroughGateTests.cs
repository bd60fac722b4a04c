using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Testimonies;

namespace RaidDocs.Domain.Tests.Disclosure;

/// <summary>Which files leave: each woman's answer counts, and a file goes whole or not at all.</summary>
public sealed class FilesThroughGateTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void A_file_about_nobody_follows_the_audience()
    {
        var file = Case([Paper("E1"), Paper("E1.1") with { Parent = "E1", Copy = CopyKind.Redacted }]);

        foreach (var audience in new[] { Audience.Team, Audience.Lawyer, Audience.Court, Audience.Un })
        {
            Assert.Equal(["E1", "E1.1"], Codes(file, audience));
        }

        foreach (var audience in new[] { Audience.Partner, Audience.Public })
        {
            var left = Through(file, audience);
            Assert.Equal(["E1.1"], left.File.Evidence.Select(one => one.Code));
            Assert.Null(left.File.Evidence[0].Parent);
            Assert.Contains(left.LeftOut, one => one is { Kind: LeftOutKind.File, Which: "E1", Reason: LeftOutReason.NotForThisAudience });
        }
    }

    [Theory]
    [InlineData(Audience.Lawyer, Purpose.Lawyer)]
    [InlineData(Audience.Court, Purpose.Court)]
    public void A_file_about_two_women_needs_the_yes_of_each(Audience audience, Purpose purpose)
    {
        var paper = Paper("E1") with { Women = ["W01", "W02"] };
        ConsentInCase[] yes = [Says(Purpose.Keep), Says(purpose)];

        Assert.Equal(["E1"], Codes(Case([paper], yes, yes), audience));
        Assert.Empty(Codes(Case([paper], yes, [Says(Purpose.Keep)]), audience));
        Assert.Empty(Codes(Case([paper], yes, [Says(purpose)]), audience));
        Assert.Empty(Codes(Case([paper], yes, [.. yes, Says(purpose, ConsentAnswer.No)]), audience));
        Assert.Empty(Codes(Case([paper], yes, [.. yes, Says(Purpose.Keep, ConsentAnswer.No)]), audience));
    }

    [Fact]
    public void Our_own_team_keeps_what_it_was_given_until_she_says_no()
    {
        var paper = Paper("E1") with { Women = ["W01"] };

        Assert.Equal(["E1"], Codes(Case([paper]), Audience.Team));
        Assert.Empty(Codes(Case([paper], [Says(Purpose.Keep, ConsentAnswer.No)]), Audience.Team));
    }

    [Fact]
    public void Her_picture_leaves_her_case_only_with_her_yes_and_nowhere_once_she_took_it_back()
    {
        var photo = Paper("E1") with { Women = ["W01"], ShowsHer = true, Copy = CopyKind.Redacted };
        ConsentInCase[] all = [Says(Purpose.Keep), Says(Purpose.Lawyer), Says(Purpose.Court), Says(Purpose.QuoteInReport), Says(Purpose.Partner) with { ForWhom = "The Committee" }];

        Assert.Equal(["E1"], Codes(Case([photo], all), Audience.Court));
        Assert.Empty(Codes(Case([photo], all), Audience.Un));
        Assert.Empty(Codes(Case([photo], all), Audience.Public));
        ConsentInCase[] shown = [.. all, Says(Purpose.PictureOrVoice)];
        Assert.Equal(["E1"], Codes(Case([photo], shown), Audience.Un));
        Assert.Equal(["E1"], Codes(Case([photo], shown), Audience.Public));
        foreach (var audience in Enum.GetValues<Audience>())
        {
            Assert.Empty(Codes(Case([photo], [.. shown, Says(Purpose.PictureOrVoice, ConsentAnswer.No)]), audience));
        }
    }

    [Fact]
    public void A_recording_goes_where_her_words_go_and_not_where_one_passage_may_not()
    {
        var sound = Paper("E1") with { Testimony = "T1" };
        ConsentInCase[] yes = [Says(Purpose.Keep), Says(Purpose.Lawyer), Says(Purpose.Court)];
        CaseFile With(params PassageText[] passages) =>
            Case([sound], yes) with { Testimonies = [new TestimonyInCase { Code = "T1", Voice = Voice.Woman, Woman = "W01", Passages = [.. passages] }] };

        Assert.Equal(["E1"], Codes(With(new PassageText { Text = "a" }), Audience.Court));
        Assert.Empty(Codes(With(new PassageText { Text = "a" }, new PassageText { Text = "b", IdentifiesHer = true }), Audience.Court));
        Assert.Equal(["E1"], Codes(With(new PassageText { Text = "b", IdentifiesHer = true }), Audience.Lawyer));
        Assert.Empty(Codes(With(new PassageText { Text = "b", NotForDisclosure = true }), Audience.Lawyer));
        Assert.Empty(Codes(With(new PassageText { Text = "a" }) with { Women = [new WomanInCase { Code = "W01", Consents = [.. yes, Says(Purpose.Court, ConsentAnswer.No) with { Testimony = "T1" }] }] }, Audience.Court));
    }

    [Fact]
    public void A_signed_form_goes_to_the_lawyer_and_to_nobody_else_outside()
    {
        var form = Case([Paper("E1") with { Women = ["W01"] }], [Says(Purpose.Keep) with { Forms = ["E1"] }, Says(Purpose.Lawyer), Says(Purpose.Court)]);

        Assert.Equal(["E1"], Codes(form, Audience.Lawyer));
        Assert.Empty(Codes(form, Audience.Court));
    }

    [Fact]
    public void What_the_court_is_not_told_of_a_file_must_not_be_found_in_what_leaves()
    {
        var paper = Paper("E1") with { ReceivedFrom = "the cook of the house", Note = "she hid it", File = Facts with { OriginalName = "nang-hseng.jpg" } };

        var left = Through(Case([paper]), Audience.Court);

        var told = Assert.Single(left.File.Evidence);
        Assert.Equal((null, null, null), (told.ReceivedFrom, told.Note, told.File.OriginalName));
        Assert.Equal(paper.File.Sha256, told.File.Sha256);
        Assert.Contains(left.Withheld, one => one.Text == "nang-hseng.jpg");
        Assert.Contains(left.Withheld, one => one.Text == "the cook of the house");
        Assert.DoesNotContain(left.Withheld, one => one.Text == paper.File.Sha256);
    }

    private static FileFacts Facts { get; } = new() { Kind = FileKind.Jpeg, Sha256 = new string('a', 64), Bytes = 10 };

    private static EvidenceInCase Paper(string code) => new() { Code = code, Title = "Order", File = Facts };

    private static ConsentInCase Says(Purpose purpose, ConsentAnswer answer = ConsentAnswer.Yes) => new() { Purpose = purpose, Answer = answer };

    private static CaseFile Case(EvidenceInCase[] files, params ConsentInCase[][] answers) => new()
    {
        Format = CaseFile.FormatName,
        Raid = new RaidInCase { Code = "R09", Name = "Harbour" },
        Women = [.. (answers.Length == 0 ? [[], []] : answers).Select((hers, at) => new WomanInCase { Code = $"W0{at + 1}", Consents = [.. hers] })],
        Evidence = [.. files],
    };

    private static Disclosed Through(CaseFile file, Audience audience) =>
        DisclosureGate.LetThrough(file, audience, "The Committee", Today, new GateWords("a woman", "a place", kind => kind));

    private static IEnumerable<string> Codes(CaseFile file, Audience audience) => Through(file, audience).File.Evidence.Select(one => one.Code);
}
