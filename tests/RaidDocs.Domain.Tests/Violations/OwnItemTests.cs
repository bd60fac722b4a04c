using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Tests.Data;

namespace RaidDocs.Domain.Tests.Violations;

public sealed class OwnItemTests
{
    [Fact]
    public async Task Own_entries_stand_after_those_of_the_program_and_retired_ones_are_found_but_not_offered()
    {
        await using var store = await TestStore.OpenAsync();
        await using var db = store.Db();
        var retired = new OwnItem("RD-02", Act("Old words"), isRetired: true);
        db.AddRange(new OwnItem("RD-01", Act("Made to pay for food", "cedaw 12", "RA-01")), retired, Article("RA-01", "CEDAW GR 38, para. 12", "soft-law"));
        await db.SaveChangesAsync();

        await store.Store.ReadListsAsync(db, TestContext.Current.CancellationToken);
        var lists = store.Lists;

        Assert.Equal(["V40", "RD-01", "RD-02"], lists[ListName.Acts].TakeLast(3).Select(item => item.Key));
        Assert.Equal("RD-01", lists.Offered(ListName.Acts)[^1].Key);
        Assert.Equal("Old words", lists.Words(ListName.Acts, "RD-02"));
        Assert.Equal(["cedaw 12", "RA-01"], lists.ArticlesOf("RD-01"));
        Assert.Equal(("CEDAW GR 38, para. 12", true), (lists.ArticleWords("RA-01"), lists.IsSoftLaw("RA-01")));
        Assert.Equal("RD-01/1", lists.EditionOf(ListName.Acts, "RD-01"));
        Assert.Equal(8, lists.EditionOf(ListName.Acts, "V08")!.Length);
    }

    [Fact]
    public void New_words_are_a_new_edition_and_the_same_words_are_not()
    {
        var item = new OwnItem("RD-01", Act("One"));

        item.Reword(Act("One"));
        Assert.Equal(1, item.Edition);
        item.Reword(Act("Two"));
        Assert.Equal(2, item.Edition);
        item.Reword(Act("Two", "cedaw 12"));
        Assert.Equal(3, item.Edition);
    }

    [Fact]
    public void Articles_and_retired_acts_are_not_reworded()
    {
        var act = new OwnItem("RD-01", Act("One"));
        act.Retire();

        Assert.Throws<DomainRuleException>(() => act.Reword(Act("Two")));
        Assert.Throws<DomainRuleException>(() => Article("RA-01", "Para. 12", "treaty").Reword(Act("Two")));
        act.BringBack();
        act.Reword(Act("Two"));
        Assert.Equal("Two", act.Facts.En);
    }

    [Theory]
    [InlineData(" ", "treaty")]
    [InlineData("Words", null)]
    [InlineData("Words", "law")]
    public void An_article_has_words_and_a_kind(string words, string? kind) => Assert.Throws<DomainRuleException>(() => Article("RA-01", words, kind));

    [Fact]
    public async Task Thai_law_of_an_act_is_cited_as_the_rules_cite_it()
    {
        await using var store = await TestStore.OpenAsync();

        Assert.Equal("cpc ss. 78, 80", store.Lists.LawArticle("R4"));
        Assert.Equal("CPC ss. 78, 80", store.Lists.ArticleWords("cpc ss. 78, 80"));
        Assert.Contains("cpc ss. 78, 80", store.Lists.LawOf("V01"));
        Assert.Null(store.Lists.LawArticle("R999"));
        Assert.Empty(store.Lists.LawOf("V99"));
    }

    private static OwnItemFacts Act(string words, params string[] articles) => new() { List = ListName.Acts, En = words, Articles = [.. articles] };

    private static OwnItem Article(string code, string words, string? kind) => new(code, new OwnItemFacts { List = ListName.OwnArticles, En = words, Kind = kind });
}
