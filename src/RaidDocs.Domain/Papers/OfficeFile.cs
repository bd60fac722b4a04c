using System.Buffers.Binary;
using System.IO.Compression;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Papers;

/// <summary>
/// Looks into the zip of an office file, without unpacking it anywhere: which kind it is, and that it is no bomb. What the
/// list of the zip says is not believed: each part is read to its end and counted.
/// </summary>
internal static class OfficeFile
{
    private const int MostParts = 5_000;
    private const int MostListBytes = 2 * 1024 * 1024;
    private const int EndBytes = 22;
    private const int PartBytes = 46;
    private const int LocalBytes = 30;
    private const int IsLocked = 1;
    private const int Stored = 0;
    private const int Deflated = 8;
    private const int MostCommentBytes = 64 * 1024;

    /// <summary>All parts together. No paper of an office comes near it.</summary>
    internal const long MostPlainBytes = 512L * 1024 * 1024;

    /// <summary>Text packs to a tenth or twentieth, pictures hardly at all.</summary>
    private const int MostTimes = 150;
    private const int FreeBytes = 8 * 1024 * 1024;

    /// <exception cref="DomainRuleException">It is a bomb, holds a program, or is no office file.</exception>
    public static FileKind Check(Stream file, CancellationToken cancellationToken)
    {
        try
        {
            var (from, end) = FindList(file);
            CheckParts(file, from, end, cancellationToken);
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            CheckNames(zip);
            return KindOf(zip) ?? throw FileKinds.NotTaken();
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException)
        {
            throw new DomainRuleException($"This office file is damaged, or it has a password. Save it again without a password, then send it");
        }
    }

    // Before anything reads it: the list of a zip can be as long as the file.
    internal static (long From, long End) FindList(Stream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, EndBytes + MostCommentBytes)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || tail.Length - at < EndBytes)
        {
            throw new InvalidDataException();
        }

        var end = tail.AsSpan(at);
        var (parts, list, from) = (BinaryPrimitives.ReadUInt16LittleEndian(end[10..]), BinaryPrimitives.ReadUInt32LittleEndian(end[12..]), BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
        var endAt = file.Length - tail.Length + at;
        if (parts > MostParts || list > MostListBytes || from == uint.MaxValue || endAt - from > MostListBytes || from > endAt)
        {
            throw TooMuch();
        }

        return (from, endAt);
    }

    // The sizes in the list are the sender's word, and readers of zips stop where it says: so each part is unpacked here, into nothing.
    private static void CheckParts(Stream file, long from, long end, CancellationToken cancellationToken)
    {
        var list = new byte[end - from];
        file.Position = from;
        file.ReadExactly(list);
        var buffer = new byte[64 * 1024];
        var plain = 0L;
        var parts = 0;
        for (var at = 0; at + PartBytes <= list.Length && list.AsSpan(at).StartsWith("PK\x01\x02"u8); parts++)
        {
            var part = list.AsSpan(at);
            var (flags, method) = (BinaryPrimitives.ReadUInt16LittleEndian(part[8..]), BinaryPrimitives.ReadUInt16LittleEndian(part[10..]));
            var (packed, told, local) = (BinaryPrimitives.ReadUInt32LittleEndian(part[20..]), BinaryPrimitives.ReadUInt32LittleEndian(part[24..]), BinaryPrimitives.ReadUInt32LittleEndian(part[42..]));
            at += PartBytes + BinaryPrimitives.ReadUInt16LittleEndian(part[28..]) + BinaryPrimitives.ReadUInt16LittleEndian(part[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(part[32..]);
            if (parts >= MostParts || packed == uint.MaxValue || told == uint.MaxValue || told > MostPlainBytes)
            {
                throw TooMuch();
            }

            if ((flags & IsLocked) != 0 || method is not (Stored or Deflated))
            {
                throw new InvalidDataException();
            }

            file.Position = local;
            var head = new byte[LocalBytes];
            file.ReadExactly(head);
            file.Position += BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(26)) + BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(28));
            if (method == Stored)
            {
                plain += packed;
                continue;
            }

            var before = plain;
            using var content = new DeflateStream(file, CompressionMode.Decompress, leaveOpen: true);
            for (int count; (count = content.Read(buffer)) > 0;)
            {
                plain += count;
                if (plain - before > told || plain > MostPlainBytes || (plain > FreeBytes && plain > file.Length * MostTimes))
                {
                    throw TooMuch();
                }

                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private static void CheckNames(ZipArchive zip)
    {
        if (zip.Entries.Any(part => part.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || part.FullName.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)))
        {
            throw new DomainRuleException($"This office file holds a program (macros). Save it again without them, then send it");
        }
    }

    private static FileKind? KindOf(ZipArchive zip)
    {
        if (zip.GetEntry("[Content_Types].xml") is not null)
        {
            return zip switch
            {
                _ when zip.GetEntry("word/document.xml") is not null => FileKind.Docx,
                _ when zip.GetEntry("xl/workbook.xml") is not null => FileKind.Xlsx,
                _ when zip.GetEntry("ppt/presentation.xml") is not null => FileKind.Pptx,
                _ => null,
            };
        }

        if (zip.GetEntry("mimetype") is not { Length: < 100 } mime)
        {
            return null;
        }

        using var reader = new StreamReader(mime.Open());
        return reader.ReadToEnd().Trim() switch
        {
            "application/vnd.oasis.opendocument.text" => FileKind.Odt,
            "application/vnd.oasis.opendocument.spreadsheet" => FileKind.Ods,
            "application/vnd.oasis.opendocument.presentation" => FileKind.Odp,
            _ => null,
        };
    }

    private static DomainRuleException TooMuch() =>
        new DomainRuleException($"This office file would become far larger when it is opened than any paper is. It is not taken: it could stop the computer of whoever opens it");
}
