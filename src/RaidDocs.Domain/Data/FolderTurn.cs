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

        var path = Path.Combine(folder.Path, $"turn-{name}");
        var began = Environment.TickCount64;
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException) when (Environment.TickCount64 - began < Patience.TotalMilliseconds && Directory.Exists(folder.Path))
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
