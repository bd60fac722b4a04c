using System.Text.Json;

namespace RaidDocs.Family;

/// <summary>
/// All that the family page has: one folder, a clock and a way to write a file. It knows no woman and no raid, and works the same
/// whether or not the vault is open.
/// </summary>
public sealed class FamilyHouse(string folder, WriteSafely write, TimeProvider clock, int rounds = FamilyKey.Rounds, EnterTogether? together = null) : IDisposable
{
    private const int DerivedAtOnce = 2;
    private const int MostWaiting = 200;

    private static readonly TimeZoneInfo Bangkok = TimeZoneInfo.FindSystemTimeZoneById("Asia/Bangkok");

    private readonly SemaphoreSlim _turns = new(DerivedAtOnce, DerivedAtOnce);
    private PageSettings? _settings;
    private int _waiting;

    public CapsuleFile Capsules { get; } = new(Path.Combine(folder, "capsules.bin"), write, together);

    public FamilyTries Tries { get; } = new(Path.Combine(folder, "tries.json"), write, clock, together);

    public FamilyViews Views { get; } = new(clock, together is null ? null : new SharedViews(Path.Combine(folder, "views"), write, clock));

    internal TimeProvider Clock => clock;

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Bangkok).DateTime);

    public PageSettings Settings => together is null ? _settings ??= PageSettings.Read(SettingsPath) : PageSettings.Read(SettingsPath);

    /// <summary>More ask than can be answered in a sensible time.</summary>
    internal bool IsFull => _waiting >= MostWaiting;

    private string SettingsPath => Path.Combine(folder, "page.json");

    public void Set(PageSettings settings)
    {
        Directory.CreateDirectory(folder);
        write(SettingsPath, JsonSerializer.SerializeToUtf8Bytes(settings));
        _settings = settings;
    }

    /// <summary>The key of a code. Slow, and at most two at a time.</summary>
    public async Task<FamilyKey> KeyOfAsync(string digits, CancellationToken cancellationToken)
    {
        var salt = Capsules.Salt;
        Interlocked.Increment(ref _waiting);
        try
        {
            await _turns.WaitAsync(cancellationToken);
            try
            {
                return await Task.Run(() => FamilyKey.Of(digits, salt, rounds), cancellationToken);
            }
            finally
            {
                _turns.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>What a number has to say today, and notes that it was used. Every number costs the same work.</summary>
    public async Task<FamilyNews> AskAsync(string typed, CancellationToken cancellationToken)
    {
        var key = await KeyOfAsync(FamilyCode.DigitsOf(typed), cancellationToken);
        var news = FamilyNews.Of(Capsules.Find(key), Today);
        if (news != FamilyNews.None)
        {
            TryNoteUse(key);
        }

        return Settings.SaysNothing ? FamilyNews.None : news;
    }

    /// <summary>A picture or a recording of a sentence that the house has laid there; null where there is none.</summary>
    public byte[]? Find(ViewPart part, string language, Sentence sentence)
    {
        var path = PathOf(part, language, sentence);
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    public void Keep(ViewPart part, string language, Sentence sentence, byte[] content)
    {
        var path = PathOf(part, language, sentence);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        write(path, content);
    }

    public bool Has(ViewPart part, string language, Sentence sentence) => File.Exists(PathOf(part, language, sentence));

    public void Dispose() => _turns.Dispose();

    // A full disk is no reason to tell a mother nothing.
    private void TryNoteUse(FamilyKey key)
    {
        try
        {
            Capsules.NoteUse(key, Today);
        }
        catch (IOException)
        {
            // The day of use is not noted.
        }
    }

    private string PathOf(ViewPart part, string language, Sentence sentence) =>
        Path.Combine(folder, part == ViewPart.Picture ? "pictures" : "sounds", Wording.Of(language).Code, FormattableString.Invariant($"N{(int)sentence}"));
}
