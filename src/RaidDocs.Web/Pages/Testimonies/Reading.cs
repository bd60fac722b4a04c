using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Testimonies;

/// <summary>What stands at the head of every page of a testimony.</summary>
public sealed record TestimonyHead(Guid Id, Guid RaidId, string Code, string Raid, string RaidName, bool IsInvented, Guid? WomanId, int? Number, int Revision, Guid Version)
{
    /// <summary>R03-W07; null when somebody else speaks.</summary>
    public string? Woman => Number is { } number ? new WomanCode(Raid, number).ToString() : null;

    public string Home => Woman is null ? $"/raids/{Raid}" : $"/women/{Woman}/testimonies";
}

/// <summary>Her words are opened here: only where she allows it, and each opening is in the log.</summary>
internal static class Reading
{
    /// <summary>Null when there is no such testimony for this viewer.</summary>
    public static Task<TestimonyHead?> FindTestimonyAsync(this RaidDocsDbContext db, Guid id, CancellationToken cancellationToken) => db.Testimonies.AsNoTracking()
        .Where(row => row.Id == id)
        .Join(db.Raids, row => row.RaidId, raid => raid.Id, (row, raid) => new TestimonyHead(
            row.Id,
            row.RaidId,
            row.Code,
            raid.Code,
            raid.Facts.Name,
            raid.IsInvented,
            row.WomanId,
            db.Apprehensions.Where(one => one.RaidId == row.RaidId && one.WomanId == row.WomanId).Select(one => (int?)one.Number).FirstOrDefault(),
            row.Revision,
            row.Version))
        .SingleOrDefaultAsync(cancellationToken);

    /// <summary>Writes down that the words of these testimonies were opened, and saves.</summary>
    public static async Task NoteOpenedAsync(this RaidDocsDbContext db, IEnumerable<Guid> testimonies, Guid raid, string what, CancellationToken cancellationToken)
    {
        var opened = testimonies.ToList();
        if (opened.Count > 0)
        {
            db.NoteReading(nameof(Testimony), opened, raid, what);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Why her words are not shown, for the person who looks for them.</summary>
    public static string Words(this Withheld withheld, Texts texts) => withheld.State switch
    {
        ConsentState.NeverAsked => texts["Withheld: she was not asked for “{0}”", withheld.Purpose],
        ConsentState.No => texts["Withheld: she said no to “{0}”", withheld.Purpose],
        ConsentState.TakenBack => texts["Withheld: she took back her consent to “{0}”", withheld.Purpose],
        ConsentState.Expired => texts["Withheld: her yes to “{0}” is over", withheld.Purpose],
        ConsentState.NotYet => texts["Withheld: her yes to “{0}” does not count yet", withheld.Purpose],
        ConsentState.NotFree => texts["Withheld: police or shelter staff were present when she said yes to “{0}”", withheld.Purpose],
        _ => texts["Withheld: she said “only if” to “{0}”, and a person must judge that", withheld.Purpose],
    };
}
