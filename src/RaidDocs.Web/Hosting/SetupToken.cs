using System.Security.Cryptography;
using System.Text;
using RaidDocs.Domain.Data;

namespace RaidDocs.Web.Hosting;

/// <summary>Lets the person at the computer name the first people: one use, one hour, from this computer only.</summary>
internal sealed class SetupToken(DataFolder folder, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(60);

    private string? _token;
    private DateTimeOffset _until;

    /// <summary>A new token; an earlier one is dead.</summary>
    public string Issue()
    {
        _token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _until = clock.GetUtcNow() + Life;
        SafeFile.Write(folder.SetupToken, Encoding.ASCII.GetBytes(_token + "\n"));
        return _token;
    }

    public bool Accepts(string? token) =>
        _token is not null && token is not null && clock.GetUtcNow() < _until
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(_token), Encoding.UTF8.GetBytes(token));

    public void Spend()
    {
        _token = null;
        File.Delete(folder.SetupToken);
    }
}
