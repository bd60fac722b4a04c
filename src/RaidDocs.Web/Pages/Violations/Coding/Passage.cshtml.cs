using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Domain.Violations;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Violations.Coding;

/// <summary>One passage of her words, and beside it what can be picked: what happened, which right, which law, which article.</summary>
[Asks(RecordKind.Violation, Act.Record)]
public sealed class PassageModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "passage")]
    public int PassageNumber { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "act")]
    public string? What { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Article { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    /// <summary>She codes without seeing what others coded.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Alone { get; set; }

    [BindProperty]
    public CodeForm Form { get; set; } = new();

    public CodedTestimony? Coded { get; private set; }

    public IReadOnlyList<Choice> Women { get; private set; } = [];

    public IReadOnlyList<Choice> Articles { get; private set; } = [];

    /// <summary>What is recorded already for her and the same act; only then she is asked whether it is the same.</summary>
    public IReadOnlyList<Choice> Same { get; private set; } = [];

    public IReadOnlyList<PickerGroup> Picks { get; private set; } = [];

    public bool HasKeys => CodingKeys.AreOn(Request);

    /// <summary>Null where her words are closed.</summary>
    public PassageText? Words => Coded?.Told.Words.FirstOrDefault(passage => passage.Number == PassageNumber)?.Facts;

    public int LastPassage => Coded?.Told.Words.LastOrDefault()?.Number ?? PassageNumber;

    public MarkedPart? Part => Words is { } words ? MarkedPart.Within(words.Text, From, To) : null;

    public PickerPlace Place => new(Id, PassageNumber)
    {
        Tab = PickerPlace.Tabs.Contains(Tab) ? Tab! : PickerPlace.Tabs[0],
        Search = Search,
        Act = ChosenAct,
        Article = Article,
        From = Part?.From,
        To = Part?.To,
        Alone = Alone,
    };

    /// <summary>The act that was chosen; null when none or when it is offered no longer.</summary>
    public string? ChosenAct => lists.Find(ListName.Acts, What) is { IsRetired: false } act ? act.Key : null;

    /// <summary>What is coded here, as far as she may see it now.</summary>
    public IEnumerable<CodeMark> Shown => Coded!.MarksOf(PassageNumber).Where(mark => !Alone || mark.Passage.MarkedBy == Me);

    private string Me => User.Identity!.Name!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Coded is null || (Coded.IsReadable && Words is null))
        {
            return NotFound();
        }

        Form.From = Part?.From;
        Form.Part = Part is { } part ? Words!.Text[part.From..part.To] : null;
        Form.HowSure = Coded.Told.Facts.Voice == Voice.Woman ? HowSure.SheSays : null;
        Form.Women = Coded.Number is { } her ? [her] : [];
        Form.Articles = Article is not null && Articles.Any(choice => choice.Value == Article) ? [Article] : [];
        Form.Revision = Coded.Told.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        if (ChosenAct is null)
        {
            ModelState.AddModelError("", texts["Choose what happened"]);
        }

        var articles = ChosenAct is null ? [] : ArticlesOf(ChosenAct, Form.Articles);
        if (Form.Read(ModelState, lists, ChosenAct ?? "", articles, Coded!.Told, Words!, clock.Today()) is not { } read)
        {
            return Page();
        }

        var saved = await db.InOneWriteAsync(() => SaveAsync(read.Facts, read.Part, cancellationToken), cancellationToken);
        if (saved is not { } said)
        {
            db.ChangeTracker.Clear();
            return Page();
        }

        TempData["Confirmation"] = said;
        return Redirect(Place.At(PassageNumber).Address);
    }

    /// <summary>She read it and found nothing to code, so the queue does not ask again.</summary>
    public async Task<IActionResult> OnPostNothingAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await FindAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        if (Coded!.MarksOf(PassageNumber).Any(mark => mark.Passage.MarkedBy == Me))
        {
            throw new DomainRuleException($"You coded something in this passage. Open it and change it there, if it is not so");
        }

        if (Coded.NothingIn(PassageNumber).All(row => row.SaidBy != Me))
        {
            db.NothingToCode.Add(new NothingToCode(Coded.Told.RaidId, PlaceOf(Coded), Me, IsAlone(Coded)));
            await db.SaveChangesAsync(cancellationToken);
        }

        TempData["Confirmation"] = texts["Noted: nothing to code in passage {0}.", PassageNumber];
        return Redirect(PassageNumber < LastPassage ? Place.At(PassageNumber + 1).Address : $"/testimonies/{Id}/code{(Alone ? "?alone=true" : "")}");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Coded = await db.FindCodedAsync(Id, clock.Today(), cancellationToken);
        if (Coded is null || Words is null)
        {
            return;
        }

        await db.NoteCodingAsync(Coded, cancellationToken);
        var times = await db.Violations.AsNoTracking()
            .Where(violation => violation.RaidId == Coded.Raid.Id)
            .GroupBy(violation => violation.Facts.Act)
            .ToDictionaryAsync(act => act.Key, act => act.Count(), cancellationToken);
        Picks = new Picker(lists, texts, Place, times).Groups();
        if (ChosenAct is not null)
        {
            Women = await db.WomanChoicesAsync(Coded.Raid.Id, cancellationToken);
            Articles = ArticlesOf(ChosenAct, Article is null ? [] : [Article]);
        }
    }

    // What ends the post before anything is read of it: no such passage, closed words, other words than those on her screen.
    private async Task<IActionResult?> FindAsync(CancellationToken cancellationToken)
    {
        Coded = await db.FindCodedAsync(Id, clock.Today(), cancellationToken);
        if (Coded is null || (Coded.IsReadable && Words is null))
        {
            return NotFound();
        }

        if (Words is null)
        {
            ModelState.AddModelError("", texts["Her words were closed meanwhile. Nothing was saved"]);
            return Page();
        }

        if (Form.Revision != Coded.Told.Revision && !Coded.Told.StillSays(Form.Revision, PassageNumber))
        {
            Form.Revision = Coded.Told.Revision;
            ModelState.Remove("Form.Revision");
            ModelState.AddModelError("", texts["Her words were changed while you read them. Read them again, then add"]);
            return Page();
        }

        return null;
    }

    // The sentence for the next page; null when something is asked or refused.
    private async Task<string?> SaveAsync(ViolationFacts facts, MarkedPart? part, CancellationToken cancellationToken)
    {
        if (await db.ViolationPassages.AnyAsync(mark => mark.Id == Form.Number, cancellationToken))
        {
            return texts["Added. A second person reads it next."];
        }

        // Read again: nobody else can write now.
        Coded = (await db.FindCodedAsync(Id, clock.Today(), cancellationToken))!;
        var raid = Coded.Told.RaidId;
        var women = await db.NumberedWomenAsync(raid, Form.Women, cancellationToken);
        var ids = women.Select(woman => woman.Id).ToList();
        var there = await db.Violations
            .Include(row => row.Women)
            .Include(row => row.Passages)
            .AsSplitQuery()
            .Where(row => row.RaidId == raid && row.Facts.Act == facts.Act
                && (row.Facts.AllWomen || facts.AllWomen || row.Women.Any(woman => ids.Contains(woman.Id))))
            .OrderBy(row => row.RecordedAt)
            .ToListAsync(cancellationToken);
        var chosen = there.Find(row => row.Id.ToString("D") == Form.Same);
        if (there.Count > 0 && chosen is null && Form.Same != CodeForm.Another)
        {
            Same = await SameChoicesAsync(there, cancellationToken);
            ModelState.AddModelError("Form.Same", texts["This is recorded for her already. Is it the same?"]);
            return null;
        }

        if (chosen is null)
        {
            chosen = new Violation(raid, facts, [], women);
            db.Violations.Add(chosen);
        }
        else
        {
            chosen.FoundAgain(facts, women);
        }

        // The same words twice by one person are one mark.
        var isThere = Coded.MarksOf(PassageNumber).Any(mark => mark.Passage.ViolationId == chosen.Id && mark.Passage.MarkedBy == Me && mark.Passage.Part == part);
        if (!isThere)
        {
            db.ViolationPassages.Add(chosen.Mark(PlaceOf(Coded), part, Me, IsAlone(Coded), Form.Number));
        }

        await db.SaveChangesAsync(cancellationToken);
        return isThere ? texts["You marked this already. Nothing was added twice."]
            : there.Contains(chosen) ? texts["Added to the one that was there. A second person reads it next."]
            : texts["Added. A second person reads it next."];
    }

    private async Task<List<Choice>> SameChoicesAsync(List<Violation> there, CancellationToken cancellationToken)
    {
        var numbers = await db.Apprehensions.AsNoTracking()
            .Where(row => row.RaidId == Coded!.Raid.Id)
            .ToDictionaryAsync(row => row.WomanId, row => row.Number, cancellationToken);
        var choices = there.Select(row => new Choice(row.Id.ToString("D"), texts[
            "The same: add this passage to the one for {0}, which stands on {1} passages",
            row.Facts.AllWomen ? texts["every woman of this raid"] : string.Join(", ", row.Women.Select(woman => Domain.Women.WomanCode.In(numbers[woman.Id])).Order(StringComparer.Ordinal)),
            row.Passages.Count]));
        return [.. choices, new Choice(CodeForm.Another, texts["Another time or another way: keep both"])];
    }

    private IReadOnlyList<Choice> ArticlesOf(string act, IEnumerable<string> chosen) => lists.ArticleChoices(
        texts, act, Coded!.Raid.When, [.. lists.LawOf(act), .. chosen.Where(IsKnown)]);

    // What the address says may be made up.
    private bool IsKnown(string article) => lists.Find(ListName.OwnArticles, article) is { IsRetired: false }
        || lists[ListName.LawRules].Any(rule => lists.LawArticle(rule.Key) == article)
        || lists[ListName.Acts].Any(act => lists.ArticlesOf(act.Key).Contains(article));

    private PassagePlace PlaceOf(CodedTestimony coded) => new(Id, coded.Told.Revision, PassageNumber);

    // She looked on her own, or there was nothing of anybody else's to see.
    private bool IsAlone(CodedTestimony coded) => Alone
        || (coded.MarksOf(PassageNumber).All(mark => mark.Passage.MarkedBy == Me) && coded.NothingIn(PassageNumber).All(row => row.SaidBy == Me));
}
