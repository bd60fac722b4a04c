using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace RaidDocs.Web.Infrastructure;

/// <summary>
/// Chooses the language of the words and nothing else. Numbers and days are read and written without any culture,
/// because th-TH counts in the Buddhist calendar and would read the year 2026 as 1483.
/// </summary>
internal static class Language
{
    public const string Key = "l";

    private static readonly CultureInfo English = WordsOf("en");
    private static readonly CultureInfo Thai = WordsOf("th");

    public static void StopCultures()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = English;
    }

    public static void UseLanguage(this WebApplication app) => app.Use((context, next) =>
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = ChoiceOf(context) == "th" ? Thai : English;
        return next(context);
    });

    private static string ChoiceOf(HttpContext context)
    {
        if (Known(context.Request.Query[Key]) is { } asked)
        {
            // The family page leaves nothing on the phone, not even this.
            if (!context.Request.Path.StartsWithSegments("/n", StringComparison.OrdinalIgnoreCase))
            {
                Remember(context, asked);
            }

            return asked;
        }

        return Known(context.Request.Cookies[Cookies.NameOf(context, Key)]) ?? Preferred(context.Request) ?? "en";
    }

    private static void Remember(HttpContext context, string language) =>
        context.Response.Cookies.Append(Cookies.NameOf(context, Key), language, Cookies.Shape(context, TimeSpan.FromDays(365)));

    private static string? Preferred(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage.OfType<string>().ToList(), out var wishes)
            ? wishes.OrderByDescending(wish => wish.Quality ?? 1)
                .Select(wish => Known(wish.Value.Value?.Split('-')[0]))
                .FirstOrDefault(language => language is not null)
            : null;

    private static string? Known(string? language) => language?.ToLowerInvariant() is "th" or "en" ? language.ToLowerInvariant() : null;

    private static CultureInfo WordsOf(string name)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        culture.DateTimeFormat.Calendar = new GregorianCalendar();
        return CultureInfo.ReadOnly(culture);
    }
}
