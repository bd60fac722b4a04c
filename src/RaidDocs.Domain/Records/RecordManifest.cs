using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Papers;

namespace RaidDocs.Domain.Records;

/// <summary>
/// What lies in a folder that holds the whole record: cases/R01.json in the case format, evidence/R01/E7.pdf as it came, the
/// cases as rows in tables/women.csv, and this file, manifest.json, with the hash of each. It holds names and opens without a key.
/// </summary>
public sealed record RecordManifest
{
    public const string FormatName = "raiddocs-record/1";

    public const string FileName = "manifest.json";

    /// <summary>Always "raiddocs-record/1".</summary>
    public required string Format { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>The checkpoint of the log from which the record can be held against its store.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>In the order in which they come in again: a woman stands in her first raid before a later one names her.</summary>
    public List<RecordRaid> Raids { get; init; } = [];

    public List<RecordFile> Files { get; init; } = [];

    /// <summary>The cases once more as rows, in the columns of the table import. What they cannot say stands in the cases alone.</summary>
    public List<RecordTable> Tables { get; init; } = [];

    /// <summary>Files whose bytes are not here, because a woman's answer closes them. Their rows are in the case.</summary>
    public List<ClosedInRecord> Closed { get; init; } = [];
}

public sealed record RecordRaid
{
    public required string Code { get; init; }

    public int Women { get; init; }

    public int Testimonies { get; init; }

    /// <summary>How many of its files have their bytes here.</summary>
    public int Files { get; init; }
}

/// <summary>A file of the folder.</summary>
public sealed record RecordFile
{
    /// <summary>cases/R01.json, evidence/R01/E7.1.jpg.</summary>
    public required string Name { get; init; }

    public required long Bytes { get; init; }

    /// <summary>64 digits, 0 to 9 and a to f.</summary>
    public required string Sha256 { get; init; }

    /// <summary>A file that was read to its end.</summary>
    internal static RecordFile Of(string name, HashedSource read) => new() { Name = name, Bytes = read.Bytes, Sha256 = read.Finish() };
}

/// <summary>A table of the folder.</summary>
public sealed record RecordTable
{
    /// <summary>tables/women.csv.</summary>
    public required string Name { get; init; }

    public required int Rows { get; init; }

    /// <summary>How many things of this kind no row can say, such as what a witness told who has no code.</summary>
    public int NoRow { get; init; }
}

public sealed record ClosedInRecord
{
    public required string Raid { get; init; }

    /// <summary>E7, E7.1.</summary>
    public required string File { get; init; }

    /// <summary>To what she says no.</summary>
    public required Purpose Purpose { get; init; }
}
