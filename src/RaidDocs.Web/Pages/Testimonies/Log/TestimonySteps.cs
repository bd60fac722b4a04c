using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Drafts;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Testimonies.Log;

public enum StepState
{
    [Display(Name = "Cannot start yet")]
    Closed,

    [Display(Name = "Not started")]
    NotStarted,

    [Display(Name = "In progress")]
    InProgress,

    [Display(Name = "Completed")]
    Completed,
}

/// <summary>An account of hers that is not finished, as it stands.</summary>
public sealed record OpenAccount(Guid Id, TestimonyDraft Answers, RaidBar Raid, DateTime SavedAt, string? Became)
{
    /// <summary>The parts in their order. Only a woman with a code is asked what she allows.</summary>
    public IEnumerable<string> Steps => TestimonySteps.Order.Where(step => step != TestimonySteps.Allows || Answers.SpeaksHerself);

    /// <summary>Where her other accounts, or the raid, are.</summary>
    public string Home => Answers.SpeaksHerself ? $"/women/{Answers.Title}/testimonies" : $"/raids/{Raid.Code}";

    public StepState StateOf(string step)
    {
        if (!CanOpen(step))
        {
            return StepState.Closed;
        }

        if (Answers.Typed.ContainsKey(step))
        {
            return StepState.InProgress;
        }

        return step switch
        {
            TestimonySteps.Who => Done(Answers.Who),
            TestimonySteps.Before => Done(Answers.Before),
            TestimonySteps.Where => Done(Answers.Where),
            TestimonySteps.Language => Done(Answers.Language),
            TestimonySteps.Words => Answers.Words is { Finished: not true } ? StepState.InProgress : Done(Answers.Words),
            TestimonySteps.Ticks => Done(Answers.Ticks),
            // Words that changed since have passages that nobody looked at.
            TestimonySteps.Safety => Answers.Safety is { } safety && !Answers.Passages().All(passage => safety.MarksOf(passage.Text) is not null)
                ? StepState.InProgress : Done(Answers.Safety),
            TestimonySteps.Allows => Done(Answers.Allows),
            _ => StepState.NotStarted,
        };
    }

    public bool CanOpen(string step) => step switch
    {
        TestimonySteps.Who => true,
        TestimonySteps.Before => Answers.Who is not null,
        TestimonySteps.Safety => Answers.Before is not null && !string.IsNullOrWhiteSpace(Answers.Words?.Original),
        TestimonySteps.Allows => Answers is { Before: not null, SpeaksHerself: true, Words.Finished: true },
        TestimonySteps.Check => CanFinish,
        _ => Answers.Before is not null,
    };

    /// <summary>What must be there is there, and nothing is half typed.</summary>
    public bool CanFinish => Answers.Typed.Count == 0
        && Steps.Where(step => step is TestimonySteps.Who or TestimonySteps.Before or TestimonySteps.Words or TestimonySteps.Safety or TestimonySteps.Allows)
            .All(step => StateOf(step) == StepState.Completed);

    private static StepState Done(object? part) => part is null ? StepState.NotStarted : StepState.Completed;
}

/// <summary>The parts of an account, each on a page of its own that keeps what was typed.</summary>
internal static class TestimonySteps
{
    public const string Who = "who";
    public const string Before = "before";
    public const string Where = "where";
    public const string Language = "language";
    public const string Words = "words";
    public const string Ticks = "ticks";
    public const string Safety = "safety";
    public const string Allows = "allows";
    public const string Check = "check";

    public static IReadOnlyList<string> Order { get; } = [Who, Before, Where, Language, Words, Ticks, Safety, Allows, Check];

    /// <summary>The name of a part, in English.</summary>
    public static string TitleOf(string step) => step switch
    {
        Who => Texts.Text("Who is speaking"),
        Before => Texts.Text("Consent, before you start"),
        Where => Texts.Text("Where and how"),
        Language => Texts.Text("Language and interpreter"),
        Words => Texts.Text("Her words"),
        Ticks => Texts.Text("Quick ticks"),
        Safety => Texts.Text("Safety"),
        Allows => Texts.Text("Consent, what we may do with it"),
        _ => Texts.Text("Check your answers"),
    };

    public static string Path(Guid draft, string step = "") => $"/testimonies/new/{draft}/{step}".TrimEnd('/');

