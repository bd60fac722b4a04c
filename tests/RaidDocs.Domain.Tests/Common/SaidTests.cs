using System.ComponentModel.DataAnnotations;
using System.Reflection;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Tests.Common;

public sealed class SaidTests
{
    [Theory]
    [InlineData("not asked", Gap.NotAsked)]
    [InlineData(" Not Asked ", Gap.NotAsked)]
    [InlineData("not known", Gap.NotKnown)]
    [InlineData("asked, not known", Gap.NotKnown)]
    [InlineData("UNKNOWN", Gap.NotKnown)]
    [InlineData("would rather not say", Gap.RatherNotSay)]
    [InlineData("she would rather not say", Gap.RatherNotSay)]
    [InlineData("withheld", Gap.Withheld)]
    [InlineData("Withheld for safety", Gap.Withheld)]
    public void A_phrase_stands_for_its_gap(string typed, Gap expected)
    {
        Assert.Equal(expected, Gaps.Read(typed));
        Assert.Equal(expected, Said.Read(typed)?.Gap);
        Assert.Null(Said.Read(typed)?.Text);
    }

    [Theory]
    [InlineData(Gap.NotAsked, "not asked", "not asked")]
    [InlineData(Gap.NotKnown, "not known", "asked, not known")]
    [InlineData(Gap.RatherNotSay, "would rather not say", "she would rather not say")]
    [InlineData(Gap.Withheld, "withheld for safety", "withheld for safety")]
    public void Each_gap_has_one_phrase_that_is_kept_and_one_that_is_offered(Gap gap, string kept, string offered)
    {
        var display = typeof(Gap).GetField(gap.ToString())!.GetCustomAttribute<DisplayAttribute>()!;

        Assert.Equal(kept, Gaps.Phrase(gap));
        Assert.Equal(offered, display.Name);
        Assert.Equal(gap, Gaps.Read(kept));
        Assert.Equal(gap, Gaps.Read(offered));
        Assert.Equal(Said.Read(offered), Said.Read(Said.Read(offered)!.Typed));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\n")]
    public void An_empty_box_records_nothing(string? typed)
    {
        Assert.Null(Said.Read(typed));
    }

    [Theory]
    [InlineData("Karaoke Sunrise")]
    [InlineData("  two lines\nof words ")]
    [InlineData("She said it was not known to her.")]
    [InlineData("ไม่ทราบ\u200B")]
    public void Words_are_kept_as_they_were_typed(string typed)
    {
        var said = Said.Read(typed)!;

        Assert.Equal(typed, said.Text);
        Assert.Null(said.Gap);
        Assert.Equal(typed, said.Typed);
        Assert.Equal(typed, said.ToString());
        Assert.Equal(said, Said.Read(said.Typed));
    }

    [Fact]
    public void Words_with_control_characters_are_refused()
    {
        Assert.Throws<DomainRuleException>(() => Said.Read("a\0b"));
    }
}
