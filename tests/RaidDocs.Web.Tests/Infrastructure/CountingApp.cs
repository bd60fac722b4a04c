using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace RaidDocs.Web.Tests.Infrastructure;

/// <summary>The program with an eye on the commands that go to its store.</summary>
public sealed class CountingApp : TestApp
{
    private readonly Watch _watch = new();

    /// <summary>The commands that this sends to the store, in order.</summary>
    internal async Task<IReadOnlyList<string>> CommandsAsync(Func<Task> act)
    {
        _watch.Sql.Clear();
        await act();
        return [.. _watch.Sql];
    }

    internal async Task<int> CountAsync(Func<Task> act) => (await CommandsAsync(act)).Count;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
            services.AddStoreInterceptor(_watch));
    }

    private sealed class Watch : DbCommandInterceptor
    {
        public ConcurrentQueue<string> Sql { get; } = [];

        public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
        {
            // That programs wait for each other and tell each other of it asks nothing of the store.
            if (!result.CommandText.Contains("SELECT pg_", StringComparison.Ordinal))
            {
                Sql.Enqueue(result.CommandText);
            }

            return result;
        }
    }
}
