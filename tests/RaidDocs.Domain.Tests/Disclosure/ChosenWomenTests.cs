using System.Text.Json;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Tests.Cases;

namespace RaidDocs.Domain.Tests.Disclosure;

/// <summary>A document about some of the women: nothing of the others is in it, and what went is looked for.</summary>
public sealed class ChosenWomenTests
{
    private static readonly AnswersAsOf AsOf = new(1, null, 0, null, 0, 0, null, 0, 0);

    private static readonly Disclosed Whole = Through();

    public static TheoryData<string> Codes => [.. Whole.File.Women.Select(woman => woman.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Of_one_woman_no_row_and_no_code_of_another_is_left(string code)
    {
        var one = Whole.Only([code], "somebody");

        Assert.Equal([code], one.File.Women.Select(woman => woman.Code));
        Assert.Equal([code], one.Parts.Select(part => part.Woman));
        Assert.All(one.File.Chronology.SelectMany(line => line.Women), of => Assert.Equal(code, of));
        Assert.All(one.File.Violations.SelectMany(row => row.Women), of => Assert.Equal(code, of));
        Assert.All(one.File.CourtCases.SelectMany(row => row.Women.Select(part => part.Woman).Concat(row.Orders.SelectMany(order => order.Women))), of => Assert.Equal(code, of));
        var others = Whole.File.Women.Select(woman => woman.Code).Where(other => other != code).ToList();
        Assert.All(CaseTexts.In(one.File), text => Assert.DoesNotContain(others, other => text.Text.Contains(other, StringComparison.Ordinal)));
        Assert.All(others, other => Assert.Contains(one.Withheld, withheld => withheld.Kind == WithheldKind.Code && withheld.Text == other));
        Assert.Empty(one.Quotes);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void It_only_takes_away_and_what_it_takes_away_is_withheld(string code)
    {
        var one = Whole.Only([code], "somebody");

        var before = CaseTexts.In(Whole.File).Select(text => text.Text).ToHashSet();
        var after = CaseTexts.In(one.File).Select(text => text.Text).ToList();
        Assert.All(after.Where(text => !text.Contains("somebody", StringComparison.OrdinalIgnoreCase)), text => Assert.Contains(text, before));
        var through = LeakSearch.Squeezed(string.Join('\n', after));
        var gone = before.Where(text => !through.Contains(LeakSearch.Squeezed(text).TrimEnd('.'), StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(gone);
        Assert.All(gone, text => Assert.Contains(one.Withheld, withheld => withheld.Text == text));
        Assert.All(Whole.Withheld, withheld => Assert.Contains(withheld, one.Withheld));
        Assert.Equal((Whole.RaidId, Whole.AsOf), (one.RaidId, one.AsOf));
    }

    [Fact]
    public void Of_nobody_what_names_nobody_stays()
    {
        var nobody = Whole.Only([], "somebody");

        Assert.Empty(nobody.File.Women);
        Assert.NotEmpty(nobody.File.Chronology);
        Assert.Equal(Whole.File.Chronology.Count(line => line.Women.Count == 0), nobody.File.Chronology.Count);
        Assert.NotEmpty(Whole.File.CourtCases);
        Assert.Empty(nobody.File.CourtCases);
    }

    [Fact]
    public void A_line_about_a_woman_who_said_no_is_of_nobody_chosen()
    {
        static ConsentInCase Yes(Purpose purpose) => new() { Purpose = purpose, Answer = ConsentAnswer.Yes };
        static ChronologyInCase Line(string what, params List<string> women) => new() { Voice = Voice.Team, What = what, Women = women };
        var file = new CaseFile
        {
            Format = CaseFile.FormatName,
            Raid = new RaidInCase { Code = "R01", Name = "A raid" },
            Women = [new WomanInCase { Code = "W01", Consents = [Yes(Purpose.Keep), Yes(Purpose.Court)] }, new WomanInCase { Code = "W02" }],
            Chronology = [Line("They came by the kitchen"), Line("She fell on the stairs", "W02"), Line("She asked for an interpreter", "W01"), Line("Two ran", "W01", "W02")],
        };

        var whole = DisclosureGate.LetThrough(file, Audience.Court, null, new DateOnly(2026, 11, 21), new GateWords("a woman", "a place", kind => kind)).Of(Guid.CreateVersion7(), AsOf);

        Assert.Equal(4, whole.File.Chronology.Count);
        Assert.Equal(["They came by the kitchen", "She asked for an interpreter", "Two ran"], whole.Only(["W01"], "somebody").File.Chronology.Select(line => line.What));
        Assert.Equal(["They came by the kitchen"], whole.Only([], "somebody").File.Chronology.Select(line => line.What));
    }

    // All seventeen allow a court to have what is recorded of them.
    private static Disclosed Through()
    {
        var file = JsonSerializer.Deserialize<CaseFile>(CaseFiles.Demo("dok-rak"), CaseJson.Options)!;
        ConsentInCase Yes(Purpose purpose) => new(new ConsentFacts { Purpose = purpose, Answer = ConsentAnswer.Yes });
        file = file with { Women = [.. file.Women.Select(woman => woman with { Consents = [Yes(Purpose.Keep), Yes(Purpose.Court)] })] };
        return DisclosureGate.LetThrough(file, Audience.Court, null, new DateOnly(2026, 11, 21), new GateWords("a woman", "a place", kind => kind)).Of(Guid.CreateVersion7(), AsOf);
    }
}
