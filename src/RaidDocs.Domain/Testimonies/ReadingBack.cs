using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;

namespace RaidDocs.Domain.Testimonies;

/// <summary>A passage that she called wrong, and whose words nobody has corrected since.</summary>
/// <param name="Testimony">T3.</param>
/// <param name="Number">Of the passage in the version that stands.</param>
public sealed record OpenReadBack(string Testimony, int Number);

public static class ReadingBack
{
    /// <summary>
    /// What she last said of each passage of the version that stands. It counts while the words are those that were read to
    /// her, also where other marks were set or the passage moved.
    /// </summary>
    public static IReadOnlyDictionary<int, ReadBack> Newest(this Testimony testimony, IEnumerable<ReadBack> readings)
    {
        var words = testimony.Passages.ToDictionary(passage => (passage.Revision, passage.Number), WordsOf);
        var read = readings.Where(row => words.ContainsKey((row.Revision, row.Number))).OrderByDescending(row => row.RecordedAt).ToList();
        var newest = new Dictionary<int, ReadBack>();
        foreach (var passage in testimony.Words)
        {
            // Of two passages with the same words each has its own answer.
            var same = read.Where(row => words[(row.Revision, row.Number)] == WordsOf(passage)).ToList();
            if ((same.Find(row => row.Number == passage.Number) ?? same.FirstOrDefault()) is { } found)
            {
                newest[passage.Number] = found;
            }
        }

        return newest;
    }

    /// <summary>The passages of a raid that she called wrong and that still stand so.</summary>
    public static async Task<IReadOnlyList<OpenReadBack>> OpenReadBacksAsync(this RaidDocsDbContext db, Guid raidId, CancellationToken cancellationToken)
    {
        var readings = await db.ReadBacks.AsNoTracking().Where(row => row.RaidId == raidId).ToListAsync(cancellationToken);
        var wrong = readings.Where(row => row.Facts.Mark == ReadBackMark.Wrong).Select(row => row.TestimonyId).Distinct().ToList();
        if (wrong.Count == 0)
        {
            return [];
        }

        var testimonies = await db.Testimonies.AsNoTracking().Include(row => row.Passages)
            .Where(row => wrong.Contains(row.Id))
            .OrderBy(row => row.RecordedAt)
            .ToListAsync(cancellationToken);
        return
        [
            .. testimonies.SelectMany(testimony => testimony.Newest(readings.Where(row => row.TestimonyId == testimony.Id))
                .Where(passage => passage.Value.Facts.Mark == ReadBackMark.Wrong)
                .Select(passage => new OpenReadBack(testimony.Code, passage.Key))),
        ];
    }

    /// <summary>
    /// Keeps what she said; a passage that she wants out of print becomes not for disclosure, in a new version. The caller
    /// saves, inside <see cref="RaidDocsDbContext.InOneWriteAsync{T}"/>.
    /// </summary>
    /// <param name="db">The store.</param>
    /// <param name="testimony">With its passages.</param>
    /// <param name="sittingId">Of this reading.</param>
    /// <param name="said">By number of the passage.</param>
    /// <param name="because">Why the new version is made.</param>
    public static void ReadBackTo(this RaidDocsDbContext db, Testimony testimony, Guid sittingId, IReadOnlyDictionary<int, ReadBackFacts> said, string because)
    {
        if (said.Count == 0)
        {
            throw new DomainRuleException($"Choose what she said of a passage");
        }

        db.ReadBacks.AddRange(said.Select(one => new ReadBack(testimony, sittingId, one.Key, one.Value)));
        var hidden = testimony.Words.Where(passage => !passage.Facts.NotForDisclosure && said.GetValueOrDefault(passage.Number)?.Mark == ReadBackMark.DoNotPrint)
            .Select(passage => passage.Number).ToHashSet();
        if (hidden.Count > 0)
        {
            testimony.Revise([.. testimony.Words.Select(passage => hidden.Contains(passage.Number) ? passage.Facts with { NotForDisclosure = true } : passage.Facts)], because);
        }
    }

    private static (string Text, string? Translation) WordsOf(Passage passage) => (passage.Facts.Text, passage.Facts.Translation);
}
