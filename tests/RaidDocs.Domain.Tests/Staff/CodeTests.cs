using RaidDocs.Domain.Staff;

namespace RaidDocs.Domain.Tests.Staff;

public sealed class CodeTests
{
    // The key of RFC 6238, "12345678901234567890".
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    public void The_codes_are_those_of_the_standard(long seconds, string code)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(seconds);

        Assert.Equal(code, OneTimeCode.At(Key, now));
        Assert.Equal(seconds / 30, OneTimeCode.Match(Key, code, now, null));
    }

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void A_clock_may_be_half_a_minute_wrong(int seconds, bool fits)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

        Assert.Equal(fits, OneTimeCode.Match(Key, OneTimeCode.At(Key, now.AddSeconds(seconds)), now, null) is not null);
    }

    [Fact]
    public void Neither_a_used_code_nor_an_earlier_one_is_taken()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var used = OneTimeCode.Match(Key, OneTimeCode.At(Key, now), now, null);

        Assert.Null(OneTimeCode.Match(Key, OneTimeCode.At(Key, now), now, used));
        Assert.Null(OneTimeCode.Match(Key, OneTimeCode.At(Key, now.AddSeconds(-30)), now, used));
        Assert.NotNull(OneTimeCode.Match(Key, OneTimeCode.At(Key, now.AddSeconds(30)), now, used));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870820")]
    [InlineData("abcdef")]
    public void What_is_no_code_fits_never(string? typed) =>
        Assert.Null(OneTimeCode.Match(Key, typed, DateTimeOffset.FromUnixTimeSeconds(59), null));

    [Fact]
    public void Thai_digits_and_spaces_are_read() =>
        Assert.NotNull(OneTimeCode.Match(Key, "\u0E52\u0E58\u0E57 \u0E50\u0E58\u0E52", DateTimeOffset.FromUnixTimeSeconds(59), null));

    [Fact]
    public void A_one_time_code_holds_48_hours_and_once()
    {
        var (now, code, person) = (new DateTime(2026, 11, 21, 2, 0, 0, DateTimeKind.Utc), SignInCode.New(), Guid.CreateVersion7());
        var invitation = new Invitation(person, code, now);

        Assert.True(invitation.Accepts(SignInCode.Show(code).ToLowerInvariant(), now.AddHours(48).AddSeconds(-1)));
        Assert.False(invitation.Accepts(code, now.AddHours(48)));
        Assert.False(new Invitation(Guid.CreateVersion7(), SignInCode.New(), now).Accepts(code, now));
        Assert.DoesNotContain(code, invitation.CodeHash, StringComparison.Ordinal);
        invitation.Spend(now);
        Assert.False(invitation.Accepts(code, now));
    }
}
