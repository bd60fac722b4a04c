using System.Text.Json;
using RaidDocs.Domain.Importing;

namespace RaidDocs.Domain.Records;

/// <summary>Where a whole record is read from: the folder that export wrote, or the ZIP of a copy of it. Nothing is unpacked onto the disk.</summary>
public abstract class RecordSource : IDisposable
{
    internal const int MostManifestBytes = 64 * 1024 * 1024;

    /// <summary>Every file in it, with slashes.</summary>
    internal abstract IEnumerable<string> Names { get; }

    /// <summary>Does it hold a whole record, as <see cref="RecordExport"/> writes it? Others call a file manifest.json too.</summary>
    private bool IsRecord
    {
        get
        {
            if (SizeOf(RecordManifest.FileName) is not { } size || size > MostManifestBytes)
            {
                return false;
            }

            if (Names.Any(name => name.StartsWith("cases/", StringComparison.Ordinal)))
            {
                return true;
            }

            try
            {
                using var bytes = Open(RecordManifest.FileName);
                using var json = JsonDocument.Parse(bytes);
                return json.RootElement.ValueKind == JsonValueKind.Object
                    && json.RootElement.TryGetProperty("format", out var format)
                    && format.ValueKind == JsonValueKind.String
                    && format.GetString()!.StartsWith("raiddocs-record/", StringComparison.Ordinal);
            }
            catch (Exception other) when (other is JsonException or InvalidDataException)
            {
                return false;
            }
        }
    }

    public static RecordSource OfFolder(string folder) => new RecordInFolder(folder);

    /// <summary>Null where the folder or file holds no whole record.</summary>
    /// <exception cref="Common.DomainRuleException">It is a ZIP that is damaged or dangerous.</exception>
    public static RecordSource? Find(string path) => Directory.Exists(path) ? Only(OfFolder(path)) : Find(File.OpenRead(path));

    /// <summary>Null where it is no ZIP of a whole record; then it is closed.</summary>
    /// <param name="file">From any place in it; closed with the source.</param>
    /// <exception cref="Common.DomainRuleException">It is a ZIP that is damaged or dangerous.</exception>
    public static RecordSource? Find(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            var first = new byte[4];
            file.Position = 0;
            if (file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && first.AsSpan().SequenceEqual("PK\x03\x04"u8))
            {
                return Only(new RecordInZip(new UnpackedZip(file)));
            }
        }
        catch
        {
            file.Dispose();
            throw;
        }

        file.Dispose();
        return null;
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Null where it is not there.</summary>
    internal abstract long? SizeOf(string name);

    /// <summary>From its beginning, read once; it gives no more than its size.</summary>
    internal abstract Stream Open(string name);

    protected virtual void Dispose(bool disposing)
    {
    }

    private static RecordSource? Only(RecordSource source)
    {
        if (source.IsRecord)
        {
            return source;
        }

        source.Dispose();
        return null;
    }

    private sealed class RecordInFolder(string folder) : RecordSource
    {
        internal override IEnumerable<string> Names => Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            : [];

        internal override long? SizeOf(string name) => new FileInfo(Path.Combine(folder, name)) is { Exists: true } file ? file.Length : null;

        internal override Stream Open(string name) => File.OpenRead(Path.Combine(folder, name));
    }

    private sealed class RecordInZip(UnpackedZip zip) : RecordSource
    {
        internal override IEnumerable<string> Names => zip.Names;

        internal override long? SizeOf(string name) => zip.Has(name) ? zip.SizeOf(name) : null;

        internal override Stream Open(string name)
        {
            try
            {
                return zip.Open(name);
            }
            catch (BrokenTableException locked)
            {
                throw new InvalidDataException("It has a password.", locked);
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                zip.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
