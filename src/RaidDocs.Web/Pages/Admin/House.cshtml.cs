using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Admin;

/// <summary>The neutral name and picture of the pages, and where Hide leads.</summary>
[Asks(RecordKind.House, Act.Record)]
public sealed class HouseModel(RaidDocsDbContext db, IOptions<FrameOptions> frame, Texts texts) : PageModel
{
    private static readonly string OwnCalendar = new FrameOptions().LeaveTo;

    [BindProperty]
    public HouseForm Form { get; set; } = new();

    public IReadOnlyList<Choice> Icons =>
    [
        new("note", texts["a note"]),
        new("leaf", texts["a leaf"]),
        new("cup", texts["a cup"]),
        new("sun", texts["a sun"]),
    ];

    public void OnGet() => Form = new HouseForm
    {
        Name = frame.Value.ServiceName,
        Icon = frame.Value.Icon,
        LeaveTo = frame.Value.LeaveTo == OwnCalendar ? null : frame.Value.LeaveTo,
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Form.Icon is not null && !FrameOptions.Icons.Contains(Form.Icon))
        {
            ModelState.AddModelError("Form.Icon", texts["Choose an answer from the list"]);
        }

        var leaveTo = string.IsNullOrWhiteSpace(Form.LeaveTo) ? OwnCalendar : Form.LeaveTo.Trim();
        if (leaveTo != OwnCalendar && !(Uri.TryCreate(leaveTo, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0))
        {
            ModelState.AddModelError("Form.LeaveTo", texts["Write the whole address, beginning with https://"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var chosen = new Dictionary<string, string>
        {
            [HouseSetting.Name] = Form.Name!.Trim(),
            [HouseSetting.Icon] = Form.Icon!,
            [HouseSetting.LeaveTo] = leaveTo,
        };
        var kept = await db.Settings.ToDictionaryAsync(setting => setting.Key, cancellationToken);
        foreach (var (key, value) in chosen)
        {
            if (kept.TryGetValue(key, out var setting))
            {
                setting.Set(value);
            }
            else
            {
                db.Settings.Add(new HouseSetting(key, value));
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        frame.Value.Dress(chosen);
        TempData["Confirmation"] = texts["Saved. Every page shows it from now on."];
        return RedirectToPage();
    }

    public sealed class HouseForm
    {
        [Required(ErrorMessage = "Enter a neutral name, like Notes")]
        [StringLength(40, ErrorMessage = "The name can have at most 40 letters")]
        [Display(Name = "A neutral name for the pages")]
        public string? Name { get; set; }

        [Required(ErrorMessage = "Choose an answer from the list")]
        [Display(Name = "The picture beside it in the browser")]
        public string? Icon { get; set; }

        [Display(Name = "Where Hide leads (optional)")]
        [StringLength(200, ErrorMessage = "The address can have at most 200 letters")]
        public string? LeaveTo { get; set; }
    }
}
