using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace RaidDocs.Web.Pages.Account;

/// <summary>What belongs to her own sign-in.</summary>
[Authorize(Policy = "SignedIn")]
public sealed class IndexModel : PageModel;
