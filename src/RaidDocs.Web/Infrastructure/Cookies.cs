namespace RaidDocs.Web.Infrastructure;

/// <summary>Names of cookies that we write ourselves.</summary>
internal static class Cookies
{
    /// <summary>Over https a name that a browser takes only from this very host, for all of it. Over http it takes no such name.</summary>
    public static string NameOf(HttpContext context, string name) => context.Request.IsHttps ? $"__Host-{name}" : name;

    public static CookieOptions Shape(HttpContext context, TimeSpan life) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = life,
        Path = "/",
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
    };
}
