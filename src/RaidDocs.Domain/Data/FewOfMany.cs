using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Stays;
using RaidDocs.Domain.Violations;

namespace RaidDocs.Domain.Data;

/// <summary>
/// Indexes over the few rows of a long table that home and the calendar ask for. Each holds only what is still to be done, so it stays small
/// however long the record grows. The condition is written as the query says it: SQLite uses such an index only where it finds the same words.
/// </summary>
internal static class FewOfMany
{
    public static void Add(ModelBuilder builder)
    {
        builder.Entity<Stay>().HasIndex(stay => new { stay.RaidId, stay.WomanId }, "IX_Stays_Open").HasFilter("\"To\" IS NULL");
        builder.Entity<Consent>().HasIndex(consent => consent.RaidId, "IX_Consents_Ending").HasFilter("\"ValidTo\" IS NOT NULL");
        builder.Entity<Violation>().HasIndex(violation => violation.RaidId, "IX_Violations_ToTalkAbout").HasFilter("\"ToTalkAbout\"");
        builder.Entity<Hearing>().HasIndex(hearing => new { hearing.OnFrom, hearing.OnTo }, "IX_Hearings_Open").HasFilter("\"IsOpen\"");
        builder.Entity<Hearing>().HasIndex(hearing => hearing.NextFrom, "IX_Hearings_Next").HasFilter("\"NextFrom\" IS NOT NULL");
        builder.Entity<Clock>().HasIndex(clock => clock.DueOn, "IX_Clocks_Open").HasFilter("\"IsOpen\"");
    }
}
