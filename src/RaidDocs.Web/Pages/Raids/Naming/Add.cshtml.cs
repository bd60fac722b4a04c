using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Raids.Naming;

/// <summary>What the women of a raid are called, one by one.</summary>
[Asks(RecordKind.WomanName, Act.Record)]
public sealed class AddModel(RaidDocsDbContext db, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public AddForm Form { get; set; } = new();

    public RaidBar Bar { get; private set; } = null!;

    /// <summary>The code that the next woman gets.</summary>
    public string Next { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(Code, cancellationToken) is null)
        {
            return NotFound();
        }

        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = (await db.FindRaidAsync(Code, cancellationToken))!;
        var raid = await db.Raids.SingleAsync(raid => raid.Code == Code, cancellationToken);
        Next = (await NamingWomen.OpenAsync(db, raid, cancellationToken)).CodeAt(0);
    }

    /// <param name="another">Pressed to go on with the next woman.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IActionResult> OnPostAsync(string? another, CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(Code, cancellationToken) is null)
        {
            return NotFound();
        }

        if (ModelState.IsValid && PlainText.Name(Form.Called!).Length == 0)
        {
            ModelState.AddModelError("Form.Called", texts["Enter what she is called"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var code = await db.InOneWriteAsync(() => SaveAsync(cancellationToken), cancellationToken);
        if (code is not null)
        {
            TempData["Confirmation"] = texts["{0} is saved. Her name is shown only to those who may see names.", code];
        }

        return Redirect(another is null ? $"/raids/{Code}/women" : $"/raids/{Code}/women/add");
    }

    // Null for a form that was sent before: its number is the number of the name.
    private async Task<string?> SaveAsync(CancellationToken cancellationToken)
    {
        if (await db.WomanNames.AnyAsync(name => name.Id == Form.Number, cancellationToken))
        {
            return null;
        }

        var raid = await db.Raids.SingleAsync(raid => raid.Code == Code, cancellationToken);
        var naming = await NamingWomen.OpenAsync(db, raid, cancellationToken);
        var code = await naming.NameOneAsync(
            new(1, PlainText.Name(Form.Called!), Form.Age, Form.From), Said.Read(Form.WordForWork), Form.Number, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return code;
    }

    public sealed class AddForm
    {
        [Required(ErrorMessage = "Enter what she is called")]
        [Display(Name = "What she is called")]
        public string? Called { get; set; }

        [Range(0, 120, ErrorMessage = "Age must be a number, like 23")]
        [Display(Name = "Age she says")]
        public int? Age { get; set; }

        [Display(Name = "Where she is from")]
        public string? From { get; set; }

        [Display(Name = "Her word for her work")]
        public string? WordForWork { get; set; }

        public Guid Number { get; set; } = Guid.CreateVersion7();
    }
}
