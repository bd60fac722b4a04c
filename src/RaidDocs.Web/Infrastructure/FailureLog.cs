using System.Security.Cryptography;
using Microsoft.AspNetCore.Diagnostics;

namespace RaidDocs.Web.Infrastructure;

/// <summary>Gives an unexpected failure a short id, which the log and the reader's page both show.</summary>
internal sealed class FailureLog(ILogger<FailureLog> logger) : IExceptionHandler
{
    private const string Key = "FailureLog.Id";

    public static string? IdOf(HttpContext context) => context.Items[Key] as string;

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var id = RandomNumberGenerator.GetHexString(8, lowercase: true);
        httpContext.Items[Key] = id;
        logger.LogError(exception, "Failure {Id}", id);
        return ValueTask.FromResult(false);
    }
}
