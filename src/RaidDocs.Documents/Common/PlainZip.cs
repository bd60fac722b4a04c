using System.IO.Compression;

namespace RaidDocs.Documents.Common;

/// <summary>ZIP files, and the office files that are ones, without a day or a person in them: the same content gives the same bytes.</summary>
public static class PlainZip
{
    // The first day that a ZIP file can write.
    private static readonly DateTimeOffset NoDay = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The files under their names, in the order of the names.</summary>
    public static byte[] Of(IEnumerable<(string Name, byte[] Content)> files)
    {
        using var zip = new MemoryStream();
        using (var to = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files.OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                using var target = Entry(to, name).Open();
                target.Write(content);
            }
        }

        return zip.ToArray();
    }

    /// <summary>What a library packed, packed again without the day on which it did.</summary>
    public static byte[] WithoutDays(byte[] made)
    {
        using var file = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(made)))
        using (var to = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in from.Entries.OrderBy(part => part.FullName, StringComparer.Ordinal))
            {
                using var source = part.Open();
                using var target = Entry(to, part.FullName).Open();
                source.CopyTo(target);
            }
        }

        return file.ToArray();
    }

    private static ZipArchiveEntry Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoDay;
        return entry;
    }
}
