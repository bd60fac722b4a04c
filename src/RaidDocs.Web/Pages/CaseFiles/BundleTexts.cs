using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Disclosure.Bundles;
using RaidDocs.Domain.Papers;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.CaseFiles;

/// <summary>The small files of a case file, with which somebody checks it who has nothing of ours. Times are UTC, days ISO 8601.</summary>
internal static class BundleTexts
{
    public const string Format = "raiddocs-bundle/1";
    public const string Manifest = "manifest.json";
    public const string Sums = "manifest-sha256.txt";

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>What it is and which files go with it. All that changes from one making to the next stands in the line "made".</summary>
    public static byte[] ManifestOf(Disclosed disclosed, BundleWishes wishes, IReadOnlyList<BoundPaper> papers, DateTime at, int copy) =>
        Utf8(JsonSerializer.Serialize(
            new
            {
                Format,
                Made = string.Create(CultureInfo.InvariantCulture, $"{at:yyyy-MM-dd'T'HH:mm:ss'Z'}, copy {copy:0000}"),
                Raid = disclosed.File.Raid.Code,
                wishes.Woman,
                Audience = disclosed.Audience.ToString().ToLowerInvariant(),
                disclosed.ForWhom,
                Parts = wishes.Parts.Order().Select(part => part.ToString().ToLowerInvariant()),
                Files = papers.Where(paper => paper.WhyNot != NotBound.NotHere).Select(paper => new
                {
                    Name = paper.FileName,
                    Exhibit = paper.Code,
                    paper.Exhibit.Told.File.Sha256,
                    paper.Exhibit.Told.File.Bytes,
                }),
            },
            Json) + "\n");

    public static byte[] IndexOf(IReadOnlyList<BoundPaper> papers, IReadOnlyDictionary<string, int> pages, Texts texts) => CsvText.Table(
        ["number", "exhibit", "title", "date", "kind", "copy of", "court mark", "file", "bytes", "sha256", "page", "pages"],
        papers.Select(paper => new[]
        {
            Text(paper.Place),
            paper.Code,
            paper.Exhibit.Told.Title,
            paper.Exhibit.Told.MadeOn?.ToString(),
            texts.Of(paper.Exhibit.Told.File.Kind),
            paper.Exhibit.Told.Parent,
            paper.Exhibit.Told.CourtMark,
            paper.WhyNot == NotBound.NotHere ? null : paper.FileName,
            Text(paper.Exhibit.Told.File.Bytes),
            paper.Exhibit.Told.File.Sha256,
            pages.TryGetValue(paper.Id, out var page) ? Text(page) : null,
            Text(paper.Pages),
        }));

    /// <summary>Who had each file in hand, from the log. Where names of the team are hidden, each person has a number.</summary>
    public static byte[] CustodyOf(IReadOnlyList<BoundPaper> papers, ILookup<Guid, CustodyLine> lines, bool hideStaff)
    {
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        string By(string? name)
        {
            if (name is null || !hideStaff)
            {
                return name ?? "command line";
            }

            return numbers.TryGetValue(name, out var number) ? number : numbers[name] = string.Create(CultureInfo.InvariantCulture, $"person {numbers.Count + 1}");
        }

        return CsvText.Table(
            ["exhibit", "log line", "at", "by", "action", "of"],
            papers.SelectMany(paper => lines[paper.Exhibit.Id].Select(line => new[]
            {
                paper.Code,
                Text(line.Number),
                line.AtUtc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                By(line.By),
                line.Action,
                string.Join(' ', line.Fields),
            })));
    }

    public static byte[] CheckpointOf(LogMark? mark) => Utf8(mark?.ToString() ?? "");

    /// <summary>As sha256sum reads it, in the order of the names.</summary>
    public static byte[] SumsOf(IReadOnlyDictionary<string, string> sums) =>
        Utf8(string.Concat(sums.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Value}  {one.Key}\n")));

    public static string Sum(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));

    /// <summary>How to check it, in Thai and English, whatever the language of the rest.</summary>
    public static byte[] Readme(bool isStamped) => Utf8(
        $"""
        แฟ้มคดี / Case file
        ==================

        ภาษาไทย
        -------
        bundle.pdf คือแฟ้มคดีที่เย็บรวมเล่ม (อาจมี bundle-2.pdf และเล่มต่อไป) รหัสเปิดจะบอกท่านทางอื่น
        files/ คือไฟล์ต้นฉบับและสำเนาตามที่ได้รับมา
        index.csv รายการเอกสาร   custody.csv ใครถือเอกสารเมื่อใด
        manifest.json รายการไฟล์   checkpoint.txt จุดตรวจของบันทึก

        วิธีตรวจว่าไม่มีไฟล์ใดถูกเปลี่ยน (Linux, macOS): เปิดโฟลเดอร์นี้แล้วพิมพ์
            sha256sum -c manifest-sha256.txt
        Windows (PowerShell):
            Get-Content manifest-sha256.txt | ForEach-Object {"{"} $h,$f = $_ -split '  ',2; if ((Get-FileHash $f).Hash -ne $h) {"{"} "เปลี่ยน: $f" {"}"} {"}"}
        ถ้าไม่มีข้อความใดขึ้นมา ไฟล์ทุกไฟล์ยังเป็นอย่างเดิม

        English
        -------
        bundle.pdf is the bound case file (there may be bundle-2.pdf and more). The password is told to you another way.
        files/ holds the files as they came to us, and copies of them.
        index.csv lists the documents.   custody.csv says who had which in hand, and when.
        manifest.json lists the files.   checkpoint.txt is a checkpoint of the log.

        To check that no file was changed (Linux, macOS): open this folder and type
            sha256sum -c manifest-sha256.txt
        Windows (PowerShell):
            Get-Content manifest-sha256.txt | ForEach-Object {"{"} $h,$f = $_ -split '  ',2; if ((Get-FileHash $f).Hash -ne $h) {"{"} "changed: $f" {"}"} {"}"}
        If nothing is printed, every file is as it was.
        The cover of bundle.pdf shows the first 16 digits of the SHA-256 of manifest.json.
        {(isStamped ? "manifest-sha256.txt.tsr is a time stamp (RFC 3161) over manifest-sha256.txt:\n    openssl ts -verify -data manifest-sha256.txt -in manifest-sha256.txt.tsr -CAfile AUTHORITY.pem\n" : "")}
        """.ReplaceLineEndings("\n"));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
