using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Tests.Common;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Renée", "RENEE")]
    [InlineData("ห้อง ๑๒", "ห้อง 12")]
    [InlineData("น\u0E49\u0E33", "น\u0E4D\u0E49า")]
    [InlineData("น\u0E49\u0E33", "น\u0E49\u0E4D\u0E32")]
    [InlineData("\u0E40\u0E40ม่", "แม่")]
    [InlineData("Ma\u200BNu", "manu")]
    [InlineData("\u202EMaNu\u202C", "manu")]
    [InlineData("ＡＢＣ", "abc")]
    [InlineData("Sunrise™", "sunrisetm")]
    [InlineData("İ", "i")]
    public void Spellings_that_look_alike_fold_alike(string one, string other)
    {
        Assert.Equal(SearchText.Fold(one), SearchText.Fold(other));
        Assert.Equal(SearchText.Fold(one), SearchText.Fold(SearchText.Fold(one)));
    }

    [Theory]
    [InlineData("กา", "กำ")]
    [InlineData("ปี", "ปิ")]
    [InlineData("ပါ", "ပာ")]
    [InlineData("Ma", "Mo")]
    public void Vowels_that_carry_the_meaning_stay_apart(string one, string other)
    {
        Assert.NotEqual(SearchText.Fold(one), SearchText.Fold(other));
    }

    [Fact]
    public void Parts_are_folded_into_one_text()
    {
        Assert.Equal("w07 ma nu", SearchText.Fold("W07", "Ma Nu"));
    }
}
