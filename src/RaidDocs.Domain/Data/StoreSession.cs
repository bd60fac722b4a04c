using RaidDocs.Domain.Access;
using RaidDocs.Domain.Audit;

namespace RaidDocs.Domain.Data;

/// <summary>What a context needs to know of its surroundings.</summary>
public sealed class StoreSession(Viewer viewer, WriterGate gate, StoreState state, TimeProvider clock)
{
    public Viewer Viewer { get; } = viewer;

    public WriterGate Gate { get; } = gate;

    public StoreState State { get; } = state;

    public TimeProvider Clock { get; } = clock;

    internal List<AuditLine> Readings { get; } = [];
}
