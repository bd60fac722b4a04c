using System.Text.RegularExpressions;
using RaidDocs.Domain.Cases;

namespace RaidDocs.Domain.Disclosure;

/// <summary>Makes what the gate let through smaller: what concerns some of the women and nobody else. It can only take away.</summary>
internal static partial class ChosenWomen
{
    /// <param name="whole">What may leave of the whole raid.</param>
    /// <param name="chosen">The codes of the women who are to be in it.</param>
    /// <param name="aWoman">What stands for the code of another one.</param>
    public static Disclosed Only(this Disclosed whole, IReadOnlyCollection<string> chosen, string aWoman)
    {
        var before = whole.File;
        var kept = before.Women.Where(woman => chosen.Contains(woman.Code)).Select(woman => woman.Code).ToHashSet(StringComparer.Ordinal);
        bool IsTold(IReadOnlyCollection<string> women) => women.Count == 0 || women.Any(kept.Contains);
        List<string> Kept(List<string> women) => [.. women.Where(kept.Contains)];

        var file = before with
        {
            Women = [.. before.Women.Where(woman => kept.Contains(woman.Code))],
            Chronology = [.. before.Chronology.Where((line, index) => IsTold(line.Women) && !whole.LinesOfOthers.Contains(index)).Select(line => line with { Women = Kept(line.Women) })],
            Violations = [.. before.Violations.Where(one => IsTold(one.Women)).Select(one => one with { Women = Kept(one.Women) })],
            CourtCases =
            [
                // A case that names none of them may be about women of whom nothing is told.
                .. before.CourtCases.Where(one => one.Women.Exists(part => kept.Contains(part.Woman)) || one.Orders.Exists(order => order.Women.Exists(kept.Contains))).Select(one => one with
                {
                    Women = [.. one.Women.Where(part => kept.Contains(part.Woman))],
                    Orders = [.. one.Orders.Where(order => IsTold(order.Women)).Select(order => order with { Women = Kept(order.Women) })],
                }),
            ],
            Evidence = [.. before.Evidence.Where(one => one.Women.TrueForAll(kept.Contains))],
        };
        file = file with { ClockRules = [.. file.ClockRules.Where(rule => file.Women.Exists(woman => woman.Clocks.Exists(clock => clock.Rule == rule.Code)))] };
        string Written(string text) => Code().Replace(text, found => IsOther(found, before.Raid.Code, kept) ? InPlace.At(text, found.Index, aWoman) : found.Value);
        return Made(whole, CaseTexts.Change(file, Written), kept, Written);
    }

    private static Disclosed Made(Disclosed whole, CaseFile file, HashSet<string> kept, Func<string, string> written)
    {
        var texts = CaseTexts.In(file).ToList();
        var allowed = new AllowedTexts(texts);
        var standing = texts.Select(text => text.Text).ToHashSet(StringComparer.Ordinal);
        return new Disclosed(whole.Audience, whole.ForWhom, file, whole.WomenInAll, [])
        {
            TestimoniesInAll = whole.TestimoniesInAll,
            ViolationsInAll = whole.ViolationsInAll,
            ViolationsNotAgreed = whole.ViolationsNotAgreed,
            CourtCasesInAll = whole.CourtCasesInAll,
            LeftOut = whole.LeftOut,
            Parts = [.. whole.Parts.Where(part => part.Testimony is null && kept.Contains(part.Woman))],
            NamesInTexts = [.. whole.NamesInTexts.Where(text => standing.Contains(written(text.Text)))],
            Withheld =
            [
                .. whole.Withheld,
                .. CaseTexts.In(whole.File).Where(text => !allowed.Contains(text.Text)).Select(text => new WithheldText(text.Place, text.Text, WithheldKind.Text)),
                .. whole.File.Women.Where(woman => !kept.Contains(woman.Code)).Select(woman => new WithheldText("women, code", woman.Code, WithheldKind.Code)),
            ],
        }.Of(whole.RaidId, whole.AsOf!);
    }

    private static bool IsOther(Match found, string? raid, HashSet<string> kept) =>
        found.Groups["raid"].Value is var of && (of.Length == 0 || of == $"{raid}-") && !kept.Contains(found.Groups["own"].Value);

    [GeneratedRegex(@"\b(?<raid>R[0-9]+-)?(?<own>W[0-9]{2,})\b")]
    private static partial Regex Code();
}
