using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;

namespace RaidDocs.Domain.Disclosure;

/// <summary>A file that may leave, in the order of the exhibit numbers.</summary>
/// <param name="Id">To open it with <see cref="EvidenceStore.OpenReadAsync"/>.</param>
/// <param name="Told">What may be told of it.</param>
/// <param name="IsHere">False where only what is known of it is in the store, not its bytes.</param>
public sealed record Exhibit(Guid Id, EvidenceInCase Told, bool IsHere)
{
    public string Code => Told.Code;

    /// <summary>It says where it was made. Whoever lets it leave is asked once more.</summary>
    public bool HasPlace => Told.File.HasPlace;
}

/// <summary>The files of a raid that the gate let through.</summary>
public static class Exhibits
{
    public static async Task<IReadOnlyList<Exhibit>> ExhibitsAsync(this RaidDocsDbContext db, Disclosed disclosed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(disclosed);
        var rows = await db.Evidence.AsNoTracking().Where(row => row.RaidId == disclosed.RaidId)
            .Select(row => new { row.Id, row.Number, row.Copy, IsHere = row.FileId != null }).ToListAsync(cancellationToken);
        var idOf = rows.ToDictionary(row => Evidence.CodeOf(row.Number, row.Copy), StringComparer.Ordinal);
        return [.. disclosed.File.Evidence.Select(told => new Exhibit(idOf[told.Code].Id, told, idOf[told.Code].IsHere))];
    }

    /// <summary>Writes into the custody of each file that it left, with the next save.</summary>
    public static void NoteLeft(this RaidDocsDbContext db, Export export, IEnumerable<Exhibit> exhibits)
    {
        ArgumentNullException.ThrowIfNull(export);
        foreach (var exhibit in exhibits)
        {
            db.NoteFile(Custody.Left, exhibit.Id, export.RaidId, export.Id.ToString("D"));
        }
    }
}
