using System.Security.Cryptography;
using System.Text;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;

namespace RaidDocs.Domain.Importing;

/// <summary>
/// A row of a file that was brought in once: what it became here, so that the same file again changes nothing and later files
/// can name it. It also keeps what a file says of a woman for which the record has no field. The record itself is in the log.
/// Of a row whose record two people erased only a mark is left: it holds a hash of the id in place of it, and no record, woman, raid or word.
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

    /// <summary>Its id in the file; in a mark a hash of it.</summary>
    public string OuterId { get; private set; } = "";

    /// <summary>What it became. Empty in a mark.</summary>
    public Guid RecordId { get; private set; }

    /// <summary>It keeps a row away that was erased here, and stands for nothing.</summary>
    internal bool IsErased => RecordId == Guid.Empty;

    /// <summary>Of what stood in the row. Empty in a mark.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Null for a place, which belongs to no raid, and for a woman who was in other raids too when that of her row was erased.</summary>
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

    /// <summary>All that is left of a row that was erased.</summary>
    internal static ImportedRow Erased(string table, string outerId) => new(table, MarkOf(table, outerId), Guid.Empty, "");

    /// <summary>By this an id that was erased is known when it comes again.</summary>
    internal static string MarkOf(string table, string outerId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{table}\n{outerId}")));

    void ISealedWords.Change(Func<string, string, string> change) => _rest = _rest is null ? null : change(nameof(Rest), _rest);
}
