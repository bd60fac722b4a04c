using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace RaidDocs.Web.Hosting;

/// <summary>
/// A post without its token is refused before anybody asks whose page it is, alike for every role and every record.
/// A person whose session is over goes to sign-in first, which keeps what she typed.
/// </summary>
internal static class ForgedPosts
{
    public static void UseForgedPosts(this WebApplication app)
    {
        var tokens = app.Services.GetRequiredService<IAntiforgery>();
        app.Use(async (context, next) =>
        {
            if (HttpMethods.IsPost(context.Request.Method)
                && context.User.Identity?.IsAuthenticated == true
                && context.GetEndpoint()?.Metadata is { } metadata
                && metadata.GetMetadata<PageActionDescriptor>() is not null
                && metadata.GetMetadata<AsksAttribute>() is not null
                && !await IsWholeAsync(tokens, context))
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return;
            }

            await next(context);
        });
    }

    // A form that cannot be read is answered by its page, which says why.
    private static async Task<bool> IsWholeAsync(IAntiforgery tokens, HttpContext context)
    {
        try
        {
            return await tokens.IsRequestValidAsync(context);
        }
        catch (Exception unreadable) when (unreadable is AntiforgeryValidationException or BadHttpRequestException or InvalidDataException)
        {
            return true;
        }
    }
}
