using RaidDocs.Domain.Violations;

namespace RaidDocs.Domain.Tests.Violations;

public sealed class MarkedPartTests
{
    [Theory]
    [InlineData(null, 3)]
    [InlineData(1, null)]
    [InlineData(-1, 3)]
    [InlineData(3, 3)]
    [InlineData(4, 2)]
    [InlineData(0, 99)]
    [InlineData(0, 6)]
    public void Ends_that_mean_nothing_or_everything_mark_the_whole_passage(int? from, int? to) =>
        Assert.Null(MarkedPart.Within("abcdef", from, to));

    [Fact]
    public void A_letter_is_never_cut_in_half()
    {
        // A consonant with vowel and tone; a flower of two units.
        const string Text = "กินข้าว🌸ดี";
        var tone = Text.IndexOf('\u0E49', StringComparison.Ordinal);
        var flower = Text.IndexOf("🌸", StringComparison.Ordinal);

        Assert.Equal("ข้าว", Cut(Text, MarkedPart.Within(Text, tone, flower)));
        Assert.Equal("🌸", Cut(Text, MarkedPart.Within(Text, flower, flower + 1)));
        Assert.Equal("🌸", Cut(Text, MarkedPart.Within(Text, flower + 1, flower + 2)));
    }

    [Fact]
    public void Words_that_stand_twice_are_found_where_they_were_marked_else_where_they_stand_first()
    {
        const string Text = "no, no, no";

        Assert.Equal(new MarkedPart(4, 6), MarkedPart.Find(Text, "no", 4).Part);
        Assert.Equal(new MarkedPart(0, 2), MarkedPart.Find(Text, "no", null).Part);
        Assert.Equal(new MarkedPart(0, 2), MarkedPart.Find(Text, "no", 3).Part);
        Assert.Equal(new MarkedPart(0, 2), MarkedPart.Find(Text, "no", 999).Part);
        Assert.Equal((true, null), MarkedPart.Find(Text, Text, null));
        Assert.Equal((false, null), MarkedPart.Find(Text, "yes", 0));
    }

    [Fact]
    public void The_text_is_cut_where_marks_begin_and_end_and_nothing_of_it_is_lost()
    {
        var pieces = MarkedPart.Cut("abcdefgh", [new(4, 6), new(1, 3), new(2, 5), new(2, 3), new(90, 95)]);

        Assert.Equal([("a", false), ("bc", true), ("de", true), ("f", true), ("gh", false)], pieces);
        Assert.Equal([("abc", false)], MarkedPart.Cut("abc", []));
        Assert.Empty(MarkedPart.Cut("", []));
    }

    private static string Cut(string text, MarkedPart? part) => text[part!.Value.From..part.Value.To];
}
