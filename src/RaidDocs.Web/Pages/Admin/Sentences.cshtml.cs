using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Admin;

public enum Sentences
{
    [Display(Name = "all")]
    All,

    [Display(Name = "without Thai")]
    Missing,

    [Display(Name = "not read by a native speaker")]
    Unread,
}

/// <summary>The Thai sentences of the program: which are missing, which no native speaker has read.</summary>
[Asks(RecordKind.House, Act.Read)]
public sealed class SentencesModel : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Which sentences?")]
    public Sentences Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public PagedList<SentenceRow> Rows { get; private set; } = new([], 1, PageSize, 0);

    public void OnGet()
    {
        var rows = TextTable.Thai
            .Select(text => new SentenceRow(text.Key, text.Value.Th, text.Value.Read))
            .Where(row => Show switch
            {
                Sentences.Missing => row.Thai.Length == 0,
                Sentences.Unread => row.Thai.Length > 0 && !row.IsRead,
                _ => true,
            })
            .OrderBy(row => row.English, StringComparer.Ordinal)
            .ToList();
        var last = Math.Max(1, (rows.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(PageNumber, 1, last);
        Rows = new PagedList<SentenceRow>([.. rows.Skip((page - 1) * PageSize).Take(PageSize)], page, PageSize, rows.Count);
    }

    public sealed record SentenceRow(string English, string Thai, bool IsRead);
}
