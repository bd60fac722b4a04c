using RaidDocs.Documents.CaseStudies;

namespace RaidDocs.Documents.Tests;

public sealed class CaseStudyPrintTests
{
    [Fact]
    public async Task Every_fact_of_the_record_is_on_the_page()
    {
        var study = SampleStudy.Rich();

        var page = await Printed.PageAsync(study);

        var text = Facts.WithoutSpace(page.Body!.TextContent);
        Assert.All(Facts.Of(study), fact => Assert.Contains(Facts.WithoutSpace(fact), text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_section_stands_under_its_heading_and_in_the_contents()
    {
        var page = await Printed.PageAsync(SampleStudy.Rich());

        var headings = page.QuerySelectorAll("section > h2");
        var contents = page.QuerySelectorAll(".contents a");
        Assert.Equal(18, headings.Length);
        Assert.Equal(headings.Select(heading => "#" + heading.Id), contents.Select(link => link.GetAttribute("href")));
        Assert.Equal(headings.Select(heading => heading.TextContent), contents.Select(link => link.TextContent));
        Assert.All(headings, heading => Assert.Matches("^[a-z-]+$", heading.Id));
    }

    [Fact]
    public async Task A_section_without_data_lists_its_blanks()
    {
        var study = SampleStudy.Bare();

        var page = await Printed.PageAsync(study);

        Assert.All(CaseStudyOutline.Of(study), entry =>
        {
            var section = page.Section(entry.Id);
            Assert.Equal(entry.Section.Blanks, section.QuerySelectorAll(".blanks li").Select(item => item.TextContent));
            Assert.Empty(section.QuerySelectorAll("table"));
        });
    }

    [Fact]
    public async Task A_section_with_nothing_at_all_says_so()
    {
        var page = await Printed.PageAsync(SampleStudy.Rich() with { InCourt = new([]) });

        Assert.Contains("Nothing is recorded.", page.Section("court").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_left_out_prints_its_reason_and_none_of_its_data()
    {
        const string reason = "The women have not agreed to its being shown to the public.";
        var study = SampleStudy.Withheld(reason);

        var page = await Printed.PageAsync(study);

        Assert.All(CaseStudyOutline.Of(study), entry =>
        {
            var section = page.Section(entry.Id);
            Assert.Equal(2, section.ChildElementCount);
            Assert.EndsWith(reason, section.TextContent.Trim(), StringComparison.Ordinal);
        });
        Assert.DoesNotContain("W08", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("svg"));
    }

    [Fact]
    public async Task A_mark_points_to_its_source_only_where_the_list_is_printed()
    {
        var study = SampleStudy.Rich();

        var shown = await Printed.PageAsync(study);
        var hidden = await Printed.PageAsync(study with { SourcesAndMethod = study.SourcesAndMethod with { LeftOut = "Not for the public." } });

        Assert.All(shown.QuerySelectorAll(".marks a"), mark => Assert.NotNull(shown.QuerySelector(mark.GetAttribute("href")!)));
        Assert.NotEmpty(shown.QuerySelectorAll(".marks a"));
        Assert.Empty(hidden.QuerySelectorAll(".marks a"));
        Assert.Contains("S1", hidden.Section("the-night").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_a_text_comes_out_as_text()
    {
        const string hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        var study = SampleStudy.Rich() with
        {
            Title = hostile,
            TheNight = new([new(hostile, hostile, hostile, hostile, [hostile], [hostile])]),
            WhatTheySaid = new([new(hostile, [new(hostile, "shn", hostile), new(hostile, "my")], hostile)]),
        };

        var page = await Printed.PageAsync(study);

        Assert.Empty(page.QuerySelectorAll("script, img"));
        Assert.Equal(hostile, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(hostile, page.DocumentElement.GetAttribute("data-title"));
        Assert.Contains(hostile, page.Section("words").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_needs_nothing_that_its_security_policy_refuses()
    {
        var page = await Printed.PageAsync(SampleStudy.Rich());

        Assert.Empty(page.QuerySelectorAll("[style], style, script, iframe, img, [onclick], [onload]"));
        Assert.Equal(["/print/print.css"], page.QuerySelectorAll("link").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Each_language_is_marked_with_its_code()
    {
        var page = await Printed.PageAsync(SampleStudy.Rich());

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        var marked = page.QuerySelectorAll(".quote .original span[lang]").Select(words => words.GetAttribute("lang")).Distinct();
        Assert.Equal(["my", "shn", "th", "lo", "km", "en"], marked);
    }

    [Fact]
    public async Task An_invented_case_says_so_and_a_real_one_does_not()
    {
        var invented = await Printed.PageAsync(SampleStudy.Rich());
        var real = await Printed.PageAsync(SampleStudy.Rich() with { IsInvented = false, Draft = null });

        Assert.Equal("Invented case \u00B7 For the public \u00B7 Draft 4", invented.DocumentElement.GetAttribute("data-mark"));
        Assert.Equal("For the public", real.DocumentElement.GetAttribute("data-mark"));
    }

    [Fact]
    public async Task Every_fixed_word_can_be_said_in_another_language()
    {
        var study = SampleStudy.Bare() with { Audience = "", Draft = null };

        var page = await Printed.PageAsync(study, english => $"[{english}]");

        Assert.All(page.QuerySelectorAll("h2"), heading => Assert.StartsWith("[", heading.TextContent, StringComparison.Ordinal));
        Assert.Equal("[Page] ", page.DocumentElement.GetAttribute("data-page"));
        Assert.Equal("[Invented case]", page.DocumentElement.GetAttribute("data-mark"));
    }

    [Fact]
    public async Task What_is_not_known_is_never_counted_as_not_kept()
    {
        var page = await Printed.PageAsync(SampleStudy.Rich());

        var strips = page.QuerySelectorAll(".strip").Select(strip => strip.TextContent);
        Assert.Equal(
            ["Kept 0Partly 1Not kept 6Not known 2", "Kept 6Partly 0Not kept 1Not known 2"],
            strips.Select(strip => string.Concat(strip.Split('\n', StringSplitOptions.TrimEntries))));
    }

    [Fact]
    public async Task Sixty_women_are_sixty_rows_of_the_chart()
    {
        var day = new DateOnly(2024, 3, 12);
        HeldBar[] bars = [new(day, day, day, day, false, "Station", HeldKinds.Police)];
        var rows = SampleStudy.Codes(1, 60).Select(code => new HeldRow(code, bars, "0")).ToList();

        var page = await Printed.PageAsync(SampleStudy.Rich() with { WhereHeld = new(new(rows, day, day), []) });

        Assert.Equal(60, page.QuerySelectorAll(".held tbody tr").Length);
    }
}
