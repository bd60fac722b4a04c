using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;

namespace RaidDocs.Web.Pages.Vault;

/// <summary>The slots: which number, what opens it, whose it is, since when.</summary>
[Asks(RecordKind.Key, Act.Read)]
public sealed class IndexModel(IServiceProvider services) : PageModel
{
    internal IReadOnlyList<SlotRow> Slots { get; private set; } = [];

    public Guid? Me => Viewers.Of(User).UserId;

    public bool MayRemove => Slots.Count(slot => slot.Kind == SlotKind.Passphrase) > 1;

    /// <summary>What a second person has agreed to, and she has still to do.</summary>
    internal IReadOnlyList<KeyActs.AgreedRow> Agreed { get; private set; } = [];

    public bool LooksAfterHouse => Viewers.Of(User).May(RecordKind.House, Act.Read);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Slots = await services.GetRequiredService<SlotDesk>().ListAsync(cancellationToken);
        Agreed = await services.GetRequiredService<KeyActs>().AgreedAsync(cancellationToken);
    }
}
