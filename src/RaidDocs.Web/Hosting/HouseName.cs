using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;

namespace RaidDocs.Web.Hosting;

/// <summary>The neutral name that every page carries, kept in memory after the store was opened.</summary>
public sealed class HouseName
{
    public const string Default = "Notes";

    public string Value { get; private set; } = Default;

    public void Set(string name) => Value = name;

    public async Task ReadAsync(RaidDocsDbContext db, CancellationToken cancellationToken) =>
        Value = await db.Settings.Where(setting => setting.Key == HouseSetting.Name).Select(setting => setting.Value)
            .FirstOrDefaultAsync(cancellationToken) ?? Default;
}
