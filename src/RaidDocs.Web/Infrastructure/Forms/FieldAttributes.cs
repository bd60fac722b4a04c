namespace RaidDocs.Web.Infrastructure.Forms;

/// <summary>How many letters, as a reader counts them, a text may have. Without it: 200, or 20,000 for a multiline text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LettersAttribute(int most) : Attribute
{
    public int Most { get; } = most;
}

/// <summary>A text that is a whole number: phones show their number keys.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WholeAttribute : Attribute;
