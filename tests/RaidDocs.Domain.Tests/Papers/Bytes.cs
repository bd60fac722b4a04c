using System.IO.Compression;
using System.Text;

namespace RaidDocs.Domain.Tests.Papers;

/// <summary>Small files of each kind, made here.</summary>
internal static class Bytes
{
    /// <summary>A latitude in what a camera writes, little-endian.</summary>
    public static byte[] Exif(bool withPlace, byte turned = 1)
    {
        var list = new List<byte>();
        list.AddRange("II*\0"u8.ToArray());
        list.AddRange(BitConverter.GetBytes(8));
        list.AddRange(BitConverter.GetBytes((ushort)(withPlace ? 2 : 1)));
        list.AddRange(Field(0x0112, 3, 1, turned));
        if (withPlace)
        {
            list.AddRange(Field(0x8825, 4, 1, 8 + 2 + 24 + 4));
        }

        list.AddRange(new byte[4]);
        if (withPlace)
        {
            list.AddRange(BitConverter.GetBytes((ushort)1));
            list.AddRange(Field(2, 5, 3, 60));
            list.AddRange(new byte[28]);
        }

        return [.. list];
    }

    public static byte[] Jpeg(byte[]? exif = null, string? comment = null)
    {
        var file = new List<byte> { 0xFF, 0xD8, 0xFF, 0xE0, 0, 16 };
        file.AddRange("JFIF\0"u8.ToArray());
        file.AddRange(new byte[] { 1, 1, 0, 0, 1, 0, 1, 0, 0 });
        if (exif is not null)
        {
            file.AddRange(new byte[] { 0xFF, 0xE1, (byte)((exif.Length + 8) >> 8), (byte)(exif.Length + 8) });
            file.AddRange("Exif\0\0"u8.ToArray());
            file.AddRange(exif);
        }

        if (comment is not null)
        {
            var words = Encoding.UTF8.GetBytes(comment);
            file.AddRange(new byte[] { 0xFF, 0xFE, (byte)((words.Length + 2) >> 8), (byte)(words.Length + 2) });
            file.AddRange(words);
        }

        file.AddRange(new byte[] { 0xFF, 0xDB, 0, 4, 1, 2, 0xFF, 0xDA, 0, 4, 3, 4, 10, 0xFF, 0, 20, 0xFF, 0xD0, 30, 0xFF, 0xD9 });
        return [.. file];
    }

    public static byte[] Png(byte[]? exif = null)
    {
        var file = new List<byte> { 0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10 };
        Chunk("IHDR", new byte[13]);
        Chunk("tEXt", Encoding.ASCII.GetBytes("Author\0Somebody"));
        if (exif is not null)
        {
            Chunk("eXIf", exif);
        }

        Chunk("IDAT", [1, 2, 3]);
        Chunk("IEND", []);
        return [.. file];

        void Chunk(string name, byte[] content)
        {
            file.AddRange(BitConverter.GetBytes(content.Length).Reverse());
            file.AddRange(Encoding.ASCII.GetBytes(name));
            file.AddRange(content);
            file.AddRange(new byte[4]);
        }
    }

    public static byte[] Pdf(int length = 100, byte filling = 32)
    {
        var file = new byte[length];
        Array.Fill(file, filling);
        "%PDF-1.7\n"u8.CopyTo(file);
        return file;
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return file.ToArray();
    }

    public static byte[] Docx(params (string Name, byte[] Content)[] more) =>
        Zip([("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", "<w:document/>"u8.ToArray()), .. more]);

    /// <summary>A field of a list in what a camera writes: tag, type, count, value.</summary>
    private static byte[] Field(ushort tag, ushort type, int count, int value) =>
        [.. BitConverter.GetBytes(tag), .. BitConverter.GetBytes(type), .. BitConverter.GetBytes(count), .. BitConverter.GetBytes(value)];
}
