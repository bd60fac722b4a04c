namespace RaidDocs.Domain.Disclosure;

/// <summary>A woman in the list of persons of a case file.</summary>
/// <param name="Code">W07; "Woman 5" for one of whom nothing else is told.</param>
/// <param name="Name">As she chose to stand there; null for the code alone.</param>
/// <param name="IsTold">False: nothing else of her may be told.</param>
public sealed record PersonTold(string Code, string? Name, bool IsTold);
