using System.Data.Common;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Pages.Raids;
using RaidDocs.Web.Tests.Pages.Women;

namespace RaidDocs.Web.Tests.Pages.Search;

/// <summary>One box over what a reader may see, and nothing of it over what she may not.</summary>
public sealed class SearchPageTests(SearchPageTests.SearchApp app) : IClassFixture<SearchPageTests.SearchApp>
{
    private HttpClient Leader { get; } = app.ClientFor(StaffRole.ResearchLeader);

    [Fact]
    public async Task Things_of_all_kinds_are_found_in_groups_with_their_number_and_the_words_that_were_found()
    {
        var raid = await app.RaidAsync(Cases.Facts("Zebra house"), women: 1);
        await app.SaveAsync(Cases.Line(raid, "13 March 2025", "They took her to the zebra crossing at <b>noon</b>"));

        var page = await SearchReading.FindAsync(Leader, "ZEBRA");

        Assert.Equal(["Raids 1", "Dates 1"], page.QuerySelectorAll("ul.tasks li").Select(item => string.Join(' ', item.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal([$"/raids/{raid.Code}", $"/raids/{raid.Code}/chronology"], SearchReading.Links(page));
        Assert.Equal("zebra", Assert.Single(page.QuerySelectorAll("mark")).TextContent);
        Assert.Contains("They took her to the zebra crossing at <b>noon</b>", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Years_of_both_eras_narrow_what_was_found_and_can_be_taken_off_again()
    {
        var raid = await app.RaidAsync(Cases.Facts("Quokka"));
        await app.SaveAsync(Cases.Line(raid, "1 May 2026", "Quokka again"));
        Assert.Equal(2, SearchReading.Links(await SearchReading.FindAsync(Leader, "quokka")).Count);
        Assert.Equal([$"/raids/{raid.Code}"], SearchReading.Links(await SearchReading.FindAsync(Leader, "quokka 2568")));

        var page = await SearchReading.FindAsync(Leader, "quokka", "&year=๒๕๖๙");

        Assert.Equal([$"/raids/{raid.Code}/chronology"], SearchReading.Links(page));
        var off = Assert.Single(page.QuerySelectorAll(".chosen a"));
        Assert.Contains("Year 2026 (2569)", off.TextContent, StringComparison.Ordinal);
        Assert.Equal("/search?q=quokka", off.GetAttribute("href"));
        Assert.Equal([$"/raids/{raid.Code}"], SearchReading.Links(await SearchReading.FindAsync(Leader, "quokka", $"&kind=raids&raid={raid.Code}")));
        Assert.Contains("This is no year", (await SearchReading.FindAsync(Leader, "quokka", "&year=99")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_of_many_shows_twenty_five_a_page()
    {
        var raid = await app.RaidAsync();
        await app.SaveAsync([.. Enumerable.Range(1, 27).Select(number => Cases.Line(raid, "13 March 2025", string.Create(CultureInfo.InvariantCulture, $"Narwhal number {number}")))]);

        var first = await SearchReading.FindAsync(Leader, "narwhal");
        Assert.Equal(5, SearchReading.Links(first).Count);
        Assert.Contains("Dates 27", first.Words(), StringComparison.Ordinal);
        var all = await Leader.OpenPageAsync(first.QuerySelectorAll("main a").Single(link => link.TextContent == "Show all: Dates").GetAttribute("href")!);
        Assert.Equal(25, SearchReading.Links(all).Count);
        var last = await Leader.OpenPageAsync(all.QuerySelector("nav.pages a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(2, SearchReading.Links(last).Count);
        Assert.Equal(27, all.QuerySelectorAll("mark").Concat(last.QuerySelectorAll("mark")).Count());
    }

    [Fact]
    public async Task What_is_not_there_is_said_in_a_sentence()
    {
        var page = await SearchReading.FindAsync(Leader, "xqzxqz <b>");

        Assert.Contains("Nothing found for \"xqzxqz <b>\" in what you may see. Try part of a word, or another spelling.", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_team_has_is_neither_found_nor_counted()
    {
        var theirs = await app.RaidAsync(Cases.Facts("Pangolin"), 1, StaffRole.ResearchPartner);
        await app.SaveAsync(Cases.Line(theirs, "13 March 2025", "Pangolin line"), Words(theirs, "Pangolin words", 1));

        var page = await SearchReading.FindAsync(Leader, "pangolin");

        Assert.Contains("Nothing found", page.Words(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("ul.tasks"));
        Assert.Equal(3, SearchReading.Links(await SearchReading.FindAsync(app.ClientFor(StaffRole.ResearchPartner), "pangolin")).Count);
        await app.DbAsync(db =>
        {
            db.Add(new Domain.Access.Exclusion(theirs.Id, app.PersonIn(StaffRole.ResearchPartner), "a relative"));
            return db.SaveChangesAsync();
        });
        Assert.Empty(SearchReading.Links(await SearchReading.FindAsync(app.ClientFor(StaffRole.ResearchPartner), "pangolin")));
    }

    [Fact]
    public async Task The_lawyer_finds_her_words_only_with_her_yes_to_the_lawyer()
    {
        var raid = await app.RaidAsync(women: 1);
        var woman = await app.WomanIdAsync(raid.Code, 1);
        var lawyer = app.ClientFor(StaffRole.LegalAdvisor);
        await app.SaveAsync(Yes(raid, woman, Purpose.Keep), Words(raid, "An okapi was there", 1, woman));
        Assert.Single(SearchReading.Links(await SearchReading.FindAsync(Leader, "okapi")));
        Assert.Empty(SearchReading.Links(await SearchReading.FindAsync(lawyer, "okapi")));
        Assert.DoesNotContain("Testimonies 1", (await SearchReading.FindAsync(lawyer, "okapi")).Words(), StringComparison.Ordinal);

        await app.SaveAsync(Yes(raid, woman, Purpose.Lawyer));

        Assert.Single(SearchReading.Links(await SearchReading.FindAsync(lawyer, "okapi")));
    }

    [Fact]
    public async Task With_her_no_the_next_search_finds_nothing()
    {
        var raid = await app.RaidAsync(women: 1);
        var woman = await app.WomanIdAsync(raid.Code, 1);
        await app.SaveAsync(Yes(raid, woman, Purpose.Keep), Words(raid, "An axolotl was there", 1, woman));
        Assert.Single(SearchReading.Links(await SearchReading.FindAsync(Leader, "axolotl")));

        await (await Leader.OpenFormAsync($"/women/{raid.Code}-W01/consents/add")).Choose("What was she asked to allow?", "keep it and use it in her own team").Choose("What did she answer?", "no").FillDate("Asked on", "21", "11", "2569").PostAsync();

        Assert.Empty(SearchReading.Links(await SearchReading.FindAsync(Leader, "axolotl")));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("*")]
    [InlineData("a NEAR b")]
    [InlineData("\" OR 1=1 --")]
    [InlineData("col:x AND NOT y")]
    [InlineData("(((")]
    [InlineData("{0} {1}")]
    [InlineData("\u0000")]
    [InlineData("\u200B\u202E")]
    [InlineData("<script>alert(1)</script>")]
    public async Task Odd_queries_get_a_page(string query)
    {
        var answer = await Leader.GetAsync(new Uri($"/search?q={Uri.EscapeDataString(query)}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty((await answer.ReadHtmlAsync()).QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task Half_a_letter_and_ten_thousand_letters_get_a_page_or_a_sentence()
    {
        Assert.Equal(HttpStatusCode.OK, (await Leader.GetAsync(new Uri("/search?q=%E0%B8&kind=%00&raid=%FF&year=%27&p=-9", UriKind.Relative))).StatusCode);
        Assert.Contains("Write at most 200 letters", (await SearchReading.FindAsync(Leader, new string('ก', 10_000))).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_that_she_asks_for_stand_in_no_log_and_in_no_table()
    {
        const string secret = "wombat-4471-unheard";
        await SearchReading.FindAsync(Leader, secret);
        await SearchReading.FindAsync(app.ClientFor(StaffRole.ResearchPartner), $"{secret} again", "&kind=dates");
        await app.ClientFor(null).GetAsync(new Uri($"/search?q={secret}", UriKind.Relative));
        app.Failing.Fails = true;
        try
        {
            Assert.Equal(HttpStatusCode.InternalServerError, (await Leader.GetAsync(new Uri($"/search?q={secret}", UriKind.Relative))).StatusCode);
        }
        finally
        {
            app.Failing.Fails = false;
        }

        var log = string.Concat(Directory.EnumerateFiles(Path.Combine(app.Folder, "logs")).Select(Read));
        Assert.Matches("search.{0,200}200", log);
        Assert.Matches("search.{0,200}500", log);
        Assert.Contains("IOException", log, StringComparison.Ordinal);
        Assert.DoesNotContain("wombat", log, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await app.DbAsync(db => TablesWithAsync(db, "wombat")));
    }

    [Fact]
    public async Task The_box_is_on_the_pages_of_those_who_see_cases_and_of_nobody_else()
    {
        var home = await Leader.OpenPageAsync("/");
        Assert.Equal("/search", Assert.Single(home.QuerySelectorAll("form[role=search]")).GetAttribute("action"));
        Assert.Single((await Leader.OpenPageAsync("/account")).QuerySelectorAll("header form[role=search] input[name=q]"));
        Assert.Empty((await app.ClientFor(StaffRole.Administrator).OpenPageAsync("/")).QuerySelectorAll("form[role=search]"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.ClientFor(StaffRole.Auditor).GetAsync(new Uri("/search?q=a", UriKind.Relative))).StatusCode);
    }

    private static Testimony Words(Raid raid, string words, int number, Guid? woman = null) => new(
        raid.Id, string.Create(CultureInfo.InvariantCulture, $"T{number}"), woman, new TestimonyFacts { Voice = Voice.Woman }, [new PassageText { Text = words }]);

    private static Consent Yes(Raid raid, Guid woman, Purpose purpose) => new(raid.Id, woman, null, new ConsentFacts { Purpose = purpose, Answer = ConsentAnswer.Yes });

    // While the program goes on writing.
    private static string Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static async Task<List<string>> TablesWithAsync(RaidDocsDbContext db, string word)
    {
        await db.Database.OpenConnectionAsync();
        var tables = new List<string>();
        foreach (var table in await NamesAsync(db is PostgresRaidDocsDbContext
            ? "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            : "SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            foreach (var column in await NamesAsync(db is PostgresRaidDocsDbContext
                ? $"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}'"
                : $"SELECT name FROM pragma_table_info('{table}')"))
            {
                if ((await NamesAsync($"SELECT 1 FROM \"{table}\" WHERE CAST(\"{column}\" AS TEXT) LIKE '%{word}%' LIMIT 1")).Count > 0)
                {
                    tables.Add($"{table}.{column}");
                }
            }
        }

        return tables;

        async Task<List<string>> NamesAsync(string sql)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync();
            var names = new List<string>();
            while (await reader.ReadAsync())
            {
                names.Add(reader.GetValue(0).ToString()!);
            }

            return names;
        }
    }

    /// <summary>The program with a disk that can be made to fail.</summary>
    public sealed class SearchApp : TestApp
    {
        public BrokenDisk Failing { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services =>
                services.AddStoreInterceptor(Failing));
        }
    }

    public sealed class BrokenDisk : DbCommandInterceptor
    {
        public bool Fails { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            Fails && command.CommandText.Contains("SearchRows", StringComparison.Ordinal)
                ? throw new IOException("the disk broke")
                : base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
