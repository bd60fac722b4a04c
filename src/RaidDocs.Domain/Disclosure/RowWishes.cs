namespace RaidDocs.Domain.Disclosure;

/// <summary>What tables, and programs that read, ask of the gate beyond the audience. They quote nobody and hold no file.</summary>
/// <param name="Surface">Which of a woman's answers they need: those of rows, or those of numbers.</param>
/// <param name="FreshCodes">The women are numbered anew, in a chance order, so that two tables cannot be joined by their codes.</param>
public sealed record RowWishes(Surface Surface, bool FreshCodes);
