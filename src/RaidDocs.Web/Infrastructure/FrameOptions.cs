namespace RaidDocs.Web.Infrastructure;

/// <summary>What the frame of every page says of itself; section "Frame" of the settings.</summary>
public sealed class FrameOptions
{
    /// <summary>A word that tells a passer-by nothing.</summary>
    public string ServiceName { get; set; } = "Notes";

    /// <summary>True while only invented cases are shown.</summary>
    public bool Demo { get; set; }

    /// <summary>Where Hide leads. Our own bland page by default, so that no third party learns who left.</summary>
    public string LeaveTo { get; set; } = "/leave";

    /// <summary>Where the sign-out button posts to.</summary>
    public string SignOutPath { get; set; } = "/account/signout";
}

/// <summary>The main menu. Only places, never actions; at most seven.</summary>
internal static class Menu
{
    public static IReadOnlyList<(string Path, string Text)> Items { get; } =
    [
        ("/", Texts.Text("Home")),
        ("/raids", Texts.Text("Raids")),
        ("/women", Texts.Text("Women")),
        ("/facilities", Texts.Text("Places")),
    ];

    /// <summary>True for the item whose part of the site this address is in.</summary>
    public static bool IsHere(string item, PathString path) =>
        item == "/" ? path == "/" : path.StartsWithSegments(item, StringComparison.OrdinalIgnoreCase);
}
