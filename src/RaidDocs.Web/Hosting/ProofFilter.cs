using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Hosting;

/// <summary>
/// Asks for the second factor again where the page's record wants it: before the page opens. If the proof grew old while
/// she typed, the store refuses the save, and the form comes back with all that was typed and a link that opens beside it.
/// </summary>
internal sealed class ProofFilter(TimeProvider clock, Texts texts) : IAsyncPageFilter
{
    private static readonly object Needed = new();

    /// <summary>The layout shows the link when this is so.</summary>
    public static bool IsNeeded(HttpContext context) => context.Items.ContainsKey(Needed);

    /// <summary>Where she proves it, and comes back from.</summary>
    public static string AddressFor(HttpRequest request)
    {
        var back = HttpMethods.IsPost(request.Method) ? request.Path.ToString() : request.Path + request.QueryString;
        return $"/account/confirm?returnUrl={Uri.EscapeDataString(back)}";
    }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        var keepsWords = HttpMethods.IsPost(http.Request.Method) && context.HandlerInstance is IReloads;
        if (!keepsWords
            && http.GetEndpoint()?.Metadata.GetMetadata<AsksAttribute>() is { } asks
            && AccessRules.Decide(Viewers.Of(http.User), new Asked(asks.Kind, asks.Act), clock.GetUtcNow()) == Decision.StepUp)
        {
            context.Result = new RedirectResult(AddressFor(http.Request));
            return;
        }

        var executed = await next();
        if (executed.Exception is ProofNeededException && !executed.ExceptionHandled)
        {
            executed.ExceptionHandled = true;
            executed.Result = await AskAsync(executed.HandlerInstance, executed.ModelState, http);
        }
    }

    private async Task<IActionResult> AskAsync(object page, Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary state, HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || page is not IReloads form)
        {
            return new RedirectResult(AddressFor(http.Request));
        }

        http.Items[Needed] = true;
        await form.LoadAsync(http.RequestAborted);
        state.AddModelError("", texts["Nothing is saved yet: confirm that it is you, then send this again"]);
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }
}
