using RaidDocs.Domain.Common;
using RaidDocs.Domain.Staff;

namespace RaidDocs.Domain.Tests.Staff;

public sealed class PassphraseTests
{
    [Theory]
    [InlineData("velvet goat", false)]
    [InlineData("\u0E01\u0E23\u0E30\u0E15\u0E48\u0E32\u0E22\u0E01\u0E34\u0E19\u0E41\u0E15\u0E07", false)]
    [InlineData("one two three four five", true)]
    [InlineData("correct horse battery staple", true)]
    [InlineData("840273915527113946", true)]
    [InlineData("        x7 x8 x9 kd", true)]
    public void A_good_one_is_taken_whatever_its_letters(string typed, bool alone) => Passphrase.Check(typed, "nok", "Garden", alone);

    [Theory]
    [InlineData("manchester123")]
    [InlineData("sawasdeeka99")]
    [InlineData("nakhonsithammarat")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("HumanRights2569")]
    [InlineData("\u0E40\u0E0A\u0E35\u0E22\u0E07\u0E43\u0E2B\u0E21\u0E48\u0E40\u0E0A\u0E35\u0E22\u0E07\u0E23\u0E32\u0E22")]
    public void What_stands_in_the_list_is_refused(string typed) => Assert.StartsWith(
        "This passphrase is easy to guess", Assert.Throws<DomainRuleException>(() => Passphrase.Check(typed, "nok", null, alone: false)).Format, StringComparison.Ordinal);

    [Fact]
    public void Three_thousand_that_are_long_enough_stand_in_the_list()
    {
        using var stream = typeof(Passphrase).Assembly.GetManifestResourceStream("staff/guessed.txt")!;
        using var reader = new StreamReader(stream);
        var words = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#').Distinct().ToList();

        Assert.True(words.Count >= 3_000, $"{words.Count}");
        Assert.All(words.Where(word => word.Length >= Passphrase.Length), word => Assert.Throws<DomainRuleException>(() => Passphrase.Check(word, "nok", null, alone: false)));
    }

    [Theory]
    [InlineData("velvet1", false, "The passphrase must have at least 8 letters. Several words are easy to remember")]
    [InlineData("velvetgoatsinn", true, "The passphrase must have at least 15 letters. Several words are easy to remember")]
    public void A_letter_too_few_is_refused(string typed, bool alone, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<DomainRuleException>(() => Passphrase.Check(typed, "nok", null, alone)).Format);

    [Fact]
    public void Two_hundred_and_fifty_six_letters_are_taken_and_one_more_is_not()
    {
        var long256 = string.Concat(Enumerable.Range(0, 64).Select(number => $"{(char)('a' + (number % 26))}k{number % 10}z"));
        Passphrase.Check(long256, "nok", null, alone: true);

        Assert.Throws<DomainRuleException>(() => Passphrase.Check(long256 + "x", "nok", null, alone: true));
    }

    [Theory]
    [InlineData("password")]
    [InlineData("P@ssw0rd2569")]
    [InlineData("Password1234!!!")]
    [InlineData("qwertyuiop12345")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("iloveyou2024")]
    [InlineData("Thailand2569")]
    [InlineData("Empower Chiang Mai")]
    [InlineData("garden-garden-garden")]
    [InlineData("siriporn2530")]
    [InlineData("R01R02R03R04R05")]
    [InlineData("12031985")]
    [InlineData("0812345678")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("\u0E23\u0E2B\u0E31\u0E2A\u0E1C\u0E48\u0E32\u0E19")]
    [InlineData("\uFF50\uFF41\uFF53\uFF53\uFF57\uFF4F\uFF52\uFF44")]
    public void What_somebody_would_try_first_is_refused(string typed) =>
        Assert.StartsWith("This passphrase is easy to guess", Assert.Throws<DomainRuleException>(
            () => Passphrase.Check(typed, "siriporn", "Garden", alone: false)).Format, StringComparison.Ordinal);

    [Fact]
    public void Two_keyboards_type_one_passphrase() =>
        Assert.Equal(Passphrase.Fold("caf\u00E9 \u0E19\u0E4D\u0E32"), Passphrase.Fold("cafe\u0301 \u0E19\u0E33"));
}
