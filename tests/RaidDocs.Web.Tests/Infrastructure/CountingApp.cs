using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RaidDocs.Web.Pages.Admin.Importing;
using RaidDocs.Web.Pages.CaseFiles;

namespace RaidDocs.Web.Tests.Infrastructure;

/// <summary>The program with an eye on the commands that go to its store.</summary>
public sealed class CountingApp : TestApp
{
    private readonly Watch _watch = new();

    /// <summary>The commands that this sends to the store, in order.</summary>
    internal async Task<IReadOnlyList<string>> CommandsAsync(Func<Task> act)
    {
        // They look for work by themselves, which is no page's doing.
        foreach (var worker in Services.GetServices<IHostedService>().Where(worker => worker is BundleWork or ImportWork))
        {
            await worker.StopAsync(CancellationToken.None);
        }

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
