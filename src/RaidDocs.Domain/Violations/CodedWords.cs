using RaidDocs.Domain.Data;
using RaidDocs.Domain.Testimonies;

namespace RaidDocs.Domain.Violations;

/// <summary>Whether what was coded in one version of her words still means the words of today.</summary>
public static class CodedWords
{
    /// <summary>The passage of this number says today what it said in that revision. Needs all passages loaded.</summary>
    public static bool StillSays(this Testimony told, int revision, int number)
    {
        ArgumentNullException.ThrowIfNull(told);
        string? In(int version) => told.Passages.FirstOrDefault(passage => passage.Revision == version && passage.Number == number)?.Facts.Text;
        return In(told.Revision) is { } now && In(revision) == now;
    }

    /// <summary>Passages of today's words that nobody has coded, or said to hold nothing.</summary>
    public static IQueryable<Passage> UncodedPassages(this RaidDocsDbContext db, IQueryable<Testimony> testimonies) => db.Passages
        .Where(now => testimonies.Any(told => told.Id == now.TestimonyId && told.Revision == now.Revision))
        .Where(now => !db.ViolationPassages.Any(mark => mark.TestimonyId == now.TestimonyId && mark.Number == now.Number
            && db.Passages.Any(then => then.TestimonyId == mark.TestimonyId && then.Revision == mark.Revision && then.Number == mark.Number && then.Facts.Text == now.Facts.Text)))
        .Where(now => !db.NothingToCode.Any(row => row.TestimonyId == now.TestimonyId && row.Number == now.Number
            && db.Passages.Any(then => then.TestimonyId == row.TestimonyId && then.Revision == row.Revision && then.Number == row.Number && then.Facts.Text == now.Facts.Text)));
}
