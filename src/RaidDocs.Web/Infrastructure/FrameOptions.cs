using System.Security.Claims;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;

namespace RaidDocs.Web.Infrastructure;

/// <summary>What the frame of every page says of itself; section "Frame" of the settings.</summary>
public sealed class FrameOptions
{
    /// <summary>A word that tells a passer-by nothing.</summary>
    public string ServiceName { get; set; } = "Notes";

    /// <summary>One of <see cref="Icons"/>, shown by the browser beside the title.</summary>
    public string Icon { get; set; } = Icons[0];

    public static IReadOnlyList<string> Icons { get; } = ["note", "leaf", "cup", "sun"];

    /// <summary>True while only invented cases are shown.</summary>
    public bool Demo { get; set; }

    /// <summary>Where Hide leads. Our own bland page by default, so that no third party learns who left.</summary>
    public string LeaveTo { get; set; } = "/leave";

    /// <summary>Where the sign-out button posts to.</summary>
    public string SignOutPath { get; set; } = "/account/signout";

    /// <summary>Takes over what was chosen for the house, by the keys of <see cref="HouseSetting"/>.</summary>
    public void Dress(IReadOnlyDictionary<string, string> chosen)
    {
        ServiceName = chosen.GetValueOrDefault(HouseSetting.Name, ServiceName);
        Icon = chosen.GetValueOrDefault(HouseSetting.Icon, Icon);
        LeaveTo = chosen.GetValueOrDefault(HouseSetting.LeaveTo, LeaveTo);
    }
}

/// <summary>The main menu. Only places, never actions; at most seven, and only what her role may open.</summary>
internal static class Menu
{
    private static readonly (string Path, string Text, RecordKind? Kind, Act Act)[] Places =
    [
        ("/", Texts.Text("Home"), null, Act.Read),
        ("/raids", Texts.Text("Raids"), RecordKind.Raid, Act.Read),
        ("/women", Texts.Text("Women"), RecordKind.Woman, Act.Read),
        ("/dates", Texts.Text("Dates"), RecordKind.Court, Act.Read),
        ("/facilities", Texts.Text("Places"), RecordKind.Facility, Act.Read),
        ("/round", Texts.Text("Weekly round"), RecordKind.Woman, Act.Record),
        ("/search", Texts.Text("Search"), RecordKind.Raid, Act.Read),
        ("/admin", Texts.Text("Admin"), RecordKind.House, Act.Read),
        ("/admin/audit", Texts.Text("Log"), RecordKind.AuditLog, Act.Read),
    ];

    /// <summary>A box to search from, on every page but those that have their own.</summary>
    public static bool HasSearchBox(ClaimsPrincipal person, PathString path) =>
        path != "/" && !IsHere("/search", path) && For(person).Any(place => place.Path == "/search");

    public static IEnumerable<(string Path, string Text)> For(ClaimsPrincipal person) => Places
        .Where(place => place.Kind is not { } kind
            || person.FindAll(ClaimTypes.Role).Any(role => AccessRules.RoleMay(role.Value, kind, place.Act)))
        .Select(place => (place.Path, place.Text));

    /// <summary>True for the item whose part of the site this address is in.</summary>
    public static bool IsHere(string item, PathString path) =>
        item == "/" ? path == "/" : path.StartsWithSegments(item, StringComparison.OrdinalIgnoreCase);
}
