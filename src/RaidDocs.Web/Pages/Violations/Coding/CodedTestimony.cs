using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Domain.Violations;
using RaidDocs.Domain.Women;

namespace RaidDocs.Web.Pages.Violations.Coding;

/// <summary>A testimony with what is coded in it. Without a yes to its use it has no words.</summary>
public sealed record CodedTestimony(
    Testimony Told, RaidBar Raid, int? Number, bool IsReadable, IReadOnlyList<CodeMark> Marks, IReadOnlyList<NothingToCode> Nothing)
{
    /// <summary>R03-W07; null when somebody else speaks.</summary>
    public string? Woman => Number is { } number ? new WomanCode(Raid.Code, number).ToString() : null;

    /// <summary>What is coded in the words that stand today.</summary>
    public IEnumerable<CodeMark> MarksOf(int passage) =>
        Marks.Where(mark => mark.Passage.Number == passage && Told.StillSays(mark.Passage.Revision, passage));

    public IEnumerable<NothingToCode> NothingIn(int passage) =>
        Nothing.Where(row => row.Number == passage && Told.StillSays(row.Revision, passage));

    /// <summary>What was coded in words that have changed since, and is to be looked at again.</summary>
    public IEnumerable<CodeMark> Outdated => Marks.Where(mark => !Told.StillSays(mark.Passage.Revision, mark.Passage.Number));

    /// <summary>Nobody has coded the passage or found nothing in it.</summary>
    public bool IsOpen(int passage) => !MarksOf(passage).Any() && !NothingIn(passage).Any();

    /// <summary>How far two people who coded the same passages on their own agree.</summary>
    public IReadOnlyList<CodingAgreement> Agreements() => CodingAgreement.Between(
        Marks.Where(mark => mark.Passage is { Alone: true, MarkedBy: not null } && Told.StillSays(mark.Passage.Revision, mark.Passage.Number))
            .Select(mark => new CodedPassage(new PassagePlace(Told.Id, 0, mark.Passage.Number), mark.Passage.MarkedBy!, [mark.Facts.Act]))
            .Concat(Nothing.Where(row => row is { Alone: true, SaidBy: not null } && Told.StillSays(row.Revision, row.Number))
                .Select(row => new CodedPassage(new PassagePlace(Told.Id, 0, row.Number), row.SaidBy!, []))));
}

/// <summary>One mark, and the violation that stands on it.</summary>
public sealed record CodeMark(ViolationPassage Passage, ViolationFacts Facts, string? ReviewedBy, bool ToTalkAbout);

internal static class CodedTestimonyQueries
{
    /// <summary>Null when there is no such testimony for this viewer. Words are read only where the woman says yes.</summary>
    public static async Task<CodedTestimony?> FindCodedAsync(this RaidDocsDbContext db, Guid id, DateOnly today, CancellationToken cancellationToken)
    {
        var readable = db.ReadableTestimonies(today);
        var head = await db.Testimonies.AsNoTracking().Where(row => row.Id == id)
            .Select(row => new
            {
                IsReadable = readable.Any(told => told.Id == row.Id),
                Raid = db.Raids.Where(raid => raid.Id == row.RaidId).Select(raid => raid.Code).FirstOrDefault(),
                Number = db.Apprehensions.Where(one => one.RaidId == row.RaidId && one.WomanId == row.WomanId).Select(one => (int?)one.Number).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (head is not { Raid: { } code, IsReadable: var isReadable, Number: var number })
        {
            return null;
        }

        var rows = db.Testimonies.AsNoTracking();
        var told = await (isReadable ? rows.Include(row => row.Passages) : rows).SingleAsync(row => row.Id == id, cancellationToken);
        var marks = !isReadable ? [] : await db.ViolationPassages.AsNoTracking()
            .Where(mark => mark.TestimonyId == id)
            .OrderBy(mark => mark.RecordedAt)
            .Join(db.Violations, mark => mark.ViolationId, violation => violation.Id, (mark, violation) => new CodeMark(mark, violation.Facts, violation.ReviewedBy, violation.ToTalkAbout))
            .ToListAsync(cancellationToken);
        var nothing = !isReadable ? [] : await db.NothingToCode.AsNoTracking().Where(row => row.TestimonyId == id).OrderBy(row => row.RecordedAt).ToListAsync(cancellationToken);
        return new CodedTestimony(told, (await db.FindRaidAsync(code, cancellationToken))!, number, isReadable, marks, nothing);
    }

    /// <summary>Her words are on the screen, and the log says so.</summary>
    public static async Task NoteCodingAsync(this RaidDocsDbContext db, CodedTestimony coded, CancellationToken cancellationToken)
    {
        if (coded.IsReadable)
        {
            db.NoteReading(nameof(Testimony), [coded.Told.Id], coded.Told.RaidId, "coding");
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>The tag of a language for browsers; null when it is not known.</summary>
    public static string? TagOf(this ReferenceLists lists, string? language)
    {
        if (lists.Find(ListName.Languages, language) is not { } item)
        {
            return null;
        }

        using var data = JsonDocument.Parse(item.Data);
        return data.RootElement.TryGetProperty("bcp47", out var tag) ? tag.GetString() : null;
    }
}
