using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Disclosure.Bundles;
using RaidDocs.Web.Pages.CaseFiles;

namespace RaidDocs.Web.Tests.CaseFiles;

/// <summary>The stamp of a time authority, asked of one that openssl plays on this machine.</summary>
public sealed class TimeAuthorityTests : IAsyncLifetime
{
    private const string Settings = """
        [tsa]
        default_tsa = t
        [t]
        serial = ./serial
        signer_digest = sha256
        default_policy = 1.2.3.4.1
        digests = sha256
        ess_cert_id_alg = sha256
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("raiddocs-tsa-").FullName;
    private WebApplication _authority = null!;
    private Func<byte[], Task<byte[]>> _answer = null!;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "tsa.cnf"), Settings);
        await RunAsync("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Test authority", "-addext", "extendedKeyUsage=critical,timeStamping", "-keyout", "key.pem", "-out", "cert.pem", "-days", "2");
        _answer = async query =>
        {
            await File.WriteAllBytesAsync(Path.Combine(_folder, "query"), query);
            await RunAsync("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query", "-inkey", "key.pem", "-signer", "cert.pem", "-out", "reply");
            return await File.ReadAllBytesAsync(Path.Combine(_folder, "reply"));
        };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _authority = builder.Build();
        _authority.MapPost("/", async (HttpRequest request) =>
        {
            Assert.Equal("application/timestamp-query", request.ContentType);
            using var query = new MemoryStream();
            await request.Body.CopyToAsync(query);

            // A hash and a chance number, and no more.
            Assert.InRange(query.Length, 40, 100);
            return Results.Bytes(await _answer(query.ToArray()), "application/timestamp-reply");
        });
        await _authority.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _authority.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_stamp_holds_for_the_file_and_not_for_one_with_a_byte_more()
    {
        using var authority = Authority(_authority.Urls.Single());
        var file = "sums\n"u8.ToArray();

        var stamp = await authority.StampAsync(file, TestContext.Current.CancellationToken);

        await File.WriteAllBytesAsync(Path.Combine(_folder, "stamp.tsr"), stamp, TestContext.Current.CancellationToken);
        Assert.Equal((0, 1), (await VerifyAsync(file), await VerifyAsync([.. file, 1])));
    }

    [Fact]
    public async Task An_answer_that_is_none_or_about_something_else_is_refused()
    {
        using var authority = Authority(_authority.Urls.Single());
        var good = _answer;
        var other = await good(System.Security.Cryptography.Pkcs.Rfc3161TimestampRequest.CreateFromData("other"u8, System.Security.Cryptography.HashAlgorithmName.SHA256, requestSignerCertificates: true).Encode());

        foreach (var wrong in new Func<byte[], Task<byte[]>>[] { _ => Task.FromResult("<html>"u8.ToArray()), _ => Task.FromResult(Array.Empty<byte>()), _ => Task.FromResult(other) })
        {
            _answer = wrong;
            await Assert.ThrowsAsync<DomainRuleException>(() => authority.StampAsync("sums"u8.ToArray(), TestContext.Current.CancellationToken));
        }

        using var nobody = Authority("http://127.0.0.1:9/");
        await Assert.ThrowsAsync<DomainRuleException>(() => nobody.StampAsync("sums"u8.ToArray(), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ftp://example.org/")]
    [InlineData("nonsense")]
    public void Without_an_address_nobody_is_asked(string? setting)
    {
        using var authority = Authority(setting);
        Assert.Null(authority.Address);
    }

    [Fact]
    public async Task A_case_file_has_the_stamp_only_where_it_was_wished()
    {
        await using var app = new StampedApp(_authority.Urls.Single());
        var raid = await app.ImportDemoAsync("mida");
        var wishes = new BundleWishes { Audience = Audience.Lawyer, ForWhom = "A", Password = false };

        var zip = await app.MakeAsync(raid, wishes with { Stamp = true });
        await File.WriteAllBytesAsync(Path.Combine(_folder, "stamp.tsr"), zip.Files[$"{BundleTexts.Sums}.tsr"], TestContext.Current.CancellationToken);

        Assert.Equal(0, await VerifyAsync(zip.Files[BundleTexts.Sums]));
        Assert.DoesNotContain($"{BundleTexts.Sums}.tsr", (await app.MakeAsync(raid, wishes)).Files.Keys);
    }

    private static TimeAuthority Authority(string? address) =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new("CaseFile:TimeAuthority", address)]).Build());

    private async Task<int> VerifyAsync(byte[] file)
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder, "data"), file);
        return await ExitAsync("ts", "-verify", "-data", "data", "-in", "stamp.tsr", "-CAfile", "cert.pem");
    }

    private async Task RunAsync(params string[] words) => Assert.Equal(0, await ExitAsync(words));

    private async Task<int> ExitAsync(params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", words) { WorkingDirectory = _folder, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        _ = await output + await errors;
        return process.ExitCode;
    }

    private sealed class StampedApp(string authority) : CaseFileApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("CaseFile:TimeAuthority", authority);
        }
    }
}
