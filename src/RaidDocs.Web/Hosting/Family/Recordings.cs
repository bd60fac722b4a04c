using RaidDocs.Family;

namespace RaidDocs.Web.Hosting.Family;

/// <summary>What may be laid beside a sentence of the family page to be heard.</summary>
internal static class Recordings
{
    /// <summary>A family pays for each byte.</summary>
    public const int MostBytes = 25_000;

    /// <summary>The sentences that can be spoken in a language.</summary>
    public static IEnumerable<Sentence> SentencesOf(Wording words) => Enum.GetValues<Sentence>().Where(words.Has);

    /// <summary>N1.</summary>
    public static string NumberOf(Sentence sentence) => FormattableString.Invariant($"N{(int)sentence}");

    /// <summary>Null where there is no such language, or no such sentence in it.</summary>
    /// <param name="language">As "my".</param>
    /// <param name="sentence">As "N1".</param>
    public static (Wording Words, Sentence Sentence)? Find(string? language, string? sentence) =>
        Wording.Codes.Contains(language ?? "")
        && SentencesOf(Wording.Of(language!)).Cast<Sentence?>().FirstOrDefault(one => string.Equals(NumberOf(one!.Value), sentence, StringComparison.OrdinalIgnoreCase)) is { } known
            ? (Wording.Of(language!), known)
            : null;

    /// <summary>MP3 or Ogg, by its first bytes.</summary>
    public static bool IsSound(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("OggS"u8) || bytes.StartsWith("ID3"u8) || (bytes.Length > 2 && bytes[0] == 0xFF && (bytes[1] & 0xE0) == 0xE0);
}
