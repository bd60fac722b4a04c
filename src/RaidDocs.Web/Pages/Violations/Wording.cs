using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Violations;

namespace RaidDocs.Web.Pages.Violations;

/// <summary>A violation keeps the words that its act had when it was chosen; a list that changes later does not change what was meant.</summary>
internal static class Wording
{
    /// <summary>With the words that the list has now.</summary>
    public static ViolationFacts Worded(this ViolationFacts facts, ReferenceLists lists) => lists.Find(ListName.Acts, facts.Act) is not { } item
        ? facts
        : facts with { WordedEn = item.En, WordedTh = item.Th.Length > 0 ? item.Th : null, Edition = lists.EditionOf(ListName.Acts, facts.Act) };

    /// <summary>A changed form of facts: another act takes the words of today, the same act keeps its own.</summary>
    public static ViolationFacts WordedAs(this ViolationFacts facts, ViolationFacts before, ReferenceLists lists) => facts.Act != before.Act
        ? facts.Worded(lists)
        : facts with { WordedEn = before.WordedEn, WordedTh = before.WordedTh, Edition = before.Edition };

    /// <summary>The words then, where they are not those of today; else null.</summary>
    public static string? WordedThen(this ReferenceLists lists, ViolationFacts facts, bool inThai)
    {
        var then = (inThai ? facts.WordedTh : null) ?? facts.WordedEn;
        return then is null || then == lists.Words(ListName.Acts, facts.Act, inThai && facts.WordedTh is not null) ? null : then;
    }
}
