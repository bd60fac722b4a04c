using RaidDocs.Family;

namespace RaidDocs.Web.Tests.Family;

/// <summary>What of a capsule is told on a day.</summary>
public sealed class FamilyNewsTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static Capsule Full { get; } = new()
    {
        Level = 3,
        Sentence = Sentence.GovernmentPlace,
        Place = PlaceKind.GovernmentHome,
        NewsOn = Today.AddDays(-4),
        Since = Today.AddDays(-616),
        NextOn = Today.AddDays(11),
        TakesMessages = true,
        GivenOn = Today.AddDays(-10),
    };

    [Theory]
    [InlineData(0, Sentence.N0)]
    [InlineData(1, Sentence.InContact)]
    [InlineData(2, Sentence.GovernmentPlace)]
    [InlineData(3, Sentence.GovernmentPlace)]
    public void Each_level_tells_no_more_than_she_allows(int level, Sentence sentence)
    {
        var news = FamilyNews.Of(Full with { Level = level }, Today);

        Assert.Equal(sentence, news.Sentence);
        Assert.Equal(level >= 2, news.Days is not null);
        Assert.Equal(level >= 2, news.Place is not null);
        Assert.Equal(level >= 2, news.NextOn is not null);
        Assert.Equal(level >= 3, news.TakesMessages);
        Assert.Equal(level >= 1, news.NewsOn is not null);
    }

    [Theory]
    [InlineData(Sentence.HasLeft, 1, Sentence.PleaseCall)]
    [InlineData(Sentence.HasLeft, 2, Sentence.HasLeft)]
    [InlineData(Sentence.FreeToCome, 1, Sentence.InContact)]
    [InlineData(Sentence.FreeToCome, 2, Sentence.FreeToCome)]
    [InlineData(Sentence.NotKnown, 1, Sentence.NotKnown)]
    [InlineData(Sentence.PleaseCall, 1, Sentence.PleaseCall)]
    [InlineData(Sentence.PleaseCall, 3, Sentence.PleaseCall)]
    public void A_sentence_above_her_level_becomes_a_milder_one(Sentence told, int level, Sentence read) =>
        Assert.Equal(read, FamilyNews.Of(Full with { Sentence = told, Level = level }, Today).Sentence);

    [Fact]
    public void Days_are_counted_to_the_day_of_the_news_and_never_to_today() =>
        Assert.Equal(612, FamilyNews.Of(Full, Today).Days);

    [Theory]
    [InlineData(30, Sentence.GovernmentPlace)]
    [InlineData(31, Sentence.NoNewNews)]
    public void After_30_days_the_page_says_that_there_is_no_new_news(int age, Sentence sentence) =>
        Assert.Equal(sentence, FamilyNews.Of(Full with { NewsOn = Today.AddDays(-age) }, Today).Sentence);

    [Theory]
    [InlineData(0, Sentence.DifferentPlace)]
    [InlineData(13, Sentence.DifferentPlace)]
    [InlineData(14, Sentence.GovernmentPlace)]
    [InlineData(-1, Sentence.GovernmentPlace)]
    public void A_new_place_is_a_different_one_for_14_days(int ago, Sentence sentence) =>
        Assert.Equal(sentence, FamilyNews.Of(Full with { MovedOn = Today.AddDays(-ago) }, Today).Sentence);

    [Fact]
    public void Please_call_us_stands_alone()
    {
        var news = FamilyNews.Of(Full with { Sentence = Sentence.PleaseCall }, Today);

        Assert.Equal((null, null, null, null, false), (news.NewsOn, news.Days, news.Place, news.NextOn, news.TakesMessages));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void A_date_that_is_over_is_not_shown(int inDays, bool shown) =>
        Assert.Equal(shown, FamilyNews.Of(Full with { NextOn = Today.AddDays(inDays) }, Today).NextOn is not null);

    [Theory]
    [InlineData(90, null, true)]
    [InlineData(91, null, false)]
    [InlineData(400, 90, true)]
    [InlineData(400, 91, false)]
    public void A_number_dies_90_days_after_it_was_last_used(int givenAgo, int? usedAgo, bool lives)
    {
        var capsule = Full with { GivenOn = Today.AddDays(-givenAgo), UsedOn = usedAgo is { } ago ? Today.AddDays(-ago) : null };

        Assert.Equal(lives, FamilyNews.Of(capsule, Today) != FamilyNews.None);
    }

    [Fact]
    public void No_use_carries_a_number_over_the_last_day_of_her_consent()
    {
        var capsule = Full with { LastDay = Today, UsedOn = Today };

        Assert.NotSame(FamilyNews.None, FamilyNews.Of(capsule, Today));
        Assert.Same(FamilyNews.None, FamilyNews.Of(capsule, Today.AddDays(1)));
    }

    [Fact]
    public void The_day_of_old_news_stands_in_digits_under_its_picture()
    {
        var capsule = new Capsule { Level = 1, Sentence = Sentence.InContact, NewsOn = new DateOnly(2026, 7, 20), GivenOn = new DateOnly(2026, 11, 1) };

        Assert.Contains("<p>20. 7. 2026</p>", FamilyHtml.Picture(Wording.Of("my"), FamilyNews.Of(capsule, new DateOnly(2026, 11, 22)), [1]), StringComparison.Ordinal);
        Assert.DoesNotContain("2026", FamilyHtml.Picture(Wording.Of("my"), FamilyNews.Of(capsule, new DateOnly(2026, 7, 21)), [1]), StringComparison.Ordinal);
    }
}