    /// <summary>Her unfinished account; null when it is not hers, or its raid is not hers any more.</summary>
    public static async Task<OpenAccount?> OpenAccountAsync(this RaidDocsDbContext db, Guid id, CancellationToken cancellationToken)
    {
        if (await db.FindAccountAsync(id, cancellationToken) is not { } draft)
        {
            return null;
        }

        if (draft.Became is { } became)
        {
            return new(id, new(), null!, draft.SavedAt, became);
        }

        var answers = TestimonyDraft.Of(draft);
        return await db.FindRaidAsync(answers.Raid, cancellationToken) is { } raid ? new(id, answers, raid, draft.SavedAt, null) : null;
    }

    /// <summary>Shows a part with what was typed there before, also what was never sent.</summary>
    public static IActionResult Show(this PageModel page, OpenAccount? account, string step, Action<TestimonyDraft> show)
    {
        switch (account)
        {
            case null:
                return new NotFoundResult();
            case { Became: { } became }:
                return new RedirectResult(became);
            case { } open when !open.CanOpen(step):
                return new RedirectResult(Path(open.Id));
        }

        if (!account.Answers.Typed.TryGetValue(step, out var typed))
        {
            show(account.Answers);
            return page.Page();
        }

        foreach (var (name, values) in typed)
        {
            page.ModelState.SetModelValue(name, values is [var one] ? one : values, new StringValues(values).ToString());
        }

        return page.Page();
    }

    /// <summary>Takes a part that was sent. Refused, it is kept as typed; right, it leads on: to the next part, back to the check, or home for later.</summary>
    public static Task<IActionResult> TakeAsync(
        this PageModel page, RaidDocsDbContext db, TimeProvider clock, Guid id, string step, Action<OpenAccount> check, Action<TestimonyDraft> answer, CancellationToken cancellationToken) =>
        db.InOneWriteAsync<IActionResult>(
            async () =>
            {
                if (await db.OpenAccountAsync(id, cancellationToken) is not { } account)
                {
                    return new NotFoundResult();
                }

                if (account.Became is { } became)
                {
                    return new RedirectResult(became);
                }

                check(account);
                var answers = account.Answers;
                if (!page.ModelState.IsValid)
                {
                    answers.Typed[step] = Typed(page.Request);
                    await KeepAsync(db, clock, id, answers, cancellationToken);
                    return page.Page();
                }

                answer(answers);
                answers.Typed.Remove(step);
                answers.Rounds[step] = answers.RoundOf(step) + 1;
                await KeepAsync(db, clock, id, answers, cancellationToken);
                if (page.Request.Form.ContainsKey("later"))
                {
                    page.TempData["Confirmation"] = Texts.Shared["What you have entered is kept. Nobody else sees it before you finish."];
                    return new RedirectResult(account.Home);
                }

                return new RedirectResult(Path(id, After(account, step, page.Request.Query.ContainsKey("change"))));
            },
            cancellationToken);

    /// <summary>Keeps what stands in a part while it is typed. It checks nothing, finishes nothing and leads nowhere.</summary>
    public static Task<IActionResult> KeepTypedAsync(
        this PageModel page, RaidDocsDbContext db, TimeProvider clock, Guid id, string step, CancellationToken cancellationToken) =>
        db.InOneWriteAsync<IActionResult>(
            async () =>
            {
                if (await db.OpenAccountAsync(id, cancellationToken) is not { Became: null } account)
                {
                    return new NotFoundResult();
                }

                // It was on its way when the part was sent, and is older than that.
                if (page.Request.Form["round"] == account.Answers.RoundOf(step).ToString(System.Globalization.CultureInfo.InvariantCulture))
                {
                    account.Answers.Typed[step] = Typed(page.Request);
                    await KeepAsync(db, clock, id, account.Answers, cancellationToken);
                }

                var time = TimeOnly.FromDateTime(ClockExtensions.InBangkok(clock.UtcNow()));
                return page.Content(Texts.Shared["Saved {0}", DateWords.Time(time)], "text/plain; charset=utf-8");
            },
            cancellationToken);

    private static string After(OpenAccount account, string step, bool isChange)
    {
        var next = isChange ? Check : account.Steps.SkipWhile(one => one != step).Skip(1).FirstOrDefault() ?? "";
        return account.CanOpen(next) ? next : "";
    }

    private static async Task KeepAsync(RaidDocsDbContext db, TimeProvider clock, Guid id, TestimonyDraft answers, CancellationToken cancellationToken)
    {
        var draft = await db.FindAccountAsync(id, cancellationToken);
        draft!.Keep(answers.ToJson(), clock.UtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }

    private static Dictionary<string, string[]> Typed(HttpRequest request) => request.Form
        .Where(field => field.Key.StartsWith("Form.", StringComparison.Ordinal))
        .ToDictionary(field => field.Key, field => field.Value.OfType<string>().ToArray());
}
