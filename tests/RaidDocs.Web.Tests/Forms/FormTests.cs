using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using RaidDocs.Web.Tests.Areas.Kit.Pages;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Forms;

public sealed class FormTests : IAsyncDisposable
{
    private readonly KitApp _app = new();

    private SampleStore Store => (SampleStore)_app.Services.GetService(typeof(SampleStore))!;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_filled_form_is_saved_as_it_was_typed()
    {
        var client = _app.Client();
        var form = await FilledAsync(client);

        var response = await form.PostAsync("Save this raid");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var saved = Store.Stored;
        Assert.Equal("Dok Rak", saved.Place);
        Assert.Equal(("12", "3", "2568", "22:40"), (saved.When.Day, saved.When.Month, saved.When.Year, saved.When.Time));
        Assert.Equal(17, saved.Taken);
        Assert.Equal(SampleModel.RaidKind.Inspection, saved.Kind);
        Assert.Equal(["police", "ngo"], saved.Came);
        Assert.Equal("TH-50", saved.Province);
        Assert.True(saved.Agreed);
        Assert.False(saved.Safe);
        Assert.NotEqual(Guid.Empty, saved.Number);
        Assert.Equal("The raid is saved.", (await client.OpenPageAsync("/kit/sample")).Banner());
        Assert.Null((await client.OpenPageAsync("/kit/sample")).Banner());
    }

    [Fact]
    public async Task A_stored_form_opens_with_everything_in_it()
    {
        var client = _app.Client();
        await (await FilledAsync(client)).PostAsync();

        var again = await client.OpenFormAsync("/kit/sample");

        Assert.Equal("Dok Rak", again.Value("What the place is called"));
        Assert.Equal("17", again.Value("Number of women"));
        Assert.Equal(["Inspection"], again.Chosen("Kind of raid"));
        Assert.Equal(["Local police", "An NGO"], again.Chosen("Who came"));
        Assert.Equal("Chiang Mai", again.Value("Province"));
        Assert.Equal("March", again.Value("When you heard of it", "Month"));
        Assert.Equal(["No"], again.Chosen("Safe to talk now"));
    }

