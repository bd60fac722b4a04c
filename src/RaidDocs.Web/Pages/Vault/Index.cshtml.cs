using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;

namespace RaidDocs.Web.Pages.Vault;

/// <summary>The slots: which number, what opens it, whose it is, since when.</summary>
[Asks(RecordKind.House, Act.Record)]
public sealed class IndexModel(IServiceProvider services) : PageModel
{
    internal IReadOnlyList<SlotRow> Slots { get; private set; } = [];

    public Guid? Me => Viewers.Of(User).UserId;

    public bool MayRemove => Slots.Count(slot => slot.Kind == SlotKind.Passphrase) > 1;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Slots = await services.GetRequiredService<SlotDesk>().ListAsync(cancellationToken);
}
