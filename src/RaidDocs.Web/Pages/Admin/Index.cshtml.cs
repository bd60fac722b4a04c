using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Hosting.Backups;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Admin;

/// <summary>What the administrator looks after.</summary>
[Asks(RecordKind.House, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db, VaultKeeper vault, TimeProvider clock) : PageModel
{
    private const int OldAfterDays = 90;

    /// <summary>When this program was built, with the parts it is made of.</summary>
    public static DateOnly BuiltOn { get; } = DateOnly.ParseExact(
        typeof(IndexModel).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == nameof(BuiltOn)).Value!,
        "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public bool IsOld => clock.Today() > BuiltOn.AddDays(OldAfterDays);

    internal BackupReminder? Backups { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Backups = await BackupReminder.ReadAsync(db, vault, clock, cancellationToken);
}
