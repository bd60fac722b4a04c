using System.Security.Cryptography;
using RaidDocs.Domain.Common;

namespace RaidDocs.Web.Printing;

/// <summary>
/// Where the binder works: its programs read files, not pipes. It lies in memory where the machine has such a place, so that
/// nothing plain reaches a disk, is open to its owner alone, and is gone with its work.
/// </summary>
internal sealed class WorkFolder : IDisposable
{
    private const string InMemory = "/dev/shm";
    private const string Prefix = "raiddocs-work-";

    private WorkFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>False where the machine has no place in memory and plain pages lie on its disk while they are bound.</summary>
    public static bool IsInMemory => Directory.Exists(InMemory);

    private static string Root => IsInMemory ? InMemory : System.IO.Path.GetTempPath();

    /// <param name="needed">Bytes that the work will take.</param>
    /// <exception cref="DomainRuleException">There is no room.</exception>
    public static WorkFolder Make(long needed)
    {
        var room = new DriveInfo(Root).AvailableFreeSpace;
        if (room < needed)
        {
            throw new DomainRuleException($"To bind these papers the computer needs {needed / 1024 / 1024} MB of room for a moment and has {room / 1024 / 1024} MB. Leave papers out, or make two case files");
        }

        var path = System.IO.Path.Combine(Root, Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        // Held while the work goes on, so that another run of the program does not take it for a left-over.
        return new WorkFolder(path) { _mark = new FileStream(System.IO.Path.Combine(path, "mark"), FileMode.Create, FileAccess.Write, FileShare.None) };
    }

    private FileStream? _mark;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Removes what a program left that was killed at its work.</summary>
    public static void ClearLeftOvers()
    {
        foreach (var folder in Directory.EnumerateDirectories(Root, Prefix + "*"))
        {
            try
            {
                using (new FileStream(System.IO.Path.Combine(folder, "mark"), FileMode.Open, FileAccess.Write, FileShare.None))
                {
                }

                Directory.Delete(folder, recursive: true);
            }
            catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
            {
                // Another one works in it, or it is somebody else's.
            }
        }
    }

    public void Dispose()
    {
        _mark?.Dispose();
        Directory.Delete(Path, recursive: true);
    }
}
