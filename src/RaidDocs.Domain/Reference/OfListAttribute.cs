namespace RaidDocs.Domain.Reference;

/// <summary>The text is a key of this reference list.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OfListAttribute(string list) : Attribute
{
    /// <summary>Of <see cref="ListName"/>.</summary>
    public string List => list;
}
