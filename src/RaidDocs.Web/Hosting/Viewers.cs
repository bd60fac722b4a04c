using System.Security.Claims;
using RaidDocs.Domain.Access;

namespace RaidDocs.Web.Hosting;

/// <summary>The signed-in person as the store knows her.</summary>
internal static class Viewers
{
    public static Viewer Of(ClaimsPrincipal? person) =>
        person?.Identity?.IsAuthenticated == true && Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? new Viewer(id, [.. person.FindAll(ClaimTypes.Role).Select(role => role.Value)])
            : Viewer.Nobody;
}
