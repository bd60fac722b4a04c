using RaidDocs.Domain.Testimonies;

namespace RaidDocs.Domain.Disclosure;

/// <summary>What of one testimony may stand in a statement for court. Only <see cref="DisclosingStatements"/> makes it.</summary>
public sealed class DisclosedStatement
{
    internal DisclosedStatement(Testimony told, Guid womanId, string speaker, AnswersAsOf asOf)
    {
        (TestimonyId, RaidId, Testimony, Revision, Language) = (told.Id, told.RaidId, told.Code, told.Revision, told.Facts.Language);
        (WomanId, Speaker, AsOf) = (womanId, speaker, asOf);
    }

    public Guid TestimonyId { get; }

    public Guid RaidId { get; }

    public Guid WomanId { get; }

    /// <summary>T3.</summary>
    public string Testimony { get; }

    public int Revision { get; }

    public string? Language { get; }

    /// <summary>Her code, or the name she chose for print.</summary>
    public string Speaker { get; }

    public AnswersAsOf AsOf { get; }

    /// <summary>In order; paragraph 1 is the first.</summary>
    public IReadOnlyList<CourtParagraph> Paragraphs { get; internal init; } = [];

    /// <summary>Passages in it that she called wrong and that still stand so.</summary>
    public IReadOnlyList<OpenReadBack> Open { get; internal init; } = [];

    /// <summary>What must not be found in what is printed: names, and passages that are left out.</summary>
    public IReadOnlyList<WithheldText> Withheld { get; internal init; } = [];

    /// <summary>Where the name of a woman stands in what would be printed; never the name.</summary>
    public IReadOnlyList<int> ParagraphsWithNames => [.. Paragraphs.Index().Where(one => HasName(one.Item.Text) || HasName(one.Item.Translation)).Select(one => one.Index + 1)];

    public bool HasName(string? text) => text is not null && Withheld.Any(one => one.Kind == WithheldKind.Name && LeakSearch.HasName(text, one.Text));

    internal DisclosedStatement With(IReadOnlyList<CourtParagraph> paragraphs, IEnumerable<Passage> leftOut, IEnumerable<WithheldText> names, Testimony told, string speaker, IEnumerable<OpenReadBack> open)
    {
        var allowed = string.Join('\n', paragraphs.SelectMany(one => new[] { one.Text, one.Translation }).OfType<string>().Select(LeakSearch.Squeezed));
        var texts = leftOut.SelectMany(passage => new[] { passage.Facts.Text, passage.Facts.Translation }.OfType<string>()
                .Select(text => new WithheldText($"{Testimony} {passage.Number}", text, WithheldKind.Text)))
            .Where(text => !allowed.Contains(LeakSearch.Squeezed(text.Text), StringComparison.Ordinal));
        return new(told, WomanId, speaker, AsOf) { Paragraphs = paragraphs, Withheld = [.. texts, .. names], Open = [.. open] };
    }
}

/// <summary>Whether a statement can be made, and of what.</summary>
/// <param name="Missing">The answer of hers that is missing; null when none is.</param>
/// <param name="NobodyToAsk">Nobody with a code speaks.</param>
/// <param name="Statement">Null when it cannot be made.</param>
public sealed record StatementAnswer(Withheld? Missing, bool NobodyToAsk, DisclosedStatement? Statement);
