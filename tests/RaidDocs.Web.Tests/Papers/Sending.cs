using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Papers;

/// <summary>Sends a file with its form as a browser does: the fields in the order of the page, the file last.</summary>
internal static class Sending
{
    public static async Task<HttpResponseMessage> SendFileAsync(
        this HttpClient client, string address, HttpContent file, string name = "order.pdf", IReadOnlyDictionary<string, string>? fill = null)
    {
        using var form = await client.FileFormAsync(address, file, name, fill);
        return await client.PostAsync(new Uri(address, UriKind.Relative), form);
    }

    public static Task<HttpResponseMessage> SendFileAsync(
        this HttpClient client, string address, byte[] file, string name = "order.pdf", IReadOnlyDictionary<string, string>? fill = null) =>
        client.SendFileAsync(address, new ByteArrayContent(file), name, fill);

    public static async Task<MultipartFormDataContent> FileFormAsync(
        this HttpClient client, string address, HttpContent file, string name, IReadOnlyDictionary<string, string>? fill = null)
    {
        var page = await client.OpenPageAsync(address);
        var form = (IHtmlFormElement)page.QuerySelector("main form[enctype='multipart/form-data']")!;
        var content = new MultipartFormDataContent();
        foreach (var field in form.Elements.OfType<IHtmlInputElement>().Where(field => field.Type != "file"))
        {
            var value = fill?.GetValueOrDefault(field.Name!) ?? (field.Name is "Form.Title" ? "Order of the court" : field.Name is "Form.Tool" ? "GIMP 2.10" : field.Value);
            if (field.Type is "checkbox" or "radio" ? field.IsChecked || (fill?.GetValueOrDefault(field.Name!) is { } chosen && chosen == field.Value) : true)
            {
                content.Add(new StringContent(field.Type is "checkbox" or "radio" ? field.Value : value), field.Name!);
            }
        }

        // Written by hand, because the client would refuse some of the names that an attacker sends.
        if (!file.Headers.Contains("Content-Disposition"))
        {
            file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"Form.File\"; filename=\"{name}\"");
        }

        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Add(file);
        return content;
    }

    /// <summary>The id of the file whose receipt an answer leads to.</summary>
    public static Guid Receipt(this HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var parts = answer.Headers.Location!.OriginalString.Split('/');
        Assert.Equal(("evidence", "receipt"), (parts[1], parts[3]));
        return Guid.Parse(parts[2], CultureInfo.InvariantCulture);
    }
}

/// <summary>The program behind a real port, where limits count and lines break.</summary>
public sealed class NetworkApp : TestApp, IAsyncLifetime
{
    public NetworkApp() => UseKestrel(port: 0);

    public ValueTask InitializeAsync()
    {
        StartServer();
        return ValueTask.CompletedTask;
    }

    /// <summary>Somebody who is signed in with a role, over the network.</summary>
    public HttpClient Of(string role, Guid? person = null, bool hasProof = true)
    {
        using var known = ClientFor(role, person, hasProof);
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, Expect100ContinueTimeout = TimeSpan.FromMinutes(2) }) { BaseAddress = ClientOptions.BaseAddress };
        foreach (var (name, values) in known.DefaultRequestHeaders)
        {
            client.DefaultRequestHeaders.Add(name, values);
        }

        return client;
    }
}

/// <summary>A PDF of so many bytes that is never in memory. It may break off.</summary>
internal sealed class LongFile(long length, long? breaksAt = null) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var some = new byte[64 * 1024];
        Array.Fill(some, (byte)' ');
        "%PDF-1.7\n"u8.CopyTo(some);
        for (var at = 0L; at < length; at += some.Length)
        {
            if (breaksAt is { } end && at + some.Length > end)
            {
                await stream.WriteAsync(some.AsMemory(0, (int)(end - at)));
                await stream.FlushAsync();
                throw new IOException("The line broke.");
            }

            await stream.WriteAsync(some.AsMemory(0, (int)Math.Min(some.Length, length - at)));
        }
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return true;
    }
}
