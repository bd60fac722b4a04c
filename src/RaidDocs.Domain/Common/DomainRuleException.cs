using System.Globalization;

namespace RaidDocs.Domain.Common;

/// <summary>A rule of the work was broken. The sentence is for the person at the form and says what to do next.</summary>
public sealed class DomainRuleException : Exception
{
    public DomainRuleException(FormattableString sentence)
        : base((sentence ?? throw new ArgumentNullException(nameof(sentence))).ToString(CultureInfo.InvariantCulture)) =>
        (Format, Arguments) = (sentence.Format, Array.AsReadOnly(sentence.GetArguments()));

    /// <summary>The sentence with its holes ({0}), which is also the key of its translation.</summary>
    public string Format { get; }

    /// <summary>What fills the holes, in order.</summary>
    public IReadOnlyList<object?> Arguments { get; }
}
