using RaidDocs.Domain.Access;
using RaidDocs.Domain.Backups;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Hosting.Backups;

/// <summary>What came of the last work on a backup, for whoever opens the page.</summary>
internal enum BackupNews
{
    None,

    /// <summary>Made and checked.</summary>
    Made,

    /// <summary>An older one was checked and is whole.</summary>
    Whole,

    /// <summary>It holds a store that is not whole.</summary>
    NotWhole,

    /// <summary>The key of the store was changed since.</summary>
    OtherKey,

    /// <summary>It could not be made, or it is damaged. The reason stands on the console.</summary>
    Failed,
}

/// <summary>
/// Makes and checks backups in the running program, one at a time and beside everything else. Locking the store ends the work,
/// and nothing half-made remains.
/// </summary>
internal sealed class BackupDesk(DataFolder folder, StoreState state, IServiceScopeFactory scopes, TimeProvider clock, ILogger<BackupDesk> log) : IDisposable
{
    /// <summary>So many stay in the data folder; an older one is removed when a new one was checked.</summary>
    public const int Kept = 7;

    private readonly Lock _turn = new();
    private CancellationTokenSource _end = new();
    private Task _work = Task.CompletedTask;

    /// <summary>Since when something is being done; null while nothing is.</summary>
    public DateTime? Since { get; private set; }

    public BackupNews News { get; private set; }

    /// <summary>What the check of the last one found, one sentence each.</summary>
    public IReadOnlyList<FormattableString> Findings { get; private set; } = [];

    /// <summary>The backups in the data folder, the newest first.</summary>
    public IReadOnlyList<FileInfo> All => Directory.Exists(folder.Backups)
        ? [.. new DirectoryInfo(folder.Backups).EnumerateFiles("*" + BackupMaker.Ending).OrderByDescending(file => BackupMaker.OrderOf(file.Name), StringComparer.Ordinal)]
        : [];

    /// <summary>Begins to make one, unless something is being done already.</summary>
    public Task MakeAsync(Viewer by) => Begin(async (services, cancellationToken) =>
    {
        await using var db = Store.ContextFor(services, by);
        var made = await MakeAsync(services, db, folder.Backups, cancellationToken);
        return (made.Found.Findings.Count == 0 ? BackupNews.Made : BackupNews.NotWhole, made.Found.Findings);
    });

    /// <summary>Begins to check one of them.</summary>
    public Task CheckAsync(FileInfo backup) => Begin(async (_, cancellationToken) =>
    {
        var file = BackupFile.Open(backup.FullName);
        using var opened = file.Unlock(state);
        if (opened is null)
        {
            return (BackupNews.OtherKey, []);
        }

        var found = await BackupCheck.CheckAsync(file, opened, Scratch(folder), cancellationToken);
        return (found.Findings.Count == 0 ? BackupNews.Whole : BackupNews.NotWhole, found.Findings);
    });

    /// <summary>Begins work of another kind, unless something is being done already.</summary>
    public Task DoAsync(Func<IServiceProvider, CancellationToken, Task> work) => Begin(async (services, cancellationToken) =>
    {
        await work(services, cancellationToken);
        return (BackupNews.None, []);
    });

    /// <summary>Waits for what is being done.</summary>
    public Task WaitAsync() => _work;

    /// <summary>Ends what is being done and waits for it.</summary>
    public async Task EndAsync()
    {
        Task work;
        CancellationTokenSource end;
        lock (_turn)
        {
            if (Since is null)
            {
                return;
            }

            (work, end) = (_work, _end);
        }

        await end.CancelAsync();
        await work;
    }

    /// <summary>Makes one, checks it, and gives it its name only then.</summary>
    /// <param name="services">Of the open store.</param>
    /// <param name="db">Of whoever asks.</param>
    /// <param name="directory">Where it is laid.</param>
    /// <param name="cancellationToken">Ends the work; nothing remains.</param>
    /// <exception cref="StoreException">It could not be made.</exception>
    public static async Task<(string Path, CheckedBackup Found)> MakeAsync(
        IServiceProvider services, RaidDocsDbContext db, string directory, CancellationToken cancellationToken)
    {
        var folder = services.GetRequiredService<DataFolder>();
        var made = await services.GetRequiredService<BackupMaker>().MakeAsync(db, directory, cancellationToken);
        var unfinished = made.Path + BackupMaker.Unfinished;
        try
        {
            var file = BackupFile.Open(unfinished);
            using var opened = file.Unlock(services.GetRequiredService<StoreState>()) ?? throw new StoreException("The key of the store was changed meanwhile. Make the backup again.");
            var found = await BackupCheck.CheckAsync(file, opened, Scratch(folder), cancellationToken);
            BackupMaker.Keep(made);
            if (found.Findings.Count == 0)
            {
                await BackupCheck.NoteAsync(
                    db, new LastBackup(services.GetRequiredService<TimeProvider>().UtcNow(), Path.GetFileName(made.Path), new FileInfo(made.Path).Length), cancellationToken);
                RemoveOld(folder, made.Path);
            }

            return (made.Path, found);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    public void Dispose() => _end.Dispose();

    private static string Scratch(DataFolder folder) => Path.Combine(folder.Backups, "new", Guid.NewGuid().ToString("N"));

    // Elsewhere it is up to whoever keeps them. The one that was just made stays, whatever the clock said when others were.
    private static void RemoveOld(DataFolder folder, string made)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(made)) != folder.Backups)
        {
            return;
        }

        var others = Directory.EnumerateFiles(folder.Backups, "*" + BackupMaker.Ending).Where(path => Path.GetFileName(path) != Path.GetFileName(made));
        foreach (var old in others.OrderByDescending(BackupMaker.OrderOf, StringComparer.Ordinal).Skip(Kept - 1))
        {
            File.Delete(old);
        }
    }

    private Task Begin(Func<IServiceProvider, CancellationToken, Task<(BackupNews News, IReadOnlyList<FormattableString> Findings)>> work)
    {
        lock (_turn)
        {
            if (Since is not null)
            {
                return _work;
            }

            (Since, News, Findings) = (clock.UtcNow(), BackupNews.None, []);
            _end.Dispose();
            _end = new CancellationTokenSource();
            return _work = Task.Run(() => RunAsync(work, _end.Token));
        }
    }

    private async Task RunAsync(
        Func<IServiceProvider, CancellationToken, Task<(BackupNews News, IReadOnlyList<FormattableString> Findings)>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            (News, Findings) = await work(scope.ServiceProvider, cancellationToken);
        }
        catch (Exception failed)
        {
            News = cancellationToken.IsCancellationRequested ? BackupNews.None : BackupNews.Failed;
            log.LogError("No backup was made or checked: {Kind}", failed.GetType().Name);
            if (failed is StoreException told && !cancellationToken.IsCancellationRequested)
            {
                // It names the folder: for the person at the computer.
                Console.WriteLine(told.Message);
            }
        }
        finally
        {
            Since = null;
        }
    }
}
