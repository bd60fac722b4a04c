using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace RaidDocs.Web.Pages.Violations.Coding;

/// <summary>Where somebody stands on the coding screen, as an address: what is marked, looked for and chosen. It holds no word of hers.</summary>
public sealed record PickerPlace(Guid Testimony, int Passage)
{
    public static IReadOnlyList<string> Tabs { get; } = ["acts", "rights", "law", "treaties"];

    public string Tab { get; init; } = Tabs[0];

    public string? Search { get; init; }

    public string? Act { get; init; }

    /// <summary>Chosen before the act: a person picked it, so it comes ticked.</summary>
    public string? Article { get; init; }

    public int? From { get; init; }

    public int? To { get; init; }

    /// <summary>What others coded is not shown.</summary>
    public bool Alone { get; init; }

    public string Address => QueryHelpers.AddQueryString(
        string.Create(CultureInfo.InvariantCulture, $"/testimonies/{Testimony:D}/code/{Passage}"),
        new Dictionary<string, string?>
        {
            ["tab"] = Tab == Tabs[0] ? null : Tab,
            ["q"] = string.IsNullOrWhiteSpace(Search) ? null : Search,
            ["act"] = Act,
            ["article"] = Article,
            ["from"] = From?.ToString(CultureInfo.InvariantCulture),
            ["to"] = To?.ToString(CultureInfo.InvariantCulture),
            ["alone"] = Alone ? "true" : null,
        }.Where(part => part.Value is not null));

    /// <summary>Where "nothing to code here" is sent.</summary>
    public string NothingAddress => QueryHelpers.AddQueryString(Address, "handler", "nothing");

    /// <summary>Another passage: nothing is marked or chosen there yet.</summary>
    public PickerPlace At(int passage) => new(Testimony, passage) { Tab = Tab, Alone = Alone };
}
