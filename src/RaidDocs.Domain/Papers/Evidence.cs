using System.ComponentModel.DataAnnotations;
using System.Globalization;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Papers;

/// <summary>How a file came to us.</summary>
public enum ReceivedHow
{
    [Display(Name = "not recorded")]
    NotRecorded,

    [Display(Name = "handed over")]
    HandedOver,

    [Display(Name = "made by our team")]
    MadeByUs,

    [Display(Name = "sent by message")]
    Message,

    [Display(Name = "sent by e-mail")]
    Mail,

    [Display(Name = "sent by post")]
    Post,

    [Display(Name = "copied from the file of an authority or a court")]
    FromAuthority,

    [Display(Name = "found in public")]
    Public,

    [Display(Name = "other")]
    Other,
}

/// <summary>What was done to make a copy out of an original.</summary>
public enum CopyKind
{
    [Display(Name = "without place, time and device")]
    WithoutMetadata,

    [Display(Name = "parts of it made unreadable")]
    Redacted,

    [Display(Name = "made smaller")]
    Resized,

    [Display(Name = "written down")]
    Transcribed,

    [Display(Name = "translated")]
    Translated,
}

/// <summary>What a file is and how it came to us. How it came is written once and never changed.</summary>
public record EvidenceFacts
{
    public required string Title { get; init; }

    /// <summary>Who gave it: a code or an office, no name of a woman.</summary>
    public string? ReceivedFrom { get; init; }

    public ReceivedHow ReceivedHow { get; init; }

    public PartialDate? ReceivedOn { get; init; }

    /// <summary>What it was made or sent with, as far as it was said.</summary>
    public string? Device { get; init; }

    /// <summary>The date of the paper, or when the picture or sound was made.</summary>
    public PartialDate? MadeOn { get; init; }

    /// <summary>The mark that a court or another office gave it.</summary>
    public string? CourtMark { get; init; }

    /// <summary>A woman can be seen or heard in it.</summary>
    public bool ShowsHer { get; init; }

    public string? Note { get; init; }

    /// <summary>What was done to make this copy; null for an original.</summary>
    public CopyKind? Copy { get; init; }

    /// <summary>The program with which the copy was made.</summary>
    public string? Tool { get; init; }

    /// <summary>What the program was told to do.</summary>
    public string? ToolSettings { get; init; }
}

/// <summary>What the bytes of a file are. Nobody can change it.</summary>
public sealed record FileFacts
{
    public FileKind Kind { get; init; }

    /// <summary>Of the bytes as they arrived, 64 digits of lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public long Bytes { get; init; }

    /// <summary>Under which name it was given. Hidden marks are written as ⟨U+202E⟩.</summary>
    public string? OriginalName { get; init; }

    /// <summary>It says in itself where it was made (GPS).</summary>
    public bool HasPlace { get; init; }
}

/// <summary>A file of one raid: an original, kept as it came, or a copy that names its original. Its bytes lie sealed outside the database.</summary>
public sealed class Evidence : Entity, IOfRaid
{
    /// <summary>200 MB.</summary>
    public const long MostBytes = 200L * 1024 * 1024;

    private readonly List<EvidenceWoman> _women = [];

    public Evidence(Guid raidId, int number, int copy, EvidenceFacts facts, FileFacts file)
    {
        RaidId = raidId;
        Number = number;
        Copy = copy;
        Facts = facts;
        File = file;
    }

    private Evidence()
    {
        // For EF Core.
        Facts = null!;
        File = null!;
    }

    public Guid RaidId { get; private set; }

    /// <summary>7 is E7, the exhibit number.</summary>
    public int Number { get; private set; }

    /// <summary>0 for the original; 1, 2, ... for its copies: E7.1, E7.2.</summary>
    public int Copy { get; private set; }

    public EvidenceFacts Facts { get; private set; }

    public FileFacts File { get; private set; }

    /// <summary>The sealed file; null where only what is known of it was brought in, and not its bytes.</summary>
    public Guid? FileId { get; private set; }

    /// <summary>The key of the sealed file, wrapped by the vault.</summary>
    public byte[]? Key { get; private set; }

    /// <summary>The original of a copy.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>The testimony that it is a record of.</summary>
    public Guid? TestimonyId { get; private set; }

    /// <summary>The answer of which it is the signed form.</summary>
    public Guid? ConsentId { get; private set; }

    /// <summary>Whom it is about.</summary>
    public IReadOnlyCollection<EvidenceWoman> Women => _women;

    public string Code => CodeOf(Number, Copy);

    public bool IsOriginal => ParentId is null;

    /// <summary>E7, E7.1.</summary>
    public static string CodeOf(int number, int copy) =>
        copy == 0 ? string.Create(CultureInfo.InvariantCulture, $"E{number}") : string.Create(CultureInfo.InvariantCulture, $"E{number}.{copy}");

    /// <summary>The number and copy of a code; null if it is none.</summary>
    public static (int Number, int Copy)? ReadCode(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var parts = code.StartsWith('E') ? code[1..].Split('.') : [];
        return parts.Length is 1 or 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            && int.TryParse(parts.Length == 2 ? parts[1] : "0", NumberStyles.None, CultureInfo.InvariantCulture, out var copy)
            && CodeOf(number, copy) == code
            ? (number, copy)
            : null;
    }

    /// <summary>Puts a description right. How it came to us and how a copy was made stay as they were written.</summary>
    public void Describe(string title, PartialDate? madeOn, string? courtMark, bool showsHer, string? note) =>
        Facts = Facts with { Title = title, MadeOn = madeOn, CourtMark = courtMark, ShowsHer = showsHer, Note = note };

    public void IsAbout(IEnumerable<Guid> women)
    {
        var all = women.ToHashSet();
        _women.RemoveAll(link => !all.Contains(link.WomanId));
        _women.AddRange(all.Where(woman => _women.TrueForAll(link => link.WomanId != woman)).Select(woman => new EvidenceWoman(RaidId, Id, woman)));
    }

    public void IsCopyOf(Evidence original) => (ParentId, TestimonyId, ConsentId) = (original.Id, original.TestimonyId, original.ConsentId);

    public void IsRecordOf(Guid? testimony, Guid? consent) => (TestimonyId, ConsentId) = (testimony, consent);

    /// <summary>Its bytes lie there from now on.</summary>
    public void LiesIn(Guid fileId, byte[] key)
    {
        if (FileId is not null)
        {
            throw new InvalidOperationException("A file is never exchanged.");
        }

        (FileId, Key) = (fileId, key);
    }
}

/// <summary>A file is about a woman.</summary>
public sealed class EvidenceWoman : Entity, IOfWoman
{
    public EvidenceWoman(Guid raidId, Guid evidenceId, Guid womanId)
    {
        RaidId = raidId;
        EvidenceId = evidenceId;
        WomanId = womanId;
    }

    private EvidenceWoman()
    {
        // For EF Core.
    }

    public Guid RaidId { get; private set; }

    public Guid EvidenceId { get; private set; }

    public Guid WomanId { get; private set; }
}
