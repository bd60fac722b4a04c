using System.Globalization;

namespace RaidDocs.Domain.Tests.Common;

/// <summary>Runs the rest of a test as if the process spoke another language, and puts the old one back.</summary>
internal sealed class Culture : IDisposable
{
    internal static readonly string[] Names = ["", "en-US", "th-TH", "km-KH", "my-MM", "lo-LA"];

    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    internal Culture(string name) => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
