namespace RaidDocs.Domain.Cases;

/// <summary>What is wrong at one place of a case file, and what to write instead.</summary>
/// <param name="Path">Where, as a JSON path: $.women[3].stays[0].from</param>
/// <param name="Sentence">For the person who wrote the file.</param>
public sealed record CaseProblem(string Path, string Sentence)
{
    public override string ToString() => $"{Path}: {Sentence}";
}
