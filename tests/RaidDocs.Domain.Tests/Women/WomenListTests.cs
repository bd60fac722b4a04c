using System.Globalization;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Tests.Women;

public sealed class WomenListTests
{
    [Theory]
    [InlineData("Nang Hseng, 19, Shan State", "Nang Hseng", 19, "Shan State")]
    [InlineData("Mee", "Mee", null, null)]
    [InlineData("  Mee ,๑๙", "Mee", 19, null)]
    [InlineData("Mee,,Tak, near the bridge", "Mee", null, "Tak, near the bridge")]
    [InlineData("มี\t၁၉\tตาก", "มี", 19, "ตาก")]
    [InlineData("မီး၊ ၂၀", "မီး", 20, null)]
    [InlineData("-, 19", null, 19, null)]
    [InlineData("not known, not known", null, null, null)]
    [InlineData("M\u202Ee\u200Be, 20", "Mee", 20, null)]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>", null, null)]
    [InlineData("Mee 🌸, 20", "Mee 🌸", 20, null)]
    public void A_line_is_called_age_from(string line, string? called, int? age, string? from)
    {
        var list = WomenList.Read(line);

        Assert.Empty(list.Problems);
        Assert.Equal(new ListedWoman(1, called, age, from), Assert.Single(list.Women));
    }

    [Theory]
    [InlineData("Mee, nineteen", "Line 2: age must be a number, like 23")]
    [InlineData("Mee, 1.9", "Line 2: age must be a number, like 23")]
    [InlineData("Mee, 121", "Line 2: age must be a number, like 23")]
    [InlineData(", 19", "Line 2: write what she is called, or - if nobody knows it")]
    [InlineData("Me\0e, 19", "Line 2: remove the control characters")]
    public void A_problem_names_its_line(string line, string problem)
    {
        var list = WomenList.Read($"Noi, 20\r\n{line}\r\n");

        Assert.Equal(problem, Assert.Single(list.Problems).Words.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Empty_lines_count_as_lines_and_as_nobody()
    {
        var list = WomenList.Read("\n\nNoi\n \nMee\n");

        Assert.Equal([3, 5], list.Women.Select(woman => woman.Line));
    }

    [Fact]
    public void A_name_of_120_letters_fits_and_a_line_of_201_does_not()
    {
        Assert.Empty(WomenList.Read(new string('ก', 120)).Problems);
        Assert.Single(WomenList.Read(new string('ก', 201)).Problems);
    }

    [Fact]
    public void Two_with_one_nickname_are_both_kept_and_found()
    {
        var same = Assert.Single(WomenList.Read("Mee, 19\nNoi\nmee, 20\n-\n-").CalledTheSame());

        Assert.Equal([1, 3], same.Select(woman => woman.Line));
    }

    [Theory]
    [InlineData(11, true)]
    [InlineData(12, false)]
    [InlineData(70, false)]
    [InlineData(71, true)]
    public void A_very_young_or_old_age_is_unlikely(int age, bool unlikely) =>
        Assert.Equal(unlikely, new ListedWoman(1, "Mee", age, null).IsAgeUnlikely);
}
