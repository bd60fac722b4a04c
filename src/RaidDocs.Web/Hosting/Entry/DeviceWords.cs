namespace RaidDocs.Web.Hosting.Entry;

/// <summary>A browser in two words that she knows it by. No more of it is kept: the rest would tell phones apart.</summary>
internal static class DeviceWords
{
    // The order matters: Edge says it is Chrome, and all say they are Safari.
    private static readonly (string Sign, string Word)[] Browsers =
        [("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Sign, string Word)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Macintosh", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux")];

    public static string Of(string? userAgent)
    {
        string?[] words = [Find(Browsers), Find(Systems)];
        return string.Join(", ", words.OfType<string>()) is { Length: > 0 } known ? known : "-";

        string? Find((string Sign, string Word)[] signs) =>
            signs.FirstOrDefault(one => userAgent?.Contains(one.Sign, StringComparison.Ordinal) == true).Word;
    }
}
