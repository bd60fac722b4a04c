using Microsoft.EntityFrameworkCore.Metadata;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Staff;

namespace RaidDocs.Web.Pages.Admin.Audit;

/// <summary>The words that lines of the log are made of. To gather them from the log would read all of it for each look.</summary>
internal static class LogWords
{
    public static IReadOnlyList<string> Acts { get; } =
    [
        "add-app", "add-passkey", "alone", "api-read", "backup", "calendar-read", "change", "change refused", "confirm", "copy", "create", "delete", "denied", "end-session", "export", "fetched", "import", "invite",
        "load", "lock", "new-device", "new-recovery-codes", "read", "recover", "refuse-sign-in", "rekey", "remove-app", "remove-passkey", "restore", "rewrap",
        "role", "sheet", "sign-in", "sign-out", "stopped", "unlock", "unlock failed", "verify", "verify failed",
    ];

    // What is no row of the store, and what was refused.
    private static readonly string[] Others = ["Store", "Vault", "arbitrary-detention", "case", "case-file", "case-study", "htcds", "huridocs", "log", "petition", "special-procedures", "statistics", nameof(ReferenceItem), .. Enum.GetNames<RecordKind>()];

    public static IReadOnlyList<string> KindsOf(IModel model) =>
    [
        .. model.GetEntityTypes().Select(type => type.ClrType)
            .Where(type => (type.IsAssignableTo(typeof(Entity)) && !type.IsAssignableTo(typeof(IUnaudited))) || type == typeof(StaffUser))
            .Select(type => type.Name).Concat(Others).Distinct().Order(StringComparer.Ordinal),
    ];
}
