using System.Runtime.InteropServices;

namespace RaidDocs.Domain.Data;

/// <summary>
/// The one allowed way to write a file that must outlast a power cut: temporary file, flush to the disk, rename,
/// flush of the folder. Any other order can leave a row whose file is missing or cut.
/// </summary>
public static class SafeFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var temporary = TemporaryOf(path);
        try
        {
            using (var file = New(temporary))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>The same for content that is too large for memory.</summary>
    public static async Task WriteAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var temporary = TemporaryOf(path);
        try
        {
            await using (var file = New(temporary))
            {
                await content.CopyToAsync(file, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    private static string TemporaryOf(string path) => $"{path}.{Guid.NewGuid():N}.new";

    private static FileStream New(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }

    /// <summary>Puts a finished file in the place of another. Afterwards there is the one or the other, never neither.</summary>
    /// <param name="finished">Complete.</param>
    /// <param name="path">Whose place it takes.</param>
    /// <param name="before">Keeps the other under this name; null to drop it.</param>
    public static void Replace(string finished, string path, string? before = null)
    {
        using (var file = new FileStream(finished, FileMode.Open, FileAccess.ReadWrite))
        {
            file.Flush(flushToDisk: true);
        }

        if (before is null)
        {
            File.Move(finished, path, overwrite: true);
        }
        else
        {
            // A second name for the old file first, then the rename.
            File.Replace(finished, path, before);
        }

        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Makes names in the folder outlast a power cut.</summary>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open(folder, 0);
        if (handle >= 0)
        {
            _ = Fsync(handle);
            _ = Close(handle);
        }
    }

#pragma warning disable SYSLIB1054, CA5392 // Three calls of the C library; generated marshalling would need unsafe code in the project.
    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    private static extern int Fsync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int handle);
#pragma warning restore SYSLIB1054, CA5392
}
