using RaidDocs.Domain.Access;

namespace RaidDocs.Domain.Data;

public static class Demands
{
    /// <summary>Refuses what the rules do not allow as things are. The store asks so for each row; who changes what is no row of it asks here.</summary>
    public static void Demand(this RaidDocsDbContext db, Asked asked)
    {
        ArgumentNullException.ThrowIfNull(db);
        switch (AccessRules.Decide(db.Viewer, asked, db.Now))
        {
            case Decision.Allow:
                return;
            case Decision.StepUp:
                throw new ProofNeededException();
            case Decision.NeedsSecond:
                throw new SecondNeededException();
            default:
                throw new AccessRefusedException();
        }
    }
}
