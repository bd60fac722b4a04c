using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Importing;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Admin.Importing;

/// <summary>Which of the women she may see could be one and the same. It shows codes; only two people can join two records.</summary>
[Asks(RecordKind.Import, Act.Read)]
public sealed class SameModel(RaidDocsDbContext db) : PageModel
{
    private const int OnPage = 50;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public PagedList<LikelySame> Pairs { get; private set; } = new([], 1, 1, 0);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var all = await db.FindLikelySameAsync(cancellationToken);
        Pairs = all.ToPagedList(PageNumber, OnPage);
    }
}
