using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace RaidDocs.Family;

/// <summary>The pages as text: one answer each, no script, no font, no picture unless it is asked for.</summary>
public static class FamilyHtml
{
    private const string Style =
        "*{box-sizing:border-box}body{margin:0;font:18px/1.7 sans-serif;color:#111;background:#fff;overflow-wrap:anywhere}" +
        "header{position:sticky;top:0;background:#111;color:#fff}header a{display:block;padding:.5em 1em;min-height:48px;color:#fff}" +
        "main{max-width:34em;margin:auto;padding:0 1em 1em}a{color:#0b3d91}nav a,.b{display:inline-block;min-width:48px;min-height:48px;padding:.4em .7em .4em 0}" +
        "h1{font-size:1.4em;line-height:1.6}label,dt{font-weight:700}dd{margin:0 0 .7em}" +
        "input,button{display:block;width:100%;min-height:48px;margin:.4em 0 1em;padding:.3em .6em;font:inherit;border:2px solid #111;background:#fff;color:#111}" +
        "button{background:#111;color:#fff}table{width:100%;text-align:center}:focus-visible{outline:3px solid #b00;outline-offset:2px}img{max-width:100%}" +
        "@page{size:A5}@media print{header,.p{display:none}}";

    /// <summary>Lets just this style sheet in.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static string Form(Wording words, PageSettings settings, string? chosen, string token)
    {
        var page = new StringBuilder("<nav class=p>");
        foreach (var code in settings.Offered)
        {
            page.Append(CultureInfo.InvariantCulture, $"<a href=\"/n?l={code}\" lang={code} hreflang={code}>{Syllables.Html(Wording.Of(code).Name)}</a> ");
        }

        page.Append(CultureInfo.InvariantCulture, $"</nav><h1>{Html(words, "Title")}</h1><p>{Html(words, "History")}</p>");
        page.Append(CultureInfo.InvariantCulture, $"<form method=post action=/n autocomplete=off><label for=n>{Html(words, "Number")}</label><div id=h>{Html(words, "Hint")}</div>");
        page.Append("<input id=n name=number inputmode=numeric autocomplete=off maxlength=60 aria-describedby=h>");
        page.Append(CultureInfo.InvariantCulture, $"<input type=hidden name=l value=\"{chosen}\"><input type=hidden name=t value=\"{token}\"><button>{Html(words, "See")}</button></form>");
        AddCall(page, words, settings);
        page.Append(CultureInfo.InvariantCulture, $"<p class=p><a class=b href=\"/n/ask{Query(chosen)}\">{Html(words, "Looking")}</a></p>");
        return Page(words, page);
    }

    public static string Looking(Wording words, PageSettings settings, string? chosen)
    {
        var page = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<h1>{Html(words, "Looking")}</h1><p>{Html(words, "LookingText")}</p>");
        AddCall(page, words, settings);
        page.Append(CultureInfo.InvariantCulture, $"<p class=p><a class=b href=\"/n{Query(chosen)}\">{Html(words, "Number")}</a></p>");
        return Page(words, page);
    }

    /// <param name="words">Of her language.</param>
    /// <param name="settings">Whom to call, and when.</param>
    /// <param name="news">What is told.</param>
    /// <param name="hasPicture">It can be seen as a picture too.</param>
    /// <param name="hasSound">It can be heard too.</param>
    public static string Answer(Wording words, PageSettings settings, FamilyNews news, bool hasPicture, bool hasSound)
    {
        var page = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<h1>{Syllables.Html(SentenceOf(words, news))}</h1>");
        if (hasPicture || hasSound)
        {
            page.Append("<p class=p>");
            page.Append(hasSound ? $"<a class=b href=sound>{Html(words, "Hear")}</a> " : "");
            page.Append(hasPicture ? $"<a class=b href=picture>{Html(words, "Picture")}</a>" : "");
            page.Append("</p>");
        }

        var lines = LinesOf(words, news).ToList();
        if (lines.Count > 0)
        {
            page.Append("<dl>");
            foreach (var (name, value) in lines)
            {
                page.Append(CultureInfo.InvariantCulture, $"<dt>{Syllables.Html(name)}</dt><dd>{Syllables.Html(value)}</dd>");
            }

            page.Append("</dl>");
        }

        if (news.TakesMessages)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p>{Syllables.Html(words[Sentence.Messages])}</p>");
        }

