using RaidDocs.Domain.Backups;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Hosting.Backups;

/// <summary>
/// Makes the backup of the day in the chosen folder while the store is open, checks it as any other, and lets old ones go. No
/// person is needed: the key is in memory while the store is open, and the file opens with the recovery sheet as each does.
/// </summary>
internal sealed class DailyBackup(BackupDesk desk, VaultKeeper vault, StoreState state, FolderTurn turns, IServiceScopeFactory scopes, TimeProvider clock, ILogger<DailyBackup> log)
    : BackgroundService
{
    private const int TurnsToWait = 6;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>Makes the one that is due, if one is.</summary>
    /// <returns>It was tried and failed: to try again at once would help nobody.</returns>
    public async Task<bool> MakeAsync(CancellationToken cancellationToken)
    {
        if (!state.IsOpen || !vault.Exists)
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        await using var db = Store.OperatorContext(scope.ServiceProvider);
        if (await BackupSchedule.ReadAsync(db, cancellationToken) is not { } schedule || !schedule.IsDue(clock.UtcNow()))
        {
            return false;
        }

        if (schedule.Place() is not { } place)
        {
            await NoteAsync(db, schedule, BackupTrouble.FolderGone, cancellationToken);
            return false;
        }

        var failed = false;
        await desk.DoAsync(async (services, ending) =>
        {
            // Another program that has the same store open may be at it.
            if (!turns.TryEnter("daily-backup", out var turn))
            {
                return;
            }

            using var entered = turn;
            failed = true;
            failed = !await MakeAsync(services, schedule, place, ending);
        });
        return failed;
    }

    /// <summary>Ends the one that is being made, so that nothing half-made remains.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await desk.EndAsync();
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        var turns = 0;
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (turns-- > 0)
                {
                    continue;
                }

                try
                {
                    turns = await MakeAsync(stoppingToken) ? TurnsToWait : 0;
                }
                catch (Exception failed) when (failed is not OperationCanceledException)
                {
                    // The store may have been locked meanwhile. The next turn tries again.
                    log.LogWarning("No backup of the day was made: {Failure}", failed.GetType().Name);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }

    private async Task<bool> MakeAsync(IServiceProvider services, BackupSchedule schedule, Guid place, CancellationToken cancellationToken)
    {
        await using var db = Store.OperatorContext(services);
        if (await BackupSchedule.ReadAsync(db, cancellationToken) is not { } now || !now.IsDue(clock.UtcNow()))
        {
            return true;
        }

        try
        {
            var (path, found) = await BackupDesk.MakeAsync(services, db, schedule.Folder, cancellationToken);
            var made = new DailyFile(Path.GetFileName(path), clock.UtcNow(), new FileInfo(path).Length, found.Findings.Count == 0);
            await ChangeAsync(
                db, schedule,
                now => (now.With(place, [.. now.Places.GetValueOrDefault(place, []), made]) with { LastAt = made.At }).With(made.IsWhole ? null : BackupTrouble.NotWhole, made.At),
                cancellationToken);
            await RotateAsync(db, schedule, place, cancellationToken);
            return true;
        }
        catch (Exception failed) when (failed is StoreException or IOException or UnauthorizedAccessException && !cancellationToken.IsCancellationRequested)
        {
            // It names the folder: for the person at the computer.
            Console.WriteLine(failed.Message);
            log.LogError("No backup of the day was made: {Failure}", failed.GetType().Name);
            await NoteAsync(db, schedule, schedule.Place() is null ? BackupTrouble.FolderGone : BackupTrouble.Failed, cancellationToken);
            return false;
        }
    }

    // Of what it made itself and finds as it made it. Those that were whole go only for newer ones that are.
    private static async Task RotateAsync(RaidDocsDbContext db, BackupSchedule chosen, Guid place, CancellationToken cancellationToken)
    {
        if (await BackupSchedule.ReadAsync(db, cancellationToken) is not { } schedule || schedule.Folder != chosen.Folder || schedule.Place() != place)
        {
            return;
        }

        var there = schedule.There(place);
        var gone = there.GroupBy(file => file.IsWhole).SelectMany(group => Rotation.Gone([.. group], file => file.Day)).ToHashSet();
        foreach (var file in gone)
        {
            File.Delete(Path.Combine(schedule.Folder, file.Name));
        }

        var stay = there.Where(file => !gone.Contains(file)).ToList();
        await ChangeAsync(db, schedule, now => now.With(place, stay), cancellationToken);
    }

    private async Task NoteAsync(RaidDocsDbContext db, BackupSchedule schedule, BackupTrouble trouble, CancellationToken cancellationToken)
    {
        if (schedule.Trouble != trouble)
        {
            await ChangeAsync(db, schedule, now => now.With(trouble, clock.UtcNow()), cancellationToken);
        }
    }

    // Somebody may have chosen another folder meanwhile, or none.
    private static Task ChangeAsync(RaidDocsDbContext db, BackupSchedule chosen, Func<BackupSchedule, BackupSchedule> change, CancellationToken cancellationToken) =>
        BackupSchedule.ChangeAsync(db, now => now is null || now.Folder != chosen.Folder ? now : change(now), cancellationToken);
}
