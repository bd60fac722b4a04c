using System.Security.Cryptography;

namespace RaidDocs.Family;

/// <summary>
/// Answers that wait to be fetched, in memory only. Each stands at a random address, is read once and is gone after five minutes;
/// so are its picture and its sound.
/// </summary>
/// <param name="clock">Tells when an answer is forgotten.</param>
/// <param name="shared">Where several programs answer: each reads what another has worked out.</param>
public sealed class FamilyViews(TimeProvider clock, SharedViews? shared = null)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private const int Most = 2_000;

    private readonly Lock _turn = new();
    private readonly Dictionary<string, View> _views = [];

    /// <summary>An address for an answer that is still being worked out.</summary>
    public string Add(Task<FamilyNews> news, string? chosen)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        if (shared is not null)
        {
            shared.Add(id, news, chosen);
            return id;
        }

        lock (_turn)
        {
            Forget();
            _views[id] = new View(news, chosen, clock.GetUtcNow() + Life);
        }

        return id;
    }

    /// <summary>The answer, once for each part of it; null where there is none any more.</summary>
    public async Task<(FamilyNews News, string? Chosen)?> TakeAsync(string id, ViewPart part, CancellationToken cancellationToken)
    {
        if (shared is not null)
        {
            return await shared.TakeAsync(id, part, cancellationToken);
        }

        return Take(id, part) is var (news, chosen) ? (await news.WaitAsync(cancellationToken), chosen) : null;
    }

    private (Task<FamilyNews> News, string? Chosen)? Take(string id, ViewPart part)
    {
        lock (_turn)
        {
            Forget();
            return _views.TryGetValue(id, out var view) && view.Taken.Add(part) && (part == ViewPart.Text || view.Taken.Contains(ViewPart.Text))
                ? (view.News, view.Chosen)
                : null;
        }
    }

    private void Forget()
    {
        var now = clock.GetUtcNow();
        foreach (var (id, _) in _views.Where(one => one.Value.Until <= now).ToList())
        {
            _views.Remove(id);
        }

        foreach (var (id, _) in _views.OrderBy(one => one.Value.Until).Take(_views.Count - Most + 1).ToList())
        {
            _views.Remove(id);
        }
    }

    private sealed record View(Task<FamilyNews> News, string? Chosen, DateTimeOffset Until)
    {
        public HashSet<ViewPart> Taken { get; } = [];
    }
}

public enum ViewPart
{
    Text,
    Picture,
    Sound,
}
