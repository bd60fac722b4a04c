using Microsoft.AspNetCore.Mvc;

namespace RaidDocs.Web.Hosting;

/// <summary>What must not be done from a phone that was left lying: only within minutes of the second factor.</summary>
internal static class StepUp
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(5);

    /// <summary>Null if she proved her second factor just now; else the way to do it, and back to this page.</summary>
    public static IActionResult? Needed(HttpContext context)
    {
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return Viewers.Of(context.User).ConfirmedAt is { } at && now - at < Most && at <= now.AddMinutes(1)
            ? null
            : new LocalRedirectResult("/account/confirm?returnUrl=" + Uri.EscapeDataString(context.Request.Path));
    }
}
