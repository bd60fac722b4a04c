using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RaidDocs.Domain.Staff;

/// <summary>
/// The six digits of an authenticator app (RFC 6238: SHA-1, half a minute). Identity's own check does not tell which half
/// minute fitted, and so could not refuse a code that was used before.
/// </summary>
public static class OneTimeCode
{
    private const int Seconds = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string NewKey() => RandomNumberGenerator.GetString(Base32, 32);

    /// <summary>In groups of four, as it is typed.</summary>
    public static string Show(string key) => string.Join(' ', key.Chunk(4).Select(group => new string(group)));

    /// <summary>What the QR code says to the app.</summary>
    public static string Address(string house, string person, string key) =>
        $"otpauth://totp/{Uri.EscapeDataString(house)}:{Uri.EscapeDataString(person)}?secret={key}&issuer={Uri.EscapeDataString(house)}";

    /// <summary>The half minute whose code was typed, now or one before or after it; null when the code is wrong or was used.</summary>
    public static long? Match(string key, string? typed, DateTimeOffset now, long? lastStep)
    {
        var code = string.Concat((typed ?? "").Where(char.IsDigit).Select(digit => CharUnicodeInfo.GetDecimalDigitValue(digit)));
        var current = now.ToUnixTimeSeconds() / Seconds;
        long? found = null;
        foreach (var step in new[] { current - 1, current, current + 1 })
        {
            var fits = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(key, step)), Encoding.ASCII.GetBytes(code));
            found = fits && !(step <= lastStep) ? step : found;
        }

        return found;
    }

    public static string At(string key, DateTimeOffset now) => At(key, now.ToUnixTimeSeconds() / Seconds);

    private static string At(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The apps know SHA-1 only; as HMAC it is sound.
        var hash = HMACSHA1.HashData(Bytes(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string key)
    {
        var bytes = new List<byte>();
        var (bits, held) = (0, 0);
        foreach (var letter in key)
        {
            (bits, held) = (((bits << 5) | Base32.IndexOf(letter, StringComparison.Ordinal)) & 0xFFFF, held + 5);
            if (held >= 8)
            {
                held -= 8;
                bytes.Add((byte)(bits >> held));
            }
        }

        return [.. bytes];
    }
}
