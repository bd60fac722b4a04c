using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Dates.Rules;

/// <summary>Changes a rule, which makes a new edition; or says which lawyer checked the one that stands; or adds a rule.</summary>
[Asks(RecordKind.ClockRule, Act.Record)]
public sealed class EditModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel, IEditsRecord, IReloads
{
    private const string NewRule = "new";

    /// <summary>T02, or "new".</summary>
    [BindProperty(SupportsGet = true)]
    public string Rule { get; set; } = "";

    [BindProperty]
    public RuleForm Form { get; set; } = new();

    public IReadOnlyList<ClockRule> Editions { get; private set; } = [];

    public bool IsNew => Rule == NewRule;

    public object Mine => Form;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!IsNew && Editions.Count == 0)
        {
            return NotFound();
        }

        Form = IsNew ? new RuleForm() : RuleForm.Of(Editions[0]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!IsNew && Editions.Count == 0)
        {
            return NotFound();
        }

        var facts = Form.Read(ModelState, IsNew ? null : Editions[0].Facts.LawRule);
        var checkedOn = Form.CheckedOn.Read(ModelState, "Form.CheckedOn", "the day it was checked");
        ModelState.RefuseFuture("Form.CheckedOn", checkedOn, clock.Today());
        if (facts is null || !ModelState.IsValid)
        {
            return Page();
        }

        await db.InOneWriteAsync(
            async () =>
            {
                var edition = IsNew ? new ClockRule(await NextCodeAsync(cancellationToken), facts) : await EditionAsync(facts, cancellationToken);
                if (db.Entry(edition).State == EntityState.Detached)
                {
                    db.ClockRules.Add(edition);
                }

                if (Form.CheckedBy.Kept() is { } lawyer && (edition.CheckedBy is null || lawyer != edition.CheckedBy || checkedOn != edition.CheckedOn) && SaysSo(edition))
                {
                    edition.Check(lawyer, checkedOn);
                }

                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);
        TempData["Confirmation"] = texts["Saved."];
        return Saved();
    }

    public async Task LoadAsync(CancellationToken cancellationToken) =>
        Editions = IsNew ? [] : (await ClockRuleBook.ReadAsync(db, cancellationToken)).Of(Rule);

    public async Task<RecordNow?> ReadNowAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Editions.Count == 0)
        {
            return null;
        }

        var (by, at) = await db.LastChangeAsync(Editions[0].Id, cancellationToken);
        return new RecordNow(RuleForm.Of(Editions[0]), Editions[0].Version, by, at);
    }

    public IActionResult Saved() => Redirect("/dates/rules");

    // The check of the edition before does not go with other words, unless it is said anew.
    private bool SaysSo(ClockRule edition) =>
        Editions.Count == 0 || edition.Id == Editions[0].Id || Form.CheckedBy.Kept() != Editions[0].CheckedBy || Form.CheckedOn.InWords(texts) != DateBoxes.Of(Editions[0].CheckedOn).InWords(texts);

    // Two people who change one rule: the second sees what the first wrote.
    private async Task<ClockRule> EditionAsync(ClockRuleFacts facts, CancellationToken cancellationToken)
    {
        var mark = ClockRule.EditionOf(facts);
        var rows = await db.ClockRules.Where(row => row.Code == Rule).ToListAsync(cancellationToken);
        var now = new ClockRuleBook(rows).Now(Rule)!;
        if (now.Version != Form.Version)
        {
            throw new DbUpdateConcurrencyException("Somebody else changed the rule.");
        }

        if (now.Edition == mark)
        {
            return now;
        }

        if (rows.Find(row => row.Edition == mark) is not { } earlier)
        {
            return new ClockRule(Rule, facts);
        }

        // After the one that stands now, also where a clock was set back.
        var stands = now.OfferedAt ?? now.RecordedAt;
        earlier.Offer(clock.UtcNow() is var at && at > stands ? at : stands.AddTicks(10));
        return earlier;
    }

    private async Task<string> NextCodeAsync(CancellationToken cancellationToken)
    {
        var codes = await db.ClockRules.Select(row => row.Code).Distinct().ToListAsync(cancellationToken);
        var highest = codes.Select(code => int.TryParse(code.TrimStart('T').Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).DefaultIfEmpty(0).Max();
        return string.Create(CultureInfo.InvariantCulture, $"T{highest + 1:00}");
    }
}
