using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using RaidDocs.Domain.Importing;
using RaidDocs.Domain.Jobs;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Admin.Importing;

public enum ImportState
{
    /// <summary>It is read, and nothing is written.</summary>
    Checking,

    /// <summary>The report is there.</summary>
    Checked,

    BringingIn,

    /// <summary>All of it is in the store; the file is gone.</summary>
    Done,

    /// <summary>It could not be read, or somebody stopped it.</summary>
    Stopped,
}

/// <summary>A file, and what is to be done with it.</summary>
public sealed record ImportAsked : JobAsker
{
    /// <summary>What the file was called.</summary>
    public string Name { get; init; } = "";

    /// <summary>The mapping that comes with the program; null where there is none.</summary>
    public string? Mapping { get; init; }

    /// <summary>A mapping of her own, as JSON; null where there is none.</summary>
    public string? OwnMapping { get; init; }

    /// <summary>False: it is only checked.</summary>
    public bool Writes { get; init; }

    /// <summary>Who may see the new raids.</summary>
    public IReadOnlyList<Guid> Team { get; init; } = [];

    /// <summary>Null where the file has our own columns.</summary>
    public ImportMapping? ReadMapping() => OwnMapping is { } own ? ImportMapping.Read("", Encoding.UTF8.GetBytes(own), new ImportReport())
        : Mapping is { } shipped ? ImportMapping.ReadShipped(shipped)
        : null;
}

/// <summary>What is wrong at one place of a file, in the language of whoever sent it.</summary>
public sealed record KeptProblem(string File, int Row, string? Column, string Sentence);

/// <summary>What an import did, or would do, as it is kept for its page.</summary>
public sealed record ImportOutcome
{
    public bool IsWritten { get; init; }

    public IReadOnlyList<ImportCount> Counts { get; init; } = [];

    public IReadOnlyList<KeptProblem> Problems { get; init; } = [];

    public IReadOnlyList<KeptProblem> Warnings { get; init; } = [];

    /// <summary>How many there are, also those that are not kept.</summary>
    public int ProblemCount { get; init; }

    public int WarningCount { get; init; }

    /// <summary>The codes of raids that are new.</summary>
    public IReadOnlyList<string> Raids { get; init; } = [];

    /// <summary>Pairs of women who may be one and the same.</summary>
    public int Likely { get; init; }

    [JsonIgnore]
    public bool IsClean => ProblemCount == 0;

    [JsonIgnore]
    public int New => Counts.Sum(count => count.New);

    public static ImportOutcome Of(ImportResult result, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(texts);
        return new ImportOutcome
        {
            IsWritten = result.IsWritten,
            Counts = result.Counts,
            Problems = Kept(result.Report.Problems),
            Warnings = Kept(result.Report.Warnings),
            ProblemCount = result.Report.ProblemCount,
            WarningCount = result.Report.WarningCount,
            Raids = result.Raids,
            Likely = result.Likely.Count,
        };

        IReadOnlyList<KeptProblem> Kept(IReadOnlyList<ImportProblem> problems) =>
            [.. problems.Select(problem => new KeptProblem(problem.File, problem.Row, problem.Column, texts.Of(problem.Sentence)))];
    }

    public string Written() => JsonSerializer.Serialize(this, JobBoard.Json);
}

/// <summary>A file that somebody sent, on its way into the store, as one moment of it.</summary>
public sealed class ImportJob(Job job)
{
    public Guid Id => job.Id;

    public ImportAsked Asked { get; } = JobAsker.Read<ImportAsked>(job);

    public string Name => Asked.Name;

    /// <summary>UTC.</summary>
    public DateTime SentAt => job.AskedAt;

    public ImportProgress? Progress { get; } = job.Progress is null ? null : JsonSerializer.Deserialize<ImportProgress>(job.Progress, JobBoard.Json);

    public ImportOutcome? Result { get; } = job.Outcome is null ? null : JsonSerializer.Deserialize<ImportOutcome>(job.Outcome, JobBoard.Json);

    /// <summary>Why it stopped, a sentence in her language.</summary>
    public string? Why => job.Why;

    public bool IsAtWork => State is ImportState.Checking or ImportState.BringingIn;

    public ImportState State => job.State switch
    {
        JobState.Waiting or JobState.Working => Asked.Writes ? ImportState.BringingIn : ImportState.Checking,
        JobState.Done => Result!.IsWritten ? ImportState.Done : ImportState.Checked,
        _ => ImportState.Stopped,
    };
}
