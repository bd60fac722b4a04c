using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using RaidDocs.Domain.Common;

namespace RaidDocs.Web.Pages.CaseFiles;

/// <summary>
/// Asks an authority to stamp the time on the list of hashes (RFC 3161). Only a hash leaves the house, and only where the setting
/// "CaseFile:TimeAuthority" names an address and the maker ticked it.
/// </summary>
public sealed class TimeAuthority(IConfiguration configuration) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private const int MostBytes = 64 * 1024;

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Patience, MaxResponseContentBufferSize = MostBytes };

    /// <summary>Whom it would ask; null while nobody is to be asked.</summary>
    public Uri? Address { get; } = Uri.TryCreate(configuration["CaseFile:TimeAuthority"], UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    /// <summary>The token, checked against what it is about.</summary>
    /// <exception cref="DomainRuleException">There was no answer, or a wrong one.</exception>
    public async Task<byte[]> StampAsync(byte[] file, CancellationToken cancellationToken)
    {
        var request = Rfc3161TimestampRequest.CreateFromData(file, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(8), requestSignerCertificates: true);
        try
        {
            using var content = new ByteArrayContent(request.Encode());
            content.Headers.ContentType = new("application/timestamp-query");
            using var answer = await _client.PostAsync(Address, content, cancellationToken);
            answer.EnsureSuccessStatusCode();
            var bytes = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            var token = request.ProcessResponse(bytes, out _);
            return token.VerifySignatureForData(file, out _) ? bytes : throw NoStamp();
        }
        catch (Exception failed) when (failed is HttpRequestException or CryptographicException || (failed is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw NoStamp();
        }
    }

    public void Dispose() => _client.Dispose();

    private static DomainRuleException NoStamp() =>
        new DomainRuleException($"The time authority gave no good stamp. Nothing was kept. Make it again later, or without the stamp");
}
