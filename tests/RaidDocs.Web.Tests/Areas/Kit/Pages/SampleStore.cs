namespace RaidDocs.Web.Tests.Areas.Kit.Pages;

/// <summary>The one record that the sample page edits.</summary>
public sealed class SampleStore
{
    public SampleModel.SampleForm Stored { get; set; } = new();

    public Guid Version { get; set; } = Guid.NewGuid();

    public int Saves { get; set; }
}
