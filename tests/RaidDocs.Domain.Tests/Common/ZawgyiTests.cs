using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Tests.Common;

public sealed class ZawgyiTests
{
    [Theory]
    [InlineData("\u103B\u1019\u1014\u1039\u1019\u102C")] // Myanmar
    [InlineData("\u1031\u1014\u1031\u1000\u102C\u1004\u1039\u1038\u101C\u102C\u1038")] // How are you?
    [InlineData("\u1000\u103D\u103A\u1014\u1039\u1031\u1010\u102C\u1039 \u1031\u1000\u103A\u102C\u1004\u1039\u1038\u101E\u102C\u1038\u1015\u102B")] // I am a pupil
    [InlineData("They said: \u101B\u1032\u1031\u1010\u103C \u101C\u102C\u1010\u101A\u1039")] // The police come, in an English sentence
    public void Older_writing_is_noticed(string text) => Assert.True(Zawgyi.IsLikely(text));

    [Theory]
    [InlineData("\u1019\u103C\u1014\u103A\u1019\u102C")] // Myanmar
    [InlineData("\u1014\u1031\u1000\u1031\u102C\u1004\u103A\u1038\u101C\u102C\u1038")] // How are you?
    [InlineData("\u1000\u103B\u103D\u1014\u103A\u1010\u1031\u102C\u103A \u1000\u103B\u1031\u102C\u1004\u103A\u1038\u101E\u102C\u1038\u1015\u102B")] // I am a pupil
    [InlineData("\u101B\u1032\u1010\u103D\u1031 \u101C\u102C\u1010\u101A\u103A")] // The police come
    [InlineData("\u1021\u1004\u103A\u1039\u1002\u101C\u102D\u1015\u103A \u1000\u1019\u1039\u1018\u102C \u1017\u102F\u1012\u1039\u1013")] // stacks: English, world, Buddha
    [InlineData("\u1076\u102D\u102F\u107C\u103A\u1038\u107C\u107C\u103A\u1089 \u1075\u101D\u103A\u1081\u1035\u1010\u103A\u1038\u1075\u1062\u107C\u103A\u101A\u1030\u1087\u104B \u1076\u101D\u103A\u1019\u1083\u1038\u107C\u1019\u103A")] // Shan: that night I was at work
    [InlineData("\u1015\u1030\u1088\u101C\u1030\u1004\u103A\u1038\u101C\u1062\u1038 \u1075\u1031\u1083\u1088 \u1022\u1031\u1083\u1088")] // Shan with the vowel E
    [InlineData("\u1040\u1041\u1042 \u104A\u104B")] // numbers and stops alone
    [InlineData("\u0E1C\u0E39\u0E49\u0E2B\u0E0D\u0E34\u0E07")]
    [InlineData("")]
    [InlineData(null)]
    public void Burmese_in_Unicode_and_other_languages_are_left_alone(string? text) => Assert.False(Zawgyi.IsLikely(text));

    [Fact]
    public void One_slip_in_a_long_text_is_no_older_writing()
    {
        var text = string.Concat(Enumerable.Repeat("\u1014\u1031\u1000\u1031\u102C\u1004\u103A\u1038\u101C\u102C\u1038 ", 10));

        Assert.False(Zawgyi.IsLikely(text + "\u1031"));
    }
}
