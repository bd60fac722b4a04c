using System.Security.Cryptography;
using RaidDocs.Domain.Papers;

namespace RaidDocs.Domain.Tests.Papers;

/// <summary>The format of a file at rest: what it gives back, and that no change of it goes unseen.</summary>
public sealed class SealedFileTests : IDisposable
{
    private const int Chunk = SealedFormat.ChunkBytes;
    private const int Sealed = SealedFormat.SealedChunkBytes;
    private const int Head = SealedFormat.HeadBytes;

    private readonly string _folder = Directory.CreateTempSubdirectory("raiddocs-seal-").FullName;
    private readonly Guid _id = Guid.NewGuid();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Chunk - 1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData(2 * Chunk)]
    [InlineData((20 * Chunk) + 7)]
    public async Task What_goes_in_comes_out_with_its_hash_and_is_nowhere_in_the_file(int length)
    {
        var plain = RandomNumberGenerator.GetBytes(length);
        var (path, hash) = await SealAsync(plain);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(plain)), hash);
        Assert.Equal(plain, Read(path));
        Assert.True(length < 64 || File.ReadAllBytes(path).AsSpan().IndexOf(plain.AsSpan(0, 16)) < 0);
    }

    [Fact]
    public async Task A_flipped_bit_anywhere_at_the_edges_of_each_chunk_is_found_with_its_place()
    {
        var plain = RandomNumberGenerator.GetBytes((2 * Chunk) + 100);
        var (path, _) = await SealAsync(plain);
        var whole = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        int[] places = [0, 7, 8, 23, 24, 27, 28, 34, 35];
        int[] edges = [.. Enumerable.Range(0, 3).SelectMany(chunk => new[] { Head + (chunk * Sealed), Head + (chunk * Sealed) + 50, Math.Min(Head + ((chunk + 1) * Sealed), whole.Length) - 16, Math.Min(Head + ((chunk + 1) * Sealed), whole.Length) - 1 })];

        foreach (var at in places.Concat(edges))
        {
            for (var bit = 0; bit < 8; bit += 7)
            {
                var changed = whole.ToArray();
                changed[at] ^= (byte)(1 << bit);
                await File.WriteAllBytesAsync(path, changed, TestContext.Current.CancellationToken);

                var damaged = Assert.Throws<DamagedFileException>(() => Read(path));
                Assert.Equal(at < Head ? 0 : (at - Head) / Sealed * Chunk, damaged.At);
            }
        }
    }

    [Fact]
    public async Task A_file_that_was_cut_or_grew_does_not_open_to_its_end()
    {
        var (path, _) = await SealAsync(RandomNumberGenerator.GetBytes((2 * Chunk) + 100));
        var whole = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        int[] lengths = [0, 1, Head - 1, Head, Head + 15, Head + 16, Head + Sealed - 1, Head + Sealed, Head + Sealed + 1, Head + (2 * Sealed), whole.Length - 1];

        foreach (var length in lengths)
        {
            await File.WriteAllBytesAsync(path, whole[..length], TestContext.Current.CancellationToken);
            Assert.Throws<DamagedFileException>(() => Read(path));
        }

        await File.WriteAllBytesAsync(path, [.. whole, .. whole[^Sealed..]], TestContext.Current.CancellationToken);
        Assert.Throws<DamagedFileException>(() => Read(path));
        await File.WriteAllBytesAsync(path, [.. whole, 0], TestContext.Current.CancellationToken);
        Assert.Throws<DamagedFileException>(() => Read(path));
    }

    [Fact]
    public async Task Chunks_that_changed_places_or_come_from_another_file_do_not_open()
    {
        var (path, _) = await SealAsync(RandomNumberGenerator.GetBytes(3 * Chunk));
        var whole = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        byte[] swapped = [.. whole[..Head], .. whole[(Head + Sealed)..(Head + (2 * Sealed))], .. whole[Head..(Head + Sealed)], .. whole[(Head + (2 * Sealed))..]];
        byte[] twice = [.. whole[..(Head + Sealed)], .. whole[Head..(Head + Sealed)], .. whole[(Head + (2 * Sealed))..]];
        byte[] without = [.. whole[..(Head + Sealed)], .. whole[(Head + (2 * Sealed))..]];

        // The same key, so only the head tells them apart.
        var (other, _) = await SealAsync(RandomNumberGenerator.GetBytes(3 * Chunk));
        var foreign = await File.ReadAllBytesAsync(other, TestContext.Current.CancellationToken);
        byte[] mixed = [.. whole[..(Head + Sealed)], .. foreign[(Head + Sealed)..(Head + (2 * Sealed))], .. whole[(Head + (2 * Sealed))..]];

        foreach (var changed in new[] { swapped, twice, without, mixed })
        {
            await File.WriteAllBytesAsync(path, changed, TestContext.Current.CancellationToken);
            Assert.Throws<DamagedFileException>(() => Read(path));
        }
    }

    [Fact]
    public async Task It_is_read_from_any_place()
    {
        var plain = RandomNumberGenerator.GetBytes((2 * Chunk) + 100);
        var (path, _) = await SealAsync(plain);
        using var file = new OpenedFile(path, _id, _key, () => true);
        var some = new byte[300];

        foreach (var at in new[] { 0, Chunk - 1, Chunk, (2 * Chunk) - 200, 5, plain.Length - 300 })
        {
            file.Position = at;
            file.ReadExactly(some);
            Assert.Equal(plain[at..(at + 300)], some);
        }

        Assert.Equal(0, file.Read(some));
    }

    [Fact]
    public async Task Once_the_store_is_locked_nothing_more_is_given_out()
    {
        var isOpen = true;
        var (path, _) = await SealAsync(RandomNumberGenerator.GetBytes(2 * Chunk));
        using var file = new OpenedFile(path, _id, _key, () => isOpen);
        Assert.Equal(10, file.Read(new byte[10]));

        isOpen = false;

        Assert.Throws<IOException>(() => file.Read(new byte[10]));
    }

    [Fact]
    public void A_key_opens_only_what_it_was_wrapped_for()
    {
        using var keys = new Domain.Vault.StoreKeys(new byte[32]);
        using var others = new Domain.Vault.StoreKeys([1, .. new byte[31]]);
        var wrapped = SealedFiles.Wrap(keys, _id, _key);

        Assert.Equal(_key, SealedFiles.Unwrap(keys, _id, wrapped));
        Assert.Null(SealedFiles.Unwrap(keys, Guid.NewGuid(), wrapped));
        Assert.Null(SealedFiles.Unwrap(others, _id, wrapped));
        Assert.Null(SealedFiles.Unwrap(keys, _id, wrapped[..^1]));
        wrapped[20] ^= 1;
        Assert.Null(SealedFiles.Unwrap(keys, _id, wrapped));
    }

    private async Task<(string Path, string Hash)> SealAsync(byte[] plain)
    {
        var path = Path.Combine(_folder, Guid.NewGuid().ToString("N"));
        await using var file = File.Create(path);
        await using var sealing = new SealingStream(file, _id, _key);

        // In odd pieces, as a network brings them.
        for (var at = 0; at < plain.Length; at += 7_001)
        {
            await sealing.WriteAsync(plain.AsMemory(at, Math.Min(7_001, plain.Length - at)), TestContext.Current.CancellationToken);
        }

        return (path, await sealing.FinishAsync(TestContext.Current.CancellationToken));
    }

    private byte[] Read(string path)
    {
        using var file = new OpenedFile(path, _id, _key, () => true);
        using var plain = new MemoryStream();
        file.CopyTo(plain);
        return plain.ToArray();
    }
}