    [Theory]
    [InlineData("What the place is called", "", "Enter an answer for \"What the place is called\"")]
    [InlineData("What the place is called", "a\u0001b", "Remove the control characters from What the place is called")]
    [InlineData("Number of women", "1.5", "Number of women must be a whole number, like 17")]
    [InlineData("Number of women", "1,5", "Number of women must be a whole number, like 17")]
    [InlineData("Number of women", "-3", "Number of women must be a whole number, like 17")]
    [InlineData("Number of women", "99999999999", "Number of women must be a whole number, like 17")]
    public async Task A_wrong_answer_is_explained_beside_what_was_typed(string label, string typed, string sentence)
    {
        var client = _app.Client();
        var form = await FilledAsync(client);

        var response = await form.Fill(label, typed).PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await response.ReadHtmlAsync();
        Assert.Equal([sentence], page.Errors());
        Assert.Equal("Error: Log a raid - Notes", page.Title);
        var again = await response.ReadFormAsync(client);
        Assert.Equal(typed, again.Value(label));
        Assert.Equal("Inspection", Assert.Single(again.Chosen("Kind of raid")));
        var target = page.QuerySelector("[role=alert] a")!.GetAttribute("href")!;
        Assert.Equal(label, page.QuerySelector($"label[for={target[1..]}]")!.TextContent);
        Assert.Contains(sentence, page.QuerySelector(".bad .error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Loaded", page.Words(), StringComparison.Ordinal);
        Assert.Equal(0, Store.Saves);
    }

    [Theory]
    [InlineData("31", "4", "2568", "The night of the raid must be a real date")]
    [InlineData("29", "2", "2568", "2025 (2568) has no 29 February")]
    [InlineData("12", "3", "68", "Enter the year with 4 numbers, like 2568 or 2025")]
    [InlineData("12", "3", "2200", "We cannot tell if 2200 is a Thai or Western year. Enter a year like 2568 or 2025")]
    [InlineData("12", "", "2568", "The night of the raid must include a month, or choose \"I do not know the month\"")]
    [InlineData("12", "3", "2570", "The raid cannot be after 20 May 2026 (2569).")]
    [InlineData("12", "<script>", "2568", "Enter the night of the raid like 12/3/2568, 12 March 2025, March 2025 or 2025")]
    public async Task A_wrong_date_is_explained_and_stands_in_its_boxes(string day, string month, string year, string sentence)
    {
        var client = _app.Client();
        var form = await FilledAsync(client);

        var response = await form.FillDate("When it happened", day, month, year).PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal([sentence], (await response.ReadHtmlAsync()).Errors());
        var again = await response.ReadFormAsync(client);
        Assert.Equal((day, month, year), (again.Value("When it happened", "Day"), again.Value("When it happened", "Month"), again.Value("When it happened", "Year")));
        Assert.Equal("22:40", again.Value("When it happened", "Time, like 22:40"));
    }

    [Fact]
    public async Task A_missing_date_wants_a_date_or_a_reason()
    {
        var client = _app.Client();
        var form = (await FilledAsync(client)).FillDate("When it happened", "", "", "").FillIn("When it happened", "Time, like 22:40", "");

        var refused = await form.PostAsync();
        Assert.Equal(["Enter the night of the raid, or choose \"I do not know the date\""], (await refused.ReadHtmlAsync()).Errors());

        var again = await refused.ReadFormAsync(client);
        var saved = await again.FillIn("When it happened", "If there is no date", "I do not know the date").PostAsync();
        Assert.Equal("NotKnown", Store.Stored.When.Gap);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        var both = await (await client.OpenFormAsync("/kit/sample")).FillDate("When it happened", "1", "2", "2568").PostAsync();
        Assert.Equal(["Enter the night of the raid or choose why it is missing, not both"], (await both.ReadHtmlAsync()).Errors());
    }

    [Fact]
    public async Task Long_text_is_counted_in_letters_and_never_cut()
    {
        var client = _app.Client();
        // One letter with its vowel and tone is one.
        var fits = string.Concat(Enumerable.Repeat("กิ่", 20_000));

        var good = await (await FilledAsync(client)).Fill("What happened", fits).PostAsync();
        var tooLong = await (await client.OpenFormAsync("/kit/sample")).Fill("What happened", fits + "ก\n<script>").PostAsync();

        Assert.Equal(HttpStatusCode.Redirect, good.StatusCode);
        Assert.Equal(["What happened can have 20000 letters. This has 20010"], (await tooLong.ReadHtmlAsync()).Errors());
        Assert.Equal(fits + "ก\n<script>", (await tooLong.ReadFormAsync(client)).Value("What happened").ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Digits_of_any_script_are_numbers()
    {
        await (await FilledAsync(_app.Client())).Fill("Number of women", "๑๗").PostAsync();

        Assert.Equal(17, Store.Stored.Taken);
    }

    [Fact]
    public async Task A_machine_in_thailand_reads_the_years_that_were_typed()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("th-TH");
        var client = _app.Client(language: "en");
        var response = await (await FilledAsync(client)).FillDate("When it happened", "1", "5", "2026").PostAsync();
        System.Globalization.CultureInfo.CurrentCulture = before;

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("2026", Store.Stored.When.Year);
    }

    [Fact]
    public async Task Every_word_of_a_refused_form_is_thai_for_a_thai_reader()
    {
        var client = _app.Client(language: "th");

        var response = await (await client.OpenFormAsync("/kit/sample")).PostAsync();

        var page = await response.ReadHtmlAsync();
        Assert.Equal("th", page.DocumentElement.GetAttribute("lang"));
        Assert.StartsWith("ข้อผิดพลาด", page.Title, StringComparison.Ordinal);
        Assert.Equal("มีบางอย่างต้องแก้ไข", page.QuerySelector("[role=alert] h2")!.TextContent);
        Assert.Equal(["#Form_Place", "#Form_When", "#Form_Day"], page.QuerySelectorAll("[role=alert] a").Select(link => link.GetAttribute("href")));
        Assert.Contains("วัน", page.QuerySelectorAll(".date label").Select(label => label.TextContent));
    }

    [Fact]
    public async Task A_form_asks_nothing_of_the_browser()
    {
        var page = await _app.Client().OpenPageAsync("/kit/sample");

        Assert.Empty(page.QuerySelectorAll("main [required], main [maxlength], main [pattern], [style], script:not([src])"));
        Assert.All(page.QuerySelectorAll("main input[type=text], main textarea"), box => Assert.Equal("off", box.GetAttribute("autocomplete")));
        Assert.All(page.QuerySelectorAll<IHtmlInputElement>("main input:not([type=hidden])"), box => Assert.Single(page.QuerySelectorAll($"label[for='{box.Id}']")));
        Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.Equal("false", page.QuerySelector("#Form_Place")!.GetAttribute("spellcheck"));
        Assert.Equal("numeric", page.QuerySelector("#Form_Taken")!.GetAttribute("inputmode"));
        Assert.Equal("th", page.QuerySelector("#Form_Told")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task Two_people_who_changed_one_record_see_both_texts_and_nothing_is_lost()
    {
        var client = _app.Client();
        var mine = await FilledAsync(client);
        var theirs = await FilledAsync(client);
        await theirs.Fill("What happened", "They came by car.").Choose("Kind of raid", "Police raid").PostAsync();

        var response = await mine.Fill("What happened", "They came on foot.").PostAsync();

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var page = await response.ReadHtmlAsync();
        Assert.Equal(["Two people changed this. Choose what to keep"], page.Errors());
        Assert.Equal(["Kind of raid", "What happened"], page.QuerySelectorAll(".conflict h3").Select(field => field.TextContent));
        Assert.Equal(["Inspection", "Police raid", "They came on foot.", "They came by car."], page.QuerySelectorAll(".conflict .said").Select(field => field.TextContent));
        Assert.Contains("Dao saved first, on 19 May 2026 (2569), 21:16.", page.Words(), StringComparison.Ordinal);
        Assert.Equal("They came by car.", Store.Stored.Told);

        var again = await response.ReadFormAsync(client);
        Assert.Equal("They came on foot.", again.Value("What happened"));
        Assert.Equal(HttpStatusCode.Redirect, (await again.PostAsync()).StatusCode);
        Assert.Equal("They came on foot.", Store.Stored.Told);
    }

    [Fact]
    public async Task The_second_click_of_a_double_click_is_no_conflict()
    {
        var client = _app.Client();
        var form = await FilledAsync(client);

        var first = await form.PostAsync();
        var second = await form.PostAsync();

        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, Store.Saves);
    }

    [Fact]
    public async Task A_value_that_was_never_offered_is_refused()
    {
        var client = _app.Client();
        var form = await FilledAsync(client);
        var radio = (IHtmlInputElement)form.Page.QuerySelector("input[name='Form.Kind'][value=Inspection]")!;
        radio.Value = "99";

        var response = await form.PostAsync();

        Assert.Equal(["Choose an answer"], (await response.ReadHtmlAsync()).Errors());
    }

    private static async Task<OpenForm> FilledAsync(HttpClient client) =>
        (await client.OpenFormAsync("/kit/sample", "Save this raid"))
            .Fill("What the place is called", "Dok Rak")
            .FillDate("When it happened", "12", "3", "2568")
            .FillIn("When it happened", "Time, like 22:40", "22:40")
            .FillDate("When you heard of it", month: "March", year: "2025", about: true)
            .Fill("Number of women", "17")
            .Choose("Kind of raid", "Inspection")
            .Choose("Day of the week", "Wednesday")
            .Choose("Who came", "Local police")
            .Choose("Who came", "An NGO")
            .Fill("Province", "Chiang Mai")
            .Fill("What happened", "<b>They</b> came at night.")
            .Tick("She agreed")
            .Choose("Safe to talk now", "No");
}
