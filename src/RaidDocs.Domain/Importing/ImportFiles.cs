using System.IO.Compression;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Papers;

namespace RaidDocs.Domain.Importing;

/// <summary>What was given to be brought in: a folder of CSV files, the same in a ZIP, or a book of a spreadsheet program. Nothing is unpacked onto the disk.</summary>
public sealed class ImportFiles : IDisposable
{
    /// <summary>All tables together, once they are unpacked.</summary>
    public const long MostPlainBytes = 2L * 1024 * 1024 * 1024;

    /// <summary>One file in a ZIP or folder is one table; there are eight of ours, and a mapping joins some more.</summary>
    public const int MostFiles = 200;

    private readonly IDisposable? _held;

    private ImportFiles(string name, IReadOnlyList<TableFile> tables, IReadOnlyList<string> leftOut, IDisposable? held) =>
        (Name, Tables, LeftOut, _held) = (name, tables, leftOut, held);

    /// <summary>The name of the folder or file, for the source.</summary>
    public string Name { get; }

    public IReadOnlyList<TableFile> Tables { get; }

    /// <summary>Files in it that are no tables, such as a list of counts.</summary>
    public IReadOnlyList<string> LeftOut { get; }

    /// <param name="path">A folder, a ZIP or a book.</param>
    /// <exception cref="DomainRuleException">It is none of these, or it is dangerous.</exception>
    public static ImportFiles Open(string path)
    {
        if (!Directory.Exists(path))
        {
            return Open(Path.GetFileName(path), File.OpenRead(path));
        }

        var files = new DirectoryInfo(path).EnumerateFiles().Take(MostFiles + 1).OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        CheckCount(files.Count);
        var (csv, others) = (files.Where(file => IsCsv(file.Name)).ToList(), files.Where(file => !IsCsv(file.Name)).Select(file => file.Name).ToList());
        return csv.Count == 0 && files is [var only] && IsBook(only.Name)
            ? Open(only.Name, only.OpenRead())
            : new ImportFiles(new DirectoryInfo(path).Name, [.. csv.Select(file => new CsvTable(file.Name, file.Length, file.OpenRead))], others, null);
    }

    /// <param name="name">What the file was called.</param>
    /// <param name="stream">Its bytes, from any place in it; closed with this.</param>
    /// <exception cref="DomainRuleException">It is no ZIP and no book, or it is dangerous.</exception>
    public static ImportFiles Open(string name, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            var first = new byte[4];
            var isZip = stream.ReadAtLeast(first, 4, throwOnEndOfStream: false) == 4 && first.AsSpan().SequenceEqual("PK\x03\x04"u8);
            if (!isZip)
            {
                return IsCsv(name)
                    ? new ImportFiles(name, [new CsvTable(name, stream.Length, () => Again(stream))], [], stream)
                    : throw new DomainRuleException($"This is neither a ZIP file nor an XLSX book. Put the CSV files into a ZIP, and send that");
            }

            var zip = new UnpackedZip(stream);
            return zip.Has("xl/workbook.xml")
                ? new ImportFiles(name, [.. new XlsxBook(zip).Sheets(name)], [], zip)
                : OfZip(name, zip);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public void Dispose() => _held?.Dispose();

    internal static void CheckCount(int files)
    {
        if (files > MostFiles)
        {
            throw new DomainRuleException($"More than {MostFiles} files lie in it. Take out what is not to be brought in");
        }
    }

    private static ImportFiles OfZip(string name, UnpackedZip zip)
    {
        CheckCount(zip.Names.Count);
        foreach (var inside in zip.Names)
        {
            if (inside.Contains('\\', StringComparison.Ordinal) || inside.StartsWith('/') || inside.Split('/').Contains("..") || inside.Contains(':', StringComparison.Ordinal) || PlainText.HasControls(inside))
            {
                throw new DomainRuleException($"This ZIP names a file outside of itself. It is not taken: it was made to do harm, or by a broken program");
            }
        }

        // What macOS adds beside each file.
        var mine = zip.Names.Where(inside => !inside.StartsWith("__MACOSX/", StringComparison.Ordinal)).ToList();
        return new ImportFiles(
            name,
            [.. mine.Where(IsCsv).Select(inside => new CsvTable(inside, zip.SizeOf(inside), () => zip.Open(inside)))],
            [.. mine.Where(inside => !IsCsv(inside))],
            zip);
    }

    // The reader closes what it reads; the file stays open for the next.
    private static CountedStream Again(Stream stream)
    {
        stream.Position = 0;
        return new CountedStream(stream, long.MaxValue, closes: false);
    }

    private static bool IsCsv(string name) => name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase);

    private static bool IsBook(string name) => name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A ZIP that is read where it lies. What its list says of sizes is not believed: what comes out is counted.</summary>
internal sealed class UnpackedZip : IDisposable
{
    private const int MostTimes = 200;
    private const int FreeBytes = 64 * 1024 * 1024;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);
    private readonly long _most;

    public UnpackedZip(Stream stream)
    {
        try
        {
            // Before anything reads it: the list of a zip can be as long as the file.
            OfficeFile.FindList(stream);
            _zip = new ZipArchive(stream, ZipArchiveMode.Read);
            _most = Math.Min(ImportFiles.MostPlainBytes, Math.Max(FreeBytes, stream.Length * MostTimes));
            foreach (var entry in _zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
            {
                if (!_entries.TryAdd(entry.FullName, entry))
                {
                    throw new DomainRuleException($"Two files in this ZIP have one name. Leave one out");
                }
            }

            if (_entries.Values.Sum(entry => Math.Min(entry.Length, ImportFiles.MostPlainBytes)) > _most)
            {
                throw TooMuch();
            }
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException)
        {
            throw new DomainRuleException($"This file is damaged, cut off, or has a password. Make it again without a password");
        }
    }

    public IReadOnlyCollection<string> Names => _entries.Keys;

    public bool Has(string name) => _entries.ContainsKey(name);

    public long SizeOf(string name) => _entries.TryGetValue(name, out var entry) ? entry.Length : 0;

    public Stream Open(string name)
    {
        var entry = _entries[name];
        if (entry.IsEncrypted)
        {
            throw new BrokenTableException(0, null, $"This file is damaged, cut off, or has a password. Make it again without a password");
        }

        return new CountedStream(entry.Open(), Math.Min(_most, Math.Max(entry.Length, 1)), closes: true);
    }

    public void Dispose() => _zip.Dispose();

    internal static DomainRuleException TooMuch() =>
        new DomainRuleException($"This file would become far larger when it is unpacked than any list of cases is. It is not taken: it could stop the computer");
}

/// <summary>Ends when more comes out of it than was told.</summary>
internal sealed class CountedStream(Stream inner, long most, bool closes) : ForwardStream
{
    private long _left = most;

    public override int Read(Span<byte> buffer) => Counted(inner.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Counted(await inner.ReadAsync(buffer, cancellationToken));

    protected override void Dispose(bool disposing)
    {
        if (disposing && closes)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Counted(int count)
    {
        _left -= count;
        return _left >= 0 ? count : throw UnpackedZip.TooMuch();
    }
}