        AddCall(page, words, settings);
        page.Append(CultureInfo.InvariantCulture, $"<p>{Html(words, "Safe")}</p>");
        return Page(words, page);
    }

    /// <summary>The sentence as a picture, for a phone without its letters.</summary>
    public static string Picture(Wording words, FamilyNews news, byte[] png) => Page(words, new StringBuilder().Append(
        CultureInfo.InvariantCulture,
        $"<h1><img src=\"data:image/png;base64,{Convert.ToBase64String(png)}\" alt=\"{WebUtility.HtmlEncode(SentenceOf(words, news))}\"></h1>{DayOf(news)}"));

    // Digits are in every phone.
    private static string DayOf(FamilyNews news) => news is { Sentence: Sentence.NoNewNews, NewsOn: { } on }
        ? string.Create(CultureInfo.InvariantCulture, $"<p>{on.Day}. {on.Month}. {on.Year}</p>")
        : "";

    /// <summary>A calendar of the month like any other. It says nothing of where the reader came from.</summary>
    public static string Calendar(Wording words, DateOnly today)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        var days = Enumerable.Repeat("", (int)first.DayOfWeek)
            .Concat(Enumerable.Range(1, DateTime.DaysInMonth(first.Year, first.Month)).Select(day => day.ToString(CultureInfo.InvariantCulture)));
        var page = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<h1>{WebUtility.HtmlEncode(words.Weekday(today.DayOfWeek))} {WebUtility.HtmlEncode(words.Date(today))}</h1><table>");
        foreach (var week in days.Chunk(7))
        {
            page.Append("<tr>").AppendJoin("", week.Select(day => day == today.Day.ToString(CultureInfo.InvariantCulture) ? $"<td aria-current=date><b>{day}</b></td>" : $"<td>{day}</td>")).Append("</tr>");
        }

        return Frame(words, WebUtility.HtmlEncode($"{words.Month(today.Month)} {today.Year}"), "", page.Append("</table>"));
    }

    /// <summary>The sentence with its day.</summary>
    public static string SentenceOf(Wording words, FamilyNews news) => news is { Sentence: Sentence.NoNewNews, NewsOn: { } on }
        ? string.Format(CultureInfo.InvariantCulture, words[Sentence.NoNewNews], words.Date(on))
        : words[news.Sentence];

    /// <summary>The lines beside the sentence, in the order of the page.</summary>
    public static IEnumerable<(string Name, string Value)> LinesOf(Wording words, FamilyNews news)
    {
        if (news.NewsOn is { } on)
        {
            yield return (words["NewsOf"], words.Date(on));
        }

        if (news.Days is { } days)
        {
            yield return (words["Been"], days == 1 ? words["Day"] : words.With("Days", days));
        }

        if (news.Place is { } place)
        {
            yield return (words["Kind"], words[place]);
        }

        if (news.NextOn is { } next)
        {
            yield return (words["Next"], $"{words.Date(next)}, {words.Weekday(next.DayOfWeek)}. {words["NextAfter"]}");
        }
    }

    /// <summary>Days and hours, in Thai and in Myanmar time, which is half an hour behind.</summary>
    public static string HoursOf(Wording words, PageSettings settings)
    {
        var late = TimeSpan.FromMinutes(-30);
        return words.With(
            "Hours", words.Weekday(settings.FirstDay), words.Weekday(settings.LastDay),
            Time(settings.Opens), Time(settings.Closes), Time(settings.Opens.Add(late)), Time(settings.Closes.Add(late)));
    }

    private static void AddCall(StringBuilder page, Wording words, PageSettings settings)
    {
        if (settings.Phone is not { Length: > 0 } phone)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p>{Html(words, "CallPaper")}</p>");
            return;
        }

        var dialled = string.Concat(phone.Where(letter => char.IsAsciiDigit(letter) || letter == '+'));
        page.Append(CultureInfo.InvariantCulture, $"<p>{Html(words, "Call")}<br><a class=b href=\"tel:{dialled}\">{WebUtility.HtmlEncode(phone)}</a><br>{Syllables.Html(HoursOf(words, settings))}</p>");
    }

    private static string Page(Wording words, StringBuilder main) =>
        Frame(words, WebUtility.HtmlEncode(words["Title"]), $"<header><a href=/leave rel=noreferrer>{Html(words, "Leave")}</a></header>", main);

    private static string Frame(Wording words, string title, string header, StringBuilder main) =>
        $"<!DOCTYPE html><html lang={words.Code}><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><link rel=icon href=\"data:,\">" +
        $"<title>{title}</title><style>{Style}</style>{header}<main>{main}</main></html>";

    private static string Html(Wording words, string key) => Syllables.Html(words[key]);

    private static string Query(string? chosen) => chosen is null ? "" : "?l=" + chosen;

    private static string Time(TimeOnly time) => time.ToString("H:mm", CultureInfo.InvariantCulture);
}
