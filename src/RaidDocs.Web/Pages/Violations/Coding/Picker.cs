using System.Globalization;
using System.Text.Json;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Violations.Coding;

/// <summary>One act to pick, and how often this raid has it already.</summary>
public sealed record PickerAct(string Words, string Address, int Times);

/// <summary>A heading and the acts under it; an article or a rule of law stands over the acts that it speaks of.</summary>
public sealed record PickerGroup(string? Heading, IReadOnlyList<PickerAct> Acts, string? AnyAct = null);

/// <summary>What can be picked on one tab of the coding screen, after the search.</summary>
internal sealed class Picker(ReferenceLists lists, Texts texts, PickerPlace place, IReadOnlyDictionary<string, int> times)
{
    private readonly string _wanted = SearchText.Fold(place.Search ?? "").Trim();

    public IReadOnlyList<PickerGroup> Groups() => place.Tab switch
    {
        "rights" => [.. ActGroups.Of(Found()).Select(group => new PickerGroup(texts[group.Heading], [.. group.Acts.Select(act => Act(act))]))],
        "law" => [.. Law()],
        "treaties" => [.. Treaties()],
        _ => Acts(),
    };

    private List<PickerGroup> Acts()
    {
        var acts = Found().OrderByDescending(act => times.GetValueOrDefault(act.Key)).Select(act => Act(act)).ToList();
        return acts.Count == 0 ? [] : [new PickerGroup(null, acts)];
    }

    private List<ReferenceItem> Found() => [.. lists.Offered(ListName.Acts).Where(act => Fits(act.Key, act.En, act.Th))];

    private IEnumerable<PickerGroup> Law()
    {
        foreach (var rule in lists[ListName.LawRules])
        {
            var article = lists.LawArticle(rule.Key);
            if (article is not null && Fits(rule.Key, rule.En, rule.Th, lists.ArticleWords(article)))
            {
                var heading = $"{lists.ArticleWords(article)}: {lists.Words(ListName.LawRules, rule.Key, Texts.IsThai)}";
                yield return Group(heading, article, act => RulesOf(act).Contains(rule.Key));
            }
        }

        foreach (var own in Own().Where(own => lists.KindOf(own) == "thai-law"))
        {
            yield return Group(lists.ArticleWords(own, Texts.IsThai), own, act => lists.ArticlesOf(act.Key).Contains(own));
        }
    }

    private IEnumerable<PickerGroup> Treaties()
    {
        var articles = lists.Offered(ListName.Acts).SelectMany(act => lists.ArticlesOf(act.Key)).Where(article => lists.Find(ListName.OwnArticles, article) is null).Distinct();
        var order = lists[ListName.Instruments].Select((item, index) => (item.Key, index)).ToDictionary(item => item.Key, item => item.index);
        var sorted = articles
            .Where(article => lists.KindOf(article) != "thai-law" && Fits(lists.ArticleWords(article), NameOf(article)))
            .OrderBy(article => order.GetValueOrDefault(Instrument(article), int.MaxValue))
            .ThenBy(article => article, StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering));
        foreach (var article in sorted)
        {
            yield return Group(lists.ArticleWords(article), article, act => lists.ArticlesOf(act.Key).Contains(article));
        }

        foreach (var own in Own().Where(own => lists.KindOf(own) != "thai-law"))
        {
            yield return Group(lists.ArticleWords(own, Texts.IsThai), own, act => lists.ArticlesOf(act.Key).Contains(own));
        }
    }

    private IEnumerable<string> Own() =>
        lists.Offered(ListName.OwnArticles).Where(item => Fits(item.Key, item.En, item.Th)).Select(item => item.Key);

    private PickerGroup Group(string heading, string article, Func<ReferenceItem, bool> speaks) => new(
        heading,
        [.. lists.Offered(ListName.Acts).Where(speaks).Select(act => Act(act, article))],
        (place with { Tab = PickerPlace.Tabs[0], Search = null, Act = null, Article = article }).Address);

    private PickerAct Act(ReferenceItem act, string? article = null) => new(
        lists.Words(ListName.Acts, act.Key, Texts.IsThai),
        (place with { Act = act.Key, Article = article ?? place.Article }).Address + "#code",
        times.GetValueOrDefault(act.Key));

    private bool Fits(params IEnumerable<string> words) => _wanted.Length == 0 || SearchText.Fold(words).Contains(_wanted, StringComparison.Ordinal);

    private string NameOf(string article) => lists.Find(ListName.Instruments, Instrument(article)) is { } item ? $"{item.En} {item.Th}" : "";

    private static string Instrument(string article) => article.Split(' ', 2)[0];

    private static List<string> RulesOf(ReferenceItem act)
    {
        using var data = JsonDocument.Parse(act.Data);
        return data.RootElement.TryGetProperty("rules", out var rules) ? [.. rules.EnumerateArray().Select(rule => rule.GetString()!)] : [];
    }
}
