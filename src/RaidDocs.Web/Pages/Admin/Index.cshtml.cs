using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Web.Hosting;

namespace RaidDocs.Web.Pages.Admin;

/// <summary>What the administrator looks after.</summary>
[Asks(RecordKind.House, Act.Read)]
public sealed class IndexModel : PageModel;
