using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace RaidDocs.Family;

/// <summary>What each address of the family answers.</summary>
internal sealed class FamilyPages(FamilyHouse house)
{
    private const int BusySeconds = 60;

    private readonly FormMark _mark = new(house.Clock);

    /// <summary>Other host names know nothing of the page, and whatever goes wrong, it shows its form and nothing of the machine.</summary>
    public async Task GuardAsync(HttpContext context, RequestDelegate answer)
    {
        FamilyHeaders.Write(context);
        if (house.Settings.Host is { } host && !string.Equals(context.Request.Host.Host, host, StringComparison.OrdinalIgnoreCase)
            && !context.Request.Path.StartsWithSegments("/leave", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        try
        {
            await answer(context);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException && !context.Response.HasStarted)
        {
            await SendNewsAsync(context, FamilyNews.None, Chosen(context));
        }
    }

    public Task FormAsync(HttpContext context)
    {
        var chosen = Chosen(context);
        return SendAsync(context, FamilyHtml.Form(WordsFor(context, chosen), house.Settings, chosen, _mark.Make()));
    }

    public Task LookingAsync(HttpContext context)
    {
        var chosen = Chosen(context);
        return SendAsync(context, FamilyHtml.Looking(WordsFor(context, chosen), house.Settings, chosen));
    }

    /// <summary>
    /// Takes the number and leads to where its answer will stand. It is worked out while the reader's phone asks for it, which hides
    /// a slow derivation behind a slow line, and makes this answer the same for every number.
    /// </summary>
    public async Task TryAsync(HttpContext context)
    {
        var form = await FamilyEndpoints.FormOfAsync(context);
        var chosen = Known(form?["l"]);
        if (form is null || !_mark.IsGood(form["t"]) || context.Request.Headers["Sec-Fetch-Site"].ToString() == "cross-site")
        {
            await AgainAsync(context, chosen);
            return;
        }

        var tried = house.IsFull
            ? new FamilyTry(null, TimeSpan.FromSeconds(BusySeconds))
            : await house.Tries.BeginAsync(FamilyTries.ClientOf(context.Connection.RemoteIpAddress), context.RequestAborted);
        if (tried.IsStopped)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(tried.Wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await SendNewsAsync(context, FamilyNews.None, chosen, StatusCodes.Status429TooManyRequests);
            return;
        }

        var view = house.Views.Add(WorkAsync(tried, form["number"].ToString()), chosen);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"/n/news/{view}/";
    }

    public async Task NewsAsync(HttpContext context, ViewPart part)
    {
        var id = context.GetRouteValue("view") as string ?? "";
        if (await house.Views.TakeAsync(id, part, context.RequestAborted) is not var (news, chosen))
        {
            await AgainAsync(context, null);
            return;
        }

        var words = WordsOf(context, news, chosen);
        if (part == ViewPart.Text)
        {
            await SendNewsAsync(context, news, chosen);
        }
        else if (house.Find(part, words.Code, news.Sentence) is not { } content)
        {
            await AgainAsync(context, chosen);
        }
        else if (part == ViewPart.Picture)
        {
            await SendAsync(context, FamilyHtml.Picture(words, news, content));
        }
        else
        {
            context.Response.ContentType = content.AsSpan().StartsWith("OggS"u8) ? "audio/ogg" : "audio/mpeg";
            context.Response.ContentLength = content.Length;
            await context.Response.Body.WriteAsync(content, context.RequestAborted);
        }
    }

    /// <summary>Back to the form: an answer is read once.</summary>
    public static Task AgainAsync(HttpContext context, string? chosen)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = chosen is null ? "/n" : $"/n?l={chosen}";
        return Task.CompletedTask;
    }

    /// <summary>Ends the view and shows something bland.</summary>
    public Task LeaveAsync(HttpContext context)
    {
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";

        // Days and months need no review, so the phone's own language does.
        var asked = Asked(context).FirstOrDefault(Wording.Codes.Contains);
        return SendAsync(context, FamilyHtml.Calendar(Wording.Of(asked ?? Wording.Codes[0]), house.Today));
    }

    private async Task<FamilyNews> WorkAsync(FamilyTry tried, string typed)
    {
        var news = FamilyNews.None;
        try
        {
            news = await house.AskAsync(typed, CancellationToken.None);
        }
        catch (IOException)
        {
            // The capsules cannot be read: the page cannot show anything.
        }
        finally
        {
            house.Tries.End(tried, isRight: news != FamilyNews.None);
        }

        return news;
    }

    private Task SendNewsAsync(HttpContext context, FamilyNews news, string? chosen, int status = StatusCodes.Status200OK)
    {
        var words = WordsOf(context, news, chosen);
        var settings = house.Settings;
        var isAnswer = status == StatusCodes.Status200OK;
        var (hasPicture, hasSound) = (isAnswer && house.Has(ViewPart.Picture, words.Code, news.Sentence), isAnswer && house.Has(ViewPart.Sound, words.Code, news.Sentence));
        var gzip = FamilyHeaders.TakesGzip(context);
        var body = PagePadding.Bytes(
            FamilyHtml.Answer(words, settings, news, hasPicture, hasSound),
            gzip,
            $"{words.Code} {settings.Phone} {settings.Opens}",
            () => FamilyHtml.Answer(words, settings, FamilyNews.Longest, hasPicture: true, hasSound: true));
        return FamilyHeaders.SendAsync(context, body, gzip, status);
    }

    private static Task SendAsync(HttpContext context, string html)
    {
        var gzip = FamilyHeaders.TakesGzip(context);
        return FamilyHeaders.SendAsync(context, PagePadding.Pack(html, gzip), gzip);
    }

    private string? Chosen(HttpContext context) => Known(context.Request.Query["l"]);

    private string? Known(string? code) => code is { Length: > 0 } && house.Settings.Offered.Contains(code) ? code : null;

    // Chosen by her, else that of the contact, else what her phone asks for.
    private Wording WordsOf(HttpContext context, FamilyNews news, string? chosen) => WordsFor(context, chosen ?? Known(news.Language));

    private Wording WordsFor(HttpContext context, string? chosen)
    {
        return Wording.Of(chosen ?? Asked(context).Select(Known).FirstOrDefault(known => known is not null) ?? Wording.Codes[0]);
    }

    private static IEnumerable<string> Asked(HttpContext context) => context.Request.Headers.AcceptLanguage.ToString().Split(',')
        .Select(one => one.Split(';')[0].Trim().Split('-')[0].ToLowerInvariant());
}
