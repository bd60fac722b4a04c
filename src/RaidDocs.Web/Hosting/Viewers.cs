using System.Globalization;
using System.Security.Claims;
using RaidDocs.Domain.Access;

namespace RaidDocs.Web.Hosting;

/// <summary>The signed-in person as the store knows her.</summary>
internal static class Viewers
{
    /// <summary>The claim that says when she last proved a second factor, in seconds since 1970.</summary>
    public const string ConfirmedAt = "rd:confirmed-at";

    public static Viewer Of(ClaimsPrincipal? person) =>
        person?.Identity?.IsAuthenticated == true && Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? new Viewer(id, [.. person.FindAll(ClaimTypes.Role).Select(role => role.Value)]) { ConfirmedAt = WhenConfirmed(person) }
            : Viewer.Nobody;

    private static DateTimeOffset? WhenConfirmed(ClaimsPrincipal person) =>
        long.TryParse(person.FindFirstValue(ConfirmedAt), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
