using System.Text;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Papers;

namespace RaidDocs.Domain.Tests.Papers;

/// <summary>What may come in, seen in its bytes; bombs, programs, names with tricks; places in pictures.</summary>
public sealed class FileLookTests
{
    [Theory]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("MZ\u0090\0\u0003")]
    [InlineData("\u007FELF")]
    [InlineData("#!/bin/sh")]
    [InlineData("Rar!\u001A\u0007")]
    [InlineData("GIF89a")]
    [InlineData("hello")]
    [InlineData("\u00FF\u00FE<\0h\0t\0m\0l\0")]
    public void What_is_none_of_the_kinds_is_refused_whatever_its_name_says(string head)
    {
        var refused = Assert.Throws<DomainRuleException>(() => FileKinds.Look(Encoding.Latin1.GetBytes(head)));

        Assert.Contains("must be a photo, PDF, sound, video or office file", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_kind_is_known_by_its_first_bytes()
    {
        Assert.Equal(FileKind.Jpeg, FileKinds.Look(Bytes.Jpeg()));
        Assert.Equal(FileKind.Png, FileKinds.Look(Bytes.Png()));
        Assert.Equal(FileKind.Pdf, FileKinds.Look(Bytes.Pdf()));
        Assert.Equal(FileKind.WebP, FileKinds.Look("RIFF\0\0\0\0WEBPVP8 "u8));
        Assert.Equal(FileKind.Wav, FileKinds.Look("RIFF\0\0\0\0WAVEfmt "u8));
        Assert.Equal(FileKind.Heic, FileKinds.Look("\0\0\0\u0018ftypheic\0\0\0\0"u8));
        Assert.Equal(FileKind.Mp4, FileKinds.Look("\0\0\0\u0018ftypisom\0\0\0\0"u8));
        Assert.Equal(FileKind.M4a, FileKinds.Look("\0\0\0\u0018ftypM4A \0\0\0\0"u8));
        Assert.Equal(FileKind.ThreeGp, FileKinds.Look("\0\0\0\u0018ftyp3gp5\0\0\0\0"u8));
        Assert.Equal(FileKind.Mp3, FileKinds.Look("ID3\u0003\0\0\0\0\0\0"u8));
        Assert.Equal(FileKind.Ogg, FileKinds.Look("OggS\0\u0002"u8));
        Assert.Equal(FileKind.Amr, FileKinds.Look("#!AMR\n"u8));
        Assert.Null(FileKinds.Look(Bytes.Docx()));
        Assert.Throws<DomainRuleException>(() => FileKinds.Look([]));
    }

    [Theory]
    [InlineData("photo.jpg.exe")]
    [InlineData("order.html")]
    [InlineData("order.PDF.Js")]
    [InlineData("order.js.pdf")]
    [InlineData("order.docm")]
    public void A_name_that_ends_like_a_program_is_refused(string name) =>
        Assert.Contains("ends like a program", Assert.Throws<DomainRuleException>(() => FileKinds.CheckName(name)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("order.pdf")]
    [InlineData("")]
    [InlineData("js.photo.of.w07.jpg")]
    [InlineData("\u0E04\u0E33\u0E2A\u0E31\u0E48\u0E07.pdf")]
    public void Other_names_are_taken(string name) => FileKinds.CheckName(name);

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\x\order.pdf", "order.pdf")]
    [InlineData("photo\u202Egpj.exe", "photogpj.exe")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "aSet-Cookie: x.pdf")]
    [InlineData("...", "")]
    [InlineData("e\u0301.pdf", "\u00E9.pdf")]
    public void A_name_loses_its_tricks(string given, string clean) => Assert.Equal(clean, FileName.Clean(given));

    [Fact]
    public void The_name_as_it_was_given_shows_its_hidden_marks()
    {
        Assert.Equal("photo\u27E8U+202E\u27E9gpj.exe", FileName.AsGiven("photo\u202Egpj.exe"));
        Assert.Equal("a\u27E8U+000A\u27E9b", FileName.AsGiven("a\nb"));
        Assert.True(FileName.AsGiven(new string('\u0E01', 5000)).Length <= FileName.MostLetters);
    }

    [Fact]
    public void Office_files_are_known_by_what_is_in_them()
    {
        Assert.Equal(FileKind.Docx, Check(Bytes.Docx()));
        Assert.Equal(FileKind.Odt, Check(Bytes.Zip(("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray()), ("content.xml", [1]))));
        Assert.Throws<DomainRuleException>(() => Check(Bytes.Zip(("hello.txt", "x"u8.ToArray()))));
        Assert.Contains("macros", Assert.Throws<DomainRuleException>(() => Check(Bytes.Docx(("word/vbaProject.bin", [1])))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_is_refused_by_what_it_becomes_and_not_by_what_it_says()
    {
        var honest = Bytes.Docx(("word/big.xml", new byte[30 * 1024 * 1024]));
        Assert.Contains("far larger", Assert.Throws<DomainRuleException>(() => Check(honest)).Message, StringComparison.Ordinal);

        // Its list says that the part is small.
        var lying = honest.ToArray();
        var size = BitConverter.GetBytes(30 * 1024 * 1024);
        for (int at; (at = lying.AsSpan().IndexOf(size)) >= 0;)
        {
            BitConverter.GetBytes(100).CopyTo(lying, at);
        }

        Assert.Throws<DomainRuleException>(() => Check(lying));
    }

    [Fact]
    public void A_zip_with_too_many_parts_or_a_list_as_long_as_itself_is_refused()
    {
        var parts = Enumerable.Range(0, 6_000).Select(number => ($"word/{number}.xml", Array.Empty<byte>())).ToArray();
        Assert.Contains("far larger", Assert.Throws<DomainRuleException>(() => Check(Bytes.Docx(parts))).Message, StringComparison.Ordinal);
        Assert.Throws<DomainRuleException>(() => Check([.. "PK\u0003\u0004"u8, .. new byte[500]]));
        Assert.Throws<DomainRuleException>(() => Check(Bytes.Docx()[..^30]));
    }

    [Fact]
    public void A_place_is_found_in_pictures_and_videos()
    {
        var place = Bytes.Exif(withPlace: true);
        Assert.True(HasPlace(Bytes.Jpeg(place), FileKind.Jpeg));
        Assert.True(HasPlace(Bytes.Png(place), FileKind.Png));
        Assert.True(HasPlace([.. "RIFF\0\0\0\0WEBP"u8, .. new byte[3_000_000], .. "EXIF"u8, 100, 0, 0, 0, .. place], FileKind.WebP));
        Assert.True(HasPlace([.. new byte[5000], .. "Exif\0\0"u8, .. place], FileKind.Heic));
        Assert.True(HasPlace(place, FileKind.Tiff));
        Assert.True(HasPlace([.. new byte[2_000_000], 0xA9, .. "xyz\0\u0012\u0015\u0047+16.7130+098.5740/"u8], FileKind.Mp4));
        Assert.True(HasPlace("<x exif:GPSLatitude='16,42.78N'/>"u8.ToArray(), FileKind.Jpeg));

        Assert.False(HasPlace(Bytes.Jpeg(Bytes.Exif(withPlace: false)), FileKind.Jpeg));
        Assert.False(HasPlace(Bytes.Jpeg(), FileKind.Jpeg));
        Assert.False(HasPlace(new byte[3_000_000], FileKind.Mp4));
    }

    [Fact]
    public void A_place_across_the_edge_of_what_is_read_at_once_is_found()
    {
        var place = Bytes.Exif(withPlace: true);
        for (var before = (1024 * 1024) - 40; before < (1024 * 1024) + (64 * 1024) + 10; before += 4_099)
        {
            Assert.True(HasPlace([.. new byte[before], .. "Exif\0\0"u8, .. place, .. new byte[100]], FileKind.Heic), $"{before}");
        }
    }

    [Fact]
    public void A_stripped_picture_has_the_picture_and_which_way_up_it_stands_and_nothing_else()
    {
        var photo = Bytes.Jpeg(Bytes.Exif(withPlace: true, turned: 6), "taken by Somebody");
        byte[] hidden = [.. photo, .. "a second picture"u8];

        var bare = Strip(hidden, FileKind.Jpeg);

        Assert.False(HasPlace(bare, FileKind.Jpeg));
        Assert.True(bare.AsSpan().IndexOf("Somebody"u8) < 0 && bare.AsSpan().IndexOf("second"u8) < 0);
        Assert.True(bare.AsSpan().IndexOf(new byte[] { 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6 }) > 0);
        Assert.Equal(photo[^21..], bare[^21..]);
        Assert.Equal(bare, Strip(bare, FileKind.Jpeg));
        Assert.Equal(Bytes.Jpeg(), Strip(Bytes.Jpeg(Bytes.Exif(withPlace: true)), FileKind.Jpeg));

        var png = Strip([.. Bytes.Png(Bytes.Exif(withPlace: true)), .. "behind"u8], FileKind.Png);
        Assert.False(HasPlace(png, FileKind.Png));
        Assert.True(png.AsSpan().IndexOf("Author"u8) < 0 && png.AsSpan().IndexOf("behind"u8) < 0);
        Assert.True(png.AsSpan().IndexOf("IDAT"u8) > 0);
    }

    [Fact]
    public void A_picture_that_was_cut_is_told()
    {
        var photo = Bytes.Jpeg(Bytes.Exif(withPlace: true));
        for (var length = 2; length < photo.Length - 1; length++)
        {
            Assert.Throws<DomainRuleException>(() => Strip(photo[..length], FileKind.Jpeg));
        }
    }

    private static FileKind Check(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return OfficeFile.Check(stream, TestContext.Current.CancellationToken);
    }

    private static bool HasPlace(byte[] file, FileKind kind)
    {
        using var stream = new MemoryStream(file);
        return PlaceSearch.HasPlace(stream, kind, TestContext.Current.CancellationToken);
    }

    private static byte[] Strip(byte[] file, FileKind kind)
    {
        var copy = new MemoryStream();
        PictureCopy.Strip(new MemoryStream(file), kind, copy);
        return copy.ToArray();
    }
}
