using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Papers;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Hosting;

/// <summary>
/// The form of this page ends with a file, which is read as it arrives. Its other fields come first, the token among them, so
/// that everything is asked and refused before a byte of the file is read.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StreamsUploadAttribute : Attribute, IFileLimit
{
    public long FileBytes { get; init; } = Evidence.MostBytes;

    // A browser shows no answer while it is still sending, so a file that is somewhat too large is read to its end and thrown away.
    public long? MaxRequestBodySize => Math.Max(2 * FileBytes, BodyLimit.LongTextBytes);
}

/// <summary>The file at the end of a form, while it arrives.</summary>
internal sealed record Upload(string Name, Stream Content, long? Expected)
{
    /// <summary>Null when the form came without a file.</summary>
    public static Upload? Of(HttpContext context) => context.Items[typeof(Upload)] as Upload;
}

/// <summary>
/// Reads the fields of a form up to its file, and hands both on: the fields as the form of the request, the file as a stream.
/// The framework's own reading would put a plain copy of the file into a temporary folder.
/// </summary>
internal static class StreamedUploads
{
    private const int ReadBytes = 128 * 1024;
    private const int MostFieldBytes = BodyLimit.LongTextBytes;

    public static void UseStreamedUploads(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsPost(context.Request.Method)
            || context.User.Identity?.IsAuthenticated != true
            || context.GetEndpoint()?.Metadata.GetMetadata<StreamsUploadAttribute>() is not { } page
            || BoundaryOf(context.Request.ContentType) is not { } boundary)
        {
            await next(context);
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = page.MaxRequestBodySize;
        }

        if (await ReadFieldsAsync(context, boundary) is not { } fields)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        context.Features.Set<IFormFeature>(new FormFeature(new FormCollection(fields)));
        await next(context);
        await DrainAsync(context);
    });

    private static string? BoundaryOf(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var media) && media.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(media.Boundary).Value is { Length: > 0 and <= 100 } boundary
            ? boundary
            : null;

    // Null for a form that is cut off or made up before its file begins.
    private static async Task<Dictionary<string, Microsoft.Extensions.Primitives.StringValues>?> ReadFieldsAsync(HttpContext context, string boundary)
    {
        var fields = new KeyValueAccumulator();
        var left = MostFieldBytes;
        try
        {
            var reader = new MultipartReader(boundary, context.Request.Body, ReadBytes) { HeadersLengthLimit = 64 * 1024 };
            while (await reader.ReadNextSectionAsync(context.RequestAborted) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var about) || !about.DispositionType.Equals("form-data", StringComparison.OrdinalIgnoreCase))
                {
                    return null;
                }

                if (about.FileName.HasValue || about.FileNameStar.HasValue)
                {
                    var name = HeaderUtilities.RemoveQuotes(about.FileNameStar.HasValue ? about.FileNameStar : about.FileName).Value ?? "";
                    context.Items[typeof(Upload)] = new Upload(name, section.Body, context.Request.ContentLength);
                    break;
                }

                section.Body = new LimitedStream(section.Body, left);
                var value = await new FormMultipartSection(section, about).GetValueAsync(context.RequestAborted);
                left -= value.Length;
                fields.Append(HeaderUtilities.RemoveQuotes(about.Name).Value ?? "", value);
                if (left < 0 || fields.ValueCount > BodyLimit.Values)
                {
                    return null;
                }
            }

            return fields.GetResults();
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException)
        {
            return null;
        }
    }

    // Else the browser would still be sending when we answer, and show an error of its own.
    private static async Task DrainAsync(HttpContext context)
    {
        try
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or BadHttpRequestException)
        {
            // Nobody is there any more.
        }
    }

    private sealed class LimitedStream(Stream inner, int most) : ForwardStream
    {
        private int _left = most;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = await inner.ReadAsync(buffer, cancellationToken);
            _left -= count;
            return _left >= 0 ? count : throw new InvalidDataException("The fields of the form are too long.");
        }
    }
}
