using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Disclosure;

/// <summary>What left the house: for whom, why, and which file exactly. Its parts are the recall list when a yes is taken back.</summary>
public sealed class Export : Entity, IOfRaid
{
    public Export(Guid raidId, string kind, Audience audience, string? forWhom, string? why, Guid? madeBy, string sha256, long bytes)
    {
        RaidId = raidId;
        Kind = kind;
        Audience = audience;
        ForWhom = forWhom;
        Why = why;
        MadeBy = madeBy;
        Sha256 = sha256;
        Bytes = bytes;
    }

    private Export()
    {
        // For EF Core.
    }

    public Guid RaidId { get; private set; }

    /// <summary>Of <see cref="ExportKind"/>.</summary>
    public string Kind { get; private set; } = "";

    public Audience Audience { get; private set; }

    /// <summary>Who got it, by name of the organisation or office.</summary>
    public string? ForWhom { get; private set; }

    public string? Why { get; private set; }

    /// <summary>Null for the person at the command line.</summary>
    public Guid? MadeBy { get; private set; }

    /// <summary>Of the file as it left, lower-case hex.</summary>
    public string Sha256 { get; private set; } = "";

    public long Bytes { get; private set; }

    /// <summary>The number of a case file, printed on each of its pages, or of a file of tables; null for other documents.</summary>
    public int? Copy { get; private set; }

    /// <summary>On which way it went.</summary>
    public string? SentHow { get; private set; }

    /// <summary>Until when they may keep it (local day).</summary>
    public DateOnly? KeepUntil { get; private set; }

    internal void IsCopy(int? copy, string? sentHow, DateOnly? keepUntil) => (Copy, SentHow, KeepUntil) = (copy, sentHow, keepUntil);
}

/// <summary>A finished file that is about to leave.</summary>
/// <param name="Kind">Of <see cref="ExportKind"/>.</param>
/// <param name="Why">What it is needed for.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
/// <param name="Bytes">How many.</param>
public sealed record ExportedFile(string Kind, string? Why, string Sha256, long Bytes)
{
    public int? Copy { get; init; }

    public string? SentHow { get; init; }

    public DateOnly? KeepUntil { get; init; }
}

/// <summary>The kinds of export, as the log names them.</summary>
public static class ExportKind
{
    public const string CaseStudy = "case-study";
    public const string Statement = "statement";
    public const string CaseFile = "case-file";
    public const string ArbitraryDetention = "arbitrary-detention";
    public const string SpecialProcedures = "special-procedures";
    public const string Petition = "petition";
    public const string Huridocs = "huridocs";
    public const string Htcds = "htcds";
    public const string Statistics = "statistics";
}

/// <summary>That an export tells of a woman, or quotes one of her testimonies.</summary>
public sealed class ExportedPart : Entity, IOfWoman
{
    public ExportedPart(Guid exportId, Guid raidId, Guid womanId, Guid? testimonyId, string? passages)
    {
        ExportId = exportId;
        RaidId = raidId;
        WomanId = womanId;
        TestimonyId = testimonyId;
        Passages = passages;
    }

    private ExportedPart()
    {
        // For EF Core.
    }

    public Guid ExportId { get; private set; }

    public Guid RaidId { get; private set; }

    public Guid WomanId { get; private set; }

    /// <summary>Null: what is recorded of her.</summary>
    public Guid? TestimonyId { get; private set; }

    /// <summary>Numbers of the passages, as "1 3 4".</summary>
    public string? Passages { get; private set; }
}
