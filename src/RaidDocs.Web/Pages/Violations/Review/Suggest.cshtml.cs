using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Violations;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;
using RaidDocs.Web.Pages.Violations.Coding;

namespace RaidDocs.Web.Pages.Violations.Review;

/// <summary>A second person finds another act or other articles right. What stood there stays as a line, and now another person reads it.</summary>
[Asks(RecordKind.Violation, Act.Record)]
public sealed class SuggestModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts) : PageModel, IEditsRecord, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>An act that was chosen first, so that its articles are offered.</summary>
    [BindProperty(SupportsGet = true, Name = "act")]
    public string? What { get; set; }

    [BindProperty]
    public SuggestForm Form { get; set; } = new();

    public ViolationFacts? Facts { get; private set; }

    public IReadOnlyList<Choice> Articles { get; private set; } = [];

    /// <summary>The acts that may be chosen, and the one that stands there.</summary>
    public IReadOnlyList<Choice> Acts => [.. lists[ListName.Acts].Where(act => !act.IsRetired || act.Key == Facts?.Act)
        .Select(act => new Choice(act.Key, $"{act.Key} {lists.Words(ListName.Acts, act.Key, Texts.IsThai)}"))];

    public object Mine => Form;

    private PartialDateTime? _when;

    private string ChosenAct => Form.Act is { } posted && lists.Find(ListName.Acts, posted) is not null ? posted : Facts!.Act;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (await ReadNowAsync(cancellationToken) is not { Theirs: SuggestForm stored })
        {
            return NotFound();
        }

        Form = stored;
        Form.Act = What is not null && Acts.Any(act => act.Value == What) ? What : stored.Act;
        Offer();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var violation = Facts is null ? null : await db.Violations.Include(row => row.Women).SingleOrDefaultAsync(row => row.Id == Id, cancellationToken);
        if (violation is null)
        {
            return NotFound();
        }

        var writers = await db.LastWritersAsync([Id], cancellationToken);
        if (writers.GetValueOrDefault(Id) is { } writer && writer == db.Viewer.UserId)
        {
            throw new DomainRuleException($"You wrote this last. Change it on its own page; a second person reads it next");
        }

        if (Acts.All(act => act.Value != Form.Act))
        {
            ModelState.AddModelError("Form.Act", texts["Choose what happened"]);
        }

        var offered = Articles.Select(choice => choice.Value).Concat(Facts!.Articles).ToHashSet(StringComparer.Ordinal);
        if (!Form.Articles.TrueForAll(offered.Contains))
        {
            ModelState.AddModelError("Form.Articles", texts["Choose an answer from the list"]);
        }

        if (ModelState.IsValid && Form.Act == Facts.Act && Form.Articles.ToHashSet(StringComparer.Ordinal).SetEquals(Facts.Articles))
        {
            ModelState.AddModelError("Form.Act", texts["Choose another act or other articles. If it is right as it stands, agree"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.ExpectVersion(violation, Form.Version);
        var facts = (violation.Facts with { Act = Form.Act!, Articles = [.. Form.Articles.Distinct()] }).WordedAs(violation.Facts, lists);
        db.ViolationReviews.Add(violation.ChangeAs(User.Identity!.Name!, PlainText.Kept(Form.Because!.Trim()), facts));
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["Changed. Now another person reads it."];
        return Saved();
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Facts = (await db.FindRightAsync(Code, Id, cancellationToken))?.Right.Facts;
        if (Facts is not null)
        {
            _when = (await db.FindRaidAsync(Code, cancellationToken))?.When;
            Offer();
        }
    }

    public async Task<RecordNow?> ReadNowAsync(CancellationToken cancellationToken)
    {
        if (await db.FindRightAsync(Code, Id, cancellationToken) is not { Right: var right })
        {
            return null;
        }

        var (by, at) = await db.LastChangeAsync(Id, cancellationToken);

        // A reason is not stored state.
        var stored = new SuggestForm { Act = right.Facts.Act, Articles = [.. right.Facts.Articles], Because = Form.Because, Version = right.Version };
        return new RecordNow(stored, right.Version, by, at);
    }

    public IActionResult Saved() => Redirect($"/raids/{Code}/violations/{Id}");

    private void Offer() => Articles = lists.ArticleChoices(texts, ChosenAct, _when, [.. lists.LawOf(ChosenAct), .. Facts!.Articles]);

    public sealed class SuggestForm
    {
        [Required(ErrorMessage = "Choose what happened")]
        [Display(Name = "What happened?")]
        public string? Act { get; set; }

        [Display(Name = "Which articles apply?")]
        public List<string> Articles { get; set; } = [];

        [Required(ErrorMessage = "Write why")]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Why?")]
        public string? Because { get; set; }

        public Guid Version { get; set; }
    }
}
