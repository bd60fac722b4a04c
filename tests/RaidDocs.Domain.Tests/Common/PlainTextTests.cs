using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Tests.Common;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("\0")]
    [InlineData("\u0001")]
    [InlineData("\u000B")]
    [InlineData("\u001B")]
    [InlineData("\u007F")]
    [InlineData("\u0085")]
    [InlineData("\u009F")]
    public void Control_characters_are_refused_with_a_sentence(string control)
    {
        Assert.True(PlainText.HasControls($"a{control}b"));

        var kept = Assert.Throws<DomainRuleException>(() => PlainText.Kept($"a{control}b"));
        var name = Assert.Throws<DomainRuleException>(() => PlainText.Name($"a{control}b"));

        Assert.Equal("Remove the control characters. They cannot be stored.", kept.Message);
        Assert.Equal(kept.Message, name.Message);
    }

    [Fact]
    public void Tabs_and_ends_of_lines_belong_in_text()
    {
        Assert.False(PlainText.HasControls("a\tb\nc\r\nd"));
        Assert.Equal("a\tb\nc\nd ", PlainText.Kept("a\tb\nc\r\nd "));
    }

    [Fact]
    public void Testimony_keeps_hidden_marks_and_its_own_form()
    {
        const string pasted = "e\u0301 \u202Etxet\u202C \u200Bน้ำ";

        Assert.Equal(pasted, PlainText.Kept(pasted));
    }

    [Fact]
    public void Half_a_letter_is_replaced_because_no_database_takes_it()
    {
        Assert.Equal("a\uFFFDb", PlainText.Kept("a\uD800b"));
        Assert.Equal("a\uFFFDb\uFFFD", PlainText.Name("a\uD800b\uFFFE"));
        Assert.Equal("a\uFFFDb", SearchText.Fold("A\uD800B"));
    }

    [Theory]
    [InlineData("  Ma \t Nu\n", "Ma Nu")]
    [InlineData("Ma\u00A0Nu", "Ma Nu")]
    [InlineData("\u202ENu\u202C", "Nu")]
    [InlineData("N\u200Bu\u200C\u200D\u200E\u200F\u2060\u2066\u2069\uFEFF\u061C\u00AD", "Nu")]
    [InlineData("Ma \u200B Nu", "Ma Nu")]
    [InlineData("Rene\u0301e", "Renée")]
    [InlineData("น้ำ", "น้ำ")]
    [InlineData("\u200B", "")]
    public void A_name_has_one_form(string typed, string expected)
    {
        Assert.Equal(expected, PlainText.Name(typed));
        Assert.Equal(expected, PlainText.Name(PlainText.Name(typed)));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("e\u0301", 1)]
    [InlineData("👩🏽‍👧", 1)]
    [InlineData("กี่", 1)]
    public void Letters_are_counted_as_a_reader_sees_them(string text, int expected)
    {
        Assert.Equal(expected, PlainText.Letters(text));
    }

    [Fact]
    public void Reviewers_see_each_hidden_mark()
    {
        Assert.Equal("a⟨U+202E⟩b⟨U+200B⟩ก⟨U+FEFF⟩", PlainText.Marked("a\u202Eb\u200Bก\uFEFF"));
        Assert.Equal("plain น้ำ 😀", PlainText.Marked("plain น้ำ 😀"));
    }

    [Fact]
    public void A_broken_rule_carries_its_sentence_and_the_key_of_its_translation()
    {
        var date = new DateOnly(2011, 3, 13);

        using var _ = new Culture("th-TH");
        var rule = new DomainRuleException($"Release must be the same as or after {date:yyyy-MM-dd}, when she was taken");

        Assert.Equal("Release must be the same as or after 2011-03-13, when she was taken", rule.Message);
        Assert.Equal("Release must be the same as or after {0:yyyy-MM-dd}, when she was taken", rule.Format);
        Assert.Equal([date], rule.Arguments);
    }
}
