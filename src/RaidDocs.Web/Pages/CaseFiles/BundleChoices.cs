using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Disclosure.Bundles;

namespace RaidDocs.Web.Pages.CaseFiles;

/// <summary>What the seven steps share.</summary>
internal static class BundleChoices
{
    public static IReadOnlyList<Audience> Audiences { get; } = [Audience.Lawyer, Audience.Court, Audience.Un, Audience.Partner, Audience.Public];

    /// <summary>The files in the order of their days, without those that say where they were made: these are chosen one by one.</summary>
    public static List<string> Usual(IEnumerable<EvidenceInCase> allowed) => [.. ByDay(allowed).Where(file => !file.File.HasPlace).Select(file => file.Code)];

    public static IEnumerable<EvidenceInCase> ByDay(IEnumerable<EvidenceInCase> files) =>
        files.OrderBy(file => file.MadeOn is { Gap: null } on ? on.Earliest : DateOnly.MaxValue).ThenBy(file => Domain.Papers.Evidence.ReadCode(file.Code) ?? (int.MaxValue, 0));

    /// <summary>The women with more than one account in it: two accounts of one woman are held against her.</summary>
    public static IReadOnlyList<string> ToldTwice(Disclosed disclosed) =>
        [.. disclosed.Parts.Where(part => part.Testimony is not null).GroupBy(part => part.Woman).Where(hers => hers.Count() > 1).Select(hers => hers.Key)];

    /// <summary>Asks for the second factor where it is old: the pages keep what was typed, so nobody asked before.</summary>
    public static void DemandExport(this RaidDocsDbContext db) => db.Demand(new Asked(RecordKind.Document, Act.Export) { IsOnTeam = true });

    /// <summary>Keeps an answer and goes on. One that was made already is shown.</summary>
    public static async Task<IActionResult> KeepAndGoAsync(this PageModel page, RaidDocsDbContext db, Guid draft, Func<BundleWishes, BundleWishes> change, string next, CancellationToken cancellationToken)
    {
        if (await db.FindBundleAsync(draft, cancellationToken) is not { } order)
        {
            return page.NotFound();
        }

        if (order.Export is null)
        {
            await db.KeepAsync(order, change(order.Wishes), cancellationToken);
        }

        return new RedirectResult(order.Export is null ? $"/casefiles/{draft}{next}" : $"/casefiles/{draft}");
    }
}
