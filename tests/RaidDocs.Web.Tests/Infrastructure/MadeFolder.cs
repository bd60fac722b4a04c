namespace RaidDocs.Web.Tests.Infrastructure;

/// <summary>Where finished case files and files to be brought in wait.</summary>
internal static class MadeFolder
{
    /// <summary>Those of one order.</summary>
    /// <param name="folder">Of the data.</param>
    /// <param name="address">Of its page, which ends with the order.</param>
    public static string[] Of(string folder, string address) => Directory.GetFiles(Path.Combine(folder, "made"), $"{Guid.Parse(address.Split('/')[^1]):N}-*");
}
