using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Tests.Common;

public sealed class DigitsTests
{
    [Theory]
    [InlineData("๐๑๒๓๔๕๖๗๘๙")]
    [InlineData("၀၁၂၃၄၅၆၇၈၉")]
    [InlineData("\u1090\u1091\u1092\u1093\u1094\u1095\u1096\u1097\u1098\u1099")]
    [InlineData("໐໑໒໓໔໕໖໗໘໙")]
    [InlineData("០១២៣៤៥៦៧៨៩")]
    [InlineData("٠١٢٣٤٥٦٧٨٩")]
    [InlineData("０１２３４５６７８９")]
    [InlineData("\U0001D7CE\U0001D7CF\U0001D7D0\U0001D7D1\U0001D7D2\U0001D7D3\U0001D7D4\U0001D7D5\U0001D7D6\U0001D7D7")]
    public void Digits_of_each_script_fold_to_plain_ones(string digits)
    {
        Assert.Equal("0123456789", Digits.Fold(digits));
    }

    [Fact]
    public void Only_digits_are_folded()
    {
        Assert.Equal("ห้อง 12, ½ x² 😀\uD800", Digits.Fold("ห้อง ๑๒, ½ x² 😀\uD800"));
    }

    public static TheoryData<string, string, int> Numbers()
    {
        var data = new TheoryData<string, string, int>();
        foreach (var culture in Culture.Names)
        {
            data.Add(culture, "17", 17);
            data.Add(culture, " ๑๗ ", 17);
            data.Add(culture, "၁၇", 17);
            data.Add(culture, "1,000", 1000);
            data.Add(culture, "๑,๐๐๐,๐๐๐", 1_000_000);
            data.Add(culture, "0", 0);
            data.Add(culture, "2147483647", int.MaxValue);
            data.Add(culture, "\u200E17\u200B", 17);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_whole_number_means_the_same_in_every_culture(string culture, string typed, int expected)
    {
        using var _ = new Culture(culture);

        Assert.True(Digits.TryWhole(typed, out var value));
        Assert.Equal(expected, value);
    }

    public static TheoryData<string, string?> NotWhole()
    {
        var data = new TheoryData<string, string?>();
        foreach (var culture in Culture.Names)
        {
            foreach (var typed in (string?[])[null, "", " ", "1.5", "1,5", "15,", "1,50", "1,0000", ",100", "10,00,000", "-3", "+3", "1e3", "0x1F",
                "1 000", "2147483648", "99999999999999999999", "x²", "½", "seventeen", "17\n18", "๑.๕"])
            {
                data.Add(culture, typed);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(NotWhole))]
    public void Anything_else_is_refused_and_never_ten_times_too_big(string culture, string? typed)
    {
        using var _ = new Culture(culture);

        Assert.False(Digits.TryWhole(typed, out var value));
        Assert.Equal(0, value);
    }
}
