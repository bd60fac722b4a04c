using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;

namespace RaidDocs.Web.Infrastructure.Forms;

/// <summary>
/// Shows a refused form again with all that was typed: wrong fields and broken rules as 422, a lost race as 409 with both
/// texts. So handlers need no try and no second loading: they check, call one verb, save and redirect.
/// </summary>
internal sealed class RuleFailureFilter(Texts texts) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (!HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            return;
        }

        switch (executed.Exception)
        {
            case DomainRuleException broken:
                executed.ModelState.AddModelError("", texts.Of(broken));
                await ShowAgainAsync(executed, StatusCodes.Status422UnprocessableEntity);
                break;
            case AccessRefusedException:
                // Not hers is answered like not there.
                Answer(executed, new NotFoundResult());
                break;
            case DbUpdateConcurrencyException lost:
                await ShowBothAsync(executed, lost);
                break;
            case null when executed.Result is PageResult { StatusCode: null } && !executed.ModelState.IsValid:
                await ShowAgainAsync(executed, StatusCodes.Status422UnprocessableEntity);
                break;
        }
    }

    private async Task ShowBothAsync(PageHandlerExecutedContext executed, DbUpdateConcurrencyException lost)
    {
        // The change that lost must not be read back as if it were stored.
        if (lost.Entries is [var entry, ..])
        {
            entry.Context.ChangeTracker.Clear();
        }

        if (executed.HandlerInstance is IEditsRecord record)
        {
            if (await record.ReadNowAsync(executed.HttpContext.RequestAborted) is not { } now)
            {
                Answer(executed, new NotFoundResult());
                return;
            }

            var conflict = Conflict.Between(record, now, texts);
            if (conflict.Fields.Count == 0)
            {
                Answer(executed, record.Saved());
                return;
            }

            executed.HttpContext.Items[typeof(Conflict)] = conflict;
            Adopt(record.Mine, now.Version, executed.ModelState);
        }

        executed.ModelState.AddModelError("", texts["Two people changed this. Choose what to keep"]);
        await ShowAgainAsync(executed, StatusCodes.Status409Conflict);
    }

    private static async Task ShowAgainAsync(PageHandlerExecutedContext executed, int status)
    {
        if (executed.HandlerInstance is IReloads page)
        {
            await page.LoadAsync(executed.HttpContext.RequestAborted);
        }

        Answer(executed, new PageResult { StatusCode = status });
    }

    private static void Answer(PageHandlerExecutedContext executed, IActionResult result)
    {
        executed.ExceptionHandled = true;
        executed.Result = result;
    }

    // She has seen theirs now, so saving again keeps hers knowingly.
    private static void Adopt(object form, Guid version, ModelStateDictionary state)
    {
        form.GetType().GetProperty(Conflict.VersionName)?.SetValue(form, version);
        foreach (var key in state.Keys.Where(key => key.EndsWith("." + Conflict.VersionName, StringComparison.Ordinal)).ToList())
        {
            state.Remove(key);
        }
    }
}
