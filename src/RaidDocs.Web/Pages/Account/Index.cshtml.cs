using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Web.Hosting;

namespace RaidDocs.Web.Pages.Account;

/// <summary>What belongs to her own sign-in.</summary>
[Authorize(Policy = "SignedIn")]
public sealed class IndexModel : PageModel
{
    public bool KeepsVault => Viewers.Of(User).May(RecordKind.Key, Act.Read);

    public bool MayHaveTokens => Viewers.Of(User).May(RecordKind.Document, Act.Export);
}
