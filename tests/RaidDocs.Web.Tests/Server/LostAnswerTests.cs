using System.Data.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Raids;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Pages.Vault;

namespace RaidDocs.Web.Tests.Server;

/// <summary>The server ends a write and its answer never comes. Nobody knows then whether the row is there, and the file must be there if it is.</summary>
public sealed class LostAnswerTests : IAsyncLifetime
{
    private readonly LossyApp _app = new();
    private Guid _raid;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private SealedFiles Files => _app.Services.GetRequiredService<SealedFiles>();

    public async ValueTask InitializeAsync()
    {
        await _app.MakeAsync();
        var raid = new Raid("R01", new RaidFacts { Name = "Harbour" });
        _raid = raid.Id;
        await _app.SaveAsync(raid);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_file_whose_row_was_kept_stays_and_the_same_form_again_makes_no_second()
    {
        var id = Guid.CreateVersion7();
        _app.Loss.Of = Loss.OfTheAnswer;
        await Assert.ThrowsAsync<NpgsqlException>(() => SendAsync(id));

        Assert.Equal(id, await SendAsync(id));

        var row = await _app.DbAsync(db => db.Evidence.AsNoTracking().SingleAsync(Cancelled));
        Assert.Equal(row.FileId, Assert.Single(Files.All()).Id);
        Assert.Empty((await _app.DbAsync(db => db.CheckFilesAsync(Files, settled: null, Cancelled))).Findings);
    }

    [Fact]
    public async Task A_file_whose_row_was_undone_goes()
    {
        _app.Loss.Of = Loss.OfTheWrite;
        await Assert.ThrowsAsync<NpgsqlException>(() => SendAsync(Guid.CreateVersion7()));

        Assert.Equal(0, await _app.DbAsync(db => db.Evidence.CountAsync(Cancelled)));
        Assert.Empty(Files.All());
    }

    [Fact]
    public async Task A_file_of_which_nobody_can_say_stays_and_is_found_by_verify()
    {
        _app.Loss.Of = Loss.OfTheServer;
        await Assert.ThrowsAsync<NpgsqlException>(() => SendAsync(Guid.CreateVersion7()));

        _app.Loss.Of = Loss.None;

        Assert.Single(Files.All());
        var found = Assert.Single((await _app.DbAsync(db => db.CheckFilesAsync(Files, settled: null, Cancelled))).Findings);
        Assert.Contains("no record", FormattableString.Invariant(found), StringComparison.Ordinal);
    }

    private Task<Guid> SendAsync(Guid id) => _app.DbAsync(db => new EvidenceStore(db, Files).ReceiveAsync(
        new GivenFile(id, _raid, new EvidenceFacts { Title = "Order" }, []) { Name = "order.pdf" }, new MemoryStream("%PDF-1.7\nan order"u8.ToArray()), TestApp.Today, Cancelled));

    private enum Loss
    {
        None,

        /// <summary>The write was kept.</summary>
        OfTheAnswer,

        /// <summary>It was not.</summary>
        OfTheWrite,

        /// <summary>It was not, and nobody answers after it.</summary>
        OfTheServer,
        OfAll,
    }

    private sealed class LossyApp : VaultApp
    {
        public Losing Loss { get; } = new();

        protected override bool MustBeOnServer => true;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddStoreInterceptor(Loss));
        }
    }

    private sealed class Losing : DbTransactionInterceptor
    {
        public Loss Of { get; set; }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            Lose(Loss.OfTheWrite) || Lose(Loss.OfTheServer, Loss.OfAll) ? throw Gone() : new(result);

        public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) =>
            Of == Loss.OfAll ? throw Gone() : new(result);

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
            Lose(Loss.OfTheAnswer) ? throw Gone() : Task.CompletedTask;

        private static NpgsqlException Gone() => new("The connection was closed.");

        private bool Lose(Loss loss, Loss then = Loss.None)
        {
            var isLost = Of == loss;
            Of = isLost ? then : Of;
            return isLost;
        }
    }
}
