using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;

namespace RaidDocs.Domain.Jobs;

/// <summary>What is done behind the pages.</summary>
public enum JobKind
{
    CaseFile,
    Import,
}

public enum JobState
{
    /// <summary>For a program that takes it.</summary>
    Waiting,

    Working,
    Done,

    /// <summary>It could not be done; <see cref="Job.Why"/> tells the reason.</summary>
    Stopped,

    /// <summary>Whoever asked for it stopped it.</summary>
    Cancelled,
}

/// <summary>
/// A piece of work behind the pages, as a row: any program that has the store open can take it, and all can tell how far it is. It lives for a
/// day at most, and not longer than the store is open.
/// </summary>
public sealed class Job : Entity, IUnaudited, ISealedWords
{
    /// <param name="id">The order that the file is for, or of the file that was sent.</param>
    /// <param name="kind">Who can do it.</param>
    /// <param name="userId">Who asks; nobody else finds it.</param>
    /// <param name="asked">What is wanted, as JSON.</param>
    public Job(Guid id, JobKind kind, Guid userId, string asked)
    {
        (Id, Kind, UserId, Asked) = (id, kind, userId, asked);
    }

    private Job()
    {
        // For EF Core.
    }

    public JobKind Kind { get; private set; }

    public Guid UserId { get; private set; }

    public JobState State { get; internal set; }

    /// <summary>UTC.</summary>
    public DateTime AskedAt { get; internal set; }

    /// <summary>UTC; null while it waits or goes on.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>The program that took it; null where none has.</summary>
    public Guid? Worker { get; private set; }

    /// <summary>Seconds since 1970 (UTC): a program at work that has not shown itself until then is gone, and another takes the work.</summary>
    public long HeldUntil { get; private set; }

    /// <summary>The opening of the store that it belongs to. Under another it is gone.</summary>
    public long Opening { get; internal set; }

    public string Asked { get; private set; } = "{}";

    /// <summary>What became of it, as JSON; null until it is done.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Why it stopped, a sentence in the language of whoever asked.</summary>
    public string? Why { get; private set; }

    /// <summary>Opens its file in the folder of made files; null where it has none.</summary>
    public string? FileKey { get; internal set; }

    /// <summary>How far it is, as JSON: names of tables and numbers, nothing of a woman.</summary>
    public string? Progress { get; internal set; }

    public bool IsAtWork => State is JobState.Waiting or JobState.Working;

    /// <summary>From the beginning, or with another wish.</summary>
    public void AskAgain(string asked)
    {
        (State, Asked, Worker, HeldUntil) = (JobState.Waiting, asked, null, 0);
        (EndedAt, Outcome, Why, Progress) = (null, null, null, null);
    }

    internal void Take(Guid worker, long until) => (State, Worker, HeldUntil) = (JobState.Working, worker, until);

    /// <summary>For another program, where this one ends.</summary>
    internal void GiveBack() => (State, Worker, HeldUntil, Progress) = (JobState.Waiting, null, 0, null);

    internal void End(JobState state, DateTime now, string? outcome, string? why) =>
        (State, EndedAt, Outcome, Why, Progress) = (state, now, outcome, why, null);

    void ISealedWords.Change(Func<string, string, string> change)
    {
        Asked = change(nameof(Asked), Asked);
        Outcome = Outcome is null ? null : change(nameof(Outcome), Outcome);
        Why = Why is null ? null : change(nameof(Why), Why);
        FileKey = FileKey is null ? null : change(nameof(FileKey), FileKey);
    }
}

/// <summary>A job that this program does now.</summary>
public sealed class JobUnderWay(Job job) : IDisposable
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Job Job => job;

    /// <summary>It was stopped, or belongs to another program by now.</summary>
    public CancellationTokenSource Cancel { get; } = new();

    /// <summary>How far it is; written as JSON when somebody asks.</summary>
    public object? Progress { get; set; }

    /// <summary>Comes to its end when nothing of it goes on any more.</summary>
    internal Task Ended => _ended.Task;

    public void Dispose() => _ended.TrySetResult();
}
