namespace RaidDocs.Domain.Importing;

/// <summary>What became of the rows of one table.</summary>
/// <param name="Table">women, raids, ...</param>
/// <param name="New">Rows that are brought in, or would be.</param>
/// <param name="Here">Rows that were brought in before, and say the same.</param>
public sealed record ImportCount(string Table, int New, int Here);

/// <summary>What an import did, or would do.</summary>
/// <param name="IsWritten">False for a check, and when anything was wrong: then nothing at all is written.</param>
/// <param name="Counts">Of each table that was given.</param>
/// <param name="Report">Everything that is wrong, and what is worth a look.</param>
/// <param name="Raids">The codes of raids that are new.</param>
/// <param name="Likely">Women who may be one and the same. Nobody is joined.</param>
public sealed record ImportResult(
    bool IsWritten, IReadOnlyList<ImportCount> Counts, ImportReport Report, IReadOnlyList<string> Raids, IReadOnlyList<LikelySame> Likely)
{
    public int New => Counts.Sum(count => count.New);

    public int Here => Counts.Sum(count => count.Here);
}

/// <summary>A raid while rows of it are brought in.</summary>
/// <param name="id">Its id here.</param>
/// <param name="raid">Null where the viewer may not see it.</param>
internal sealed class RaidUnderWay(Guid id, Raids.Raid? raid)
{
    public Guid Id => id;

    public Raids.Raid? Raid => raid;

    /// <summary>For its source.</summary>
    public string Outer { get; init; } = "";

    public string? Rest { get; init; }

    /// <summary>The file as the source of this raid, once something of it was brought in.</summary>
    public Sources.Source? Source { get; set; }

    /// <summary>Women of the raid and their number in it.</summary>
    public Dictionary<Guid, int> Women { get; } = [];

    public int LastWoman { get; set; }

    public int LastSource { get; set; }

    public int LastTestimony { get; set; }

    public int LastCourtCase { get; set; }
}

/// <summary>A woman while rows about her are brought in.</summary>
internal sealed class WomanUnderWay(Women.Woman woman)
{
    public Women.Woman Woman => woman;

    /// <summary>Her row, when it is in the file.</summary>
    public ImportRow? Row { get; init; }

    public bool IsNew { get; init; }

    public string Outer { get; init; } = "";

    public List<RaidUnderWay> Raids { get; } = [];

    public List<string> Names { get; init; } = [];

    public int? BirthYear { get; init; }

    /// <summary>The same as it stands in the file, for where it tells no age.</summary>
    public string? Born { get; init; }

    public int? Age { get; init; }

    public string? AgeMethod { get; init; }

    public Common.PartialDate? ToldOn { get; init; }

    public string? Code { get; init; }

    public string? Rest { get; init; }

    public string Hash { get; init; } = "";

    /// <summary>What her row allows; null when it says nothing.</summary>
    public ImportedConsent? Consent { get; init; }
}
