using System.Globalization;
using System.Text.Json;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Reference;

/// <summary>What an entry says that the organisation added to a list.</summary>
public record OwnItemFacts
{
    /// <summary>"acts" or "own-articles".</summary>
    public required string List { get; init; }

    public required string En { get; init; }

    public string? Th { get; init; }

    /// <summary>Of an act: the articles that it proposes, as "cedaw 12" or the code of an own article.</summary>
    public List<string> Articles { get; init; } = [];

    /// <summary>Of an article: "treaty", "soft-law" or "thai-law".</summary>
    public string? Kind { get; init; }
}

/// <summary>An act or an article that the organisation added. It is never deleted: what was coded with it keeps its meaning.</summary>
public sealed class OwnItem : Entity
{
    internal const string Chosen = "chosen";
    internal const string EditionName = "edition";

    // After all that the program carries.
    private const int FirstPosition = 100_000;

    public OwnItem(string code, OwnItemFacts facts, int edition = 1, bool isRetired = false)
    {
        Code = code;
        Facts = Checked(facts);
        Edition = Math.Max(1, edition);
        IsRetired = isRetired;
    }

    private OwnItem()
    {
        // For EF Core.
        Facts = null!;
    }

    public static IReadOnlyList<string> Kinds { get; } = ["treaty", "soft-law", "thai-law"];

    /// <summary>RD-01 for an act, RA-01 for an article.</summary>
    public string Code { get; private set; } = "";

    public OwnItemFacts Facts { get; private set; }

    /// <summary>1, 2, 3, ...; each change of the words or articles makes the next.</summary>
    public int Edition { get; private set; }

    public bool IsRetired { get; private set; }

    /// <summary>The letters before the number of an entry of this list.</summary>
    public static string LettersOf(string list) => list == ListName.Acts ? "RD-" : "RA-";

    /// <summary>New words for an act. What was coded keeps the words it was coded with.</summary>
    public void Reword(OwnItemFacts facts)
    {
        if (Facts.List != ListName.Acts)
        {
            throw new DomainRuleException($"The words of an article do not change: what was coded cites it. Retire it and add another");
        }

        if (IsRetired)
        {
            throw new DomainRuleException($"It is retired. Bring it back first");
        }

        var next = Checked(facts with { List = Facts.List });
        if (next.En != Facts.En || next.Th != Facts.Th || !next.Articles.SequenceEqual(Facts.Articles))
        {
            Facts = next;
            Edition++;
        }
    }

    /// <summary>It is offered no longer.</summary>
    public void Retire() => IsRetired = true;

    public void BringBack() => IsRetired = false;

    internal ReferenceItem ForList(int index) => new()
    {
        List = Facts.List,
        Key = Code,
        Position = FirstPosition + index,
        En = Facts.En,
        Th = Facts.Th ?? "",
        Source = "ours",
        Confidence = "ours",
        IsRetired = IsRetired,
        Data = JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["origin"] = "ours",
            [EditionName] = string.Create(CultureInfo.InvariantCulture, $"{Code}/{Edition}"),
            [Chosen] = Facts.Articles,
            ["kind"] = Facts.Kind,
        }),
    };

    private static OwnItemFacts Checked(OwnItemFacts facts)
    {
        if (string.IsNullOrWhiteSpace(facts.En))
        {
            throw new DomainRuleException($"Write it in English");
        }

        return facts.List switch
        {
            ListName.Acts => facts,
            ListName.OwnArticles when facts.Kind is { } kind && Kinds.Contains(kind) => facts,
            _ => throw new DomainRuleException($"Choose which kind of article it is"),
        };
    }
}
