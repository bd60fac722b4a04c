using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Drafts;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;
using RaidDocs.Web.Pages.Women.Consents;

namespace RaidDocs.Web.Pages.Testimonies.Log;

/// <summary>Before she is asked anything: what is read to her, and whether she wants to talk. Not today ends it, and nothing is kept.</summary>
[Asks(RecordKind.Testimony, Act.Record)]
public sealed class BeforeModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    [BindProperty]
    public BeforeForm Form { get; set; } = new();

    public OpenAccount? Account { get; private set; }

    /// <summary>What is read to her; another language on request.</summary>
    public InformationSheet? Sheet { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? sheet, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Form.AgreedOn = DateBoxes.Of(PartialDate.OfDay(clock.Today()));
        var shown = this.Show(Account, TestimonySteps.Before, answers => Form = answers.Before ?? Form);
        Sheet = InformationSheets.Find(sheet) ?? InformationSheets.Find(Form.Sheet) ?? await SheetForHerAsync(cancellationToken);
        Form.Sheet = Sheet?.Code;
        return shown;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Form.Talk == Talk.NotToday)
        {
            return await db.InOneWriteAsync(() => EndAsync(cancellationToken), cancellationToken);
        }

        return await this.TakeAsync(db, clock, Draft, TestimonySteps.Before, Check, answers => answers.Before = Form, cancellationToken);
    }

    private void Check(OpenAccount account)
    {
        var agreed = Form.AgreedOn.Read(ModelState, "Form.AgreedOn", "the day she agreed");
        ModelState.RefuseFuture("Form.AgreedOn", agreed, clock.Today());
        ModelState.RefuseAgreedAfter("Form.AgreedOn", agreed, account.Answers.Where?.ToldOn.Read(new(), "", "the day it was told"));
        if (!string.IsNullOrEmpty(Form.Sheet) && InformationSheets.Find(Form.Sheet) is null)
        {
            ModelState.AddModelError("Form.Sheet", texts["Choose one of the list"]);
        }
    }

    // It ends kindly: what was begun is gone, and only if she agrees to it the day on which she was asked is kept.
    private async Task<IActionResult> EndAsync(CancellationToken cancellationToken)
    {
        if (await db.OpenAccountAsync(Draft, cancellationToken) is not { } account)
        {
            return NotFound();
        }

        if (account.Became is { } became)
        {
            return Redirect(became);
        }

        var isNoted = Form.MayNoteDay && account.Answers is { SpeaksHerself: true, WomanId: not null };
        if (isNoted)
        {
            db.NotToday.Add(new NotToday(account.Raid.Id, account.Answers.WomanId!.Value, new() { On = PartialDate.OfDay(clock.Today()) }));
        }

        db.Drafts.Remove((await db.FindAccountAsync(Draft, cancellationToken))!);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = isNoted
            ? texts["Not today. Thank her. Only the day on which she was asked is kept. She can talk another day, or never."]
            : texts["Not today. Thank her. Nothing is kept. She can talk another day, or never."];
        return Redirect(account.Home);
    }

    private async Task<InformationSheet?> SheetForHerAsync(CancellationToken cancellationToken)
    {
        var woman = Account?.Answers?.WomanId;
        var languages = woman is null ? null : await db.Women.Where(row => row.Id == woman).Select(row => row.Facts.Languages).SingleOrDefaultAsync(cancellationToken);
        return (languages ?? []).Select(InformationSheets.In).FirstOrDefault(sheet => sheet is not null) ?? InformationSheets.In(Texts.IsThai ? "tha" : "eng");
    }

    public Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken) =>
        this.KeepTypedAsync(db, clock, Draft, TestimonySteps.Before, cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Account = await db.OpenAccountAsync(Draft, cancellationToken);
        Sheet = InformationSheets.Find(Form.Sheet);
    }

    public enum Talk
    {
        [Display(Name = "She agrees to talk")]
        Agrees,

        [Display(Name = "Not today")]
        NotToday,
    }

    public sealed class BeforeForm
    {
        [Required(ErrorMessage = "Choose whether she agrees to talk")]
        [Display(Name = "Does she want to talk?")]
        public Talk? Talk { get; set; }

        [Display(Name = "When did she agree?")]
        public DateBoxes AgreedOn { get; set; } = new();

        [Display(Name = "If not today: she agrees that we note the day on which she was asked")]
        public bool MayNoteDay { get; set; }

        public string? Sheet { get; set; }
    }
}
