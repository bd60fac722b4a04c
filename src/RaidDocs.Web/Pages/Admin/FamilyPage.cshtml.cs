using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Family;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Admin;

/// <summary>What the family page shows of the house, in which languages, and under which name it answers.</summary>
[Asks(RecordKind.House, Act.Record)]
public sealed class FamilyPageModel(FamilyHouse house, RaidDocsDbContext db, Texts texts) : PageModel
{
    [BindProperty]
    public PageForm Form { get; set; } = new();

    public bool IsUnderSiege => house.Tries.IsUnderSiege;

    public IReadOnlyList<Choice> Days =>
        [.. Enum.GetValues<DayOfWeek>().Select(day => new Choice(day.ToString(), Texts.IsThai ? Wording.Of("th").Weekday(day) : Wording.Of("en").Weekday(day)))];

    public IReadOnlyList<Choice> Unreviewed =>
        [.. Wording.Codes.Select(Wording.Of).Where(words => !words.IsReviewed).Select(words => new Choice(words.Code, words.Name))];

    public void OnGet()
    {
        var now = house.Settings;
        Form = new PageForm
        {
            Phone = now.Phone,
            FirstDay = now.FirstDay,
            LastDay = now.LastDay,
            Opens = now.Opens.ToString("H:mm", CultureInfo.InvariantCulture),
            Closes = now.Closes.ToString("H:mm", CultureInfo.InvariantCulture),
            SwitchedOn = [.. now.SwitchedOn],
            Host = now.Host,
            SaysNothing = now.SaysNothing,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (opens, closes) = (Time("Form.Opens", Form.Opens), Time("Form.Closes", Form.Closes));
        if (Form.Phone is { Length: > 0 } phone && phone.Any(letter => !char.IsAsciiDigit(letter) && letter is not ('+' or ' ' or '-')))
        {
            ModelState.AddModelError("Form.Phone", texts["A phone number has digits, spaces and a plus sign"]);
        }

        var host = Form.Host.Kept()?.ToLowerInvariant();
        if (host is not null && (Uri.CheckHostName(host) != UriHostNameType.Dns || !host.Contains('.', StringComparison.Ordinal)))
        {
            ModelState.AddModelError("Form.Host", texts["Write the name alone, like news.example.org"]);
        }
        else if (host is not null && string.Equals(host, Request.Host.Host, StringComparison.OrdinalIgnoreCase))
        {
            ModelState.AddModelError("Form.Host", texts["This is the name of the staff's own pages. Take another one for families"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        house.Set(new PageSettings
        {
            Phone = Form.Phone.Kept(),
            FirstDay = Form.FirstDay ?? DayOfWeek.Monday,
            LastDay = Form.LastDay ?? DayOfWeek.Saturday,
            Opens = opens!.Value,
            Closes = closes!.Value,
            SwitchedOn = [.. Form.SwitchedOn.Where(code => Unreviewed.Any(words => words.Value == code))],
            Host = host,
            SaysNothing = Form.SaysNothing,
        });
        db.NoteAct("change", "FamilyPage", "-", null);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["Saved. The family page shows it from now on."];
        return RedirectToPage();
    }

    private TimeOnly? Time(string key, string? typed)
    {
        if (TimeOnly.TryParseExact(typed?.Trim(), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        ModelState.AddModelError(key, texts["Write a time like 9:00"]);
        return null;
    }

    public sealed class PageForm
    {
        [StringLength(30, ErrorMessage = "This can have at most 30 letters")]
        [Display(Name = "The number that families call")]
        public string? Phone { get; set; }

        [Required(ErrorMessage = "Choose an answer from the list")]
        [Display(Name = "Somebody answers from")]
        public DayOfWeek? FirstDay { get; set; }

        [Required(ErrorMessage = "Choose an answer from the list")]
        [Display(Name = "until")]
        public DayOfWeek? LastDay { get; set; }

        [Display(Name = "Opens at")]
        public string? Opens { get; set; }

        [Display(Name = "Closes at")]
        public string? Closes { get; set; }

        [Display(Name = "Languages that are offered although nobody has reviewed them")]
        public List<string> SwitchedOn { get; set; } = [];

        [Display(Name = "Own name of the family page (optional)")]
        [StringLength(200, ErrorMessage = "The address can have at most 200 letters")]
        public string? Host { get; set; }

        [Display(Name = "Let the page say nothing for now")]
        public bool SaysNothing { get; set; }
    }
}
