namespace RaidDocs.Benchmarks.Whole;

/// <summary>A program answered with something else than its page.</summary>
internal sealed class NotAnsweredException(Uri address, HttpResponseMessage answer)
    : Exception($"{HostedProgram.NameOf(address)} answered {answer.RequestMessage?.RequestUri?.PathAndQuery} with {(int)answer.StatusCode}. Why is told above, where it is an error of the program.");

/// <summary>Says on the error output of a program, by its name, what it failed at. The data are invented, so the whole message may stand there.</summary>
internal sealed class ToldFailures(string name) : ILoggerProvider, ILogger
{
    private const int Most = 3;
    private int _told;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        // One reason is told by each of thousands of requests.
        if (IsEnabled(logLevel) && Interlocked.Increment(ref _told) <= Most)
        {
            Console.Error.WriteLine($"{name}: {(exception is null ? formatter(state, null) : $"{exception.GetType().Name}: {exception.Message}")}");
        }
    }

    public void Dispose()
    {
        // Holds nothing.
    }
}
