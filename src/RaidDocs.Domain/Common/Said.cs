namespace RaidDocs.Domain.Common;

/// <summary>An answer in words, or the reason there is none. Nothing recorded yet is null, never an empty answer.</summary>
public sealed record Said
{
    private Said(string? text, Gap? gap) => (Text, Gap) = (text, gap);

    public string? Text { get; }

    public Gap? Gap { get; }

    /// <summary>The words, or the phrase of the gap: what a form shows again and what is stored.</summary>
    public string Typed => Gap is { } gap ? Gaps.Phrase(gap) : Text!;

    public static Said? Read(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        return Gaps.Read(typed) is { } gap ? new Said(null, gap) : new Said(PlainText.Kept(typed), null);
    }

    public override string ToString() => Typed;
}
