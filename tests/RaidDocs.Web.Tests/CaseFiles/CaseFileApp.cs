using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure.Bundles;
using RaidDocs.Domain.Papers;
using RaidDocs.Web.Pages.CaseFiles;
using RaidDocs.Web.Printing;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.CaseFiles;

/// <summary>A raid with papers, and the making of its case file.</summary>
public class CaseFileApp : TestApp
{
    private static BundlePress Press(IServiceProvider services) => services.GetRequiredService<BundlePress>();

    public MadeFiles Made => Services.GetRequiredService<MadeFiles>();

    public Task<Guid> RaidIdAsync(string code) => DbAsync(db => db.Raids.Where(row => row.Code == code).Select(row => row.Id).SingleAsync());

    /// <summary>Keeps a file as if it had been sent.</summary>
    public async Task<Guid> AddAsync(string raid, byte[] file, string title = "Order", params string[] women)
    {
        var id = await RaidIdAsync(raid);
        return await DbAsync(async db =>
        {
            var numbers = women.Select(code => Domain.Women.WomanCode.ReadNumber(code)!.Value).ToList();
            var hers = await db.Apprehensions.Where(row => row.RaidId == id && numbers.Contains(row.Number)).Select(row => row.WomanId).ToListAsync();
            var store = new EvidenceStore(db, Services.GetRequiredService<SealedFiles>());
            return await store.ReceiveAsync(new GivenFile(Guid.CreateVersion7(), id, new EvidenceFacts { Title = title }, [.. hers]) { Name = "file" }, new MemoryStream(file), Today, CancellationToken.None);
        });
    }

    /// <summary>Makes it as the command line does, and opens the ZIP.</summary>
    public async Task<MadeZip> MakeAsync(string raid, BundleWishes wishes, Action<BundleStep>? step = null, CancellationToken cancellationToken = default)
    {
        await using var scope = Services.CreateAsyncScope();
        await using var db = Store.OperatorContext(scope.ServiceProvider);
        var order = Guid.NewGuid();
        try
        {
            var made = await Press(scope.ServiceProvider).MakeAsync(db, order, raid, wishes, step ?? (_ => { }), cancellationToken);
            await using var content = Made.Open(order)!;
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, CancellationToken.None);
            Assert.Equal(made.Export.Sha256, Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())));
            return new MadeZip(bytes.ToArray(), made);
        }
        finally
        {
            Made.Shred(order);
        }
    }

    /// <summary>A PDF whose pages each say this.</summary>
    internal static byte[] Paper(string text, int pages = 1, double width = 595, double height = 842) =>
        StampPdf.Make([.. Enumerable.Range(1, pages).Select(page => new Stamp(width, height, 9_000 + page, $"{text}"))], "paper");

    /// <summary>A picture of one dot that says where it was made, in a chunk that pictures do not need.</summary>
    internal static byte[] Png(string secret)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
        Chunk("tEXt", Encoding.Latin1.GetBytes($"Comment\0{secret}"));
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write([0, 200, 30, 30]);
        }

        Chunk("IDAT", packed.ToArray());
        Chunk("IEND", []);
        return png.ToArray();

        void Chunk(string name, byte[] data)
        {
            byte[] body = [.. Encoding.ASCII.GetBytes(name), .. data];
            Span<byte> number = stackalloc byte[4];
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
            png.Write(number);
            png.Write(body);
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
            png.Write(number);
        }
    }

    private static uint Crc(byte[] body)
    {
        var crc = uint.MaxValue;
        foreach (var one in body)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
            }
        }

        return ~crc;
    }
}

/// <summary>A case file that was made.</summary>
public sealed class MadeZip(byte[] bytes, MadeBundle? made)
{
    public MadeBundle? Made => made;

    public IReadOnlyDictionary<string, byte[]> Files { get; } = Read(bytes);

    public byte[] Bytes => bytes;

    public string Text(string name) => Encoding.UTF8.GetString(Files[name]);

    private static Dictionary<string, byte[]> Read(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            return copy.ToArray();
        });
    }
}
