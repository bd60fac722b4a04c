using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Tests.Areas.Kit.Pages;

/// <summary>A list of several pages.</summary>
public sealed class ListModel : PageModel
{
    public PagedList<string> Raids { get; private set; } = new([], 1, 2, 0);

    public void OnGet([FromQuery(Name = "p")] int page = 1) => Raids = new(["R03", "R04"], page, 2, 6);
}
