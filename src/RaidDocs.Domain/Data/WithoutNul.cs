using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace RaidDocs.Domain.Data;

/// <summary>
/// PostgreSQL takes no U+0000 in a text. Forms refuse it before it is saved; in what is only looked for it stands for nothing that could be found.
/// </summary>
internal sealed class WithoutNul : DbCommandInterceptor
{
    public static WithoutNul Instance { get; } = new();

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Clear(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ReaderExecuting(command, eventData, result));

    private static void Clear(DbCommand command)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            if (parameter.Value is string text && text.Contains('\0', StringComparison.Ordinal))
            {
                parameter.Value = text.Replace('\0', '\uFFFD');
            }
        }
    }
}
