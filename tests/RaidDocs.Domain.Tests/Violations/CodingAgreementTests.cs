using RaidDocs.Domain.Violations;

namespace RaidDocs.Domain.Tests.Violations;

public sealed class CodingAgreementTests
{
    private static readonly Guid Told = Guid.CreateVersion7();

    [Fact]
    public void Nobody_agrees_with_herself_or_about_passages_that_only_one_coded()
    {
        Assert.Empty(CodingAgreement.Between([]));
        Assert.Empty(CodingAgreement.Between([Coded(1, "dao", "V01"), Coded(1, "dao", "V02")]));
        Assert.Empty(CodingAgreement.Between([Coded(1, "dao", "V01"), Coded(2, "nok", "V01")]));
    }

    [Fact]
    public void Two_who_give_the_same_acts_everywhere_agree_wholly()
    {
        var pair = Assert.Single(CodingAgreement.Between(
            [Coded(1, "dao", "V01"), Coded(2, "dao", "V02"), Coded(1, "nok", "V01"), Coded(2, "nok", "V02")]));

        Assert.Equal(("dao", "nok", 2, 2, 2, 100), (pair.One, pair.Other, pair.Passages, pair.Same, pair.Either, pair.Percent));
        Assert.Equal(1.0, pair.Kappa);
    }

    [Fact]
    public void Two_who_give_other_acts_everywhere_agree_in_nothing_and_less_than_by_chance()
    {
        var pair = Assert.Single(CodingAgreement.Between([Coded(1, "dao", "V01"), Coded(1, "nok", "V02")]));

        Assert.Equal((0, 2, 0), (pair.Same, pair.Either, pair.Percent));
        // Of two decisions none is equal; each said yes to half, so chance would make half equal.
        Assert.Equal(-1.0, pair.Kappa);
    }

    [Fact]
    public void Kappa_is_what_the_textbook_counts()
    {
        // Ten passages, one act. Both yes 4, both no 3, only dao 2, only nok 1: p = 0.7, e = 0.6 * 0.5 + 0.4 * 0.5 = 0.5.
        var coded = new List<CodedPassage>();
        for (var number = 1; number <= 10; number++)
        {
            coded.Add(number is <= 4 or 8 or 9 ? Coded(number, "dao", "V08") : Coded(number, "dao"));
            coded.Add(number is <= 4 or 10 ? Coded(number, "nok", "V08") : Coded(number, "nok"));
        }

        var pair = Assert.Single(CodingAgreement.Between(coded));

        Assert.Equal(0.4, pair.Kappa!.Value, 10);
        Assert.Equal((7, 10, 70), (pair.Same, pair.Either, pair.Percent));
    }

    [Fact]
    public void Nothing_found_by_both_is_agreement_of_which_no_kappa_can_be_worked_out()
    {
        var pair = Assert.Single(CodingAgreement.Between([Coded(1, "dao"), Coded(1, "nok")]));

        Assert.Equal((1, 1, 100), (pair.Same, pair.Either, pair.Percent));
        Assert.Null(pair.Kappa);
    }

    [Fact]
    public void Where_both_say_yes_always_chance_alone_agrees_and_kappa_says_nothing()
    {
        Assert.Null(Assert.Single(CodingAgreement.Between([Coded(1, "dao", "V01"), Coded(1, "nok", "V01")])).Kappa);
    }

    [Fact]
    public void Several_marks_in_one_passage_are_one_finding_and_the_order_of_names_is_fixed()
    {
        var pair = Assert.Single(CodingAgreement.Between(
            [Coded(1, "nok", "V01"), Coded(1, "nok", "V01"), Coded(1, "nok"), Coded(1, "dao", "V01", "V02")]));

        Assert.Equal(("dao", "nok", 1, 2, 50), (pair.One, pair.Other, pair.Same, pair.Either, pair.Percent));
    }

    [Fact]
    public void Three_coders_are_three_pairs()
    {
        var pairs = CodingAgreement.Between([Coded(1, "a", "V01"), Coded(1, "b", "V01"), Coded(1, "c", "V02")]);

        Assert.Equal([("a", "b", 100), ("a", "c", 0), ("b", "c", 0)], pairs.Select(pair => (pair.One, pair.Other, pair.Percent)));
    }

    private static CodedPassage Coded(int number, string coder, params string[] acts) => new(new PassagePlace(Told, 0, number), coder, acts);
}
