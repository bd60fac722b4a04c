using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RaidDocs.Documents.Bundles;
using RaidDocs.Documents.CaseStudies;
using RaidDocs.Documents.Common;
using RaidDocs.Documents.Tests;
using RaidDocs.Domain.Common;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests;

public sealed class TextsTests
{
    private static readonly SourceTexts Sources = SourceTexts.Read(Repository.Sources(".cs", ".cshtml"));

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Names of JSON members, keys of doubts and bare holes: the scanner takes them for sentences, no reader meets them.
    private static readonly HashSet<string> NotForReaders =
    [
        "title", "next", "alive", "ready", "action", "objectType", "objectId", "role", "many-{0}", "old-{0}", "sunday-{0}", "same-{0}", "{0} {1}", "\u201C{0}\u201D", "{0}.to", "{0}.from", "{0}.columns", "{0}.columns.{1}", "{0}.{1}",
    ];

    [Fact]
    public async Task Every_sentence_of_the_sources_is_in_th_json()
    {
        var found = Sources.Found.Concat((await PrintedAsync()).Select(text => KeyValuePair.Create(text, "the printed chapter")));
        var missing = found
            .Where(text => !TextTable.Thai.ContainsKey(text.Key) && !NotForReaders.Contains(text.Key))
            .OrderBy(text => text.Value, StringComparer.Ordinal);

        Assert.True(!missing.Any(), "Add these to src/RaidDocs.Web/Resources/th.json:\n"
            + string.Concat(missing.Select(text => $"  {JsonSerializer.Serialize(text.Key, Readable)}: {{ \"th\": \"\", \"read\": false }},  // {text.Value}\n")));
    }

    [Fact]
    public async Task No_sentence_of_th_json_is_left_over()
    {
        var printed = await PrintedAsync();
        var unused = TextTable.Thai.Keys.Where(key => !Sources.Found.ContainsKey(key) && !printed.Contains(key)).Order(StringComparer.Ordinal);

        Assert.True(!unused.Any(), "Nobody shows these any more; remove them from th.json:\n" + string.Join('\n', unused));
    }

    // The fixed words of the chapter, caught while it is rendered: filled, bare and left out.
    private static async Task<HashSet<string>> PrintedAsync()
    {
        // The axis and the legend of the chart, of which no single chart shows all.
        var said = new HashSet<string>(StringComparer.Ordinal)
        {
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Prison", "Another place", "Open shelter", "Hospital",
        };
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var renderer = new PrintRenderer(services, services.GetRequiredService<ILoggerFactory>());
        foreach (var study in new[] { SampleStudy.Rich(), SampleStudy.Bare(), SampleStudy.Withheld("x"), SampleStudy.Bare() with { AtAGlance = new([]) } })
        {
            await renderer.RenderAsync<CaseStudyPrint>(new()
            {
                ["Study"] = study,
                ["Say"] = (Func<string, string>)(english =>
                {
                    said.Add(english);
                    return english;
                }),
            });
        }

        foreach (var bundle in new[] { SampleStudy.Bundle(), SampleStudy.EmptyBundle() })
        {
            BundleOutline.Of(bundle).Select(section => section.Heading).ToList().ForEach(heading => said.Add(heading));
            await renderer.RenderAsync<BundlePrint>(new()
            {
                ["Bundle"] = bundle,
                ["Say"] = (Func<string, string>)(english =>
                {
                    said.Add(english);
                    return english;
                }),
            });
        }

        return said;
    }

    [Fact]
    public void Every_thai_sentence_has_the_holes_of_its_master()
    {
        var wrong = TextTable.Thai.Where(text => text.Value.Th.Length > 0 && Holes(text.Key) != Holes(text.Value.Th)).Select(text => text.Key);

        Assert.Empty(wrong);

        static string Holes(string text) => string.Concat(
            System.Text.RegularExpressions.Regex.Matches(text, @"\{[0-9]+").Select(hole => hole.Value).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_scanner_finds_each_way_to_say_something()
    {
        var folder = Directory.CreateTempSubdirectory("texts-");
        File.WriteAllText(Path.Combine(folder.FullName, "A.cs"), """"
            class A {
                [Display(Name = "Label", GroupName = "Group")] [Required(ErrorMessage = "Message")] int x;
                void M() {
                    _ = texts[yes ? "Yes one" : "No one"]; _ = T["Joined " + "words", 1];
                    throw new DomainRuleException($"She left on {day:d} {{so}}.");
                }
                FormattableString N(int a) => a switch { 1 => $"Number {a}", _ => $"Other" };
                void Take(FormattableString s) {} void Use() { Take($"Taken {1} and {2}"); log.Write($"not this {3}"); }
                string P = Texts.Text("Kept"); void Q() { Form.On.Read(ModelState, "Form.On", "the subject"); }
            }
            """");
        File.WriteAllText(Path.Combine(folder.FullName, "B.cshtml"), """"
            <h1>@T["It's a \"title\""]</h1><field asp-for="Form.X"
                hint="A hint" label="A label" /><p title="@T["In an attribute", Model.Get("not this")]">@T.Of($"Sum {a + b}")</p>
            """");

        var found = SourceTexts.Read(Directory.GetFiles(folder.FullName).Order(StringComparer.Ordinal)).Found.Keys;
        folder.Delete(recursive: true);

        Assert.Equal(
            [
                "A hint", "A label", "Group", "In an attribute", "It's a \"title\"", "Joined words", "Kept", "Label", "Message", "No one",
                "Number {0}", "Other", "She left on {0:d} {{so}}.", "Sum {0}", "Taken {0} and {1}", "Yes one", "the subject",
            ],
            found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_rule_is_told_in_the_readers_language_with_days_in_words()
    {
        var broken = new DomainRuleException($"{PartialDate.OfYear(2011)} {new DateOnly(2025, 3, 12)} {PartOfDay.Night}");

        Assert.Equal("2011 (2554) 12 March 2025 (2568) night", In("en", () => Texts.Shared.Of(broken)));
        Assert.Equal("2554 (2011) 12 มีนาคม 2568 (2025) กลางคืน", In("th", () => Texts.Shared.Of(broken)));
    }

    [Fact]
    public void The_date_that_a_sentence_is_about_stands_in_the_language_of_the_reader()
    {
        var wrong = PartialDate.Sentence(DateProblem.NotADate, "someday", "the date");
        var opening = PartialDate.Sentence(DateProblem.NotReal, "31/2/2568", "the date");

        Assert.StartsWith("Enter the date like 12/3/2568", In("en", () => Texts.Shared.Of(wrong)), StringComparison.Ordinal);
        Assert.Equal("The date must be a real date", In("en", () => Texts.Shared.Of(opening)));
        foreach (var told in new[] { wrong, opening })
        {
            Assert.Contains("วันที่", In("th", () => Texts.Shared.Of(told)), StringComparison.Ordinal);
            Assert.DoesNotMatch("[A-Za-z]", In("th", () => Texts.Shared.Of(told)));
        }
    }

    [Fact]
    public void What_has_no_thai_is_shown_in_english_and_marked()
    {
        Assert.Equal("Nobody translated {this}", In("th", () => Texts.Shared["Nobody translated {this}"]));
        Assert.Equal("en", In("th", () => Texts.LangOf("Nobody translated this")));
        Assert.Null(In("th", () => Texts.LangOf("Home")));
        Assert.Null(In("en", () => Texts.LangOf("Nobody translated this")));
    }

    internal static T In<T>(string language, Func<T> read)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return read();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
