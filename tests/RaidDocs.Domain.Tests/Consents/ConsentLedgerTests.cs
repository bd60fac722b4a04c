using FsCheck;
using FsCheck.Fluent;
using RaidDocs.Domain.Consents;

namespace RaidDocs.Domain.Tests.Consents;

public sealed class ConsentLedgerTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void Nothing_recorded_means_no() => Assert.All(
        Enum.GetValues<Purpose>(), purpose => Assert.False(Array.Empty<ConsentFacts>().Allow(purpose, Today)));

    [Fact]
    public void A_yes_counts_for_its_purpose_alone()
    {
        ConsentFacts[] records = [Say(ConsentAnswer.Yes)];

        Assert.True(records.Allow(Purpose.QuoteInReport, Today));
        Assert.False(records.Allow(Purpose.Lawyer, Today));
    }

    [Fact]
    public void The_newest_answer_counts()
    {
        Assert.False(new[] { Say(ConsentAnswer.Yes), Say(ConsentAnswer.No) }.Allow(Purpose.QuoteInReport, Today));
        Assert.True(new[] { Say(ConsentAnswer.No), Say(ConsentAnswer.Yes) }.Allow(Purpose.QuoteInReport, Today));
    }

    [Fact]
    public void Only_if_is_no_until_a_person_has_judged_the_condition() =>
        Assert.False(new[] { Say(ConsentAnswer.OnlyIf) }.Allow(Purpose.QuoteInReport, Today));

    [Fact]
    public void A_yes_in_front_of_officials_is_no_also_after_an_earlier_yes() =>
        Assert.False(new[] { Say(ConsentAnswer.Yes), Say(ConsentAnswer.Yes) with { OfficialsPresent = true } }.Allow(Purpose.QuoteInReport, Today));

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void An_answer_counts_up_to_its_last_day(int days, bool allowed) =>
        Assert.Equal(allowed, new[] { Say(ConsentAnswer.Yes) with { ValidTo = Today.AddDays(days) } }.Allow(Purpose.QuoteInReport, Today));

    [Fact]
    public void Whatever_the_history_only_a_newest_free_and_lasting_yes_allows()
    {
        var record =
            from purpose in Gen.Elements(Enum.GetValues<Purpose>())
            from answer in Gen.Elements(Enum.GetValues<ConsentAnswer>())
            from officials in Gen.Elements(true, false)
            from days in Gen.Elements(-30, -1, 0, 1, 30, 9999)
            select new ConsentFacts { Purpose = purpose, Answer = answer, OfficialsPresent = officials, ValidTo = days == 9999 ? null : Today.AddDays(days) };
        var property = Prop.ForAll(Arb.From(record.ListOf()), history => Enum.GetValues<Purpose>().All(purpose =>
        {
            // Said again in other words: walk the history and remember.
            var allowed = false;
            foreach (var one in history)
            {
                if (one.Purpose == purpose)
                {
                    allowed = one.Answer == ConsentAnswer.Yes && !one.OfficialsPresent && !(one.ValidTo < Today);
                }
            }

            return history.Allow(purpose, Today) == allowed;
        }));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), property);
    }

    private static ConsentFacts Say(ConsentAnswer answer) => new() { Purpose = Purpose.QuoteInReport, Answer = answer };
}
