using RaidDocs.Domain.Common;
using RaidDocs.Domain.Violations;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Tests.Violations;

public sealed class ViolationTests
{
    private static readonly PassagePlace Place = new(Guid.CreateVersion7(), 1, 2);

    [Fact]
    public void One_more_passage_is_another_text_than_the_one_that_was_agreed_to()
    {
        var violation = Make();
        violation.Agree("nok");

        violation.Mark(Place, null, "dao", alone: true);

        Assert.Null(violation.ReviewedBy);
        Assert.Equal((1, 1), (violation.Marks, violation.Passages.Count));
    }

    [Fact]
    public void To_talk_about_it_takes_the_agreement_away_and_to_agree_ends_the_talk()
    {
        var violation = Make();
        violation.Agree("nok");

        var review = violation.TalkAboutAs("noi", "why this act?");
        Assert.Equal((null, true), (violation.ReviewedBy, violation.ToTalkAbout));
        Assert.Equal((ReviewKind.TalksAbout, "noi", "why this act?", "V08"), (review.Kind, review.SaidBy, review.Note, review.Act));

        violation.AgreeAs("nok");
        Assert.Equal(("nok", false), (violation.ReviewedBy, violation.ToTalkAbout));
    }

    [Fact]
    public void A_correction_does_not_end_a_talk()
    {
        var violation = Make();
        violation.TalkAbout();

        violation.Correct(violation.Facts with { Note = "a date" }, null);

        Assert.True(violation.ToTalkAbout);
    }

    [Fact]
    public void A_suggested_change_keeps_what_stood_there()
    {
        var violation = Make();
        violation.Agree("nok");

        var review = violation.ChangeAs("noi", "it was an age test", violation.Facts with { Act = "V09", Articles = ["crc 3"] });

        Assert.Equal(("V08", "noi"), (review.Act, review.SaidBy));
        Assert.Equal(["iccpr 7"], review.Articles);
        Assert.Equal(("V09", null), (violation.Facts.Act, violation.ReviewedBy));
    }

    [Fact]
    public void What_is_found_again_adds_and_takes_nothing_away()
    {
        var (her, other) = (new Woman(new WomanFacts()), new Woman(new WomanFacts()));
        var violation = new Violation(Guid.CreateVersion7(), Facts with { By = ["local-police"], Description = "first" }, [], [her]);
        violation.Agree("nok");

        violation.FoundAgain(Facts with { By = ["hospital"], Articles = ["cedaw 12"], Description = "second", On = PartialDate.OfYear(2025) }, [her, other]);

        Assert.Equal(["local-police", "hospital"], violation.Facts.By);
        Assert.Equal(["iccpr 7", "cedaw 12"], violation.Facts.Articles);
        Assert.Equal(("first", PartialDate.OfYear(2025)), (violation.Facts.Description, violation.Facts.On));
        Assert.Equal([her, other], violation.Women);
        Assert.Null(violation.ReviewedBy);
    }

    private static ViolationFacts Facts => new() { Act = "V08", Voice = Voice.Woman, Articles = ["iccpr 7"] };

    private static Violation Make() => new(Guid.CreateVersion7(), Facts, [], []);
}
