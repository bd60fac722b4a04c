namespace RaidDocs.Web.Pages.Violations.Coding;

/// <summary>
/// Single letters as shortcuts get in the way of whoever speaks to her device or types with difficulty, so they can be switched
/// off. The choice is this device's.
/// </summary>
internal static class CodingKeys
{
    public const string Cookie = "coding-keys";
    private const string Off = "off";

    public static bool AreOn(HttpRequest request) => request.Cookies[Cookie] != Off;

    public static void Set(HttpContext context, bool on) => context.Response.Cookies.Append(Cookie, on ? "on" : Off, new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
    });
}
