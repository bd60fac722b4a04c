using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Testimonies.Log;

/// <summary>Who speaks. A woman is named by her code in this raid, anybody else without a name.</summary>
[Asks(RecordKind.Testimony, Act.Record)]
public sealed class WhoModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    [BindProperty]
    public WhoForm Form { get; set; } = new();

    public OpenAccount? Account { get; private set; }

    /// <summary>A paper does not speak.</summary>
    public IEnumerable<Choice> Voices => Choice.Of<Voice>(texts).Where(voice => voice.Value != nameof(Voice.Paper));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return this.Show(Account, TestimonySteps.Who, answers => Form = answers.Who ?? Form);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var number = WomanCode.ReadNumber(Form.Woman?.Trim().Split('-')[^1] ?? "");
        var woman = number is { } typed && Account is { Raid: { } raid } ? await db.FindWomanAsync(new WomanCode(raid.Code, typed).ToString(), cancellationToken) : null;
        return await this.TakeAsync(db, clock, Draft, TestimonySteps.Who, account => Check(account, woman), answers =>
        {
            Form.Woman = Form.Voice == Voice.Woman ? WomanCode.In(woman!.Number) : null;
            (answers.Who, answers.WomanId) = (Form, Form.Voice == Voice.Woman ? woman!.Id : null);
        }, cancellationToken);
    }

    private void Check(OpenAccount account, WomanBar? woman)
    {
        if (Form.Voice == Voice.Woman && string.IsNullOrWhiteSpace(Form.Woman))
        {
            ModelState.AddModelError("Form.Woman", texts["Write her code in this raid, like W07"]);
        }
        else if (Form.Voice == Voice.Woman && (woman is null || woman.RaidId != account.Raid.Id))
        {
            ModelState.AddModelError("Form.Woman", texts["No woman of raid {0} has the code {1}. Add her to the raid first, or write another code", account.Raid.Code, Form.Woman]);
        }

        if (Form.Voice is not (null or Voice.Woman) && string.IsNullOrWhiteSpace(Form.Speaker))
        {
            ModelState.AddModelError("Form.Speaker", texts["Write who speaks, without a name, like a witness or her mother"]);
        }
    }

    public Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken) =>
        this.KeepTypedAsync(db, clock, Draft, TestimonySteps.Who, cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken) => Account = await db.OpenAccountAsync(Draft, cancellationToken);

    public sealed class WhoForm
    {
        [Required(ErrorMessage = "Choose who speaks")]
        [Display(Name = "Who speaks?")]
        public Voice? Voice { get; set; }

        [Display(Name = "If it is the woman: her code")]
        public string? Woman { get; set; }

        [Display(Name = "If it is not the woman: who?")]
        public string? Speaker { get; set; }
    }
}
