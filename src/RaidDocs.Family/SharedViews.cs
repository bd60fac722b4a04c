using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace RaidDocs.Family;

/// <summary>
/// Answers that wait to be fetched from whichever of several programs is asked, in a folder that they share. A file is called by the hash of the
/// random address and sealed under a key made from the address, which nobody has but the reader: the folder tells nothing. Each part is read once.
/// </summary>
public sealed class SharedViews(string folder, WriteSafely write, TimeProvider clock)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>From here on the address is known; the answer follows.</summary>
    public void Add(string id, Task<FamilyNews> news, string? chosen)
    {
        Directory.CreateDirectory(folder);
        Forget();
        using (File.Create(PathOf(id, "begun")))
        {
        }

        File.SetLastWriteTimeUtc(PathOf(id, "begun"), clock.GetUtcNow().UtcDateTime);

        _ = KeepAsync(id, news, chosen);
    }

    /// <summary>The answer, once for each part of it, as soon as it is there; null where there is none any more.</summary>
    public async Task<(FamilyNews News, string? Chosen)?> TakeAsync(string id, ViewPart part, CancellationToken cancellationToken)
    {
        var begun = PathOf(id, "begun");
        if (!IsFresh(begun) || !Claims(id, part))
        {
            return null;
        }

        var waited = TimeSpan.Zero;
        while (!File.Exists(PathOf(id, "told")) && waited < Patience)
        {
            await Task.Delay(Pause, cancellationToken);
            waited += Pause;
        }

        return Read(id) is { } view ? (view.News, view.Chosen) : null;
    }

    private async Task KeepAsync(string id, Task<FamilyNews> news, string? chosen)
    {
        try
        {
            write(PathOf(id, "told"), Seal(id, JsonSerializer.SerializeToUtf8Bytes(new View(await news, chosen))));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            // She is led back to the form.
            File.Delete(PathOf(id, "begun"));
        }
    }

    // Who makes the file first has it. A picture or a sound belongs to a page that was read.
    private bool Claims(string id, ViewPart part)
    {
        if (part != ViewPart.Text && !File.Exists(PathOf(id, nameof(ViewPart.Text))))
        {
            return false;
        }

        try
        {
            using var claim = new FileStream(PathOf(id, part.ToString()), FileMode.CreateNew);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private bool IsFresh(string path) => File.Exists(path) && clock.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(path) < FamilyViews.Life;

    private View? Read(string id)
    {
        try
        {
            var whole = File.ReadAllBytes(PathOf(id, "told"));
            var plain = new byte[whole.Length - NonceBytes - TagBytes];
            using var cipher = new AesGcm(KeyOf(id), TagBytes);
            cipher.Decrypt(whole.AsSpan(0, NonceBytes), whole.AsSpan(NonceBytes, plain.Length), whole.AsSpan(^TagBytes..), plain);
            return JsonSerializer.Deserialize<View>(plain);
        }
        catch (Exception gone) when (gone is IOException or AuthenticationTagMismatchException or JsonException)
        {
            return null;
        }
    }

    private static byte[] Seal(string id, byte[] plain)
    {
        var whole = new byte[NonceBytes + plain.Length + TagBytes];
        RandomNumberGenerator.Fill(whole.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(KeyOf(id), TagBytes);
        cipher.Encrypt(whole.AsSpan(0, NonceBytes), plain, whole.AsSpan(NonceBytes, plain.Length), whole.AsSpan(^TagBytes..));
        return whole;
    }

    private static byte[] KeyOf(string id) => SHA256.HashData(Encoding.UTF8.GetBytes("raiddocs-view-key/1|" + id));

    private string PathOf(string id, string end) =>
        Path.Combine(folder, $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("raiddocs-view-name/1|" + id)).AsSpan(0, 16))}.{end}");

    private void Forget()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => now - File.GetLastWriteTimeUtc(file) >= 2 * FamilyViews.Life))
        {
            File.Delete(file);
        }
    }

    private sealed record View(FamilyNews News, string? Chosen);
}
