using RaidDocs.Family;

namespace RaidDocs.Web.Tests.Family;

/// <summary>The sixteen digits.</summary>
public sealed class FamilyCodeTests
{
    [Fact]
    public void Every_slip_of_one_digit_and_every_swap_of_neighbours_is_caught()
    {
        for (var round = 0; round < 50; round++)
        {
            var code = FamilyCode.New();
            Assert.True(FamilyCode.Fits(code));
            for (var at = 0; at < code.Length; at++)
            {
                foreach (var digit in "0123456789".Where(digit => digit != code[at]))
                {
                    Assert.False(FamilyCode.Fits(code[..at] + digit + code[(at + 1)..]));
                }

                if (at > 0 && code[at] != code[at - 1])
                {
                    Assert.False(FamilyCode.Fits(code[..(at - 1)] + code[at] + code[at - 1] + code[(at + 1)..]));
                }
            }
        }
    }

    [Theory]
    [InlineData("1234 5678 9012 3456")]
    [InlineData("1234-5678-9012-3456")]
    [InlineData(" 1234  5678\u00A09012\u200B3456 ")]
    [InlineData("๑๒๓๔ ๕๖๗๘ ๙๐๑๒ ๓๔๕๖")]
    [InlineData("၁၂၃၄ ၅၆၇၈ ၉၀၁၂ ၃၄၅၆")]
    [InlineData("႑႒႓႔ ႕႖႗႘ ႙႐႑႒ ႓႔႕႖")]
    [InlineData("໑໒໓໔ ໕໖໗໘ ໙໐໑໒ ໓໔໕໖")]
    [InlineData("១២៣៤ ៥៦៧៨ ៩០១២ ៣៤៥៦")]
    [InlineData("١٢٣٤ ٥٦٧٨ ٩٠١٢ ٣٤٥٦")]
    [InlineData("１２３４５６７８９０１２３４５６")]
    public void Digits_of_any_script_are_read_however_they_are_grouped(string typed) =>
        Assert.Equal("1234567890123456", FamilyCode.DigitsOf(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("123456789012345")]
    [InlineData("12345678901234567")]
    [InlineData("abcd efgh ijkl mnop")]
    public void What_is_no_code_does_not_fit(string? typed) => Assert.False(FamilyCode.Fits(FamilyCode.DigitsOf(typed)));

    [Fact]
    public void A_very_long_text_is_not_read_to_its_end() => Assert.True(FamilyCode.DigitsOf(new string('1', 100_000)).Length < 100);

    [Fact]
    public void It_is_shown_in_four_groups_of_four() => Assert.Equal("1234 5678 9012 3456", FamilyCode.InGroups("1234567890123456"));

    [Fact]
    public void Its_key_takes_a_slow_derivation_and_changes_with_the_salt_of_the_house()
    {
        var code = FamilyCode.New();
        var (one, same, other) = (Key(code, 1), Key(code, 1), Key(code, 2));

        Assert.Equal(600_000, FamilyKey.Rounds);
        Assert.Equal((Convert.ToHexString(one.Id), Convert.ToHexString(one.Secret)), (Convert.ToHexString(same.Id), Convert.ToHexString(same.Secret)));
        Assert.NotEqual(one.Id, other.Id);
        Assert.NotEqual(one.Secret, other.Secret);
        Assert.NotEqual(Key("1", 1).Id, Key("1", 1).Id);
    }

    private static FamilyKey Key(string digits, byte salt) => FamilyKey.Of(digits, Enumerable.Repeat(salt, 32).ToArray(), 10);
}
