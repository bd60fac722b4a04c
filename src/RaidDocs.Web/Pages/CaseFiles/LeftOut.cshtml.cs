using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Disclosure.Bundles;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.CaseFiles;

/// <summary>Step 3: what is left out by the women's answers and the audience, and what else is to be hidden.</summary>
[Asks(RecordKind.Document, Act.Export)]
public sealed class LeftOutModel(RaidDocsDbContext db, BundlePress press, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    [BindProperty]
    public LeftOutForm Form { get; set; } = new();

    public BundleOrder? Order { get; private set; }

    public Disclosed? Disclosed { get; private set; }

    /// <summary>The accounts that could go with it.</summary>
    public IReadOnlyList<Choice> Told { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Disclosed is null)
        {
            return NotFound();
        }

        var (wishes, hide) = (Order!.Wishes, Order.Wishes.Hide);
        Form = new LeftOutForm
        {
            Places = hide.Places,
            StaffNames = hide.StaffNames,
            PhoneNumbers = hide.PhoneNumbers,
            Ages = hide.Ages,
            Words = string.Join('\n', hide.Words),
            Testimonies = [.. Told.Select(choice => choice.Value).Except(wishes.NotTestimonies)],
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        db.DemandExport();
        await LoadAsync(cancellationToken);
        if (Disclosed is null)
        {
            return NotFound();
        }

        var words = (Form.Words ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (words.Find(word => Domain.Common.PlainText.Letters(word) < 2) is { } tooShort)
        {
            ModelState.AddModelError("Form.Words", texts["\"{0}\" is too short to be hidden: write words of two letters or more", tooShort]);
            return Page();
        }

        return await this.KeepAndGoAsync(db, Draft, wishes => wishes with
        {
            Hide = wishes.Hide with { Places = Form.Places, StaffNames = Form.StaffNames, PhoneNumbers = Form.PhoneNumbers, Ages = Form.Ages, Words = words },
            NotTestimonies = [.. Told.Select(choice => choice.Value).Except(Form.Testimonies)],
        }, "/exhibits", cancellationToken);
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Order = await db.FindBundleAsync(Draft, cancellationToken);
        if (Order is null)
        {
            return;
        }

        Disclosed = await press.DiscloseAsync(db, Order.Raid, Order.Wishes with { NotTestimonies = [] }, cancellationToken);
        Told = Disclosed is null || !Order.Wishes.Parts.Contains(BundlePart.Statements)
            ? []
            : [.. Disclosed.Parts.Where(part => part.Testimony is not null).Select(part => new Choice(part.Testimony!, $"{part.Testimony}, {part.Woman}"))];
    }

    public sealed class LeftOutForm
    {
        [Display(Name = "Hide names of places")]
        public bool Places { get; set; }

        [Display(Name = "Hide names of our team")]
        public bool StaffNames { get; set; } = true;

        [Display(Name = "Hide phone numbers")]
        public bool PhoneNumbers { get; set; } = true;

        [Display(Name = "Ages as bands")]
        public bool Ages { get; set; }

        [DataType(DataType.MultilineText)]
        [Display(Name = "Words to hide")]
        public string? Words { get; set; }

        [Display(Name = "Testimonies that go with it")]
        public List<string> Testimonies { get; set; } = [];
    }
}
