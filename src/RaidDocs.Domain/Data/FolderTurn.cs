namespace RaidDocs.Domain.Data;

/// <summary>One program at a time changes a file of a data folder that several share.</summary>
public sealed class FolderTurn(DataFolder folder, StoreEngine engine)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(3);

    /// <summary>Others may change what this program has read.</summary>
    public bool IsShared => !engine.IsEmbedded;

    /// <summary>Waits until no other program has this turn. Null where there is no other.</summary>
    /// <exception cref="IOException">Another program has had it for too long.</exception>
    public IDisposable? Enter(string name)
    {
        if (!IsShared)
        {
            return null;
        }

        var began = Environment.TickCount64;
        while (true)
        {
            try
            {
                return new FileStream(PathOf(name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException) when (Environment.TickCount64 - began < Patience.TotalMilliseconds && Directory.Exists(folder.Path))
            {
                Thread.Sleep(Pause);
            }
        }
    }

    /// <summary>Takes the turn if nobody has it, or shares it, and does not wait.</summary>
    /// <param name="name">Of the turn.</param>
    /// <param name="turn">To be disposed when it is over; null where there is no other program.</param>
    /// <returns>False: another program has it.</returns>
    public bool TryEnter(string name, out IDisposable? turn)
    {
        turn = null;
        if (!IsShared)
        {
            return true;
        }

        try
        {
            turn = new FileStream(PathOf(name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            return true;
        }
        catch (IOException) when (Directory.Exists(folder.Path))
        {
            return false;
        }
    }

    /// <summary>Several may share it; meanwhile nobody can enter. Waits for who has entered.</summary>
    /// <exception cref="IOException">Another program has had it for too long.</exception>
    public IDisposable? Share(string name)
    {
        if (IsShared && !File.Exists(PathOf(name)))
        {
            // So that it can be opened to be read.
            Enter(name)?.Dispose();
        }

        var began = Environment.TickCount64;
        while (IsShared)
        {
            try
            {
                return new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            }
            catch (IOException) when (Environment.TickCount64 - began < Patience.TotalMilliseconds && Directory.Exists(folder.Path))
            {
                Thread.Sleep(Pause);
            }
        }

        return null;
    }

    private string PathOf(string name) => Path.Combine(folder.Path, $"turn-{name}");
}
