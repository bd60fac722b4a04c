using System.IO.Compression;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;

namespace RaidDocs.Domain.Records;

/// <summary>Where the files of a record go.</summary>
internal interface IRecordTarget
{
    /// <summary>Takes a file, and answers what the manifest says of it.</summary>
    Task<RecordFile> AddAsync(string name, Stream content, CancellationToken cancellationToken);
}

internal sealed class RecordFolder(string folder) : IRecordTarget
{
    public async Task<RecordFile> AddAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, name);
        DataFolder.MakePrivate(Path.GetDirectoryName(path)!);
        await using var source = new HashedSource(content);
        await SafeFile.WriteAsync(path, source, cancellationToken);
        return RecordFile.Of(name, source);
    }
}

internal sealed class RecordZip(ZipArchive zip) : IRecordTarget
{
    public async Task<RecordFile> AddAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        // Papers, photos and recordings are packed already.
        var entry = zip.CreateEntry(name, name.EndsWith(".json", StringComparison.Ordinal) || name.EndsWith(".csv", StringComparison.Ordinal) ? CompressionLevel.Fastest : CompressionLevel.NoCompression);
        await using var source = new HashedSource(content);
        await using var target = await entry.OpenAsync(cancellationToken);
        await source.CopyToAsync(target, cancellationToken);
        return RecordFile.Of(name, source);
    }
}
