using System.Net;
using RaidDocs.Domain.Family;
using RaidDocs.Domain.Staff;
using RaidDocs.Family;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Family;

/// <summary>What the family meets: the form, one answer, the way out.</summary>
public sealed class FamilyPageTests : IAsyncLifetime
{
    private readonly FamilyApp _app = new();
    private Guid _raid;
    private Guid _woman;

    private HttpClient Mother => _app.From("127.0.0.2");

    public async ValueTask InitializeAsync()
    {
        _raid = await _app.StartAsync();
        _woman = await _app.WomanAsync(_raid);
        await _app.AnswersAsync(_raid, _woman);
        _app.House.Set(new PageSettings { Phone = "+66 81 234 5678", SwitchedOn = ["th", "my", "shn", "lo", "km"] });
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_mother_reads_a_calm_sentence_the_day_of_the_news_and_whom_to_call()
    {
        var given = await _app.GiveAsync(_raid, _woman);

        var answer = await FamilyApp.ReadAsync(Mother, given.Number);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var words = await FamilyApp.WordsAsync(answer);
        Assert.Contains("She is staying in a government place in Thailand.", words, StringComparison.Ordinal);
        Assert.Contains("17 November 2026", words, StringComparison.Ordinal);
        Assert.Contains("612 days, to that day", words, StringComparison.Ordinal);
        Assert.Contains("Ask your contact", words, StringComparison.Ordinal);
        Assert.Contains("2 December 2026, Wednesday. We will call you after it.", words, StringComparison.Ordinal);
        Assert.Contains("+66 81 234 5678", words, StringComparison.Ordinal);
        Assert.Contains("Monday to Saturday, 9:00 to 18:00 Thai time (8:30 to 17:30 Myanmar time)", words, StringComparison.Ordinal);
        Assert.Contains("Nobody should ask you for money", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("๐๑๒๓๔๕๖๗๘๙")]
    [InlineData("၀၁၂၃၄၅၆၇၈၉")]
    [InlineData("႐႑႒႓႔႕႖႗႘႙")]
    [InlineData("໐໑໒໓໔໕໖໗໘໙")]
    [InlineData("០១២៣៤៥៦៧៨៩")]
    [InlineData("0123456789")]
    public async Task The_number_is_taken_in_the_digits_of_her_language(string digits)
    {
        var given = await _app.GiveAsync(_raid, _woman);
        var typed = string.Concat(given.Number.Select(letter => letter == ' ' ? '-' : digits[letter - '0']));

        Assert.Contains("government place", await FamilyApp.WordsAsync(await FamilyApp.ReadAsync(Mother, typed)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("th", "เธอพักอยู่ในสถานที่ของรัฐในประเทศไทย", "17 พฤศจิกายน 2569 (2026)")]
    [InlineData("my", "သူ ထိုင်းနိုင်ငံက အစိုးရနေရာ", "2026 နိုဝင်ဘာ 17 ရက်")]
    [InlineData("shn", "မၼ်းၼၢင်းယူႇတီႈၶွင်လူင်ပွင်ၸိုင်ႈ", "17/11/2026")]
    [InlineData("lo", "ລາວພັກຢູ່ສະຖານທີ່ຂອງລັດ", "17 ພະຈິກ 2026")]
    [InlineData("km", "នាងស្នាក់នៅកន្លែងរបស់រដ្ឋ", "17 វិច្ឆិកា 2026")]
    public async Task It_is_read_in_the_language_she_chose(string language, string sentence, string day)
    {
        var given = await _app.GiveAsync(_raid, _woman);
        var answer = await FamilyApp.ReadAsync(Mother, given.Number, language);
        var html = (await answer.Content.ReadAsStringAsync()).Replace("<wbr>", "", StringComparison.Ordinal);

        Assert.Contains($"<html lang={language}>", html, StringComparison.Ordinal);
        Assert.Contains(sentence, html, StringComparison.Ordinal);
        Assert.Contains(day, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_choice_the_language_of_the_contact_is_read_unless_it_was_switched_off()
    {
        var given = await _app.GiveAsync(_raid, _woman, FamilyApp.Facts() with { Language = "th" });

        Assert.Contains("<html lang=th>", await (await FamilyApp.ReadAsync(Mother, given.Number, "")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        _app.House.Set(new PageSettings());
        Assert.Contains("<html lang=en>", await (await FamilyApp.ReadAsync(Mother, given.Number, "")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("hreflang=th", await Mother.GetStringAsync("/n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_read_once_and_only_for_five_minutes()
    {
        var given = await _app.GiveAsync(_raid, _woman);
        var posted = await FamilyApp.PostAsync(Mother, given.Number);
        var late = await FamilyApp.PostAsync(Mother, given.Number);

        Assert.Equal(HttpStatusCode.SeeOther, posted.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Mother.GetAsync(posted.Headers.Location)).StatusCode);
        var again = await Mother.GetAsync(posted.Headers.Location);
        Assert.Equal((HttpStatusCode.SeeOther, "/n"), (again.StatusCode, again.Headers.Location!.OriginalString));
        _app.Clock.Turn(FamilyViews.Life);
        Assert.Equal(HttpStatusCode.SeeOther, (await Mother.GetAsync(late.Headers.Location)).StatusCode);
        Assert.Equal("/n", (await Mother.GetAsync("/n/news")).Headers.Location!.OriginalString);
        Assert.Equal("/n", (await Mother.GetAsync("/n/news/0123456789abcdef0123456789abcdef/")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_number_stands_in_no_address_cookie_title_or_log()
    {
        var given = await _app.GiveAsync(_raid, _woman);
        var digits = given.Number.Replace(" ", "", StringComparison.Ordinal);
        var posted = await FamilyApp.PostAsync(Mother, given.Number);
        var answer = await Mother.GetAsync(posted.Headers.Location);
        var form = await Mother.GetAsync("/n");

        foreach (var response in new[] { form, posted, answer, await Mother.GetAsync("/leave") })
        {
            Assert.False(response.Headers.Contains("Set-Cookie"));
            Assert.DoesNotContain(digits, response + await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.DoesNotContain(given.Number, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Contains("<title>Information</title>", await form.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("<title>Information</title>", await (await FamilyApp.ReadAsync(Mother, given.Number)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var log in Directory.EnumerateFiles(Path.Combine(_app.Folder, "logs")))
        {
            await using var stream = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream);
            var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain(digits, text, StringComparison.Ordinal);
            Assert.DoesNotContain("/n/news", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_answer_carries_its_own_headers_and_asks_for_nothing_else()
    {
        var given = await _app.GiveAsync(_raid, _woman);
        foreach (var answer in new[] { await Mother.GetAsync("/n"), await Mother.GetAsync("/n/ask"), await FamilyApp.ReadAsync(Mother, given.Number), await Mother.GetAsync("/leave") })
        {
            string Value(string name) => string.Join(',', answer.Headers.GetValues(name));
            Assert.Equal("no-store", Value("Cache-Control"));
            Assert.Equal("no-referrer", Value("Referrer-Policy"));
            Assert.Equal("noindex, nofollow", Value("X-Robots-Tag"));
            Assert.Equal("nosniff", Value("X-Content-Type-Options"));
            Assert.StartsWith("default-src 'none'; style-src 'sha256-", Value("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.DoesNotContain("script", Value("Content-Security-Policy"), StringComparison.Ordinal);
            var html = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotMatch("<script|<img|<link rel=style|src=|https?:|style=|on[a-z]+=", html.Replace("content=", "", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("my", true)]
    [InlineData("km", true)]
    [InlineData("shn", false)]
    public async Task A_page_is_at_most_six_thousand_bytes_with_its_headers(string language, bool gzip)
    {
        var given = await _app.GiveAsync(_raid, _woman, FamilyApp.Facts(FamilyLevel.Messages));
        var client = _app.From("127.0.0.2", gzip);
        var mark = await FamilyApp.MarkAsync(_app.From("127.0.0.3"));
        foreach (var answer in new[] { await client.GetAsync($"/n?l={language}"), await FamilyApp.ReadAsync(client, given.Number, language, mark), await client.GetAsync($"/n/ask?l={language}") })
        {
            Assert.InRange((await answer.Content.ReadAsByteArrayAsync()).Length + answer.ToString().Length, 500, gzip ? 4_000 : 6_000);
        }
    }

    [Fact]
    public async Task Leaving_clears_what_the_browser_keeps_and_shows_a_calendar()
    {
        var answer = await Mother.GetAsync("/leave");

        Assert.Equal("\"cache\", \"cookies\", \"storage\"", string.Join(',', answer.Headers.GetValues("Clear-Site-Data")));
        Assert.Contains("21 November 2026", await FamilyApp.WordsAsync(answer), StringComparison.Ordinal);
        var form = await (await Mother.GetAsync("/n")).ReadHtmlAsync();
        Assert.Equal("/leave", form.QuerySelector("a, button, input:not([type=hidden])")!.GetAttribute("href"));
        Assert.Contains("does not remove itself", form.QuerySelector("main")!.TextContent.Split("Number")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_answers_the_same_while_the_vault_is_locked_and_after_a_restart_of_the_form()
    {
        var given = await _app.GiveAsync(_raid, _woman);
        var open = await (await FamilyApp.ReadAsync(Mother, given.Number)).Content.ReadAsByteArrayAsync();

        await _app.Door.LockAsync(Domain.Access.Viewer.Operator, null);
        Assert.False(_app.State.IsOpen);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Mother.GetAsync("/raids")).StatusCode);
        Assert.Equal(open, await (await FamilyApp.ReadAsync(Mother, given.Number)).Content.ReadAsByteArrayAsync());
        Assert.Contains("no news for this number", await FamilyApp.WordsAsync(await FamilyApp.ReadAsync(Mother, FamilyCode.New())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_mark_an_old_one_and_one_of_another_site_ask_again()
    {
        var given = await _app.GiveAsync(_raid, _woman);
        var mark = await FamilyApp.MarkAsync(Mother);
        using var foreign = _app.From("127.0.0.2");
        foreign.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal("/n?l=en", (await FamilyApp.PostAsync(Mother, given.Number, mark: "")).Headers.Location!.OriginalString);
        Assert.Equal("/n?l=en", (await FamilyApp.PostAsync(Mother, given.Number, mark: mark[..^1] + "x")).Headers.Location!.OriginalString);
        Assert.Equal("/n?l=en", (await FamilyApp.PostAsync(foreign, given.Number, mark: mark)).Headers.Location!.OriginalString);
        _app.Clock.Turn(TimeSpan.FromMinutes(31));
        Assert.Equal("/n?l=en", (await FamilyApp.PostAsync(Mother, given.Number, mark: mark)).Headers.Location!.OriginalString);
        using var large = new StringContent(new string('1', 10_000));
        Assert.Equal("/n", (await Mother.PostAsync("/n", large)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Under_a_name_of_its_own_it_answers_there_alone_and_no_staff_page_does()
    {
        _app.House.Set(new PageSettings { Host = "news.example.org" });
        var own = _app.From("127.0.0.2");
        own.DefaultRequestHeaders.Host = "news.example.org";

        Assert.Equal(HttpStatusCode.NotFound, (await Mother.GetAsync("/n")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync("/n")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync("/leave")).StatusCode);
        Assert.Equal("/n", (await own.GetAsync("/")).Headers.Location!.OriginalString);
        foreach (var path in new[] { "/account/sign-in", "/raids", "/unlock", "/site.css", "/health/live", "/setup" })
        {
            var answer = await own.GetAsync(path);
            Assert.Equal((HttpStatusCode.NotFound, 0), (answer.StatusCode, (await answer.Content.ReadAsByteArrayAsync()).Length));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }

        Assert.Equal(HttpStatusCode.OK, (await Mother.GetAsync("/account/sign-in")).StatusCode);
    }

    [Fact]
    public async Task Capsules_that_cannot_be_read_show_the_form_and_no_news()
    {
        var given = await _app.GiveAsync(_raid, _woman);
        await File.WriteAllBytesAsync(Path.Combine(_app.FamilyFolder, "capsules.bin"), new byte[10], TestContext.Current.CancellationToken);
        using var broken = new FamilyHouse(_app.FamilyFolder, Domain.Data.SafeFile.Write, _app.Clock, rounds: 10);

        await Assert.ThrowsAsync<IOException>(() => broken.AskAsync(given.Number, TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, (await Mother.GetAsync("/n")).StatusCode);
    }

    [Fact]
    public async Task A_picture_and_a_recording_are_offered_where_they_are_and_fetched_only_on_request()
    {
        var given = await _app.GiveAsync(_raid, _woman);
        _app.House.Keep(ViewPart.Picture, "en", Sentence.GovernmentPlace, [0x89, (byte)'P', (byte)'N', (byte)'G']);
        _app.House.Keep(ViewPart.Sound, "en", Sentence.GovernmentPlace, "OggS sound"u8.ToArray());

        var posted = await FamilyApp.PostAsync(Mother, given.Number);
        var early = await Mother.GetAsync(posted.Headers.Location + "picture");
        Assert.Equal(HttpStatusCode.SeeOther, early.StatusCode);
        var retry = await FamilyApp.PostAsync(Mother, given.Number);
        var text = await (await Mother.GetAsync(retry.Headers.Location)).Content.ReadAsStringAsync();
        var picture = await Mother.GetAsync(retry.Headers.Location + "picture");
        var sound = await Mother.GetAsync(retry.Headers.Location + "sound");

        Assert.Contains("href=picture>As a picture", text, StringComparison.Ordinal);
        Assert.Contains("href=sound>Hear it", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", text, StringComparison.Ordinal);
        Assert.Contains("<img src=\"data:image/png;base64,", await picture.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("audio/ogg", sound.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.SeeOther, (await Mother.GetAsync(retry.Headers.Location + "picture")).StatusCode);
        Assert.DoesNotContain("href=picture", await (await FamilyApp.ReadAsync(Mother, given.Number, "th")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_of_the_staff_leads_here_and_none_of_these_leads_there()
    {
        foreach (var path in new[] { "/n", "/n/ask", "/leave" })
        {
            var page = await (await Mother.GetAsync(path)).ReadHtmlAsync();
            Assert.All(page.QuerySelectorAll("a, form"), one => Assert.Matches("^(/n($|[/?])|/leave$|tel:)", one.GetAttribute("href") ?? one.GetAttribute("action")!));
        }

        var home = await _app.Staff(StaffRole.ResearchLeader).OpenPageAsync("/");
        Assert.DoesNotContain(home.QuerySelectorAll("a"), link => link.GetAttribute("href")!.StartsWith("/n", StringComparison.Ordinal) && link.GetAttribute("href")!.Length < 4);
    }
}
