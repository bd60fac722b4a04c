using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Tests.Access;
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

        var page = await FindAsync(Leader, "ZEBRA");

        Assert.Equal(["Raids 1", "Dates 1"], page.QuerySelectorAll("ul.tasks li").Select(item => string.Join(' ', item.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal([$"/raids/{raid.Code}", $"/raids/{raid.Code}/chronology"], Links(page));
        Assert.Equal("zebra", Assert.Single(page.QuerySelectorAll("mark")).TextContent);
        Assert.Contains("They took her to the zebra crossing at <b>noon</b>", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_and_a_word_find_her_in_the_place_where_she_was()
    {
        var raid = await app.NewRaidAsync();

        Assert.Equal([$"/women/{raid}-W01"], Links(await FindAsync(Leader, $"{raid}-W01 shelter")));
        Assert.Empty(Links(await FindAsync(Leader, $"{raid}-W02 shelter")));
        Assert.Contains($"/women/{raid}-W02", Links(await FindAsync(Leader, $"{raid} w02 station")));
    }

    [Fact]
    public async Task What_tests_on_her_body_showed_is_never_found()
    {
        await app.NewRaidAsync();

        Assert.Empty(Links(await FindAsync(Leader, "secret result")));
    }

    [Fact]
    public async Task Years_of_both_eras_narrow_what_was_found_and_can_be_taken_off_again()
    {
        var raid = await app.RaidAsync(Cases.Facts("Quokka"));
        await app.SaveAsync(Cases.Line(raid, "1 May 2026", "Quokka again"));
        Assert.Equal(2, Links(await FindAsync(Leader, "quokka")).Count);
        Assert.Equal([$"/raids/{raid.Code}"], Links(await FindAsync(Leader, "quokka 2568")));

        var page = await FindAsync(Leader, "quokka", "&year=๒๕๖๙");

        Assert.Equal([$"/raids/{raid.Code}/chronology"], Links(page));
        var off = Assert.Single(page.QuerySelectorAll(".chosen a"));
        Assert.Contains("Year 2026 (2569)", off.TextContent, StringComparison.Ordinal);
        Assert.Equal("/search?q=quokka", off.GetAttribute("href"));
        Assert.Equal([$"/raids/{raid.Code}"], Links(await FindAsync(Leader, "quokka", $"&kind=raids&raid={raid.Code}")));
        Assert.Contains("This is no year", (await FindAsync(Leader, "quokka", "&year=99")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_of_many_shows_twenty_five_a_page()
    {
        var raid = await app.RaidAsync();
        await app.SaveAsync([.. Enumerable.Range(1, 27).Select(number => Cases.Line(raid, "13 March 2025", string.Create(CultureInfo.InvariantCulture, $"Narwhal number {number}")))]);

        var first = await FindAsync(Leader, "narwhal");
        Assert.Equal(5, Links(first).Count);
        Assert.Contains("Dates 27", first.Words(), StringComparison.Ordinal);
        var all = await Leader.OpenPageAsync(first.QuerySelectorAll("main a").Single(link => link.TextContent == "Show all: Dates").GetAttribute("href")!);
        Assert.Equal(25, Links(all).Count);
        var last = await Leader.OpenPageAsync(all.QuerySelector("nav.pages a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(2, Links(last).Count);
        Assert.Equal(27, all.QuerySelectorAll("mark").Concat(last.QuerySelectorAll("mark")).Count());
    }

    [Fact]
    public async Task What_is_not_there_is_said_in_a_sentence()
    {
        var page = await FindAsync(Leader, "xqzxqz <b>");

        Assert.Contains("Nothing found for \"xqzxqz <b>\" in what you may see. Try part of a word, or another spelling.", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_team_has_is_neither_found_nor_counted()
    {
        var theirs = await app.RaidAsync(Cases.Facts("Pangolin"), 1, StaffRole.ResearchPartner);
        await app.SaveAsync(Cases.Line(theirs, "13 March 2025", "Pangolin line"), Words(theirs, "Pangolin words", 1));

        var page = await FindAsync(Leader, "pangolin");

        Assert.Contains("Nothing found", page.Words(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("ul.tasks"));
        Assert.Equal(3, Links(await FindAsync(app.ClientFor(StaffRole.ResearchPartner), "pangolin")).Count);
        await app.DbAsync(db =>
        {
            db.Add(new Domain.Access.Exclusion(theirs.Id, app.PersonIn(StaffRole.ResearchPartner), "a relative"));
            return db.SaveChangesAsync();
        });
        Assert.Empty(Links(await FindAsync(app.ClientFor(StaffRole.ResearchPartner), "pangolin")));
    }

    [Fact]
    public async Task The_lawyer_finds_her_words_only_with_her_yes_to_the_lawyer()
    {
        var raid = await app.RaidAsync(women: 1);
        var woman = await app.WomanIdAsync(raid.Code, 1);
        var lawyer = app.ClientFor(StaffRole.LegalAdvisor);
        await app.SaveAsync(Yes(raid, woman, Purpose.Keep), Words(raid, "An okapi was there", 1, woman));
        Assert.Single(Links(await FindAsync(Leader, "okapi")));
        Assert.Empty(Links(await FindAsync(lawyer, "okapi")));
        Assert.DoesNotContain("Testimonies 1", (await FindAsync(lawyer, "okapi")).Words(), StringComparison.Ordinal);

        await app.SaveAsync(Yes(raid, woman, Purpose.Lawyer));

        Assert.Single(Links(await FindAsync(lawyer, "okapi")));
    }

    [Fact]
    public async Task With_her_no_the_next_search_finds_nothing()
    {
        var raid = await app.RaidAsync(women: 1);
        var woman = await app.WomanIdAsync(raid.Code, 1);
        await app.SaveAsync(Yes(raid, woman, Purpose.Keep), Words(raid, "An axolotl was there", 1, woman));
        Assert.Single(Links(await FindAsync(Leader, "axolotl")));

        await (await Leader.OpenFormAsync($"/women/{raid.Code}-W01/consents/add")).Choose("What for?", "keep it and use it in her own team").Choose("Her answer", "no").PostAsync();

        Assert.Empty(Links(await FindAsync(Leader, "axolotl")));
    }

    [Fact]
    public async Task Names_are_found_only_while_they_are_shown_and_each_is_a_recorded_reading()
    {
        var raid = await app.NewRaidAsync();
        var woman = await app.WomanIdAsync(raid, 1);
        Assert.Empty(Links(await FindAsync(Leader, "nang secr")));
        await (await Leader.OpenFormAsync($"/women/{raid}-W01/names/show")).Choose("Why do you need her names?", "to speak with her").PostAsync();

        var page = await FindAsync(Leader, "nang secr");

        Assert.Equal([$"/women/{raid}-W01/names"], Links(page));
        Assert.Contains("Women by name 1", page.Words(), StringComparison.Ordinal);
        Assert.Equal(1, await app.DbAsync(db => db.AuditEntries.CountAsync(entry => entry.ObjectId == woman.ToString("D") && entry.Action == "read")));
        Assert.Empty(Links(await FindAsync(app.ClientFor(StaffRole.LegalAdvisor), "nang secr")));
        Assert.DoesNotContain("Secret", (await FindAsync(Leader, $"{raid}-w01", "&kind=women")).Words(), StringComparison.Ordinal);

        await (await Leader.OpenFormAsync($"/women/{raid}-W01", "Hide names now")).PostAsync();
        Assert.Empty(Links(await FindAsync(Leader, "nang secr")));
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
        Assert.Contains("Write at most 200 letters", (await FindAsync(Leader, new string('ก', 10_000))).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_that_she_asks_for_stand_in_no_log_and_in_no_table()
    {
        const string secret = "wombat-4471-unheard";
        await FindAsync(Leader, secret);
        await FindAsync(app.ClientFor(StaffRole.ResearchPartner), $"{secret} again", "&kind=dates");
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

        Assert.Contains(app.Logged.Lines, line => line.Contains("GET search 200", StringComparison.Ordinal) || line.Contains("GET /search 200", StringComparison.Ordinal));
        Assert.Contains(app.Logged.Lines, line => line.Contains("the disk broke", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Logged.Lines, line => line.Contains("wombat", StringComparison.OrdinalIgnoreCase));
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

    private static Task<AngleSharp.Dom.IDocument> FindAsync(HttpClient client, string query, string also = "") =>
        client.OpenPageAsync($"/search?q={Uri.EscapeDataString(query)}{also}");

    private static List<string> Links(AngleSharp.Dom.IDocument page) => [.. page.QuerySelectorAll(".found a").Select(link => link.GetAttribute("href")!)];

    private static async Task<List<string>> TablesWithAsync(RaidDocsDbContext db, string word)
    {
        await db.Database.OpenConnectionAsync();
        var tables = new List<string>();
        foreach (var table in await NamesAsync("SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            foreach (var column in await NamesAsync($"SELECT name FROM pragma_table_info('{table}')"))
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

    /// <summary>The program with an ear on its log and a disk that can be made to fail.</summary>
    public sealed class SearchApp : TestApp
    {
        public Ear Logged { get; } = new();

        public BrokenDisk Failing { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<ILoggerProvider>(Logged);
                services.ConfigureDbContext<SqliteRaidDocsDbContext>((_, options) => options.AddInterceptors(Failing));
            });
        }
    }

    public sealed class BrokenDisk : DbCommandInterceptor
    {
        public bool Fails { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            Fails && command.CommandText.Contains("SearchLetters", StringComparison.Ordinal)
                ? throw new IOException("the disk broke")
                : base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public sealed class Ear : ILoggerProvider, ILogger
    {
        public ConcurrentBag<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            ArgumentNullException.ThrowIfNull(formatter);
            Lines.Add($"{formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
        }
    }
}
