using System.Globalization;
using RaidDocs.Documents.Bundles;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Papers;

namespace RaidDocs.Web.Pages.CaseFiles;

/// <summary>Why a file is not bound in. It lies in the folder files/ all the same.</summary>
public enum NotBound
{
    /// <summary>A sound, a video, an office file.</summary>
    NoPages,

    /// <summary>A picture of a kind that cannot be printed here, or a very large one.</summary>
    NoPrint,

    /// <summary>A PDF that needs a password, is damaged, or holds more than pages.</summary>
    Closed,

    /// <summary>Only what is known of it is in the store.</summary>
    NotHere,
}

/// <summary>A file that goes with the case file, in its place.</summary>
/// <param name="Exhibit">What the gate let through.</param>
/// <param name="Place">From 1, in the order that was chosen.</param>
public sealed record BoundPaper(Exhibit Exhibit, int Place)
{
    /// <summary>The file its pages come from, in the work folder; null where it is not bound in.</summary>
    public string? Path { get; init; }

    /// <summary>The first of its pages in that file.</summary>
    public int From { get; init; } = 1;

    /// <summary>How large each of its pages is, in points.</summary>
    public IReadOnlyList<(double Width, double Height)> Sizes { get; init; } = [];

    public NotBound? WhyNot { get; init; }

    public int Pages => Sizes.Count;

    public string Code => Exhibit.Code;

    public string Id => BundleOutline.IdOf(Code);

    /// <summary>Under files/ of the ZIP; it says nothing of what it is.</summary>
    public string FileName => string.Create(CultureInfo.InvariantCulture, $"files/{Place:0000}-{Code}.{Exhibit.Told.File.Kind.Ending()}");
}
