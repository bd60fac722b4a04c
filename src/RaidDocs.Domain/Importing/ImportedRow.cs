using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;

namespace RaidDocs.Domain.Importing;

/// <summary>
/// A row of a file that was brought in once: what it became here, so that the same file again changes nothing and later files
/// can name it. It also keeps what a file says of a woman for which the record has no field. The record itself is in the log.
/// </summary>
public sealed class ImportedRow : Entity, IUnaudited, ISealedWords
{
    private string? _rest;

    public ImportedRow(string table, string outerId, Guid recordId, string hash)
    {
        Table = table;
        OuterId = outerId;
        RecordId = recordId;
        Hash = hash;
    }

    private ImportedRow()
    {
        // For EF Core.
    }

    /// <summary>women, raids, ...</summary>
    public string Table { get; private set; } = "";

    /// <summary>Its id in the file.</summary>
    public string OuterId { get; private set; } = "";

    public Guid RecordId { get; private set; }

    /// <summary>Of what stood in the row.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Null for a place, which belongs to no raid.</summary>
    public Guid? RaidId { get; init; }

    public Guid? WomanId { get; init; }

    /// <summary>The code that people used in the other system.</summary>
    public string? Code { get; init; }

    /// <summary>What the file says and no field holds.</summary>
    public string? Rest
    {
        get => _rest;
        init => _rest = value;
    }

    void ISealedWords.Change(Func<string, string, string> change) => _rest = _rest is null ? null : change(nameof(Rest), _rest);
}
