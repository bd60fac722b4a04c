using System.Buffers.Binary;
using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Papers;

/// <summary>What may be kept. It is seen in the bytes; a name or a browser may say anything.</summary>
public enum FileKind
{
    [Display(Name = "photo (JPEG)")]
    Jpeg,

    [Display(Name = "picture (PNG)")]
    Png,

    [Display(Name = "picture (WebP)")]
    WebP,

    [Display(Name = "photo (HEIC)")]
    Heic,

    [Display(Name = "scan (TIFF)")]
    Tiff,

    [Display(Name = "PDF")]
    Pdf,

    [Display(Name = "sound (MP3)")]
    Mp3,

    [Display(Name = "sound (M4A)")]
    M4a,

    [Display(Name = "sound (AAC)")]
    Aac,

    [Display(Name = "sound (OGG)")]
    Ogg,

    [Display(Name = "sound (WAV)")]
    Wav,

    [Display(Name = "sound (AMR)")]
    Amr,

    [Display(Name = "sound (FLAC)")]
    Flac,

    [Display(Name = "video (MP4)")]
    Mp4,

    [Display(Name = "video (MOV)")]
    Mov,

    [Display(Name = "video (3GP)")]
    ThreeGp,

    [Display(Name = "video (WebM)")]
    WebM,

    [Display(Name = "text (Word)")]
    Docx,

    [Display(Name = "table (Excel)")]
    Xlsx,

    [Display(Name = "slides (PowerPoint)")]
    Pptx,

    [Display(Name = "text (OpenDocument)")]
    Odt,

    [Display(Name = "table (OpenDocument)")]
    Ods,

    [Display(Name = "slides (OpenDocument)")]
    Odp,
}

public static class FileKinds
{
    /// <summary>So many bytes tell the kind.</summary>
    internal const int HeadBytes = 64;

    /// <summary>For the file chooser of a browser.</summary>
    public static string Accepted { get; } = string.Join(',', Enum.GetValues<FileKind>().Select(kind => "." + Ending(kind)).Append(".jpeg").Append(".tiff"));

    // What runs when it is opened, or is a page.
    private static readonly HashSet<string> Programs = new(StringComparer.OrdinalIgnoreCase)
    {
        "apk", "app", "bat", "cmd", "com", "cpl", "docm", "dll", "exe", "hta", "htm", "html", "iso", "jar", "js", "jse", "lnk", "mht", "mhtml", "msi",
        "pif", "pptm", "ps1", "py", "reg", "scr", "sh", "svg", "svgz", "swf", "url", "vb", "vbe", "vbs", "wsf", "xht", "xhtml", "xlsm", "xml",
    };

    public static string Ending(this FileKind kind) => kind switch
    {
        FileKind.Jpeg => "jpg",
        FileKind.Tiff => "tif",
        FileKind.ThreeGp => "3gp",
        _ => kind.ToString().ToLowerInvariant(),
    };

    public static bool IsPicture(this FileKind kind) => kind <= FileKind.Tiff;

    /// <summary>A zip inside, which must be looked into before it is kept.</summary>
    public static bool IsOffice(this FileKind kind) => kind >= FileKind.Docx;

    public static bool IsVideo(this FileKind kind) => kind is FileKind.Mp4 or FileKind.Mov or FileKind.ThreeGp or FileKind.WebM;

    /// <summary>Refuses a name that ends like a program, also in the ending before the last.</summary>
    public static void CheckName(string name)
    {
        if (name.Split('.').Skip(1).TakeLast(2).FirstOrDefault(part => Programs.Contains(part.Trim())) is { } ending)
        {
            throw new DomainRuleException($"The name of the file ends like a program or a page ({ending.Trim().ToLowerInvariant()}). The file must be a photo, PDF, sound, video or office file");
        }
    }

    /// <summary>The kind; null for an office file, of which the zip must be opened to know it.</summary>
    /// <exception cref="DomainRuleException">It is nothing that may be kept.</exception>
    public static FileKind? Look(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
        {
            throw new DomainRuleException($"The file is empty. Choose another one");
        }

        return head.StartsWith("PK\x03\x04"u8) ? null : Known(head) ?? throw NotTaken();
    }

    internal static DomainRuleException NotTaken() =>
        new DomainRuleException($"The file must be a photo, PDF, sound, video or office file. What is in this one is none of them, whatever its name says");

    private static FileKind? Known(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => FileKind.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, ..] => FileKind.Png,
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => FileKind.Tiff,
        [(byte)'I', (byte)'D', (byte)'3', < 5, ..] or [0xFF, 0xFB or 0xFA or 0xF3 or 0xF2, ..] => FileKind.Mp3,
        [0xFF, 0xF1 or 0xF9, ..] => FileKind.Aac,
        [0x1A, 0x45, 0xDF, 0xA3, ..] => FileKind.WebM,
        _ when head.StartsWith("%PDF-"u8) => FileKind.Pdf,
        _ when head.StartsWith("OggS"u8) => FileKind.Ogg,
        _ when head.StartsWith("fLaC"u8) => FileKind.Flac,
        _ when head.StartsWith("#!AMR"u8) => FileKind.Amr,
        _ when head.StartsWith("RIFF"u8) && head.Length >= 12 => Riff(head.Slice(8, 4)),
        _ when head.Length >= 12 && head.Slice(4, 4).SequenceEqual("ftyp"u8) && BinaryPrimitives.ReadUInt32BigEndian(head) < 4096 => Brand(head.Slice(8, 4)),
        _ => null,
    };

    private static FileKind? Riff(ReadOnlySpan<byte> form) =>
        form.SequenceEqual("WEBP"u8) ? FileKind.WebP : form.SequenceEqual("WAVE"u8) ? FileKind.Wav : null;

    private static FileKind? Brand(ReadOnlySpan<byte> brand) => System.Text.Encoding.ASCII.GetString(brand) switch
    {
        "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx" or "mif1" or "msf1" => FileKind.Heic,
        "M4A " or "M4B " => FileKind.M4a,
        "qt  " => FileKind.Mov,
        "isom" or "iso2" or "iso4" or "iso5" or "iso6" or "mp41" or "mp42" or "avc1" or "M4V " or "MSNV" or "dash" or "f4v " => FileKind.Mp4,
        ['3', 'g', ..] => FileKind.ThreeGp,
        _ => null,
    };
}
