using System.Collections.Concurrent;
using System.Security.Cryptography;
using RaidDocs.Domain.Vault;

namespace RaidDocs.Web.Hosting;

/// <summary>Recovery sheets that are shown and not yet typed back. They are in memory only, and gone when the store is locked.</summary>
internal sealed class SheetDesk(TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, OpenSheet> _sheets = new(StringComparer.Ordinal);

    /// <summary>A new sheet for this desk; one before it is void.</summary>
    public void Make(string desk) =>
        _sheets[desk] = new OpenSheet(WordList.Draw(WordList.SheetWords), RandomNumberGenerator.GetInt32(WordList.SheetWords), clock.GetUtcNow() + Life);

    public OpenSheet? At(string desk) => _sheets.TryGetValue(desk, out var sheet) && clock.GetUtcNow() < sheet.Until ? sheet : null;

    public void Clear(string desk) => _sheets.TryRemove(desk, out _);

    public void ClearAll() => _sheets.Clear();
}

/// <summary>A sheet on the screen.</summary>
/// <param name="Words">All seven, with a space between them.</param>
/// <param name="Asked">Which of them is to be typed back, from 0.</param>
/// <param name="Until">Afterwards it is void.</param>
internal sealed record OpenSheet(string Words, int Asked, DateTimeOffset Until)
{
    public IReadOnlyList<string> List => Words.Split(' ');

    public bool IsAsked(string? typed) => typed is not null && WordList.Split(typed) is [var word] && word == List[Asked];
}
