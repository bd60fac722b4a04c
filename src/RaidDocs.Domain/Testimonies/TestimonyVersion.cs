namespace RaidDocs.Domain.Testimonies;

public enum PassageChange
{
    None,
    Words,
    Marks,
    Added,
}

/// <summary>One passage of a version, and how it differs from the version before.</summary>
public sealed record VersionedPassage(int Number, PassageText Facts, PassageChange Change);

/// <summary>Her words as they stood in one version.</summary>
/// <param name="Revision">1, 2, ...</param>
/// <param name="Because">Why it was made; null for the first.</param>
/// <param name="At">UTC.</param>
/// <param name="Passages">In order.</param>
/// <param name="Gone">Passages of the version before that are not in this one.</param>
public sealed record TestimonyVersion(int Revision, string? Because, DateTime At, IReadOnlyList<VersionedPassage> Passages, IReadOnlyList<PassageText> Gone)
{
    /// <summary>The versions of one testimony, the newest first.</summary>
    public static IReadOnlyList<TestimonyVersion> All(IEnumerable<Passage> passages)
    {
        var versions = new List<TestimonyVersion>();
        List<PassageText> before = [];
        foreach (var revision in passages.GroupBy(passage => passage.Revision).OrderBy(revision => revision.Key))
        {
            var rows = revision.OrderBy(passage => passage.Number).ToList();
            var compared = rows.Select(row => new VersionedPassage(
                row.Number, row.Facts, revision.Key == 1 ? PassageChange.None : Compare(row.Facts, before, row.Number))).ToList();
            var gone = before.Where((old, at) => at >= rows.Count && !rows.Exists(row => row.Facts.Text == old.Text)).ToList();
            versions.Add(new(revision.Key, rows[0].Because, rows[0].RecordedAt, compared, gone));
            before = [.. rows.Select(row => row.Facts)];
        }

        versions.Reverse();
        return versions;
    }

    // A passage that only moved is not a changed one.
    private static PassageChange Compare(PassageText now, List<PassageText> before, int number)
    {
        if (before.Contains(now))
        {
            return PassageChange.None;
        }

        if (before.Exists(old => old.Text == now.Text && old.Translation == now.Translation))
        {
            return PassageChange.Marks;
        }

        return number > before.Count ? PassageChange.Added : PassageChange.Words;
    }
}
