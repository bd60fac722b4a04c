using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using QRCoder;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Family;
using RaidDocs.Family;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Hosting.Family;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women.Family;

/// <summary>
/// Gives a number to one contact, after her consent was read. The number stands in the answer of this one post and nowhere else:
/// not in a cookie, not in the record.
/// </summary>
[Asks(RecordKind.Family, Act.Record)]
public sealed class GiveModel(RaidDocsDbContext db, FamilyHouse house, FamilyNumbers numbers, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>The contact that gets a new number instead of this one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? From { get; set; }

    [BindProperty]
    public FamilyForm Form { get; set; } = new();

    public WomanBar? Bar { get; private set; }

    public FamilyConsent Consent { get; private set; } = null!;

    public GivenNumber? Given { get; private set; }

    public IReadOnlyList<Choice> Languages => house.Languages();

    public IReadOnlyList<Choice> Levels => FamilyLists.Levels(Texts.Shared, withNothing: false);

    public string? Phone => house.Settings.Phone;

    public string Hours => FamilyHtml.HoursOf(Wording.Of(Given!.Link.Facts.Language), house.Settings);

    /// <summary>Where the number is typed. Nothing on the slip says whose it is.</summary>
    public string Address => house.Settings.Host is { } host ? $"https://{host}/n" : $"{Request.Scheme}://{Request.Host}/n";

    /// <summary>The address alone, as a code for a camera.</summary>
    public string Picture
    {
        get
        {
            using var code = QRCodeGenerator.GenerateQrCode(Address, QRCodeGenerator.ECCLevel.M);
            using var svg = new SvgQRCode(code);
            return svg.GetGraphic(3, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute)
                .Replace("<svg ", "<svg width=\"110\" height=\"110\" aria-hidden=\"true\" ", StringComparison.Ordinal);
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is not { } bar)
        {
            return NotFound();
        }

        Form.Level = null;
        if (From is { } before && await db.FindLinkAsync(bar, before, cancellationToken) is { } link)
        {
            Form = FamilyForm.Of(link);
            Form.Number = Guid.CreateVersion7();
        }
        else
        {
            await SuggestAsync(bar, cancellationToken);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is not { } bar)
        {
            return NotFound();
        }

        // Sent again, the same form makes no second number, and the first is not shown again.
        if (await db.FamilyLinks.AnyAsync(link => link.Id == Form.Number, cancellationToken))
        {
            return Redirect($"/women/{bar.Code}/family");
        }

        var facts = Form.Read(ModelState, clock.Today());
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var given = await numbers.GiveAsync(db, (bar.RaidId, bar.Id), facts, Form.WithAlarm, Form.Number, cancellationToken);
        if (From is { } before)
        {
            foreach (var link in await db.FamilyLinks.Where(link => (link.Id == before || link.AlarmOfId == before) && link.WomanId == bar.Id && link.RaidId == bar.RaidId).ToListAsync(cancellationToken))
            {
                link.Revoke(clock.Today());
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        Given = given;
        return Page();
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindWomanAsync(Code, cancellationToken);
        Consent = Bar is null ? null! : await FamilyConsent.OfAsync(db, Bar.RaidId, Bar.Id, clock.Today(), cancellationToken);
    }

    // What the record says today; whoever gives the number judges what of it is told.
    private async Task SuggestAsync(WomanBar bar, CancellationToken cancellationToken)
    {
        var where = Whereabouts.Of([.. (await WomanFile.StaysAsync(db, bar.Id, bar.RaidId, cancellationToken)).Select(stay => stay.Placed)], clock.Today());
        Form.Language = house.Settings.Offered.First();
        Form.Sentence = where.Is == Whereabout.Held ? FamilySentence.GovernmentPlace : FamilySentence.InContact;
        Form.NewsOn = FamilyForm.Boxes(where.LastNews ?? clock.Today());
        Form.Since = where.Is == Whereabout.Held && where.Since <= where.LastNews ? FamilyForm.Boxes(where.Since) : new();
    }
}
