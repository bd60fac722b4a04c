using Microsoft.AspNetCore.Components;

namespace RaidDocs.Documents.CaseStudies;

/// <summary>What every part of the chapter needs: the words of its language, and which source marks have a line to point to.</summary>
public sealed record PrintContext(Func<string, string> Say, string Language, IReadOnlySet<string> Marks);

/// <summary>A part of the printed chapter.</summary>
public abstract class PrintPart : ComponentBase
{
    [CascadingParameter]
    public PrintContext Context { get; set; } = null!;

    /// <summary>A fixed heading or word in the language of the document.</summary>
    protected string Say(string english) => Context.Say(english);
}

/// <summary>The inside of one section.</summary>
public abstract class SectionPart<TSection> : PrintPart
    where TSection : Section
{
    [Parameter, EditorRequired]
    public TSection Section { get; set; } = null!;
}
