using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace RaidDocs.Family;

/// <summary>
/// The addresses a family meets. They answer before everything else of the program: before the gate of the vault, sign-in,
/// cookies and the log.
/// </summary>
public static class FamilyEndpoints
{
    private const int MostBytes = 4096;

    /// <summary>Maps the page. It is given what is the family's, and nothing more.</summary>
    public static void MapFamilyPage(this IEndpointRouteBuilder routes, FamilyHouse house)
    {
        var pages = new FamilyPages(house);
        Map("GET", "/n", pages.FormAsync);
        Map("POST", "/n", pages.TryAsync);
        Map("GET", "/n/ask", pages.LookingAsync);
        Map("GET", "/n/news", context => FamilyPages.AgainAsync(context, null));
        Map("GET", "/n/news/{view}", context => pages.NewsAsync(context, ViewPart.Text));
        Map("GET", "/n/news/{view}/picture", context => pages.NewsAsync(context, ViewPart.Picture));
        Map("GET", "/n/news/{view}/sound", context => pages.NewsAsync(context, ViewPart.Sound));
        Map("GET", "/leave", pages.LeaveAsync);

        void Map(string method, string pattern, RequestDelegate answer) => routes
            .MapMethods(pattern, [method], context => pages.GuardAsync(context, answer))
            .WithMetadata(new FamilyAddress())
            .ShortCircuit();
    }

    internal static async Task<IFormCollection?> FormOfAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType || context.Request.ContentLength is null or > MostBytes
            || context.Request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }
}

/// <summary>Marks an address that is the family's.</summary>
public sealed record FamilyAddress;

/// <summary>
/// A mark in the form that this program made it, without a cookie: its time, signed with a key that lives as long as the process.
/// </summary>
internal sealed class FormMark(TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public string Make()
    {
        var until = (clock.GetUtcNow() + Life).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"{until}.{Sign(until)}";
    }

    public bool IsGood(string? mark) => mark?.Split('.') is [var until, var signed]
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signed), Encoding.ASCII.GetBytes(Sign(until)))
        && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds >= clock.GetUtcNow().ToUnixTimeSeconds();

    private string Sign(string until) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(until)).AsSpan(0, 16));
}

/// <summary>The headers of every answer to a family. Few, because each costs time on a slow line.</summary>
public static class FamilyHeaders
{
    public static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps && !System.Net.IPAddress.TryParse(context.Request.Host.Host, out _))
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }
    }

    public static bool TakesGzip(HttpContext context) => context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);

    public static async Task SendAsync(HttpContext context, byte[] body, bool gzip, int status = StatusCodes.Status200OK)
    {
        // Only where there is a page: on the way to it each byte is time.
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = FamilyHtml.Policy;
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = body.Length;
        if (gzip)
        {
            headers[HeaderNames.ContentEncoding] = "gzip";
        }

        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
